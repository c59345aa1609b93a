#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory_resource>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "git/id_table.h"
#include "git/raw_object.h"
#include "values/object_id.h"

namespace l10n_drift {

// What several searches would read again, each on its way through the same history: commits, and
// the folders that lie between the root and the pages. Whoever comes first leaves it here for the
// others. For any number of threads.
//
// Searches begin at the newest commits, so these are the ones that are kept; what comes when the
// memory is full is not.
class SharedReads {
 public:
  std::optional<RawCommit> find_commit(const ObjectId& id) const;
  void keep_commit(const ObjectId& id, const RawCommit& commit);

  // The folder `name` of a tree.
  struct Step {
    bool is_known = false;
    std::optional<ObjectId> folder;  // Nothing if the tree has none.
  };
  Step find_step(const ObjectId& tree, std::string_view name) const;
  void keep_step(const ObjectId& tree, std::string_view name,
                 const std::optional<ObjectId>& folder);

 private:
  // A commit as nearly all are: with two parents at most.
  struct Commit {
    ObjectId tree;
    std::array<ObjectId, 2> parents;
    std::uint8_t parent_count = 0;
    bool is_cut = false;
    int offset_minutes = 0;
    std::int64_t time = 0;
  };
  using Folders = IdTable<ObjectId>;  // By the trees that they are in; zero for none.

  // Of each kind; 20 MB in all.
  static constexpr std::size_t kMostKept = 100'000;
  static constexpr std::size_t kChunk = std::size_t{1} << 20;

  mutable std::mutex mutex_;
  // Large pieces of memory: small ones that stay would come to lie between those that the reading
  // of objects takes and gives back, which then gets other memory each time, and that is slow.
  std::pmr::monotonic_buffer_resource memory_{kChunk};
  IdTable<Commit> commits_{memory_};
  std::map<std::string, Folders, std::less<>> steps_;  // By names, of which there are few.
  std::size_t kept_steps_ = 0;
};

}  // namespace l10n_drift
