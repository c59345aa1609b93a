#include "judge/status.h"

#include "markdown/page_kind.h"

namespace l10n_drift {
namespace {

Verdict decide_with_source(const PairFacts& facts) {
  if (facts.translation == *facts.source) return {.status = Status::kInSync, .same_content = true};
  if (facts.record_is_invalid) return {Status::kInvalidBaseline};
  if (!facts.baseline) return {facts.source_is_new ? Status::kInSync : Status::kUnknown};
  if (*facts.baseline == *facts.source) return {Status::kInSync};
  return {.status = Status::kOutdated, .verbatim = facts.translation == *facts.baseline};
}

Verdict decide_without_source(const PairFacts& facts) {
  if (!facts.baseline) return {facts.source_is_cut ? Status::kUnknown : Status::kUnpaired};
  if (facts.successor == Successor::kUntranslated) return {Status::kRenamed};
  return {Status::kDeleted};
}

// Whether the status leaves room for what history does not tell.
bool may_hide_something(const FileReport& pair) {
  if (!pair.baseline || pair.source_blob.empty()) return false;
  if (pair.status == Status::kOutdated) return true;
  const BaselineMethod method = pair.baseline->method;
  return pair.status == Status::kInSync &&
         (method == BaselineMethod::kHistory || method == BaselineMethod::kRecorded ||
          method == BaselineMethod::kReviewed);
}

// Whether blocks can be made of both pages, and of the source of the baseline.
bool has_blocks(const FileReport& pair) {
  return page_kind(pair.source) && page_kind(pair.translation) &&
         page_kind(pair.renamed_from.value_or(pair.source));
}

}  // namespace

Verdict decide_status(const PairFacts& facts) {
  if (facts.ignore_reason) return {Status::kIgnored};
  if (facts.touch_is_cut || facts.source_is_link) return {Status::kUnknown};
  return facts.source ? decide_with_source(facts) : decide_without_source(facts);
}

bool can_be_looked_into(const FileReport& pair) {
  return may_hide_something(pair) && has_blocks(pair);
}

bool is_of_other_kind(const FileReport& pair) {
  return may_hide_something(pair) && !has_blocks(pair);
}

Status status_with_open_changes(Status status, std::size_t open_changes) {
  const bool is_hidden = status == Status::kInSync && open_changes > 0;
  return is_hidden ? Status::kPartiallyUpdated : status;
}

}  // namespace l10n_drift
