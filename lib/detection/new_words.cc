#include "detection/new_words.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "detection/page_diff.h"
#include "markdown/invariants.h"

namespace l10n_drift {
namespace {

bool is_inside(std::string_view part, std::string_view text) {
  const std::less_equal<> is_not_after;
  return is_not_after(text.data(), part.data()) &&
         is_not_after(part.data() + part.size(), text.data() + text.size());
}

// The text without what translation leaves alone, and without blanks and ASCII's punctuation.
std::string words_of(const Block& block) {
  const std::string_view text = block.text;
  std::vector<bool> is_left_alone(text.size());
  for (const Invariant& found : find_invariants(block)) {
    if (!is_inside(found.text, text)) continue;
    const auto begin = static_cast<std::size_t>(found.text.data() - text.data());
    for (std::size_t i = 0; i < found.text.size(); ++i) is_left_alone[begin + i] = true;
  }
  std::string words;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool is_letter = byte >= 0x80 || (byte | 0x20U) - 'a' < 26U;
    if (is_letter && !is_left_alone[i]) words += text[i];
  }
  return words;
}

}  // namespace

bool has_new_words(const PageBlocks& before, const PageBlocks& after) {
  const PageDiff diff = compare_pages(before, after);
  return std::any_of(diff.changes.begin(), diff.changes.end(), [&](const BlockChange& change) {
    return change.new_index &&
           has_new_words(change.old_index ? &before[*change.old_index] : nullptr,
                         after[*change.new_index]);
  });
}

bool has_new_words(const Block* before, const Block& after) {
  if (after.kind == BlockKind::kCode || after.kind == BlockKind::kShortcode) return false;
  const std::string words = words_of(after);
  return before == nullptr ? !words.empty() : words != words_of(*before);
}

}  // namespace l10n_drift
