#include "support/scratch_repository.h"

#include <git2.h>

#include <sstream>
#include <stdexcept>

#include "support/run_git.h"

namespace l10n_drift {
namespace {

void forget_configurations() {
  git_libgit2_init();
  for (const int level : {GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM,
                          GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL}) {
    git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
  }
}

}  // namespace

ObjectId id_from_hex(std::string_view hex) {
  ObjectId id;
  if (!id.parse_hex(hex)) throw std::invalid_argument("no object id: " + std::string(hex));
  return id;
}

ScratchRepository::ScratchRepository() {
  forget_configurations();
  git({"init", "--quiet", "--template=", "--initial-branch=main"});
}

std::string ScratchRepository::git(const std::vector<std::string>& arguments,
                                   const std::string& input) const {
  return run_git(path(), arguments, input);
}

void ScratchRepository::import(const History& history) {
  git({"fast-import", "--quiet"}, history.text());
  std::istringstream lines(
      git({"for-each-ref", "--format=%(objectname) %(refname:lstrip=2)", "refs/tags"}));
  for (std::string hex, tag; lines >> hex >> tag;) {
    const ObjectId id = id_from_hex(hex);
    ids_[tag] = id;
    names_[id] = tag;
  }
}

ObjectId ScratchRepository::id(const std::string& revision) const {
  if (const auto known = ids_.find(revision); known != ids_.end()) return known->second;
  git_repository* repository = nullptr;
  git_object* object = nullptr;
  // libgit2's own parser instead of one process for each of thousands of questions.
  const bool found = git_repository_open(&repository, path().c_str()) == 0 &&
                     git_revparse_single(&object, repository, revision.c_str()) == 0;
  const ObjectId id = found ? ObjectId::from_raw(git_object_id(object)->id) : ObjectId{};
  git_object_free(object);
  git_repository_free(repository);
  if (!found) throw std::invalid_argument("no such object: " + revision);
  return id;
}

std::string ScratchRepository::name(const ObjectId& commit) const {
  const auto known = names_.find(commit);
  return known != names_.end() ? known->second : commit.hex();
}

std::vector<std::string> ScratchRepository::names(const std::vector<ObjectId>& commits) const {
  std::vector<std::string> names;
  for (const ObjectId& commit : commits) names.push_back(name(commit));
  return names;
}

std::vector<std::string> ScratchRepository::names_by_git(
    const std::vector<std::string>& arguments) const {
  std::istringstream lines(git(arguments));
  std::vector<std::string> names;
  for (std::string hex; lines >> hex;) names.push_back(name(id_from_hex(hex)));
  return names;
}

ObjectId ScratchRepository::store(const std::string& type, const std::string& bytes) const {
  const std::string hex = git({"hash-object", "-t", type, "-w", "--literally", "--stdin"}, bytes);
  return id_from_hex(hex.substr(0, ObjectId::kHexSize));
}

}  // namespace l10n_drift
