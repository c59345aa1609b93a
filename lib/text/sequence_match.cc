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

#include "text/sequence_match.h"

#include <algorithm>
#include <unordered_map>

namespace l10n_drift {
namespace {

constexpr std::size_t kMaxLengths = 250'000;  // How many lengths the exact solution's table holds.
constexpr int kMaxDepth = 16;                 // How deep gaps may lie within gaps.

// A stretch of both sequences, ends not included.
struct Gap {
  std::size_t old_begin, old_end;
  std::size_t new_begin, new_end;

  std::size_t old_size() const { return old_end - old_begin; }
  std::size_t new_size() const { return new_end - new_begin; }
};

class SequenceMatcher {
 public:
  SequenceMatcher(const Sequence& old_sequence, const Sequence& new_sequence)
      : old_(old_sequence), new_(new_sequence) {}

  void solve(Gap gap, int depth);
  std::vector<IndexPair> take() { return std::move(matches_); }

 private:
  std::vector<IndexPair> find_anchors(const Gap& gap) const;
  void solve_exactly(const Gap& gap);
  void solve_greedily(const Gap& gap);

  const Sequence& old_;
  const Sequence& new_;
  std::vector<IndexPair> matches_;
};

// Of matches sorted by their old index, a longest sequence that is sorted by the new index, too.
std::vector<IndexPair> longest_increasing(const std::vector<IndexPair>& matches) {
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
  std::vector<IndexPair> longest;
  for (std::size_t i = ends.empty() ? matches.size() : ends.back(); i < matches.size();
       i = previous[i]) {
    longest.push_back(matches[i]);
  }
  std::reverse(longest.begin(), longest.end());
  return longest;
}

struct NumberAt {
  std::uint32_t number;
  std::size_t index;
};

// The elements that stand once in a stretch, sorted.
std::vector<NumberAt> list_unique(const Sequence& sequence, std::size_t begin, std::size_t end) {
  std::vector<NumberAt> places;
  places.reserve(end - begin);
  for (std::size_t i = begin; i < end; ++i) places.push_back({sequence[i], i});
  std::sort(places.begin(), places.end(),
            [](const NumberAt& a, const NumberAt& b) { return a.number < b.number; });
  std::size_t kept = 0;
  for (std::size_t i = 0, next = 0; i < places.size(); i = next) {
    while (next < places.size() && places[next].number == places[i].number) ++next;
    if (next == i + 1) places[kept++] = places[i];
  }
  places.resize(kept);
  return places;
}

std::vector<IndexPair> SequenceMatcher::find_anchors(const Gap& gap) const {
  if (gap.old_size() == 0 || gap.new_size() == 0) return {};
  const std::vector<NumberAt> in_old = list_unique(old_, gap.old_begin, gap.old_end);
  const std::vector<NumberAt> in_new = list_unique(new_, gap.new_begin, gap.new_end);
  std::vector<IndexPair> unique;
  for (auto a = in_old.begin(), b = in_new.begin(); a != in_old.end() && b != in_new.end();) {
    if (a->number == b->number) unique.push_back({a->index, b->index});
    const bool step_a = a->number <= b->number;
    const bool step_b = b->number <= a->number;
    if (step_a) ++a;
    if (step_b) ++b;
  }
  std::sort(unique.begin(), unique.end(),
            [](const IndexPair& a, const IndexPair& b) { return a.old_index < b.old_index; });
  return longest_increasing(unique);
}

// The longest common subsequence, by the table of its lengths.
void SequenceMatcher::solve_exactly(const Gap& gap) {
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

void SequenceMatcher::solve_greedily(const Gap& gap) {
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
void SequenceMatcher::solve(Gap gap, int depth) {
  while (gap.old_size() > 0 && gap.new_size() > 0 && old_[gap.old_begin] == new_[gap.new_begin]) {
    matches_.push_back({gap.old_begin++, gap.new_begin++});
  }
  std::size_t common_end = 0;
  while (gap.old_size() > 0 && gap.new_size() > 0 &&
         old_[gap.old_end - 1] == new_[gap.new_end - 1]) {
    --gap.old_end, --gap.new_end, ++common_end;
  }
  const std::vector<IndexPair> anchors =
      depth < kMaxDepth ? find_anchors(gap) : std::vector<IndexPair>{};
  if (!anchors.empty()) {
    Gap part = gap;
    for (const IndexPair& anchor : anchors) {
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

std::vector<IndexPair> match_sequences(const Sequence& old_sequence, const Sequence& new_sequence) {
  SequenceMatcher matcher(old_sequence, new_sequence);
  matcher.solve({0, old_sequence.size(), 0, new_sequence.size()}, 0);
  return matcher.take();
}

}  // namespace l10n_drift
