#pragma once

#include <map>
#include <string>
#include <vector>

#include "git/repository.h"
#include "support/history.h"
#include "support/scratch_folder.h"

namespace l10n_drift {

// A repository with a work tree, on a branch `main` that has no commits yet, in a folder that goes
// with the object. libgit2 reads no configuration here but the repository's own.
class ScratchRepository {
 public:
  ScratchRepository();

  // The same with a history in it.
  explicit ScratchRepository(const History& history) : ScratchRepository() { import(history); }

  const std::string& path() const { return folder_.path(); }

  // The path of what is called `name` in the work tree.
  std::string at(const std::string& name) const { return folder_.at(name); }

  Repository open() const { return Repository::open({.path = path()}); }
  Objects objects() const { return open().objects().for_another_thread(); }

  // As run_git, in this repository.
  std::string git(const std::vector<std::string>& arguments, const std::string& input = {}) const;

  // Adds a history. The work tree stays as it is.
  void import(const History& history);

  // The object of any revision; a commit's name in the history is one.
  ObjectId id(const std::string& revision) const;

  // The commit's tree.
  ObjectId tree(const std::string& revision) const { return id(revision + "^{tree}"); }

  // The name of a commit in the history, or its id.
  std::string name(const ObjectId& commit) const;
  std::vector<std::string> names(const std::vector<ObjectId>& commits) const;

  // Those of the commits that a command of git prints, one id a line.
  std::vector<std::string> names_by_git(const std::vector<std::string>& arguments) const;

  // Stores an object as it is, valid or not: "blob", "tree" or "commit".
  ObjectId store(const std::string& type, const std::string& bytes) const;

 private:
  ScratchFolder folder_;
  std::map<std::string, ObjectId> ids_;
  std::map<ObjectId, std::string> names_;
};

// Reads 40 hexadecimal digits; throws std::invalid_argument for anything else.
ObjectId id_from_hex(std::string_view hex);

}  // namespace l10n_drift
