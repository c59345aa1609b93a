#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "git/object_store.h"
#include "git/objects.h"

namespace l10n_drift {

// Removals, found by reading each commit once for all files. See removal_search.cc.
class RemovalSearch : public Removals {
 public:
  // `folder` is "" for all files. `store` must outlive the object.
  RemovalSearch(ObjectStore& store, const ObjectId& tip, std::string folder);

  bool read_on() override;
  bool is_met(const std::string& path) const override;
  std::optional<Removal> find(const std::string& path) override;

 private:
  // A commit and its folder, which may be missing.
  struct Place {
    ObjectId commit;
    std::vector<ObjectId> parents;
    std::optional<ObjectId> folder;
  };
  // From a commit on to the first parent, and so on.
  struct Line {
    std::optional<Place> next;                  // Not compared yet; nothing once all is read.
    std::vector<Place> removers;                // The commits that removed files, newest first,
    std::map<std::string, std::size_t> newest;  // and which of them it is for each path.
  };

  Place place_at(const ObjectId& commit) const;
  Line& line_from(const ObjectId& commit);
  bool read_on(Line& line) const;
  bool has(const ObjectId& commit, const std::string& path) const;

  ObjectStore& store_;
  ObjectId tip_;
  std::string folder_;
  std::map<ObjectId, Line> lines_;
};

}  // namespace l10n_drift
