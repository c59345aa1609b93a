#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/history_walk.h"
#include "git/meter.h"
#include "git/named_commit.h"
#include "git/raw_object.h"
#include "l10n_drift/report.h"
#include "site/layout.h"
#include "values/object_id.h"

namespace l10n_drift {

// A pair of files, one in each of two trees, that are the same file under another name.
struct Rename {
  std::string from;
  std::string to;
  int similarity = 0;  // In per cent; 100 for the same blob.
  bool operator==(const Rename&) const = default;
};

// The renames between two trees: the same blob first (the same file name, then in the order of
// paths), then the most similar by libgit2's measure, at 50 % and more; of pages, what stands below
// the front matter counts (rename_search.cc). No file is in two of them. `Rename::similarity` is
// that of the whole files, as git gives it, and may be less than 50 %. What is not asked for is not
// compared. Must not outlive the objects.
class Renames {
 public:
  virtual ~Renames() = default;

  // Whether the new or old name of `path` can be found now: the blobs that may have to be compared
  // are there. If not, they are wanted (see Objects::want).
  virtual bool can_find(const std::string& path) = 0;

  // The old name of a file that only the newer tree has, the new name of one that only the older
  // has; nothing if it was not renamed.
  virtual std::optional<Rename> find_old_name(const std::string& added) = 0;
  virtual std::optional<Rename> find_new_name(const std::string& removed) = 0;
};

// A commit that removed a file, and its first parent, which had it.
struct Removal {
  ObjectId commit;
  ObjectId parent;
};

// The removals of files that a commit lacks, in the history behind it, simplified as git does it
// for one path. What is not asked for is not read. Must not outlive the objects.
class Removals {
 public:
  virtual ~Removals() = default;

  // Reads one commit more, before anybody asks; false once there is none left.
  virtual bool read_on() = 0;

  // Whether a removal of the file is among what is read, so that `find` is soon done.
  virtual bool is_met(const std::string& path) const = 0;

  // The newest; nothing if no commit before ever had the file, or a shallow clone does not tell.
  virtual std::optional<Removal> find(const std::string& path) = 0;
};

// A file that differs between two trees, with its blob in each; nothing where it is no file.
struct ChangedFile {
  std::string path;
  std::optional<ObjectId> before;
  std::optional<ObjectId> after;
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

// The objects of a repository: commits, trees and blobs, and all that can be found out from them
// alone. One half of the facade of libgit2; the other one is Repository, which knows names and
// configuration, and where objects come from.
//
// Belongs to one thread; `for_another_thread` gives the next thread objects of its own. Answers
// with plain values. Reads only. Failures are Errors, in the user's words, with what mends them.
//
// Grafts and refs/replace are left aside, as by `git --no-replace-objects`: everybody shall get the
// same answer. The commits at which a shallow clone ends have no parents in it.
class Objects {
 public:
  Objects for_another_thread() const;

  Objects(Objects&&) noexcept;
  Objects& operator=(Objects&&) noexcept;
  ~Objects();

  // Whether history is cut off.
  bool is_shallow() const;

  // ---- Blobs that a partial clone lacks ----
  //
  // A partial clone has the blobs of what was checked out and few others. To fetch what is needed
  // one by one would take forever. So whoever is about to read blobs says first which (`want`), and
  // does something else as long as the answer is no; `obtain_wanted` gets all of them at once.

  // Whether objects are missing that a remote has promised.
  bool is_partial() const;

  // Whether these blobs may be read. In a partial clone that is only after the next
  // `obtain_wanted`, for which they are remembered; before the first one nothing may be read, not
  // even what happens to be there. So the same work waits in every partial clone.
  bool want(const std::vector<ObjectId>& blobs) const;

  // Makes sure that all blobs are there that were wanted so far. Has git fetch those that are not,
  // in one batch, if the repository was opened to do so; else throws an Error that counts them.
  void obtain_wanted() const;

  // The same for these blobs alone, each of which is named once.
  void require(const std::vector<ObjectId>& blobs) const;

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

  // ---- Commits ----

  RawCommit read_commit(const ObjectId& commit) const;

  // The committer date of a commit.
  CommitStamp stamp(const ObjectId& commit) const;

  // The commit with its subject, which is UTF-8 as far as the commit's author made it so.
  SourceCommit describe(const ObjectId& commit) const;

  // The commit with this name: 40 hexadecimal digits or the first of them, at least 4, in any case.
  // It need not be reachable from anywhere.
  NamedCommit find_commit(std::string_view hex) const;

  // Its whole message, undecoded.
  std::string message(const ObjectId& commit) const;

  // The name of its author, undecoded.
  std::string author(const ObjectId& commit) const;

  // ---- History (history_walk.cc, removal_search.cc, ancestry.cc, merge_bases.cc,
  // commit_logs.cc) ----

  // Tells `visit` of the last touch of each file, and of those before as far as it asks.
  void walk_history(const ObjectId& start, const std::vector<FollowedFile>& files,
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

  // The removals of files below `folder` ("" for all) that `tip` lacks.
  std::unique_ptr<Removals> removals(const ObjectId& tip, const std::string& folder) const;

  // ---- Content (blob_drift.cc, rename_search.cc) ----

  // The counts of `git diff --numstat FROM TO`, to the line.
  BlobDrift drift(const ObjectId& from, const ObjectId& to) const;

  // What `git diff FROM TO` prints below its header.
  BlobDiff diff(const ObjectId& from, const ObjectId& to) const;

  // The files below `folder` that differ between two trees, sorted as git sorts them.
  std::vector<ChangedFile> changed_files(const ObjectId& from, const ObjectId& to,
                                         const std::string& folder) const;

  // The hunks of a unified diff of two texts.
  std::string diff_texts(const std::string& from, const std::string& to) const;

  // How similar two versions of a file are, in per cent.
  int similarity(const ObjectId& from, const ObjectId& to) const;

  // The renames between two trees of the files below `folder`, of those that `is_candidate` lets in
  // if there is one. The paths begin with the folder's.
  std::unique_ptr<Renames> renames(const ObjectId& from, const ObjectId& to,
                                   const std::string& folder,
                                   const PathFilter& is_candidate = {}) const;

  // ---- Statistics (meter.cc) ----

  // What happens while the answer lives belongs to this phase.
  [[nodiscard]] Meter::Scope measure(Phase phase) const;

  // What was measured so far, with what those measured that were made from it for other threads and
  // are gone.
  Statistics statistics() const;

 private:
  friend class Repository;
  struct Impl;
  std::function<bool(const std::vector<ObjectId>&)> wanting() const;
  explicit Objects(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace l10n_drift
