#include "judge/counting.h"

namespace l10n_drift {
namespace {

void count(const Repository& repository, Judged& pair) {
  const auto phase = repository.measure(Phase::kCount);
  const BlobDrift drift = repository.drift(*pair.baseline, *pair.source);
  if (drift.binary) {
    pair.file.binary = drift.binary;
  } else {
    pair.file.counts = drift.lines;
  }
}

}  // namespace

bool Counting::count_one(const Repository& repository) {
  const auto pair = pairs_.try_receive();
  if (pair) count(repository, **pair);
  return pair.has_value();
}

void Counting::count_all(const Repository& repository) {
  while (const auto pair = pairs_.receive()) count(repository, **pair);
}

void Counting::count_all_in_another(const Repository& original) {
  const auto first = pairs_.receive();
  if (!first) return;
  const Repository repository = original.reopen();
  count(repository, **first);
  count_all(repository);
}

}  // namespace l10n_drift
