#pragma once

#include <optional>
#include <vector>

#include "analysis/before_and_after.h"
#include "l10n_drift/check.h"
#include "l10n_drift/report.h"

namespace l10n_drift {

// The facts about a translation that the branch changes: plain values, no repository.
struct PageFacts {
  const FileReport& file;        // As it is on the branch.
  bool is_new = false;           // There was no such page before.
  bool was_orphan = false;       // Its source was gone before already,
  bool is_source_there = false;  // or is there yet for whatever the branch is merged with.
  bool is_translators = false;   // The branch has new words, on this page or on most others.
  // For each of `file.stale` whether the translation may show it (OpenChange::may_be_shown).
  std::vector<bool> doubtful = {};
  // Nothing if nobody can tell how the page stood before, or if it is new.
  std::optional<BeforeAndAfter> changed = {};
  Severity min_severity = Severity::kMinor;
};

// Whose drift it is.
struct DriftOwner {
  FindingKind kind = FindingKind::kWasBehind;
  std::vector<FindingKind> places = {};  // Of each of `file.stale`.
};

// The rule: see whose_drift.cc. Nothing for a page that is up to date.
std::optional<DriftOwner> find_owner(const PageFacts& facts);

}  // namespace l10n_drift
