#pragma once

#include <string>

#include "detection/page_diff.h"
#include "markdown/normal_form.h"

namespace l10n_drift {

// "changed -old text +new text", "added +new text", ...
inline std::string text_of_change(const BlockChange& change, const PageBlocks& old_page,
                                  const PageBlocks& new_page) {
  if (!change.old_index) return "added +" + new_page[*change.new_index].text;
  const Block& old_block = old_page[*change.old_index];
  if (!change.new_index) return "removed -" + old_block.text;
  const Block& new_block = new_page[*change.new_index];
  const bool is_moved =
      same_normal_form(old_block, new_block) && old_block.source == new_block.source;
  return (is_moved ? "moved -" : "changed -") + old_block.text + " +" + new_block.text;
}

}  // namespace l10n_drift
