#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

#include "l10n_drift/stale.h"
#include "markdown/block.h"
#include "values/object_id.h"

namespace l10n_drift {

// A change of the source that the translation does not show, or a block of the translation that the
// source does not have: an entry of the ledger.
struct OpenChange {
  StaleChange change = StaleChange::kChanged;
  Severity severity = Severity::kSubstantive;
  std::optional<std::size_t> source;       // In the newest source; nothing if it was removed there.
  std::optional<std::size_t> translation;  // Its counterpart, if it has one.
  // Of what is only in the translation, where nothing tells which of several blocks it is: the
  // first and the last of them.
  std::optional<std::pair<std::size_t, std::size_t>> among;
  // For what is not in the newest source: the block there below which it stood; nothing if it stood
  // above all of them.
  std::optional<std::size_t> stood_below;
  bool before_last_touch = false;
  // The block as it was when the translation was in step; null if it was not there then, and for
  // what is only in the translation.
  std::shared_ptr<const Block> old_block;
  // The translation quotes the new text, and somebody left the translation below the quote as it
  // was.
  bool was_only_quoted = false;
  // It came after the last touch, and so did others that the translation shows: whoever touched it
  // had a newer source than lay beside it, and nothing in this block says whether it shows this
  // one, too.
  bool may_be_shown = false;
  bool has_returned = false;        // A touch brought an old text back, which does not show it.
  std::optional<ObjectId> lost_in;  // Of what is lost: the commit that lost it.
};

}  // namespace l10n_drift
