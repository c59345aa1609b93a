#include "judge/counting.h"

#include <optional>

#include "judge/lost_objects.h"

namespace l10n_drift {
namespace {

// The lines of the changes that count, where others came between them. Nothing if there are none
// such, or if a version has no lines.
std::optional<LineCounts> count_stretches(const Objects& objects, const JudgedPair& pair) {
  if (pair.stretches.empty()) return {};
  LineCounts sum;
  for (const auto& [from, to] : pair.stretches) {
    const BlobDrift drift = objects.drift(from, to);
    if (drift.binary) return {};
    sum.insertions += drift.lines.insertions;
    sum.deletions += drift.lines.deletions;
  }
  return sum;
}

void count_lines(const Objects& objects, JudgedPair& pair) {
  if (auto sum = count_stretches(objects, pair)) {
    pair.file.counts = *sum;
    return;
  }
  const BlobDrift drift = objects.drift(*pair.baseline, *pair.source);
  if (drift.binary) {
    pair.file.binary = drift.binary;
  } else {
    pair.file.counts = drift.lines;
  }
}

void count(const Objects& objects, JudgedPair& pair) {
  const auto phase = objects.measure(Phase::kCount);
  for_one_pair(pair, [&] { count_lines(objects, pair); });
}

}  // namespace

bool Counting::count_one(const Objects& objects) {
  const auto pair = pairs_.try_receive();
  if (pair) count(objects, **pair);
  return pair.has_value();
}

void Counting::count_all(const Objects& objects) {
  while (const auto pair = pairs_.receive()) count(objects, **pair);
}

void Counting::count_all_in_another(const Objects& original) {
  const auto first = pairs_.receive();
  if (!first) return;
  const Objects objects = original.for_another_thread();
  count(objects, **first);
  count_all(objects);
}

}  // namespace l10n_drift
