#include "detection/source_change.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "detection/severity.h"
#include "detection/word_similarity.h"

namespace l10n_drift {
namespace {

// How many words may change while a block is divided, for each word of the shorter part.
constexpr double kMaxOtherWords = 0.1;

// Whether there is nothing in the block but a shortcode without arguments, such as "{{note}}", or
// there is no block.
bool is_bare_shortcode(const ParsedPage& page, std::optional<std::size_t> block) {
  return !block ||
         (is_shortcode(page.blocks[*block]) && page.blocks.fingerprint(*block).marks.size() < 2);
}

// Whether two blocks side by side have the words of one, but for a few of the shorter one's.
bool are_parts(const Block& a, const Block& b, const Block& whole) {
  if (!is_prose(a) || !is_prose(b) || !is_prose(whole)) return false;
  const std::size_t shorter = std::min(split_words(a.text).size(), split_words(b.text).size());
  const std::size_t changed = WordBag(a.text + '\n' + b.text).changed_words(WordBag(whole.text));
  return static_cast<double>(changed) <= kMaxOtherWords * static_cast<double>(shorter);
}

// Whether the block at `i` and a neighbour that both versions have are one block in the other
// version: it was divided, or seen from the other side, joined.
bool block_is_part(const PageBlocks& page, std::size_t i, const PageBlocks& other,
                   const std::vector<std::optional<std::size_t>>& other_of) {
  for (const std::size_t neighbour : {i - 1, i + 1}) {
    if (neighbour >= page.size() || !other_of[neighbour]) continue;
    if (are_parts(page[i], page[neighbour], other[*other_of[neighbour]])) return true;
  }
  return false;
}

// Whether the block at `i` and a neighbour that is in this version alone are `whole` in the other
// one.
bool lost_part_to_neighbour(const PageBlocks& page, std::size_t i, const Block& whole,
                            const std::vector<std::optional<std::size_t>>& other_of) {
  for (const std::size_t neighbour : {i - 1, i + 1}) {
    if (neighbour >= page.size() || other_of[neighbour]) continue;
    if (are_parts(page[neighbour], page[i], whole)) return true;
  }
  return false;
}

// Whether the change is one of paragraphs, not of words: a block that was divided or joined, or
// what is left of it.
bool change_only_regroups(const SourceChange& source, const BlockChange& change) {
  const PageBlocks& before = source.before->blocks;
  const PageBlocks& after = source.after->blocks;
  const PageDiff& diff = source.diff;
  if (!change.old_index) return block_is_part(after, *change.new_index, before, diff.old_of);
  if (!change.new_index) return block_is_part(before, *change.old_index, after, diff.new_of);
  const Block& old_block = before[*change.old_index];
  const Block& new_block = after[*change.new_index];
  return lost_part_to_neighbour(after, *change.new_index, old_block, diff.old_of) ||
         lost_part_to_neighbour(before, *change.old_index, new_block, diff.new_of);
}

bool reader_sees(const SourceChange& source, const BlockChange& change) {
  if (is_cosmetic(change, source.before->blocks, source.after->blocks)) return false;
  if (is_bare_shortcode(*source.before, change.old_index) &&
      is_bare_shortcode(*source.after, change.new_index)) {
    return false;
  }
  return !change_only_regroups(source, change);
}

}  // namespace

SourceChange compare_sources(SharedPage before, SharedPage after) {
  SourceChange result{std::move(before), std::move(after), {}, {}};
  result.diff = compare_pages(result.before->blocks, result.after->blocks);
  for (std::size_t i = 0; i < result.diff.changes.size(); ++i) {
    if (reader_sees(result, result.diff.changes[i])) result.visible.push_back(i);
  }
  return result;
}

}  // namespace l10n_drift
