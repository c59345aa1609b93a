// Patience: elements that either side has once are anchors, as no other choice is possible. Those
// of them that stand in the same order on both sides (a longest increasing sequence) divide the
// sequences, and each gap between two is solved for itself, where further elements may be unique.
//
//     old   a  x  b  x  c          anchors a, b, c (x stands twice)
//     new   a  b  x  x  c          the gap between b and c matches one x
//
// A gap without anchors is solved exactly if it is small. A large one holds the same few elements
// over and over, such as a page of ten thousand equal lines; it takes each element at the next
// place where it stands, which is good enough where all are equal, and linear.

#include "detection/sequence_match.h"

#include <algorithm>
#include <unordered_map>

namespace l10n_drift {
namespace {

constexpr std::size_t kMaxLengths = 250'000;  // Of the exact solution's table.
constexpr int kMaxDepth = 16;                 // Of gaps within gaps.

// A stretch of both sequences, ends not included.
struct Gap {
  std::size_t old_begin, old_end;
  std::size_t new_begin, new_end;

  std::size_t old_size() const { return old_end - old_begin; }
  std::size_t new_size() const { return new_end - new_begin; }
};

class Matcher {
 public:
  Matcher(const Ids& old_ids, const Ids& new_ids) : old_(old_ids), new_(new_ids) {}

  void solve(Gap gap, int depth);
  std::vector<Match> take() { return std::move(matches_); }

 private:
  std::vector<Match> find_anchors(const Gap& gap) const;
  void solve_exactly(const Gap& gap);
  void solve_greedily(const Gap& gap);

  const Ids& old_;
  const Ids& new_;
  std::vector<Match> matches_;
};

// Of matches sorted by their old index, a longest sequence that is sorted by the new index, too.
std::vector<Match> longest_increasing(const std::vector<Match>& matches) {
  std::vector<std::size_t> ends;  // For each length, the match that ends the lowest such sequence.
  std::vector<std::size_t> previous(matches.size(), matches.size());
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const auto place =
        std::lower_bound(ends.begin(), ends.end(), i, [&matches](std::size_t end, std::size_t at) {
          return matches[end].new_index < matches[at].new_index;
        });
    if (place != ends.begin()) previous[i] = *(place - 1);
    if (place == ends.end()) {
      ends.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<Match> longest;
  for (std::size_t i = ends.empty() ? matches.size() : ends.back(); i < matches.size();
       i = previous[i]) {
    longest.push_back(matches[i]);
  }
  std::reverse(longest.begin(), longest.end());
  return longest;
}

struct Place {
  std::uint32_t id;
  std::size_t index;
};

// The elements that stand once in a stretch, sorted.
std::vector<Place> list_unique(const Ids& ids, std::size_t begin, std::size_t end) {
  std::vector<Place> places;
  places.reserve(end - begin);
  for (std::size_t i = begin; i < end; ++i) places.push_back({ids[i], i});
  std::sort(places.begin(), places.end(),
            [](const Place& a, const Place& b) { return a.id < b.id; });
  std::size_t kept = 0;
  for (std::size_t i = 0, next = 0; i < places.size(); i = next) {
    while (next < places.size() && places[next].id == places[i].id) ++next;
    if (next == i + 1) places[kept++] = places[i];
  }
  places.resize(kept);
  return places;
}

std::vector<Match> Matcher::find_anchors(const Gap& gap) const {
  if (gap.old_size() == 0 || gap.new_size() == 0) return {};
  const std::vector<Place> in_old = list_unique(old_, gap.old_begin, gap.old_end);
  const std::vector<Place> in_new = list_unique(new_, gap.new_begin, gap.new_end);
  std::vector<Match> unique;
  for (auto a = in_old.begin(), b = in_new.begin(); a != in_old.end() && b != in_new.end();) {
    if (a->id == b->id) unique.push_back({a->index, b->index});
    const bool step_a = a->id <= b->id;
    const bool step_b = b->id <= a->id;
    if (step_a) ++a;
    if (step_b) ++b;
  }
  std::sort(unique.begin(), unique.end(),
            [](const Match& a, const Match& b) { return a.old_index < b.old_index; });
  return longest_increasing(unique);
}

// The longest common subsequence, by the table of its lengths.
void Matcher::solve_exactly(const Gap& gap) {
  const std::size_t width = gap.new_size() + 1;
  std::vector<std::uint32_t> length((gap.old_size() + 1) * width, 0);
  for (std::size_t i = gap.old_size(); i-- > 0;) {
    for (std::size_t j = gap.new_size(); j-- > 0;) {
      const bool equal = old_[gap.old_begin + i] == new_[gap.new_begin + j];
      length[i * width + j] =
          equal ? length[(i + 1) * width + j + 1] + 1
                : std::max(length[(i + 1) * width + j], length[i * width + j + 1]);
    }
  }
  for (std::size_t i = 0, j = 0; i < gap.old_size() && j < gap.new_size();) {
    if (old_[gap.old_begin + i] == new_[gap.new_begin + j]) {
      matches_.push_back({gap.old_begin + i++, gap.new_begin + j++});
    } else if (length[(i + 1) * width + j] >= length[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
}

void Matcher::solve_greedily(const Gap& gap) {
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> places;
  for (std::size_t i = gap.new_begin; i < gap.new_end; ++i) places[new_[i]].push_back(i);
  std::size_t next = gap.new_begin;
  for (std::size_t i = gap.old_begin; i < gap.old_end; ++i) {
    const auto found = places.find(old_[i]);
    if (found == places.end()) continue;
    const auto place = std::lower_bound(found->second.begin(), found->second.end(), next);
    if (place == found->second.end()) continue;
    matches_.push_back({i, *place});
    next = *place + 1;
  }
}

// Appends matches in order.
void Matcher::solve(Gap gap, int depth) {
  while (gap.old_size() > 0 && gap.new_size() > 0 && old_[gap.old_begin] == new_[gap.new_begin]) {
    matches_.push_back({gap.old_begin++, gap.new_begin++});
  }
  std::size_t common_end = 0;
  while (gap.old_size() > 0 && gap.new_size() > 0 &&
         old_[gap.old_end - 1] == new_[gap.new_end - 1]) {
    --gap.old_end, --gap.new_end, ++common_end;
  }
  const std::vector<Match> anchors = depth < kMaxDepth ? find_anchors(gap) : std::vector<Match>{};
  if (!anchors.empty()) {
    Gap part = gap;
    for (const Match& anchor : anchors) {
      part.old_end = anchor.old_index;
      part.new_end = anchor.new_index;
      solve(part, depth + 1);
      matches_.push_back(anchor);
      part.old_begin = anchor.old_index + 1;
      part.new_begin = anchor.new_index + 1;
    }
    part.old_end = gap.old_end;
    part.new_end = gap.new_end;
    solve(part, depth + 1);
  } else if (gap.old_size() <= kMaxLengths / (gap.new_size() + 1)) {
    solve_exactly(gap);
  } else {
    solve_greedily(gap);
  }
  for (std::size_t i = 0; i < common_end; ++i) {
    matches_.push_back({gap.old_end + i, gap.new_end + i});
  }
}

}  // namespace

std::vector<Match> match_sequences(const Ids& old_ids, const Ids& new_ids) {
  Matcher matcher(old_ids, new_ids);
  matcher.solve({0, old_ids.size(), 0, new_ids.size()}, 0);
  return matcher.take();
}

}  // namespace l10n_drift
