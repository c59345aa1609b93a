// Which commit reaches which
// ==========================
//
// Is A an ancestor of D? To find A on the way back from D is a proof. To miss it is one only once
// all that D reaches has been seen, down to the root, unless there is a reason to stop before:
//
//     o---o---o---A---o        What A reaches does not reach A: histories have no circles. So the
//          \                   search from D need not go on behind such a commit, as `x` is here.
//           x---o---D
//
// Two searches run side by side, from D for A and from A for what it reaches, in the order of
// dates, so that both come to `x` at about the same time. The dates serve to meet soon. Where they
// are wrong, the search from D goes further than it needs to, and the answer stays the same.

#include "git/ancestry.h"

#include <queue>
#include <utility>

namespace l10n_drift {

class Ancestry::Search {
 public:
  Search(Ancestry& ancestry, Index ancestor) : ancestry_(ancestry), ancestor_(ancestor) {}

  Reach run(Index descendant) {
    bool is_cut = false;
    mark_parents(ancestor_, kBelow, below_);
    mark(descendant, kAbove, above_);
    while (!above_.empty()) {
      const auto [time, commit] = above_.top();
      if (commit == ancestor_) return Reach::kYes;
      catch_up(time);
      above_.pop();
      if ((marks_[commit] & kBelow) != 0) continue;
      is_cut = is_cut || ancestry_.commits_[commit].is_cut;
      mark_parents(commit, kAbove, above_);
    }
    return is_cut ? Reach::kUnknown : Reach::kNo;
  }

 private:
  // By date, the newest first.
  using Queue = std::priority_queue<std::pair<std::int64_t, Index>>;

  static constexpr std::uint8_t kAbove = 1;  // Reached from the descendant.
  static constexpr std::uint8_t kBelow = 2;  // Reached from the ancestor, which itself is not.

  void mark(Index commit, std::uint8_t bit, Queue& queue) {
    std::uint8_t& marks = marks_[commit];
    if ((marks & bit) != 0) return;
    marks |= bit;
    queue.emplace(ancestry_.commits_[commit].time, commit);
  }

  void mark_parents(Index commit, std::uint8_t bit, Queue& queue) {
    for (const Index parent : ancestry_.parents_of(commit)) mark(parent, bit, queue);
  }

  // Marks what the ancestor reaches, as far back as `time`.
  void catch_up(std::int64_t time) {
    while (!below_.empty() && below_.top().first >= time) {
      const Index commit = below_.top().second;
      below_.pop();
      mark_parents(commit, kBelow, below_);
    }
  }

  Ancestry& ancestry_;
  Index ancestor_;
  std::unordered_map<Index, std::uint8_t> marks_;
  Queue above_;
  Queue below_;
};

Ancestry::Index Ancestry::index_of(const ObjectId& id) {
  const auto [place, is_new] = indexes_.try_emplace(id, static_cast<Index>(commits_.size()));
  if (is_new) commits_.push_back(store_.read_commit(id));
  return place->second;
}

std::vector<Ancestry::Index> Ancestry::parents_of(Index commit) {
  const std::vector<ObjectId> ids =
      commits_[commit].parents;  // A copy: new commits move the others.
  std::vector<Index> parents;
  for (const ObjectId& id : ids) parents.push_back(index_of(id));
  return parents;
}

Reach Ancestry::find(const ObjectId& ancestor, const ObjectId& descendant) {
  if (ancestor == descendant) return Reach::kYes;
  const Index from = index_of(descendant);
  return Search(*this, index_of(ancestor)).run(from);
}

}  // namespace l10n_drift
