#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "values/object_id.h"

namespace l10n_drift {

// Commits and trees as they lie in the object database, parsed no further than the walk needs.
// The bytes come from strangers: whatever they are, parsing ends with a value or with nothing.
// Format: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects, and git's fsck.c.

struct RawCommit {
  ObjectId tree;
  std::vector<ObjectId> parents;
  std::int64_t time = 0;   // The committer's clock, in seconds since 1970 (UTC).
  int offset_minutes = 0;  // The committer's time zone, east of UTC.
  bool is_cut = false;     // It has parents that a shallow clone lacks. The parser leaves it false.
};

// Gives nothing if the tree or a parent cannot be read. A committer line that cannot be read leaves
// the time 0, as in git.
std::optional<RawCommit> parse_commit(std::string_view bytes);

// The message: what follows the header. Nothing is decoded. A part of `bytes`.
std::string_view commit_message(std::string_view bytes);

// The subject as `git log --format=%s` prints it: the first paragraph on one line. Nothing is
// decoded: the bytes are those of the commit.
std::string commit_subject(std::string_view bytes);

// The author's name as `git log --format=%an` prints it, without .mailmap and undecoded; empty
// where there is none.
std::string commit_author(std::string_view bytes);

// The date as git's `%cI` prints it: "2020-10-16T19:44:12-07:00". UTC is "+00:00", as git printed
// it until 2.45 made it "Z".
std::string iso_date(std::int64_t time, int offset_minutes);

// What a tree's entry is, from its mode.
enum class EntryKind { kFile, kFolder, kSymlink, kSubmodule };

inline constexpr std::uint32_t kFolderMode = 0040000;

struct TreeEntry {
  std::uint32_t mode = 0;
  ObjectId id;

  EntryKind kind() const;
  bool operator==(const TreeEntry&) const = default;
};

// A file of a tree, by its path.
struct TreeFile {
  std::string path;
  TreeEntry entry;
};

// Reads the entries of a tree one after the other.
//
//     TreeCursor cursor(bytes);
//     while (cursor.next()) use(cursor.name(), cursor.entry());
//     if (cursor.is_corrupt()) ...
class TreeCursor {
 public:
  // `bytes` must outlive the cursor and the names that it gives.
  explicit TreeCursor(std::string_view bytes) : rest_(bytes) {}

  // Goes on to the next entry. False at the end, and where the bytes are no tree.
  bool next();

  bool is_corrupt() const { return corrupt_; }
  std::string_view name() const { return name_; }
  const TreeEntry& entry() const { return entry_; }

 private:
  bool fail();

  std::string_view rest_;
  std::string_view name_;
  TreeEntry entry_;
  bool corrupt_ = false;
};

// The order of a tree's entries: by name, bytewise, a folder's as if it ended in '/'. Negative,
// zero or positive like memcmp; zero only for the same name of the same kind.
int compare_entry_names(std::string_view a, bool a_is_folder, std::string_view b, bool b_is_folder);

}  // namespace l10n_drift
