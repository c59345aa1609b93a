#include "detection/untranslated.h"

#include <algorithm>
#include <optional>

#include "detection/evidence.h"

namespace l10n_drift {
namespace {

// What has no more than this part of the source's blocks, and of their length, is a stub.
constexpr double kStub = 0.125;
constexpr double kTrustedAgreement = 0.6;
constexpr double kTrustedPart = 0.75;  // The part of the source's blocks that has a counterpart.
// How much better than any other place, in likeness of lengths, that of a surplus block has to be.
constexpr double kSureOfPlace = 0.2;
// The part of their marks that two blocks have in common that say the same at different places.
constexpr double kSameMarks = 0.5;
// How alike in length two blocks have to be that may say the same.
constexpr double kMayBeSame = 0.5;
// How many blocks without a counterpart are compared with those in their place, one with each.
// Where there are more, the page was made anew, and nobody can tell.
constexpr std::size_t kMaxComparisons = 20'000;

// What there is to translate in a page, or was translated.
struct Size {
  double blocks = 0;
  double length = 0;  // In characters.
};

Size size_of(const ParsedPage& page) {
  Size size;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (!is_translatable(page.blocks[i])) continue;
    size.blocks += 1;
    size.length += static_cast<double>(page.blocks.fingerprint(i).length);
  }
  return size;
}

// A stretch of blocks, `end` not included.
struct Stretch {
  std::size_t begin;
  std::size_t end;
};

// One of two pages that were aligned.
struct Side {
  const ParsedPage& page;
  const std::vector<std::optional<std::size_t>>& counterpart_of;
  double length_ratio;  // How many characters the other page has for one of this.
};

// The blocks of one page that the other one lacks.
class MissingSearch {
 public:
  MissingSearch(const Side& whole, const ParsedPage& other, const PageAlignment& alignment)
      : whole_(whole), other_(other), alignment_(alignment) {}

  std::vector<std::size_t> run() const {
    std::vector<std::size_t> missing;
    if (!pages_correspond()) return missing;
    for (std::size_t i = 0; i < whole_.page.blocks.size();) {
      if (whole_.counterpart_of[i]) {
        ++i;
        continue;
      }
      const Stretch here = around(i);
      const Stretch there = counterpart_of(here);
      const bool is_new_page = (here.end - i) * (there.end - there.begin) > kMaxComparisons;
      for (; i < here.end; ++i) {
        const bool is_candidate =
            !whole_.counterpart_of[i] && is_translatable(whole_.page.blocks[i]) && !is_new_page;
        if (is_candidate && block_is_missing(i, here, there)) missing.push_back(i);
      }
    }
    return missing;
  }

 private:
  // Whether the pages correspond well enough to be sure of anything.
  bool pages_correspond() const {
    std::size_t all = 0;
    std::size_t aligned = 0;
    for (std::size_t i = 0; i < whole_.page.blocks.size(); ++i) {
      if (!is_translatable(whole_.page.blocks[i])) continue;
      ++all;
      aligned += whole_.counterpart_of[i] ? 1 : 0;
    }
    return static_cast<double>(aligned) >= kTrustedPart * static_cast<double>(all) &&
           (alignment_.blocks_with_marks < 3 || alignment_.mark_agreement >= kTrustedAgreement);
  }

  // The blocks around `i` up to the nearest that have counterparts, these included.
  Stretch around(std::size_t i) const {
    Stretch stretch{i, i + 1};
    while (stretch.begin > 0 && !whole_.counterpart_of[stretch.begin]) --stretch.begin;
    while (stretch.end < whole_.page.blocks.size() && !whole_.counterpart_of[stretch.end - 1]) {
      ++stretch.end;
    }
    return stretch;
  }

  Stretch counterpart_of(const Stretch& stretch) const {
    const auto begin = whole_.counterpart_of[stretch.begin];
    const auto end = whole_.counterpart_of[stretch.end - 1];
    return {begin.value_or(0), end ? *end + 1 : other_.blocks.size()};
  }

  // Prose goes into other prose, and neither into code nor into a heading, whatever words those
  // have; but into code that it is part of since it stands further in.
  static bool may_hold(const Block& block, const Block& other) {
    if (!is_prose(other)) return true;
    if (block.kind == BlockKind::kCode) return is_indented_prose(other, block);
    return block.kind != BlockKind::kHeading;
  }

  // What a block says about one that was added. Code in which the other stands is read as prose.
  static Evidence weigh_addition(const Block& added, const Block& block) {
    const BlockVersions change{nullptr, added, {}};
    if (!is_prose(added) || block.kind != BlockKind::kCode) {
      return weigh_change(change, block, nullptr);
    }
    Block prose = block;
    prose.kind = BlockKind::kParagraph;
    return weigh_change(change, prose, nullptr);
  }

  static double length_of(const ParsedPage& page, const Stretch& stretch) {
    double length = 0;
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
      length += static_cast<double>(page.blocks.fingerprint(i).length);
    }
    return length;
  }

  // Whether the blocks in its place neither have what translation leaves alone in it, nor are as
  // long as if they held it, too.
  bool block_is_missing(std::size_t i, const Stretch& here, const Stretch& there) const {
    bool is_silent = true;
    for (std::size_t j = there.begin; j < there.end; ++j) {
      if (!may_hold(other_.blocks[j], whole_.page.blocks[i])) continue;
      const Evidence evidence = weigh_addition(whole_.page.blocks[i], other_.blocks[j]);
      if (evidence == Evidence::kDone) return false;
      is_silent = is_silent && evidence == Evidence::kSilent;
    }
    if (whole_.page.blocks[i].kind == BlockKind::kCode || !is_silent) return true;
    const double expected = length_of(whole_.page, here) * whole_.length_ratio;
    const double own =
        static_cast<double>(whole_.page.blocks.fingerprint(i).length) * whole_.length_ratio;
    return length_of(other_, there) < expected - 0.6 * own;
  }

  const Side whole_;
  const ParsedPage& other_;
  const PageAlignment& alignment_;
};

// The ratio of lengths, translation to source, by the pairs alone: what one page has beyond the
// other is what is looked for.
double ratio_of_pairs(const PageBlocks& source, const PageBlocks& translation,
                      const PageAlignment& alignment) {
  std::size_t in_source = 1;
  std::size_t in_translation = 1;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const auto j = alignment.translation_of[i];
    if (!j) continue;
    in_source += source.fingerprint(i).length;
    in_translation += translation.fingerprint(*j).length;
  }
  return static_cast<double>(in_translation) / static_cast<double>(in_source);
}

std::vector<std::size_t> list_missing(const std::vector<std::optional<std::size_t>>& counterparts) {
  std::vector<std::size_t> missing;
  for (std::size_t i = 0; i < counterparts.size(); ++i) {
    if (!counterparts[i]) missing.push_back(i);
  }
  return missing;
}

// What both pages have left over, that is aligned to nothing. Another order is no loss: a block may
// have its counterpart at another place.
class Leftovers {
 public:
  Leftovers(const PageBlocks& source, const PageBlocks& translation, const PageAlignment& alignment)
      : source_(source),
        translation_(translation),
        alignment_(alignment),
        of_source_(list_missing(alignment.translation_of)),
        of_translation_(list_missing(alignment.source_of)) {}

  bool are_too_many() const { return of_source_.size() * of_translation_.size() > kMaxComparisons; }

  // Whether the translation has a block of the source at another place.
  bool source_stands_elsewhere(std::size_t i) const {
    return std::any_of(of_translation_.begin(), of_translation_.end(),
                       [&](std::size_t j) { return may_pair(i, j) && says_the_same(i, j); });
  }

  // Whether the source may have a block of the translation at another place, or as another kind of
  // block.
  bool surplus_stands_elsewhere(std::size_t j) const {
    return std::any_of(of_source_.begin(), of_source_.end(), [&](std::size_t i) {
      if (source_[i].kind == BlockKind::kHtml) return true;
      return !marks_conflict(i, j) && (pair_is_sure(i, j) || likeness(i, j) > kMayBeSame);
    });
  }

  // The surplus and the blocks around it that it may as well be. Nothing if it may be one of those
  // at the head or the foot of the text.
  std::optional<SurplusBlock> surplus_at(std::size_t j) const {
    const SurplusBlock surplus{j, farthest(j, -1), farthest(j, 1)};
    const auto is_beyond = [&](std::size_t at) { return at >= translation_.size() || is_key(at); };
    if (is_beyond(surplus.first - 2) || is_beyond(surplus.last + 1)) return std::nullopt;
    return surplus;
  }

 private:
  // The farthest block on one side that the surplus may as well be. If it is that one, all pairs up
  // to there are off by one: each block of the source belongs to the next one of the translation.
  std::size_t farthest(std::size_t surplus, int direction) const {
    double as_paired = 0;
    double as_moved = 0;
    std::size_t found = surplus;
    std::size_t to = surplus;
    for (;;) {
      const std::size_t from = to + static_cast<std::size_t>(direction);
      if (from >= translation_.size() || is_key(from)) return found;
      if (const auto source = alignment_.source_of[from]) {
        if (!may_pair(*source, to) || pair_is_sure(*source, from)) return found;
        as_paired += likeness(*source, from);
        as_moved += likeness(*source, to);
        if (as_moved > as_paired - kSureOfPlace) found = from;
      }
      to = from;
    }
  }

  bool is_key(std::size_t j) const { return translation_[j].kind == BlockKind::kFrontMatter; }

  bool may_pair(std::size_t i, std::size_t j) const {
    return class_of(source_[i]) == class_of(translation_[j]) && !marks_conflict(i, j);
  }

  bool marks_conflict(std::size_t i, std::size_t j) const {
    return !source_.fingerprint(i).marks.empty() && !translation_.fingerprint(j).marks.empty() &&
           overlap(i, j) == 0;
  }

  // Whether more than lengths speaks for a pair.
  bool pair_is_sure(std::size_t i, std::size_t j) const {
    return overlap(i, j) > 0 || says_the_same(i, j);
  }

  // Whether as much speaks for it as can, wherever the two stand: one mark in common is little.
  bool says_the_same(std::size_t i, std::size_t j) const {
    return source_[i].text == translation_[j].text || overlap(i, j) >= kSameMarks ||
           (source_[i].kind == BlockKind::kHeading && source_[i].anchor == translation_[j].anchor);
  }

  double overlap(std::size_t i, std::size_t j) const {
    return alignment_.overlap(source_.fingerprint(i), translation_.fingerprint(j));
  }

  double likeness(std::size_t i, std::size_t j) const {
    return alignment_.length_likeness(source_.fingerprint(i).length,
                                      translation_.fingerprint(j).length);
  }

  const PageBlocks& source_;
  const PageBlocks& translation_;
  const PageAlignment& alignment_;
  const std::vector<std::size_t> of_source_;
  const std::vector<std::size_t> of_translation_;
};

}  // namespace

bool is_translatable(const Block& block) {
  switch (block.kind) {
    case BlockKind::kHeading:
    case BlockKind::kParagraph:
    case BlockKind::kListItem:
    case BlockKind::kTableRow:
    case BlockKind::kCode:
    case BlockKind::kComponent:
      break;
    case BlockKind::kFrontMatter:
    case BlockKind::kHtml:
    case BlockKind::kShortcode:
      return false;
  }
  return !block.text.empty() && !is_shortcode(block);
}

bool is_stub(const ParsedPage& source, const ParsedPage& translation) {
  const Size whole = size_of(source);
  const Size there = size_of(translation);
  return there.blocks <= kStub * whole.blocks && there.length <= kStub * whole.length;
}

std::vector<std::size_t> list_unaligned(const ParsedPage& source, const PageAlignment& alignment) {
  std::vector<std::size_t> unaligned;
  for (std::size_t i = 0; i < source.blocks.size(); ++i) {
    const bool is_aligned = alignment.translation_of[i].has_value();
    if (!is_aligned && is_translatable(source.blocks[i])) unaligned.push_back(i);
  }
  return unaligned;
}

std::vector<std::size_t> find_untranslated(const ParsedPage& source, const ParsedPage& translation,
                                           const PageAlignment& alignment) {
  if (is_stub(source, translation)) return list_unaligned(source, alignment);
  const Side whole{source, alignment.translation_of,
                   ratio_of_pairs(source.blocks, translation.blocks, alignment)};
  std::vector<std::size_t> missing = MissingSearch(whole, translation, alignment).run();
  if (missing.empty()) return missing;
  const Leftovers leftovers(source.blocks, translation.blocks, alignment);
  if (leftovers.are_too_many()) return missing;
  std::erase_if(missing, [&](std::size_t i) { return leftovers.source_stands_elsewhere(i); });
  return missing;
}

std::vector<SurplusBlock> find_only_translated(const ParsedPage& source,
                                               const ParsedPage& translation,
                                               const PageAlignment& alignment) {
  const Side whole{translation, alignment.source_of,
                   1 / ratio_of_pairs(source.blocks, translation.blocks, alignment)};
  const std::vector<std::size_t> candidates = MissingSearch(whole, source, alignment).run();
  std::vector<SurplusBlock> found;
  if (candidates.empty()) return found;
  const Leftovers leftovers(source.blocks, translation.blocks, alignment);
  if (leftovers.are_too_many()) return found;
  for (const std::size_t j : candidates) {
    if (leftovers.surplus_stands_elsewhere(j)) continue;
    if (const auto surplus = leftovers.surplus_at(j)) found.push_back(*surplus);
  }
  return found;
}

}  // namespace l10n_drift
