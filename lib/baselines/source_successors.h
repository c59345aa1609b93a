#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "git/objects.h"
#include "git/unreadable_blob.h"
#include "plan/pairs.h"

namespace l10n_drift {

// Follows sources that the base lacks through its history to where they live now. See
// source_successors.cc.
class SourceSuccessors {
 public:
  // `objects` and `pairs` must outlive the object.
  SourceSuccessors(const Objects& objects, const Pairs& pairs) : objects_(objects), pairs_(pairs) {}

  // A source that the base may lack, and that is likely to be asked for.
  void expect(const std::string& source);

  // Reads some history in search of what is expected, and no blob. False if nothing is left to do.
  bool look_ahead();

  // These sources are asked for; the base has none of them.
  void add(const std::set<std::string>& sources);

  // Follows what was added, all at once, as far as the blobs are there that have to be compared. In
  // a partial clone the rest waits for the next call, and for Objects::obtain_wanted before it.
  void follow();

  // Whether the source was followed to its end.
  bool is_followed(const std::string& source) const;

  // The path at the base of what was `source`; nothing if its history ends elsewhere. Throws
  // UnreadableBlob if a blob that would tell cannot be read.
  std::optional<std::string> find(const std::string& source) const;

  // Where the last name that it had was removed; nothing if the base never had it.
  std::optional<Removal> removal(const std::string& source) const;

 private:
  struct Trace {
    std::optional<Removal> removal;
    bool is_looked_for = false;  // For its removal.
    bool is_done = false;
    std::optional<UnreadableBlob> error;  // What keeps anybody from telling.
    std::optional<Rename> next;           // The name that this commit gave it.
  };

  std::string folder_of(const std::string& source) const;
  Removals& removals_below(const std::string& folder);
  void find_removals();
  bool find_next_names();
  Renames& renames_of(const Removal& removal);

  const Objects& objects_;
  const Pairs& pairs_;
  std::set<std::string> expected_;  // Not met yet.
  std::map<std::string, Trace> traces_;
  std::map<std::string, std::unique_ptr<Removals>> removals_;  // By their folders.
  std::map<std::pair<ObjectId, ObjectId>, std::unique_ptr<Renames>> renames_;
};

}  // namespace l10n_drift
