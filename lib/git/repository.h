#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/history_walk.h"
#include "git/meter.h"
#include "git/raw_object.h"
#include "l10n_drift/report.h"
#include "site/layout.h"
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

// A pair of files, one in each of two trees, that are the same file under another name.
struct Rename {
  std::string from;
  std::string to;
  int similarity = 0;  // In per cent; 100 for the same blob.
  bool operator==(const Rename&) const = default;
};

// The renames between two trees: the same blob first (the same file name, then in the order of
// paths), then the most similar by libgit2's measure, at 50 % and more. No file is in two of them.
// What is not asked for is not compared. Must not outlive the repository.
class Renames {
 public:
  virtual ~Renames() = default;

  // The old name of a file that only the newer tree has, the new name of one that only the older
  // has; nothing if it was not renamed.
  virtual std::optional<Rename> find_old_name(const std::string& added) = 0;
  virtual std::optional<Rename> find_new_name(const std::string& removed) = 0;

  // All of them, sorted by the old name.
  virtual std::vector<Rename> find_all() = 0;

  // The blobs that may have to be compared before the new or old name of `path` is found. Reads
  // none of them.
  virtual std::vector<ObjectId> blobs_for(const std::string& path) = 0;
};

using PathFilter = std::function<bool(std::string_view path)>;

// How two blobs differ: in lines, or in bytes where git takes either for binary.
struct BlobDrift {
  LineCounts lines;
  std::optional<BinarySizes> binary;
  bool operator==(const BlobDrift&) const = default;
};

// The same with the hunks of a unified diff, none for the same or for binary blobs.
struct BlobDiff {
  BlobDrift drift;
  std::string hunks;
};

// What to do with a shallow clone.
enum class Shallow { kRefuse, kAllow };

struct AncestryQuery {
  ObjectId ancestor;
  ObjectId descendant;
};

// Whether one commit reaches another: a shallow clone does not always tell.
enum class Reach { kNo, kYes, kUnknown };

struct LogQuery {
  ObjectId since;
  std::string path;
};

struct AheadBehind {
  std::size_t ahead = 0;
  std::size_t behind = 0;
};

// The facade of libgit2: everything that the program asks of a repository, answered with plain
// values. Reads only. Failures are Errors, in the user's words, with what mends them.
//
// An object belongs to one thread; `reopen` gives another thread one of its own.
//
// Grafts and refs/replace are left aside, as by `git --no-replace-objects`: everybody shall get the
// same answer. The commits at which a shallow clone ends have no parents in it.
class Repository {
 public:
  // Opens the repository at `path` or above it, whatever its kind. Refuses, each with its own
  // message: what is no repository, one of another user, one in SHA-256 or with refs that libgit2
  // does not read, a shallow one unless it is allowed.
  static Repository open(const std::string& path, Shallow shallow = Shallow::kRefuse);

  // The same repository for another thread. It answers questions about objects, those after
  // "Revisions" below.
  Repository reopen() const;

  Repository(Repository&&) noexcept;
  Repository& operator=(Repository&&) noexcept;
  ~Repository();

  // Whether its history is cut off, or objects are missing that a remote has promised.
  bool is_shallow() const;
  bool is_partial() const;

  // Those of the objects that a partial clone lacks, in their order.
  std::vector<ObjectId> find_missing(const std::vector<ObjectId>& objects) const;

  // Has git fetch objects that a partial clone lacks, in one batch.
  void fetch(const std::vector<ObjectId>& objects) const;

  bool has_grafts() const;
  std::size_t replace_refs() const;

  // The root of the work tree with a final '/'; nothing if there is none.
  std::optional<std::string> work_tree() const;

  // The folder that the repository was opened from, relative to its work tree: "content/ko". Empty
  // for the root, and where there is no work tree.
  std::filesystem::path prefix() const;

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

  // ---- Trees and files ----

  // All files below `folder` ("" for all), sorted by path bytewise, symlinks and submodules
  // included. None if there is no such folder.
  std::vector<TreeFile> list_files(const ObjectId& tree, const std::string& folder) const;

  // The names of the folders directly in `folder`, sorted.
  std::vector<std::string> list_folders(const ObjectId& tree, const std::string& folder) const;

  std::optional<ObjectId> find_folder(const ObjectId& tree, std::string_view folder) const;

  // The entries at `paths`, which are sorted and distinct; nothing where there is no file.
  std::vector<std::optional<TreeEntry>> find_files(
      const ObjectId& tree, const std::vector<std::string_view>& paths) const;

  std::string read_blob(const ObjectId& blob) const;

  // The committer date of a commit.
  CommitStamp stamp(const ObjectId& commit) const;

  // The commit with its subject, which is UTF-8 as far as the commit's author made it so.
  SourceCommit describe(const ObjectId& commit) const;

  RawCommit read_commit(const ObjectId& commit) const;

  // ---- History (history_walk.cc, ancestry.cc, merge_bases.cc, commit_logs.cc) ----

  // Tells `visit` of the last touch of each file, and of those before as far as it asks.
  void walk_touches(const ObjectId& start, const std::vector<FollowedFile>& files,
                    const Layout& layout, const TouchVisitor& visit,
                    const WalkProgress& progress) const;

  // Whether each query's `ancestor` is its `descendant` or is reached from it. Exact whatever the
  // dates say; commits are read once for all queries.
  std::vector<Reach> find_ancestry(const std::vector<AncestryQuery>& queries) const;

  // Where the histories of two commits part: the commits of `git merge-base --all`, sorted by their
  // ids. More than one if each was merged into the other, crosswise; none if they have nothing in
  // common. Throws Error if a shallow clone ends before that.
  std::vector<ObjectId> find_merge_bases(const ObjectId& one, const ObjectId& other) const;

  // For each query, the commits of `git log SINCE..TIP -- PATH`, in its order.
  std::vector<std::vector<ObjectId>> find_logs(const ObjectId& tip,
                                               const std::vector<LogQuery>& queries) const;

  // ---- Content (blob_drift.cc, rename_search.cc) ----

  // The counts of `git diff --numstat FROM TO`, to the line.
  BlobDrift drift(const ObjectId& from, const ObjectId& to) const;

  // What `git diff FROM TO` prints below its header.
  BlobDiff diff(const ObjectId& from, const ObjectId& to) const;

  // The hunks of a unified diff of two texts.
  std::string diff_texts(const std::string& from, const std::string& to) const;

  // The renames between two trees of the files below `folder`, of those that `is_candidate` lets in
  // if there is one. The paths begin with the folder's.
  std::unique_ptr<Renames> renames(const ObjectId& from, const ObjectId& to,
                                   const std::string& folder,
                                   const PathFilter& is_candidate = {}) const;

  // ---- Statistics (meter.cc) ----

  // What happens while the answer lives belongs to this phase.
  [[nodiscard]] Meter::Scope measure(Phase phase) const;

  // What was measured so far, with what those measured that were reopened from it and are gone.
  Statistics statistics() const;

 private:
  struct Impl;
  explicit Repository(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace l10n_drift
