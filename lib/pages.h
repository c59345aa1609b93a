#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "git/repository.h"
#include "plan.h"

namespace l10n_drift {

// A translation on the branch, and the path of its source.
struct Page {
  std::string language;
  std::string path;
  std::string source;
  TreeEntry entry;
};

// The pages that a plan is about: sources of the base, by path, and translations of the branch,
// sorted by path. Symlinks and submodules are no pages: their paths are in `skipped`, sorted.
struct Pages {
  std::map<std::string, TreeEntry> sources;
  std::set<std::string> linked_sources;  // Symlinks and submodules in the place of sources.
  std::vector<Page> translations;
  std::vector<std::string> skipped;
};

Pages list_pages(const Repository& repository, const Plan& plan);

// Globs are easily written as if they began at the sources' folder.
void warn_of_empty_selection(const Plan& plan, const Pages& pages, std::vector<Warning>& warnings);

}  // namespace l10n_drift
