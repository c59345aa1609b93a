#include "detection/untranslated.h"

#include <algorithm>

#include "detection/evidence.h"

namespace l10n_drift {
namespace {

constexpr double kMinAgreement = 0.6;
constexpr double kMinAligned = 0.75;  // Part of the source's blocks.
// Blocks without a counterpart against those in their place. Where there are more, the page was
// made anew, and nobody can tell.
constexpr std::size_t kMaxComparisons = 20'000;

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

// A stretch of blocks, `end` not included.
struct Stretch {
  std::size_t begin;
  std::size_t end;
};

class Search {
 public:
  Search(const ParsedPage& source, const ParsedPage& translation, const PageAlignment& alignment)
      : source_(source), translation_(translation), alignment_(alignment) {}

  std::vector<std::size_t> run() const {
    std::vector<std::size_t> missing;
    if (!is_sure()) return missing;
    for (std::size_t i = 0; i < source_.blocks.size(); ++i) {
      if (alignment_.translation_of[i]) continue;
      const Stretch here = around(i);
      search(i, here, missing);
      i = here.end - 1;
    }
    return missing;
  }

 private:
  bool is_sure() const {
    std::size_t all = 0;
    std::size_t aligned = 0;
    for (std::size_t i = 0; i < source_.blocks.size(); ++i) {
      if (!is_translatable(source_.blocks[i])) continue;
      ++all;
      aligned += alignment_.translation_of[i] ? 1 : 0;
    }
    return static_cast<double>(aligned) >= kMinAligned * static_cast<double>(all) &&
           (alignment_.evidence < 3 || alignment_.agreement >= kMinAgreement);
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

  Stretch counterpart(const Stretch& stretch) const {
    const auto begin = alignment_.translation_of[stretch.begin];
    const auto end = alignment_.translation_of[stretch.end - 1];
    return {begin.value_or(0), end ? *end + 1 : translation_.blocks.size()};
  }

  static double length_of(const ParsedPage& page, const Stretch& stretch) {
    double length = 0;
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
      length += static_cast<double>(page.print(i).length);
    }
    return length;
  }

  // Adds what is missing from block `first` of a stretch on.
  void search(std::size_t first, const Stretch& here, std::vector<std::size_t>& missing) const {
    const Stretch there = counterpart(here);
    if ((here.end - first) * (there.end - there.begin) > kMaxComparisons) return;
    for (std::size_t i = first; i < here.end; ++i) {
      if (alignment_.translation_of[i] || !is_translatable(source_.blocks[i])) continue;
      if (is_missing(i, here, there)) missing.push_back(i);
    }
  }

  // Neither do the blocks in its place have what translation leaves alone, nor are they as long as
  // if they held it, too.
  bool is_missing(std::size_t i, const Stretch& here, const Stretch& there) const {
    const BlockVersions added{nullptr, source_.blocks[i], {}};
    bool is_silent = true;
    for (std::size_t j = there.begin; j < there.end; ++j) {
      const Evidence evidence = weigh_change(added, translation_.blocks[j], nullptr);
      if (evidence == Evidence::kDone) return false;
      is_silent = is_silent && evidence == Evidence::kSilent;
    }
    if (source_.blocks[i].kind == BlockKind::kCode || !is_silent) return true;
    const double expected = length_of(source_, here) * alignment_.length_ratio;
    const double own = static_cast<double>(source_.print(i).length) * alignment_.length_ratio;
    return length_of(translation_, there) < expected - 0.6 * own;
  }

  const ParsedPage& source_;
  const ParsedPage& translation_;
  const PageAlignment& alignment_;
};

}  // namespace

std::vector<std::size_t> find_untranslated(const ParsedPage& source, const ParsedPage& translation,
                                           const PageAlignment& alignment) {
  return Search(source, translation, alignment).run();
}

}  // namespace l10n_drift
