#include "judge/open_places.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "judge/stale_block.h"

namespace l10n_drift {
namespace {

// Whether a block stands right below another one like it.
bool stands_close(const Block& block, const Block& above) {
  return block.kind == above.kind &&
         (block.kind == BlockKind::kListItem || block.kind == BlockKind::kTableRow ||
          block.kind == BlockKind::kFrontMatter);
}

}  // namespace

std::size_t first_line(const OpenChange& open, const ParsedPage& source) {
  const PageBlocks& blocks = source.blocks;
  if (open.source) return blocks.lines(*open.source).first;
  const bool is_key = open.old_block && open.old_block->kind == BlockKind::kFrontMatter;
  const bool is_below_key =
      open.stood_below && blocks[*open.stood_below].kind == BlockKind::kFrontMatter;
  if (open.stood_below && is_below_key == is_key) return blocks.lines(*open.stood_below).last + 1;
  // Keys do not mix with the text: there it stands above the first block, and here below the fence.
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if ((blocks[i].kind == BlockKind::kFrontMatter) == is_key) return blocks.lines(i).first;
  }
  return 1;
}

bool is_reviewed(const OpenChange& open, const ParsedPage& source, const ReviewedPlace& place) {
  if (place.is_whole()) return true;
  if (!place.lines) return heading_in_source(open, source) == place.heading;
  const std::size_t first = first_line(open, source);
  const std::size_t last = open.source ? source.blocks.lines(*open.source).last : first;
  return first <= place.lines->last && last >= place.lines->first;
}

UnshownLines unshown_lines(const OpenChange& open, const ParsedPage& source) {
  UnshownLines lines;
  lines.first = first_line(open, source);
  if (open.old_block) lines.shown = open.old_block->source;
  if (open.source) {
    const LineRange range = source.blocks.lines(*open.source);
    lines.count = range.last - range.first + 1;
  } else if (open.stood_below) {
    lines.is_next_item = stands_close(*open.old_block, source.blocks[*open.stood_below]);
  }
  return lines;
}

std::vector<OpenChange> in_order(std::vector<OpenChange> open, const ParsedPage& source) {
  const auto key = [&](const OpenChange& change) {
    return std::tuple(!change.before_last_touch, first_line(change, source),
                      change.source.has_value(), change.translation);
  };
  std::stable_sort(open.begin(), open.end(),
                   [&](const OpenChange& a, const OpenChange& b) { return key(a) < key(b); });
  return open;
}

}  // namespace l10n_drift
