#include "analysis/whose_drift.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace l10n_drift {
namespace {

constexpr auto kAdded = StaleChange::kAdded;
constexpr auto kLost = StaleChange::kLost;
constexpr auto kNever = StaleChange::kNeverTranslated;
constexpr auto kSurplus = StaleChange::kOnlyInTranslation;
constexpr auto kOlder = PlaceOrigin::kOlder;
constexpr auto kSince = PlaceOrigin::kSince;
constexpr auto kHere = PlaceOrigin::kHere;
constexpr auto kNowhere = PlaceOrigin::kNowhereBefore;
constexpr auto kGone = PlaceOrigin::kLost;
constexpr auto kOwn = PlaceOrigin::kOwnSource;

struct Place {
  StaleChange change = StaleChange::kChanged;
  PlaceOrigin origin = kSince;
  bool before_last_touch = true;
  Severity severity = Severity::kSubstantive;
};

FileReport file_of(Status status, const std::vector<Place>& places = {}) {
  FileReport file;
  file.status = status;
  file.alignment = Alignment::kGood;
  for (const Place& place : places) {
    StaleBlock block;
    block.change = place.change;
    block.before_last_touch = place.before_last_touch;
    block.severity = place.severity;
    file.stale.push_back(block);
  }
  return file;
}

BeforeAndAfter changed(const std::vector<Place>& places, std::size_t open, std::size_t settled) {
  BeforeAndAfter changed{{}, open, settled, open, settled, true};
  for (const Place& place : places) changed.origins.push_back(place.origin);
  return changed;
}

// "left_behind: was_behind left_behind"; "-" for a page that is up to date.
std::string owner(const PageFacts& facts) {
  const auto found = find_owner(facts);
  if (!found) return "-";
  std::string text = to_string(found->kind);
  if (!found->places.empty()) text += ':';
  for (const FindingKind place : found->places) text += std::string(" ") + to_string(place);
  return text;
}

std::string owner_of_new_page(const std::vector<Place>& places) {
  const FileReport file = file_of(Status::kOutdated, places);
  return owner({.file = file, .is_new = true});
}

std::string owner_of_page(const std::vector<Place>& places, std::size_t open, std::size_t settled) {
  const FileReport file = file_of(Status::kOutdated, places);
  return owner({.file = file, .is_translators = true, .changed = changed(places, open, settled)});
}

TEST(WhoseDrift, WhatIsNotOpenIsNobodysWhateverTheHistorySays) {
  for (const Status status : {Status::kOutdated, Status::kPartiallyUpdated}) {
    const FileReport file = file_of(status);
    EXPECT_EQ(owner({.file = file}), "-");
    EXPECT_EQ(owner({.file = file, .is_new = true}), "-");
  }
  for (const Status status : {Status::kInSync, Status::kIgnored, Status::kUntranslated}) {
    const FileReport file = file_of(status);
    EXPECT_EQ(owner({.file = file}), "-");
  }
}

TEST(WhoseDrift, ANewPageHasNobodyElseToBlame) {
  EXPECT_EQ(owner_of_new_page({{kNever}}), "forgotten: forgotten");
  EXPECT_EQ(owner_of_new_page({{.before_last_touch = false}}), "left_behind: left_behind");
  EXPECT_EQ(owner_of_new_page({{kAdded}, {kNever}}), "forgotten: left_behind forgotten");
  EXPECT_EQ(owner_of_new_page({{kLost}, {kNever}}), "lost: lost forgotten");
}

TEST(WhoseDrift, WhatIsSmallOrOnlyInTheTranslationHoldsUpNobody) {
  EXPECT_EQ(owner_of_new_page({{.severity = Severity::kMinor}}), "was_behind: was_behind");
  EXPECT_EQ(owner_of_new_page({{kSurplus}}), "was_behind: was_behind");
  const std::vector<Place> small = {{.severity = Severity::kMinor}};
  EXPECT_EQ(owner_of_page(small, 4, 3), "was_behind: was_behind");
}

TEST(WhoseDrift, WhoSettlesHalfIsAskedForTheRest) {
  const std::vector<Place> rest = {{}, {}};
  EXPECT_EQ(owner_of_page(rest, 4, 2), "left_behind: left_behind left_behind");
  EXPECT_EQ(owner_of_page(rest, 3, 1), "was_behind: was_behind was_behind");
  EXPECT_EQ(owner_of_page(rest, 2, 0), "was_behind: was_behind was_behind");
}

// As much of what is older may be left for good.
TEST(WhoseDrift, WhoSettlesHalfOfWhatIsNewIsAskedForTheRestOfThat) {
  const std::vector<Place> rest = {{kAdded, kOlder}, {kAdded, kOlder}, {kAdded, kOlder}, {kAdded}};
  const FileReport file = file_of(Status::kOutdated, rest);
  BeforeAndAfter facts = changed(rest, 5, 1);
  facts.open_since = 2;
  EXPECT_EQ(owner({.file = file, .is_translators = true, .changed = facts}),
            "left_behind: was_behind was_behind was_behind left_behind");
  facts.settled_since = 0;  // It was an older one.
  EXPECT_EQ(owner({.file = file, .is_translators = true, .changed = facts}),
            "was_behind: was_behind was_behind was_behind was_behind");
}

// What is alike in all languages may come from a script.
TEST(WhoseDrift, OnlyATranslatorClaimsAPage) {
  const std::vector<Place> rest = {{}};
  const FileReport file = file_of(Status::kOutdated, rest);
  const BeforeAndAfter facts = changed(rest, 4, 3);
  EXPECT_EQ(owner({.file = file, .is_translators = true, .changed = facts}),
            "left_behind: left_behind");
  EXPECT_EQ(owner({.file = file, .changed = facts}), "was_behind: was_behind");
}

TEST(WhoseDrift, WhatThePageMayShowIsNobodys) {
  const FileReport file = file_of(Status::kOutdated, {{}, {kAdded}});
  EXPECT_EQ(owner({.file = file, .is_new = true, .doubtful = {true, false}}),
            "left_behind: was_behind left_behind");
}

TEST(WhoseDrift, WhereABlockStandsForANewOneNobodyIsBlamed) {
  for (const StaleChange change : {kAdded, kNever}) {
    FileReport file = file_of(Status::kOutdated, {{change}});
    file.stale.front().translation_lines = LineRange{3, 4};
    EXPECT_EQ(owner({.file = file, .is_new = true}), "was_behind: was_behind");
  }
}

TEST(WhoseDrift, WhatAnEarlierTouchLeftOpenStaysItsOwn) {
  EXPECT_EQ(owner_of_page({{kAdded, kOlder}}, 9, 8), "was_behind: was_behind");
  EXPECT_EQ(owner_of_page({{kAdded, kOlder}, {}}, 9, 7), "left_behind: was_behind left_behind");
}

TEST(WhoseDrift, WhatWasNotOpenBeforeIsLost) {
  EXPECT_EQ(owner_of_page({{kLost, kGone}}, 0, 0), "lost: lost");
  EXPECT_EQ(owner_of_page({{.origin = kGone}}, 0, 0), "lost: lost") << "an old text is back";
  EXPECT_EQ(owner_of_page({{.origin = kHere}}, 0, 0), "was_behind: was_behind");
  EXPECT_EQ(owner_of_page({{.origin = kNowhere}}, 0, 0), "was_behind: was_behind");
  EXPECT_EQ(owner_of_page({{.origin = kNowhere}}, 2, 1), "left_behind: left_behind");
  EXPECT_EQ(owner_of_page({{kLost, kOlder}}, 0, 0), "was_behind: was_behind");
}

TEST(WhoseDrift, WhatTheBranchDidToTheSourceIsNoTranslatorsDrift) {
  EXPECT_EQ(owner_of_page({{kAdded, kOwn, false}}, 2, 2), "was_behind: was_behind");
}

TEST(WhoseDrift, WhereNobodyKnowsHowItWasNobodyIsBlamed) {
  const FileReport file = file_of(Status::kOutdated, {{}, {kLost}});
  EXPECT_EQ(owner({.file = file}), "was_behind: was_behind was_behind");
}

TEST(WhoseDrift, WhatCannotBeLookedIntoIsANoteUnlessItIsACopy) {
  FileReport file = file_of(Status::kOutdated);
  for (const std::optional<Alignment> alignment :
       {std::optional<Alignment>(), std::optional(Alignment::kWeak)}) {
    file.alignment = alignment;
    file.verbatim = false;
    EXPECT_EQ(owner({.file = file, .is_new = true}), "not_compared");
    file.verbatim = true;
    EXPECT_EQ(owner({.file = file}), "copy");
  }
  file.alignment = Alignment::kGood;
  EXPECT_EQ(owner({.file = file}), "-") << "nothing that a reader would see";
}

TEST(WhoseDrift, AnOrphanIsTheBranchesIfItWasNoneBefore) {
  for (const Status status : {Status::kRenamed, Status::kDeleted}) {
    const FileReport file = file_of(status);
    EXPECT_EQ(owner({.file = file}), "orphaned");
    EXPECT_EQ(owner({.file = file, .is_new = true}), "orphaned");
    EXPECT_EQ(owner({.file = file, .was_orphan = true}), "was_behind");
    EXPECT_EQ(owner({.file = file, .is_source_there = true}), "was_behind");
  }
}

TEST(WhoseDrift, WhatHasNoHistoryIsToldAsWhatItIs) {
  const FileReport unpaired = file_of(Status::kUnpaired);
  EXPECT_EQ(owner({.file = unpaired, .is_new = true}), "never");
  const FileReport unknown = file_of(Status::kUnknown);
  EXPECT_EQ(owner({.file = unknown}), "unknown");
}

TEST(WhoseDrift, WhatAsksForLessThanTheSeverityIsNotTold) {
  const std::vector<Place> small = {{.severity = Severity::kMinor}};
  const FileReport file = file_of(Status::kOutdated, small);
  EXPECT_EQ(owner({.file = file, .min_severity = Severity::kSubstantive}), "-");
  EXPECT_EQ(owner({.file = file, .min_severity = Severity::kMinor}), "was_behind: was_behind");
}

}  // namespace
}  // namespace l10n_drift
