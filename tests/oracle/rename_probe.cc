// Prints the renames that Objects::renames finds, for reference_test.py:
//
//     rename_probe REPO REV_A REV_B SOURCE_ROOT
//
// One line each, by the old name: SIMILARITY <tab> FROM <tab> TO.

#include <exception>
#include <iostream>

#include "git/repository.h"
#include "support/all_renames.h"

int main(int argc, char** argv) {
  using namespace l10n_drift;
  if (argc != 5) {
    std::cerr << "usage: rename_probe REPO REV_A REV_B SOURCE_ROOT\n";
    return 2;
  }
  try {
    const Repository repository = Repository::open({.path = argv[1]});
    const ObjectId from = repository.resolve(argv[2]).tree;
    const ObjectId to = repository.resolve(argv[3]).tree;
    for (const Rename& rename : all_renames(repository.objects(), from, to, argv[4])) {
      std::cout << rename.similarity << '\t' << rename.from << '\t' << rename.to << '\n';
    }
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "rename_probe: " << error.what() << '\n';
    return 2;
  }
}
