// Blocks are matched in four rounds, from what is certain to what is likely:
//
//   1. equal in normal form, in an order that both pages share (sequence_match.h);
//   2. equal in normal form and unique on either page, wherever it went: moved. Not so shortcodes
//      and components: they act on what they stand beside;
//   3. keys of front matter of the same name, as their order means nothing;
//   4. between two matches of the first round, of the same kind and with words in common: changed;
//   5. anywhere, of the same kind and with most words in common: moved and changed;
//   6. one block between two matches on either page: it took the other's place.
//
// The fourth round looks for the pairs, in order, whose similarities have the largest sum
// (pairing.h).

#include "detection/page_diff.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "detection/key_numbers.h"
#include "detection/pairing.h"
#include "detection/word_similarity.h"
#include "markdown/normal_form.h"
#include "text/sequence_match.h"

namespace l10n_drift {
namespace {

// Below this, two texts have little more in common than any two of a language: common words alone
// make 0.2 to 0.3.
constexpr double kMinSimilarity = 0.35;
// Away from its place a block has to be more like what it was.
constexpr double kMinDisplaced = 0.6;
constexpr std::size_t kMaxDisplaced = 10'000;  // How many pairs are compared at most.

// Whether a shortcode has got another name, and is given the same.
bool is_renamed(const Block& a, const Block& b) {
  return is_tag(a) && a.kind == b.kind && !arguments_of(a).empty() &&
         arguments_of(a) == arguments_of(b);
}

// Whether one may have become the other.
bool may_be_versions(const Block& a, const Block& b) {
  return class_of(a) == class_of(b) && (!goes_by_name(a) || a.name == b.name || is_renamed(a, b));
}

bool are_different(const Block& a, const Block& b) {
  return !same_normal_form(a, b) || (&a != &b && a.source != b.source);
}

// A number for each block, the same for all that are equal in normal form.
Sequence number_blocks(const PageBlocks& page, KeyNumbers& numbers) {
  Sequence sequence;
  sequence.reserve(page.size());
  for (std::size_t i = 0; i < page.size(); ++i) sequence.push_back(numbers.add(page.key(i)));
  return sequence;
}

double likeness(const Block& a, const WordBag& a_words, const Block& b, const WordBag& b_words) {
  const bool is_same_heading = a.kind == BlockKind::kHeading && a.anchor == b.anchor;
  return is_same_heading ? 1.0 : a_words.similarity(b_words);
}

class PageMatcher {
 public:
  PageMatcher(const PageBlocks& old_page, const PageBlocks& new_page)
      : old_(old_page), new_(new_page), old_of_(new_page.size()), new_of_(old_page.size()) {}

  PageDiff run();

 private:
  using Partner = std::optional<std::size_t>;

  void pair(std::size_t old_index, std::size_t new_index) {
    new_of_[old_index] = new_index;
    old_of_[new_index] = old_index;
  }
  void pair_moved(const Sequence& old_blocks, const Sequence& new_blocks);
  void pair_keys();
  void pair_similar(const std::vector<IndexPair>& matches);
  void pair_gap(IndexPair begin, IndexPair end);
  void pair_displaced();
  void pair_replaced();
  std::vector<BlockChange> list_changes() const;

  const PageBlocks& old_;
  const PageBlocks& new_;
  std::vector<Partner> old_of_;  // For each new block, its old one.
  std::vector<Partner> new_of_;
  std::vector<bool> is_displaced_;   // For each old block, whether it was moved.
  std::vector<IndexPair> replaced_;  // Each the only ones of their gaps, without common words.
};

void PageMatcher::pair_moved(const Sequence& old_blocks, const Sequence& new_blocks) {
  struct Places {
    std::size_t old_count = 0, new_count = 0, new_index = 0;
  };
  std::vector<Places> places(old_blocks.size() + new_blocks.size());  // By number.
  for (const std::uint32_t number : old_blocks) ++places[number].old_count;
  for (std::size_t i = 0; i < new_blocks.size(); ++i) {
    ++places[new_blocks[i]].new_count;
    places[new_blocks[i]].new_index = i;
  }
  for (std::size_t i = 0; i < old_blocks.size(); ++i) {
    const Places& found = places[old_blocks[i]];
    if (new_of_[i] || found.old_count != 1 || found.new_count != 1) continue;
    if (is_tag(old_[i])) continue;
    pair(i, found.new_index);
    is_displaced_[i] = true;
  }
}

// The blocks of a stretch that have no partner yet.
std::vector<std::size_t> list_unpaired(const std::vector<std::optional<std::size_t>>& partners,
                                       std::size_t begin, std::size_t end) {
  std::vector<std::size_t> left;
  for (std::size_t i = begin; i < end; ++i) {
    if (!partners[i]) left.push_back(i);
  }
  return left;
}

std::vector<WordBag> bags_of(const PageBlocks& page, const std::vector<std::size_t>& blocks) {
  std::vector<WordBag> bags;
  bags.reserve(blocks.size());
  for (const std::size_t i : blocks) bags.emplace_back(page[i].text);
  return bags;
}

void PageMatcher::pair_gap(IndexPair begin, IndexPair end) {
  const auto old_left = list_unpaired(new_of_, begin.old_index, end.old_index);
  const auto new_left = list_unpaired(old_of_, begin.new_index, end.new_index);
  if (old_left.empty() || new_left.empty()) return;
  if (old_left.size() == 1 && new_left.size() == 1) {
    if (may_be_versions(old_[old_left[0]], new_[new_left[0]]))
      replaced_.push_back({old_left[0], new_left[0]});
  }
  const std::vector<WordBag> old_words = bags_of(old_, old_left);
  const std::vector<WordBag> new_words = bags_of(new_, new_left);
  const auto similarity = [&](std::size_t i, std::size_t j) {
    const Block& old_block = old_[old_left[i]];
    if (!may_be_versions(old_block, new_[new_left[j]])) return 0.0;
    if (goes_by_name(old_block)) return 1.0;
    const double words = likeness(old_block, old_words[i], new_[new_left[j]], new_words[j]);
    // The cube, as one good pair is worth more than two poor ones.
    return words < kMinSimilarity ? 0.0 : words * words * words;
  };
  for (const IndexPair& found : pair_in_order(old_left.size(), new_left.size(), similarity)) {
    pair(old_left[found.old_index], new_left[found.new_index]);
  }
}

void PageMatcher::pair_keys() {
  std::multimap<std::string_view, std::size_t> keys;
  for (std::size_t i = 0; i < new_.size() && new_[i].kind == BlockKind::kFrontMatter; ++i) {
    if (!old_of_[i]) keys.emplace(new_[i].name, i);
  }
  for (std::size_t i = 0; i < old_.size() && old_[i].kind == BlockKind::kFrontMatter; ++i) {
    if (new_of_[i]) continue;
    const auto found = keys.lower_bound(old_[i].name);
    if (found == keys.end() || found->first != old_[i].name) continue;
    pair(i, found->second);
    keys.erase(found);
  }
}

void PageMatcher::pair_similar(const std::vector<IndexPair>& matches) {
  IndexPair begin{0, 0};
  for (const IndexPair& match : matches) {
    pair_gap(begin, match);
    begin = {match.old_index + 1, match.new_index + 1};
  }
  pair_gap(begin, {old_.size(), new_.size()});
}

// What was moved and changed at once. The most similar come first, then those in order.
void PageMatcher::pair_displaced() {
  const auto old_left = list_unpaired(new_of_, 0, old_.size());
  const auto new_left = list_unpaired(old_of_, 0, new_.size());
  if (old_left.empty() || new_left.empty()) return;
  if (old_left.size() > kMaxDisplaced / new_left.size()) return;
  struct Candidate {
    double similarity;
    std::size_t old_index, new_index;
  };
  const std::vector<WordBag> old_words = bags_of(old_, old_left);
  const std::vector<WordBag> new_words = bags_of(new_, new_left);
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < old_left.size(); ++i) {
    const Block& old_block = old_[old_left[i]];
    if (goes_by_name(old_block)) continue;
    for (std::size_t j = 0; j < new_left.size(); ++j) {
      const Block& new_block = new_[new_left[j]];
      if (!may_be_versions(old_block, new_block)) continue;
      const double similarity = likeness(old_block, old_words[i], new_block, new_words[j]);
      if (similarity >= kMinDisplaced) candidates.push_back({similarity, old_left[i], new_left[j]});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const auto& a, const auto& b) { return a.similarity > b.similarity; });
  for (const Candidate& candidate : candidates) {
    if (new_of_[candidate.old_index] || old_of_[candidate.new_index]) continue;
    pair(candidate.old_index, candidate.new_index);
    is_displaced_[candidate.old_index] = true;
  }
}

// Where one block took the place of another, no likeness of words is asked for.
void PageMatcher::pair_replaced() {
  for (const IndexPair& found : replaced_) {
    if (!new_of_[found.old_index] && !old_of_[found.new_index]) {
      pair(found.old_index, found.new_index);
    }
  }
}

std::vector<BlockChange> PageMatcher::list_changes() const {
  std::vector<BlockChange> changes;
  std::size_t next_old = 0;
  const auto list_removed_before = [&](std::size_t end) {
    for (; next_old < end; ++next_old) {
      if (!new_of_[next_old]) changes.push_back({next_old, {}});
    }
  };
  for (std::size_t i = 0; i < new_.size(); ++i) {
    const Partner& partner = old_of_[i];
    if (!partner) {
      changes.push_back({{}, i});
    } else if (is_displaced_[*partner]) {
      changes.push_back({partner, i});
    } else {
      list_removed_before(*partner);
      if (are_different(old_[*partner], new_[i])) changes.push_back({partner, i});
    }
  }
  list_removed_before(old_.size());
  return changes;
}

PageDiff PageMatcher::run() {
  KeyNumbers numbers(old_.size() + new_.size());
  const Sequence old_blocks = number_blocks(old_, numbers);
  const Sequence new_blocks = number_blocks(new_, numbers);
  const std::vector<IndexPair> matches = match_sequences(old_blocks, new_blocks);
  is_displaced_.assign(old_.size(), false);
  for (const IndexPair& match : matches) pair(match.old_index, match.new_index);
  pair_moved(old_blocks, new_blocks);
  pair_keys();
  pair_similar(matches);
  pair_displaced();
  pair_replaced();
  std::vector<BlockChange> changes = list_changes();
  return {std::move(changes), std::move(new_of_), std::move(old_of_)};
}

}  // namespace

PageDiff compare_pages(const PageBlocks& old_page, const PageBlocks& new_page) {
  return PageMatcher(old_page, new_page).run();
}

}  // namespace l10n_drift
