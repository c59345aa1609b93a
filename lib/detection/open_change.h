#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include "l10n_drift/stale.h"
#include "markdown/block.h"
#include "values/object_id.h"

namespace l10n_drift {

// A change of the source that the translation does not show: an entry of the ledger.
struct OpenChange {
  StaleChange change = StaleChange::kChanged;
  Severity severity = Severity::kSubstantive;
  std::optional<std::size_t> source;       // In the newest source; nothing if it was removed there.
  std::optional<std::size_t> translation;  // Its counterpart, if it has one.
  bool before_last_touch = false;
  // The block as it was when the translation was in step; null if it was not there then.
  std::shared_ptr<const Block> old_block;
  // The translation quotes the new text, and somebody left the translation below the quote as it
  // was.
  bool was_only_quoted = false;
  std::optional<ObjectId> lost_in;  // Of what is lost: the commit that lost it.
};

}  // namespace l10n_drift
