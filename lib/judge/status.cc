#include "judge/status.h"

namespace l10n_drift {
namespace {

Verdict judge_with_source(const PairFacts& facts) {
  if (facts.translation == *facts.source) return {.status = Status::kInSync, .same_content = true};
  if (!facts.baseline) return {facts.source_is_new ? Status::kInSync : Status::kUnknown};
  if (*facts.baseline == *facts.source) return {Status::kInSync};
  return {.status = Status::kOutdated, .verbatim = facts.translation == *facts.baseline};
}

Verdict judge_without_source(const PairFacts& facts) {
  if (!facts.baseline) return {facts.source_is_cut ? Status::kUnknown : Status::kUnpaired};
  if (facts.successor == Successor::kUntranslated) return {Status::kRenamed};
  return {Status::kDeleted};
}

}  // namespace

Verdict judge(const PairFacts& facts) {
  if (facts.ignore_reason) return {Status::kIgnored};
  if (facts.touch_is_cut || facts.source_is_link) return {Status::kUnknown};
  return facts.source ? judge_with_source(facts) : judge_without_source(facts);
}

}  // namespace l10n_drift
