// Which blocks of two languages belong together
// =============================================
//
// To tell whether a paragraph was translated anew, one has to know which paragraph of the
// translation is its counterpart. The two have no words in common, and either page may have blocks
// that the other one lacks:
//
//     source                           translation
//     ------                           -----------
//     # Install                 =====  # 설치 {#install}          the same anchor
//     You need a machine.       -----  장비가 필요하다.            kind and length
//     Get it with `get.sh`.     -----  `get.sh`로 설치한다.        a mark in common
//     It takes a while.                                           never translated
//     ``` get.sh it ```         =====  ``` get.sh it ```          the same code
//     Enjoy.                    -----  잘 쓰기를.                  nothing else is left
//
// Two ways are obvious. To count blocks, the third here for the third there, fails with the first
// one that is missing: all below it are off by one. To compare every block with every other and to
// take the best pairs costs the product of the lengths of both pages, and draws blocks together
// across the page, as most paragraphs are like a dozen others: the same kind, the same length, no
// mark at all.
//
// So first the pages are divided where it is certain what belongs together, and likeness decides
// only between two such places:
//
//   1. Keys of front matter are paired by their names, in whatever order they stand.
//   2. Landmarks (fingerprint.cc), `=====` above, are blocks that can be told by themselves. Those
//      that both pages have in the same order are paired (sequence_match.h).
//   3. Between two landmarks, those pairs are taken, in order, whose likeness has the largest sum
//      (pairing.h): `-----` above.
//
// Likeness looks at kind, marks and length. The more often the source has a mark, the less it
// counts: that two paragraphs of a page about `kubectl` both say `kubectl` is no news. A length is
// measured by the ratio of the whole pages, since some languages take half the letters of others.
//
// Somebody may have made another page of the translation, or replaced the source. Some pairs are
// found nevertheless, and none of them is to be trusted. So the result is rated: an alignment is
// weak if too few blocks of the source have a counterpart, or if the marks of those that have one
// do not agree. The ledger does not believe a weak one.
//
// What is not found is a section that stands at another place in the translation: pairs never
// cross, but for keys of front matter.
//
// Cost: it grows about as the pages do. Landmarks are matched by sorting them, and of a long
// stretch without any only a band around the diagonal is compared. The weights of marks are looked
// up once for each page, and all versions of a block share its fingerprint.

#include "detection/alignment.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>

#include "detection/key_numbers.h"
#include "detection/pairing.h"
#include "text/sequence_match.h"

namespace l10n_drift {
namespace {

// Below this part of its blocks, or of what they hold, a source has another page beside it.
constexpr double kMinAligned = 0.4;
constexpr double kMinAgreement = 0.4;
constexpr double kMinBlocksWithMarks = 5;  // Fewer of them prove nothing.
// What it adds to the likeness of two headings that they stand right above the same landmark.
constexpr double kSameSequel = 0.05;
// The likeness of prose and code that may be prose, of the same length: less than all others.
constexpr double kIndentedProse = 0.1;

// The part of the weight of two lists of marks that both have. `weight_of_a` and `weight_of_b` tell
// that of a mark by its index.
template <typename WeightOfA, typename WeightOfB>
double shared_weight(const std::vector<MarkId>& a, const std::vector<MarkId>& b,
                     const WeightOfA& weight_of_a, const WeightOfB& weight_of_b) {
  double common = 0;
  double total = 0;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (j == b.size() || (i < a.size() && a[i] < b[j])) {
      total += weight_of_a(i++);
    } else if (i == a.size() || b[j] < a[i]) {
      total += weight_of_b(j++);
    } else {
      const double weight = weight_of_a(i);
      common += 2 * weight;
      total += 2 * weight;
      ++i, ++j;
    }
  }
  return total == 0 ? 0 : common / total;
}

// The weights of all marks of a page, looked up once, as a block may be held against hundreds of
// others.
struct MarkWeights {
  std::vector<double> weights;      // Block by block.
  std::vector<std::size_t> begins;  // Where those of each block begin.

  double of(std::size_t block, std::size_t mark) const { return weights[begins[block] + mark]; }
};

// A number for each block: the same for all with the same landmark, and one of its own for a block
// that has none.
Sequence number_landmarks(const ParsedPage& page, KeyNumbers& numbers, std::uint32_t& next_own) {
  Sequence landmarks;
  landmarks.reserve(page.blocks.size());
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const std::uint64_t landmark = page.blocks.fingerprint(i).landmark;
    landmarks.push_back(landmark == 0 ? next_own++ : numbers.add(landmark));
  }
  return landmarks;
}

class Aligner {
 public:
  Aligner(const ParsedPage& source, const ParsedPage& translation)
      : source_(source), translation_(translation) {
    result_.translation_of.resize(source.blocks.size());
    result_.source_of.resize(translation.blocks.size());
  }

  PageAlignment run() {
    weigh_marks();
    pair_keys();
    divide();
    rate();
    return std::move(result_);
  }

 private:
  void pair(std::size_t source, std::size_t translation) {
    result_.translation_of[source] = translation;
    result_.source_of[translation] = source;
  }
  void weigh_marks();
  void pair_keys();
  void divide();
  void pair_gap(IndexPair begin, IndexPair end);
  void rate();
  double likeness(std::size_t i, std::size_t j) const;
  MarkWeights weights_of(const ParsedPage& page) const;
  double overlap(std::size_t i, std::size_t j) const;

  const ParsedPage& source_;
  const ParsedPage& translation_;
  MarkWeights source_weights_;
  MarkWeights translation_weights_;
  PageAlignment result_;
};

void Aligner::weigh_marks() {
  double source_length = 1;
  double translation_length = 1;
  std::size_t marks = 0;
  for (std::size_t i = 0; i < source_.blocks.size(); ++i)
    marks += source_.blocks.fingerprint(i).marks.size();
  result_.mark_counts = PageMarkCounts(marks);
  for (std::size_t i = 0; i < source_.blocks.size(); ++i) {
    for (const MarkId id : source_.blocks.fingerprint(i).marks) result_.mark_counts.add(id);
    source_length += static_cast<double>(source_.blocks.fingerprint(i).length);
  }
  for (std::size_t j = 0; j < translation_.blocks.size(); ++j) {
    translation_length += static_cast<double>(translation_.blocks.fingerprint(j).length);
  }
  result_.length_ratio = std::clamp(translation_length / source_length, 0.2, 3.0);
  source_weights_ = weights_of(source_);
  translation_weights_ = weights_of(translation_);
}

MarkWeights Aligner::weights_of(const ParsedPage& page) const {
  MarkWeights result;
  result.begins.reserve(page.blocks.size());
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    result.begins.push_back(result.weights.size());
    for (const MarkId mark : page.blocks.fingerprint(i).marks) {
      result.weights.push_back(result_.mark_counts.weight_of(mark));
    }
  }
  return result;
}

double Aligner::overlap(std::size_t i, std::size_t j) const {
  return shared_weight(
      source_.blocks.fingerprint(i).marks, translation_.blocks.fingerprint(j).marks,
      [&](std::size_t mark) { return source_weights_.of(i, mark); },
      [&](std::size_t mark) { return translation_weights_.of(j, mark); });
}

double Aligner::likeness(std::size_t i, std::size_t j) const {
  const Block& a = source_.blocks[i];
  const Block& b = translation_.blocks[j];
  if (class_of(a) != class_of(b)) {
    if (!is_indented_prose(a, b) && !is_indented_prose(b, a)) return 0;
    return kIndentedProse * result_.length_likeness(source_.blocks.fingerprint(i).length,
                                                    translation_.blocks.fingerprint(j).length);
  }
  switch (a.kind) {
    case BlockKind::kFrontMatter:
      return 0;
    case BlockKind::kHeading:
      return (a.level == b.level ? 0.4 : 0.15) + (a.anchor == b.anchor ? 0.6 : 0) +
             0.4 * overlap(i, j);
    case BlockKind::kCode:
      return a.text == b.text ? 1 : 0.15 + 0.85 * overlap(i, j);
    case BlockKind::kShortcode:
    case BlockKind::kComponent:
      return a.name == b.name ? 0.3 + 0.7 * overlap(i, j) : 0;
    default:
      break;
  }
  if (a.text == b.text) return 1;
  const Fingerprint& x = source_.blocks.fingerprint(i);
  const Fingerprint& y = translation_.blocks.fingerprint(j);
  const double penalty = a.kind == b.kind ? 0 : 0.1;
  const double length = result_.length_likeness(x.length, y.length);
  if (x.marks.empty() && y.marks.empty()) return 0.25 + 0.3 * length - penalty;
  if (x.marks.empty() || y.marks.empty()) return 0.12 + 0.15 * length - penalty / 2;
  const double shared = overlap(i, j);
  return shared == 0 ? 0.05 + 0.1 * length - penalty / 2
                     : 0.3 + 0.6 * shared + 0.1 * length - penalty;
}

// A key that a page has twice, which YAML forbids and people write, is paired the first with the
// first.
void Aligner::pair_keys() {
  std::multimap<std::string_view, std::size_t> keys;
  for (std::size_t j = 0; j < translation_.blocks.size(); ++j) {
    if (translation_.blocks[j].kind != BlockKind::kFrontMatter) break;
    keys.emplace(translation_.blocks[j].name, j);
  }
  for (std::size_t i = 0; i < source_.blocks.size(); ++i) {
    if (source_.blocks[i].kind != BlockKind::kFrontMatter) break;
    const auto found = keys.lower_bound(source_.blocks[i].name);
    if (found == keys.end() || found->first != source_.blocks[i].name) continue;
    pair(i, found->second);
    keys.erase(found);
  }
}

// Divides the pages at their landmarks, so that no long stretch is compared as a whole.
void Aligner::divide() {
  const std::size_t blocks = source_.blocks.size() + translation_.blocks.size();
  KeyNumbers numbers(blocks);
  auto next_own = static_cast<std::uint32_t>(blocks);
  const Sequence source_landmarks = number_landmarks(source_, numbers, next_own);
  const Sequence translation_landmarks = number_landmarks(translation_, numbers, next_own);
  const std::vector<IndexPair> matches = match_sequences(source_landmarks, translation_landmarks);
  IndexPair begin{0, 0};
  for (const IndexPair& match : matches) {
    pair(match.old_index, match.new_index);
    pair_gap(begin, match);
    begin = {match.old_index + 1, match.new_index + 1};
  }
  pair_gap(begin, {source_.blocks.size(), translation_.blocks.size()});
}

void Aligner::pair_gap(IndexPair begin, IndexPair end) {
  const std::size_t rows = end.old_index - begin.old_index;
  const std::size_t columns = end.new_index - begin.new_index;
  if (rows == 0 || columns == 0) return;
  const auto similarity = [&](std::size_t i, std::size_t j) {
    const double alike = likeness(begin.old_index + i, begin.new_index + j);
    // Of two headings that fit as well, the one that stands right above the next landmark.
    const bool is_last = i + 1 == rows && j + 1 == columns;
    const bool is_heading = source_.blocks[begin.old_index + i].kind == BlockKind::kHeading;
    return alike > 0 && is_last && is_heading ? alike + kSameSequel : alike;
  };
  for (const IndexPair& found : pair_in_order(rows, columns, similarity)) {
    pair(begin.old_index + found.old_index, begin.new_index + found.new_index);
  }
}

// How much of the marks of the source's blocks their counterparts share. Front matter does not
// count: its keys were paired by their names alone.
void Aligner::rate() {
  double agreed = 0;
  result_.has_marks.resize(source_.blocks.size());
  for (std::size_t i = 0; i < source_.blocks.size(); ++i) {
    const Fingerprint& print = source_.blocks.fingerprint(i);
    if (print.marks.empty() || source_.blocks[i].kind == BlockKind::kFrontMatter) continue;
    result_.has_marks[i] = true;
    result_.blocks_with_marks += 1;
    const auto j = result_.translation_of[i];
    if (j) agreed += overlap(i, *j);
  }
  result_.mark_agreement = result_.blocks_with_marks == 0 ? 0 : agreed / result_.blocks_with_marks;
}

}  // namespace

double PageAlignment::overlap(const Fingerprint& source, const Fingerprint& translation) const {
  return shared_weight(
      source.marks, translation.marks,
      [&](std::size_t mark) { return mark_counts.weight_of(source.marks[mark]); },
      [&](std::size_t mark) { return mark_counts.weight_of(translation.marks[mark]); });
}

void PageMarkCounts::add(MarkId mark) {
  const std::uint32_t number = numbers_.add(mark);
  if (number == counts_.size()) counts_.push_back(0);
  ++counts_[number];
}

double PageMarkCounts::weight_of(MarkId mark) const {
  const auto number = numbers_.find(mark);
  return number ? 1.0 / static_cast<double>(counts_[*number]) : 1;
}

bool PageAlignment::is_weak(const std::vector<std::size_t>& absent) const {
  double blocks = 0;
  double aligned = 0;
  for (const auto& counterpart : translation_of) {
    blocks += 1;
    aligned += counterpart ? 1 : 0;
  }
  double with_marks = blocks_with_marks;
  for (const std::size_t source : absent) {
    if (translation_of[source]) continue;
    blocks -= 1;
    with_marks -= has_marks[source] ? 1 : 0;
  }
  if (aligned < kMinAligned * blocks) return true;
  const double agreed = mark_agreement * blocks_with_marks;
  return with_marks >= kMinBlocksWithMarks && agreed < kMinAgreement * with_marks;
}

double PageAlignment::length_likeness(std::size_t source, std::size_t translation) const {
  const double expected = static_cast<double>(source) * length_ratio + 4;
  const double actual = static_cast<double>(translation) + 4;
  return std::min(expected, actual) / std::max(expected, actual);
}

PageAlignment align_pages(const ParsedPage& source, const ParsedPage& translation) {
  return Aligner(source, translation).run();
}

bool is_indented_prose(const Block& prose, const Block& code) {
  if (!is_prose(prose) || code.kind != BlockKind::kCode || !code.name.empty()) return false;
  const std::size_t begin = code.source.find_first_not_of(" \t");
  if (begin == code.source.npos) return false;
  const bool is_fenced =
      code.source.compare(begin, 3, "```") == 0 || code.source.compare(begin, 3, "~~~") == 0;
  if (is_fenced) return false;
  return code.text.find('`') != code.text.npos ||
         std::any_of(code.text.begin(), code.text.end(), [](char c) { return (c & '\x80') != 0; });
}

}  // namespace l10n_drift
