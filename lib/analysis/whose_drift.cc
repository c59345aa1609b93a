// Whose drift it is
// =================
//
// Of the pages that a branch changes, most that are behind were behind before. Who mends a typo in
// one of them can do nothing about it, and who is told to do it all the same soon listens no more.
// So each page is judged twice, before the branch and after it, and what is open after it is one of
//
//     lost          the branch took away what the page had: it was not open before
//     forgotten     the page is new, and this block of the source is nowhere in it
//     left behind   the page is new, or the branch brings it up to date, and has left this one out
//     was behind    all else
//
// A branch brings a page up to date if it settles at least half of what was open; or half of what
// had come since the page was last touched, as much of what is older may have been left for good.
// It takes a translator to claim that: a branch that changes nothing but what is alike in all
// languages, names, links or lines of code, claims nothing.
//
// What was left open by an earlier touch already stays that touch's, whatever this branch does.
//
// Translators take the newest source from the site, and commit beside an older one. Where a page
// shows some of what came after its last touch, the rest of it counts only where the page speaks
// against it.
//
// Where nobody can look into the page there are no places, and it is told as what it is. But a copy
// that is behind is behind as a whole, and takes no more than to be copied again.

#include "analysis/whose_drift.h"

#include <algorithm>
#include <cstddef>

namespace l10n_drift {
namespace {

bool is_claimed(const PageFacts& facts) {
  if (!facts.is_translators || facts.changed->settled == 0) return false;
  const BeforeAndAfter& changed = *facts.changed;
  const bool is_half_of_new =
      changed.settled_since > 0 && 2 * changed.settled_since >= changed.open_since;
  return is_half_of_new || 2 * changed.settled >= changed.open_before;
}

// Whether the page may show the place after all: nothing in its block says that it does not, or
// there is a block where the source has a new one.
bool is_doubtful(const PageFacts& facts, std::size_t place) {
  if (place < facts.doubtful.size() && facts.doubtful[place]) return true;
  const StaleBlock& block = facts.file.stale[place];
  const bool is_absent =
      block.change == StaleChange::kAdded || block.change == StaleChange::kNeverTranslated;
  return is_absent && block.translation_lines.has_value();
}

FindingKind kind_of_place(const PageFacts& facts, std::size_t place) {
  const StaleBlock& block = facts.file.stale[place];
  if (block.severity != Severity::kSubstantive) return FindingKind::kWasBehind;
  if (block.change == StaleChange::kOnlyInTranslation) return FindingKind::kWasBehind;
  if (is_doubtful(facts, place)) return FindingKind::kWasBehind;
  if (facts.is_new) {
    if (block.change == StaleChange::kLost) return FindingKind::kLost;
    return block.change == StaleChange::kNeverTranslated ? FindingKind::kForgotten
                                                         : FindingKind::kLeftBehind;
  }
  if (!facts.changed) return FindingKind::kWasBehind;
  switch (facts.changed->origins[place]) {
    case PlaceOrigin::kOlder:
    case PlaceOrigin::kOwnSource:
      return FindingKind::kWasBehind;
    case PlaceOrigin::kLost:
      return FindingKind::kLost;
    case PlaceOrigin::kHere:
    case PlaceOrigin::kNowhereBefore:
    case PlaceOrigin::kSince:
      break;
  }
  return is_claimed(facts) ? FindingKind::kLeftBehind : FindingKind::kWasBehind;
}

// What of the list weighs most, in the order of the enumeration.
std::optional<DriftOwner> owner_of_places(const PageFacts& facts) {
  DriftOwner owner;
  bool is_worth_telling =
      facts.file.draft && facts.file.severity.value_or(Severity::kMinor) >= facts.min_severity;
  for (std::size_t i = 0; i < facts.file.stale.size(); ++i) {
    owner.places.push_back(kind_of_place(facts, i));
    if (facts.file.stale[i].severity < facts.min_severity) continue;
    is_worth_telling = true;
    owner.kind = std::min(owner.kind, owner.places.back());
  }
  if (!is_worth_telling) return {};
  return owner;
}

std::optional<DriftOwner> owner_of_outdated(const PageFacts& facts) {
  const FileReport& file = facts.file;
  const bool is_looked_into = file.alignment == Alignment::kGood;
  if (file.verbatim && (!is_looked_into || !file.stale.empty())) {
    return DriftOwner{FindingKind::kCopy, std::vector(file.stale.size(), FindingKind::kCopy)};
  }
  if (is_looked_into) return owner_of_places(facts);
  if (file.severity && *file.severity < facts.min_severity) return {};
  return DriftOwner{FindingKind::kNotCompared,
                    std::vector(file.stale.size(), FindingKind::kNotCompared)};
}

DriftOwner owner_of_orphan(const PageFacts& facts) {
  const bool is_from_before = facts.was_orphan || facts.is_source_there;
  return {is_from_before ? FindingKind::kWasBehind : FindingKind::kOrphaned};
}

}  // namespace

std::optional<DriftOwner> find_owner(const PageFacts& facts) {
  switch (facts.file.status) {
    case Status::kOutdated:
    case Status::kPartiallyUpdated:
      return owner_of_outdated(facts);
    case Status::kRenamed:
    case Status::kDeleted:
      return owner_of_orphan(facts);
    case Status::kUnpaired:
      return DriftOwner{FindingKind::kNever};
    case Status::kUnknown:
      return DriftOwner{FindingKind::kUnknown};
    case Status::kInvalidBaseline:
      return DriftOwner{FindingKind::kInvalidBaseline};
    case Status::kInSync:
    case Status::kIgnored:
    case Status::kUntranslated:
      break;
  }
  return {};
}

}  // namespace l10n_drift
