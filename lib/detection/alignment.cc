#include "detection/alignment.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "detection/numbers.h"
#include "detection/pairing.h"
#include "detection/sequence_match.h"

namespace l10n_drift {
namespace {

// Below this part of its blocks, or of what they hold, a source has another page beside it.
constexpr double kMinAligned = 0.4;
constexpr double kMinAgreement = 0.4;
constexpr double kMinEvidence = 5;
// What it adds to the likeness of two headings that the same block follows.
constexpr double kSameSequel = 0.05;

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

// Looked up once, as a block may be held against hundreds of others.
struct MarkWeights {
  std::vector<double> weights;      // Of all marks of a page, block by block.
  std::vector<std::size_t> begins;  // Where those of each block begin.

  double of(std::size_t block, std::size_t mark) const { return weights[begins[block] + mark]; }
};

// Blocks that can be told by themselves are numbered by that; each other one has a number of its
// own.
Ids number_landmarks(const ParsedPage& page, Numbers& numbers, std::uint32_t& next_own) {
  Ids ids;
  ids.reserve(page.blocks.size());
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const std::uint64_t landmark = page.print(i).landmark;
    ids.push_back(landmark == 0 ? next_own++ : numbers.add(landmark));
  }
  return ids;
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
  void pair_gap(Match begin, Match end);
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
  double lengths[2] = {1, 1};
  std::size_t marks = 0;
  for (std::size_t i = 0; i < source_.blocks.size(); ++i) marks += source_.print(i).marks.size();
  result_.counts = MarkCounts(marks);
  for (std::size_t i = 0; i < source_.blocks.size(); ++i) {
    for (const MarkId id : source_.print(i).marks) result_.counts.add(id);
    lengths[0] += static_cast<double>(source_.print(i).length);
  }
  for (std::size_t j = 0; j < translation_.blocks.size(); ++j) {
    lengths[1] += static_cast<double>(translation_.print(j).length);
  }
  result_.length_ratio = std::clamp(lengths[1] / lengths[0], 0.2, 3.0);
  source_weights_ = weights_of(source_);
  translation_weights_ = weights_of(translation_);
}

MarkWeights Aligner::weights_of(const ParsedPage& page) const {
  MarkWeights result;
  result.begins.reserve(page.blocks.size());
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    result.begins.push_back(result.weights.size());
    for (const MarkId mark : page.print(i).marks) {
      result.weights.push_back(result_.weight_of(mark));
    }
  }
  return result;
}

double Aligner::overlap(std::size_t i, std::size_t j) const {
  return shared_weight(
      source_.print(i).marks, translation_.print(j).marks,
      [&](std::size_t mark) { return source_weights_.of(i, mark); },
      [&](std::size_t mark) { return translation_weights_.of(j, mark); });
}

double Aligner::likeness(std::size_t i, std::size_t j) const {
  const Block& a = source_.blocks[i];
  const Block& b = translation_.blocks[j];
  if (class_of(a) != class_of(b)) return 0;
  const Fingerprint& x = source_.print(i);
  const Fingerprint& y = translation_.print(j);
  switch (a.kind) {
    case BlockKind::kFrontMatter:
      return 0;
    case BlockKind::kHeading:
      return (a.level == b.level ? 0.4 : 0.15) + (a.anchor == b.anchor ? 0.6 : 0) +
             0.4 * overlap(i, j);
    case BlockKind::kCode:
      return a.text == b.text ? 1 : 0.15 + 0.85 * overlap(i, j);
    case BlockKind::kShortcode:
      return a.name == b.name ? 0.3 + 0.7 * overlap(i, j) : 0;
    default:
      break;
  }
  if (a.text == b.text) return 1;
  const double penalty = a.kind == b.kind ? 0 : 0.1;
  const double length = result_.length_likeness(x.length, y.length);
  if (x.marks.empty() && y.marks.empty()) return 0.25 + 0.3 * length - penalty;
  if (x.marks.empty() || y.marks.empty()) return 0.12 + 0.15 * length - penalty / 2;
  const double shared = overlap(i, j);
  return shared == 0 ? 0.05 + 0.1 * length - penalty / 2
                     : 0.3 + 0.6 * shared + 0.1 * length - penalty;
}

void Aligner::pair_keys() {
  std::unordered_map<std::string_view, std::size_t> keys;
  for (std::size_t j = 0; j < translation_.blocks.size(); ++j) {
    if (translation_.blocks[j].kind != BlockKind::kFrontMatter) break;
    keys.emplace(translation_.blocks[j].name, j);
  }
  for (std::size_t i = 0; i < source_.blocks.size(); ++i) {
    if (source_.blocks[i].kind != BlockKind::kFrontMatter) break;
    const auto found = keys.find(source_.blocks[i].name);
    if (found != keys.end()) pair(i, found->second);
  }
}

// Landmarks divide the pages, so that no long stretch is compared as a whole.
void Aligner::divide() {
  const std::size_t blocks = source_.blocks.size() + translation_.blocks.size();
  Numbers numbers(blocks);
  auto next_own = static_cast<std::uint32_t>(blocks);
  const Ids source_ids = number_landmarks(source_, numbers, next_own);
  const Ids translation_ids = number_landmarks(translation_, numbers, next_own);
  const std::vector<Match> matches = match_sequences(source_ids, translation_ids);
  Match begin{0, 0};
  for (const Match& match : matches) {
    pair(match.old_index, match.new_index);
    pair_gap(begin, match);
    begin = {match.old_index + 1, match.new_index + 1};
  }
  pair_gap(begin, {source_.blocks.size(), translation_.blocks.size()});
}

void Aligner::pair_gap(Match begin, Match end) {
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
  for (const Match& found : pair_in_order(rows, columns, similarity)) {
    pair(begin.old_index + found.old_index, begin.new_index + found.new_index);
  }
}

// By the blocks of the source that have firm tokens: how much of them their counterparts share.
void Aligner::rate() {
  double agreed = 0;
  for (std::size_t i = 0; i < source_.blocks.size(); ++i) {
    const Fingerprint& print = source_.print(i);
    if (print.marks.empty() || source_.blocks[i].kind == BlockKind::kFrontMatter) continue;
    result_.evidence += 1;
    const auto j = result_.translation_of[i];
    if (j) agreed += overlap(i, *j);
  }
  result_.agreement = result_.evidence == 0 ? 0 : agreed / result_.evidence;
}

}  // namespace

double PageAlignment::overlap(const Fingerprint& source, const Fingerprint& translation) const {
  return shared_weight(
      source.marks, translation.marks,
      [&](std::size_t mark) { return weight_of(source.marks[mark]); },
      [&](std::size_t mark) { return weight_of(translation.marks[mark]); });
}

double PageAlignment::weight_of(MarkId mark) const {
  const std::size_t count = counts.of(mark);
  return count == 0 ? 1 : 1.0 / static_cast<double>(count);
}

void MarkCounts::add(MarkId mark) {
  const std::uint32_t number = numbers_.add(mark);
  if (number == counts_.size()) counts_.push_back(0);
  ++counts_[number];
}

std::size_t MarkCounts::of(MarkId mark) const {
  const auto number = numbers_.find(mark);
  return number ? counts_[*number] : 0;
}

bool PageAlignment::is_weak() const {
  const auto aligned = std::count_if(translation_of.begin(), translation_of.end(),
                                     [](const auto& index) { return index.has_value(); });
  return static_cast<double>(aligned) < kMinAligned * static_cast<double>(translation_of.size()) ||
         (evidence >= kMinEvidence && agreement < kMinAgreement);
}

double PageAlignment::length_likeness(std::size_t source, std::size_t translation) const {
  const double expected = static_cast<double>(source) * length_ratio + 4;
  const double actual = static_cast<double>(translation) + 4;
  return std::min(expected, actual) / std::max(expected, actual);
}

PageAlignment align_pages(const ParsedPage& source, const ParsedPage& translation) {
  return Aligner(source, translation).run();
}

}  // namespace l10n_drift
