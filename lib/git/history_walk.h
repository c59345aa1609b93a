#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "git/raw_object.h"
#include "site/layout.h"

namespace l10n_drift {

// A file to follow: a path and its entry in the tree of the commit where the walk starts.
struct FollowedFile {
  std::string path;
  TreeEntry entry;
};

// A commit that changed the content of a followed file. `path` is the name that the file had then.
// It need be no translation's.
struct Touch {
  ObjectId commit;
  ObjectId tree;
  std::int64_t time = 0;
  int offset_minutes = 0;
  ObjectId blob;        // What the commit made of the file.
  bool is_file = true;  // False for a symbolic link and for a submodule.
  std::string path;
  // The name of the file that moved to the place of its source along with it, where `path` is no
  // translation's; else empty, as the layout tells it.
  std::string source = {};
  // Names that the file had later, and before the touch that was told of before: it was moved more
  // than once without a change. The newest first.
  std::vector<std::string> passed_names = {};
  // Whether the way to here never forked: then no touch that is told of later comes after this one.
  bool on_one_line = true;
  // In a shallow clone: the history that it has ends here, and whatever touched the file last is
  // this commit or lies behind it.
  bool is_cut = false;
  // With kPastDeletions: the file was deleted after this touch, and came back with the one that was
  // told of before.
  bool was_deleted_after = false;
};

// Where to go from a touch: nowhere; to all parents, as `git log` does behind a commit that it
// shows; to the first parent that has the path, until none has; or the same, and where none has it,
// on to the time before a deletion.
enum class Onward { kStop, kAllParents, kFirstWithPath, kPastDeletions };

// Is told of a touch of the file with this index, and answers whether the walk shall go on to the
// touches before it. The first touch that it is told of is the last one of the file. Behind a touch
// from which the walk goes on to several parents, it is told of touches on all sides, in no order
// that can be relied on, and now and then of the same one again.
using TouchVisitor = std::function<Onward(std::size_t file, const Touch& touch)>;

// Called now and then with the number of commits visited so far and of files not yet resolved.
using WalkProgress = std::function<void(std::size_t commits, std::size_t files)>;

}  // namespace l10n_drift
