#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "git/objects.h"
#include "values/object_id.h"

namespace l10n_drift {

// A commit that a name of the user's stands for.
struct ResolvedRevision {
  std::string ref;  // What to call it: the name as given, or the branch's name for HEAD.
  ObjectId commit;
  ObjectId tree;
};

// A branch, local ("main") or of a remote ("origin/main").
struct Branch {
  std::string name;
  ObjectId commit;
  bool is_remote = false;
};

struct AheadBehind {
  std::size_t ahead = 0;
  std::size_t behind = 0;
};

// A file of the work tree that is not as in the commit that is checked out: either that lacks it,
// or it has another content.
enum class WorkTreeState { kNew, kChanged };
struct WorkTreeChange {
  std::string path;
  WorkTreeState state = WorkTreeState::kNew;
  bool operator==(const WorkTreeChange&) const = default;
};

// What to do with a shallow clone, and about blobs that a partial clone lacks.
enum class Shallow { kRefuse, kAllow };
enum class MissingBlobs { kRefuse, kFetch };

struct OpenOptions {
  std::string path = ".";
  Shallow shallow = Shallow::kRefuse;
  MissingBlobs missing_blobs = MissingBlobs::kRefuse;
};

// A repository by its names and its configuration, and the way to its objects. One half of the
// facade of libgit2; the other one is Objects. Together they answer everything that the program
// asks of a repository.
//
// For the thread that opened it. Answers with plain values. Reads only. Failures are Errors, in the
// user's words, with what mends them.
class Repository {
 public:
  // Opens the repository at `path` or above it, whatever its kind. Refuses, each with its own
  // message: what is no repository, one of another user, one in SHA-256 or with refs that libgit2
  // does not read, a shallow one unless it is allowed.
  static Repository open(const OpenOptions& options);

  Repository(Repository&&) noexcept;
  Repository& operator=(Repository&&) noexcept;
  ~Repository();

  // For this thread. They live as long as the repository.
  const Objects& objects() const;

  // What git would have history rewritten by, and what is left aside here.
  bool has_grafts() const;
  std::size_t replace_refs() const;

  // The root of the work tree with a final '/'; nothing if there is none.
  std::optional<std::string> work_tree() const;

  // The folder that the repository was opened from, relative to its work tree: "content/ko". Empty
  // for the root, and where there is no work tree.
  std::filesystem::path prefix() const;

  // ---- The work tree (work_tree.cc) ----

  // The commit that is checked out; nothing if there is no work tree, or no commit yet.
  std::optional<ObjectId> checked_out() const;

  // What git status would tell of the files at or below `places`, sorted by path, but for those
  // that are not there any more. "" is the root: of what nobody has added, only what lies right
  // there is found then. None where there is no work tree, and none that git leaves out. Files that
  // a program of the user's makes, such as git-lfs, count as changed only once they were added.
  std::vector<WorkTreeChange> work_tree_changes(const std::vector<std::string>& places) const;

  // Whether the file at `path` is in the work tree and staged as it is in `tree`; line ends that
  // git would convert are the same. False where nobody can tell, too.
  bool has_as_in(const std::string& path, const ObjectId& tree) const;

  // ---- Revisions (revisions.cc) ----

  // Whatever git_revparse_single takes, then a branch that exactly one remote has. Throws Error for
  // any other name, with the nearest branch's as a hint, and for what is no commit.
  ResolvedRevision resolve(const std::string& name) const;
  std::optional<ResolvedRevision> find(const std::string& name) const;

  // Whether there is any commit that a ref or HEAD names.
  bool has_commits() const;

  // Local branches, then those of remotes, each sorted by name; symbolic ones are left out.
  std::vector<Branch> branches() const;
  std::vector<std::string> remotes() const;

  // Where git fetches from for a remote, as it is configured; nothing if there is no such remote.
  // There may be a password in it.
  std::optional<std::string> remote_address(const std::string& remote) const;

  // The remote-tracking branch of a local one, "origin/main"; nothing if there is none.
  std::optional<Branch> upstream(const std::string& branch) const;

  // Not for shallow clones, which cannot tell.
  AheadBehind ahead_behind(const ObjectId& local, const ObjectId& upstream) const;

 private:
  struct Impl;
  explicit Repository(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace l10n_drift
