#include "detection/untranslated.h"

#include <algorithm>

#include "detection/evidence.h"

namespace l10n_drift {
namespace {

// What has no more than this part of the source's blocks, and of their length, is a stub.
constexpr double kStub = 0.125;
constexpr double kTrustedAgreement = 0.6;
constexpr double kTrustedPart = 0.75;  // The part of the source's blocks that has a counterpart.
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

class UntranslatedSearch {
 public:
  UntranslatedSearch(const ParsedPage& source, const ParsedPage& translation,
                     const PageAlignment& alignment)
      : source_(source), translation_(translation), alignment_(alignment) {}

  std::vector<std::size_t> run() const {
    std::vector<std::size_t> missing;
    if (is_stub(source_, translation_)) return list_unaligned(source_, alignment_);
    if (!pages_correspond()) return missing;
    for (std::size_t i = 0; i < source_.blocks.size();) {
      if (alignment_.translation_of[i]) {
        ++i;
        continue;
      }
      const Stretch here = around(i);
      const Stretch there = counterpart_of(here);
      const bool is_new_page = (here.end - i) * (there.end - there.begin) > kMaxComparisons;
      for (; i < here.end; ++i) {
        const bool is_candidate =
            !alignment_.translation_of[i] && is_translatable(source_.blocks[i]) && !is_new_page;
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
    for (std::size_t i = 0; i < source_.blocks.size(); ++i) {
      if (!is_translatable(source_.blocks[i])) continue;
      ++all;
      aligned += alignment_.translation_of[i] ? 1 : 0;
    }
    return static_cast<double>(aligned) >= kTrustedPart * static_cast<double>(all) &&
           (alignment_.blocks_with_marks < 3 || alignment_.mark_agreement >= kTrustedAgreement);
  }

  // The blocks around `i` up to the nearest that have counterparts, these included.
  Stretch around(std::size_t i) const {
    Stretch stretch{i, i + 1};
    while (stretch.begin > 0 && !alignment_.translation_of[stretch.begin]) --stretch.begin;
    while (stretch.end < source_.blocks.size() && !alignment_.translation_of[stretch.end - 1]) {
      ++stretch.end;
    }
    return stretch;
  }

  Stretch counterpart_of(const Stretch& stretch) const {
    const auto begin = alignment_.translation_of[stretch.begin];
    const auto end = alignment_.translation_of[stretch.end - 1];
    return {begin.value_or(0), end ? *end + 1 : translation_.blocks.size()};
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
    const BlockVersions added{nullptr, source_.blocks[i], {}};
    bool is_silent = true;
    for (std::size_t j = there.begin; j < there.end; ++j) {
      const Evidence evidence = weigh_change(added, translation_.blocks[j], nullptr);
      if (evidence == Evidence::kDone) return false;
      is_silent = is_silent && evidence == Evidence::kSilent;
    }
    if (source_.blocks[i].kind == BlockKind::kCode || !is_silent) return true;
    const double expected = length_of(source_, here) * alignment_.length_ratio;
    const double own =
        static_cast<double>(source_.blocks.fingerprint(i).length) * alignment_.length_ratio;
    return length_of(translation_, there) < expected - 0.6 * own;
  }

  const ParsedPage& source_;
  const ParsedPage& translation_;
  const PageAlignment& alignment_;
};

}  // namespace

bool is_translatable(const Block& block) {
  switch (block.kind) {
    case BlockKind::kHeading:
    case BlockKind::kParagraph:
    case BlockKind::kListItem:
    case BlockKind::kTableRow:
    case BlockKind::kCode:
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
  return UntranslatedSearch(source, translation, alignment).run();
}

}  // namespace l10n_drift
