#include "detection/draft_change.h"

#include "markdown/draft.h"

namespace l10n_drift {

std::optional<DraftChange> draft_change(const ParsedPage& before, const ParsedPage& after) {
  const bool is_draft_now = is_draft(after);
  if (is_draft(before) == is_draft_now) return {};
  return is_draft_now ? DraftChange::kWithdrawn : DraftChange::kPublished;
}

Severity severity_of(std::optional<DraftChange> change) {
  return change ? Severity::kMinor : Severity::kCosmetic;
}

}  // namespace l10n_drift
