// Where two histories part
// ========================
//
//     o---B---o---o   one       B is reached from both, and so is all that is older. It is a merge
//          \                    base, as no other such commit has it behind itself.
//           o---o     other
//
// Both colours flow from their commit towards the root, by date. A commit that gets both is a
// candidate, and what is behind a candidate is stale: it may have both colours, and yet is no merge
// base. The search is over when all that still flows is stale.
//
// Where dates are wrong, a commit may have been a candidate before its staleness arrived. So at the
// end, candidates that another one reaches are dropped; there is more than one candidate only if
// the histories were merged crosswise, or if dates are wrong.

#include "git/merge_bases.h"

#include <algorithm>
#include <cstdint>
#include <queue>
#include <unordered_map>
#include <utility>

#include "git/ancestry.h"

namespace l10n_drift {
namespace {

constexpr std::uint8_t kOfOne = 1;
constexpr std::uint8_t kOfOther = 2;
constexpr std::uint8_t kOfBoth = kOfOne | kOfOther;
constexpr std::uint8_t kStale = 4;

class Painting {
 public:
  explicit Painting(ObjectStore& store) : store_(store) {}

  MergeBases run(const ObjectId& one, const ObjectId& other) {
    paint(one, kOfOne);
    paint(other, kOfOther);
    while (fresh_ > 0) visit_next();
    MergeBases bases{.commits = {}, .is_cut = is_cut_};
    for (const auto& [id, commit] : commits_) {
      if (commit.colors == kOfBoth) bases.commits.push_back(id);
    }
    std::sort(bases.commits.begin(), bases.commits.end());
    return bases;
  }

 private:
  struct Painted {
    RawCommit raw;
    std::uint8_t colors = 0;
    std::size_t waiting = 0;  // How often it stands in the queue.
  };

  static bool is_stale(const Painted& commit) { return (commit.colors & kStale) != 0; }

  // Colours a commit, which has to hand on to its parents what is new to it.
  void paint(const ObjectId& id, std::uint8_t colors) {
    const auto [place, is_new] = commits_.try_emplace(id);
    Painted& commit = place->second;
    if (is_new) commit.raw = store_.read_commit(id);
    if ((commit.colors & colors) == colors) return;
    if (!is_stale(commit)) fresh_ -= commit.waiting;
    commit.colors |= colors;
    ++commit.waiting;
    if (!is_stale(commit)) fresh_ += commit.waiting;
    queue_.emplace(commit.raw.time, id);
  }

  void visit_next() {
    const ObjectId id = queue_.top().second;
    queue_.pop();
    Painted& commit = commits_.at(id);
    --commit.waiting;
    if (!is_stale(commit)) --fresh_;
    is_cut_ = is_cut_ || commit.raw.is_cut;
    const bool is_common = (commit.colors & kOfBoth) == kOfBoth;
    const std::uint8_t colors = is_common ? kOfBoth | kStale : commit.colors;
    for (const ObjectId& parent : commit.raw.parents) paint(parent, colors);
  }

  ObjectStore& store_;
  std::unordered_map<ObjectId, Painted> commits_;
  std::priority_queue<std::pair<std::int64_t, ObjectId>> queue_;  // The newest first.
  std::size_t fresh_ = 0;  // Entries of the queue whose commit is not stale.
  bool is_cut_ = false;
};

}  // namespace

MergeBases find_merge_bases(ObjectStore& store, const ObjectId& one, const ObjectId& other) {
  MergeBases bases = Painting(store).run(one, other);
  if (bases.commits.size() < 2) return bases;
  Ancestry ancestry(store);
  const std::vector<ObjectId> candidates = bases.commits;
  std::erase_if(bases.commits, [&](const ObjectId& older) {
    return std::any_of(candidates.begin(), candidates.end(), [&](const ObjectId& newer) {
      return newer != older && ancestry.find(older, newer) == Reach::kYes;
    });
  });
  return bases;
}

}  // namespace l10n_drift
