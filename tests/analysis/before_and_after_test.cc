#include "analysis/before_and_after.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// What is open at a block of the source.
OpenChange open_at(std::size_t source) {
  OpenChange change;
  change.source = source;
  return change;
}

OpenChange before_last_touch(OpenChange change) {
  change.before_last_touch = true;
  return change;
}

// What the source has no more.
OpenChange removed(const std::string& text) {
  OpenChange change;
  change.change = StaleChange::kRemoved;
  const auto block = std::make_shared<Block>();
  block->source = text;
  change.old_block = block;
  return change;
}

std::vector<std::size_t> counts(const BeforeAndAfter& found) {
  return {found.open_before, found.settled, found.open_since, found.settled_since};
}

TEST(BeforeAndAfter, APlaceIsKnownByItsBlockOfTheSource) {
  const BeforeAndAfter found =
      compare_open({{before_last_touch(open_at(1)), open_at(2), open_at(3)}},
                   {open_at(1), open_at(2), open_at(4)}, nullptr);
  EXPECT_THAT(found.origins,
              ElementsAre(PlaceOrigin::kOlder, PlaceOrigin::kSince, PlaceOrigin::kNowhereBefore));
  EXPECT_THAT(counts(found), ElementsAre(3, 1, 2, 1));
}

TEST(BeforeAndAfter, WhatTheSourceHasNoMoreIsKnownByWhatItWas) {
  const BeforeAndAfter found =
      compare_open({{removed("one"), removed("two")}}, {removed("two"), removed("three")}, nullptr);
  EXPECT_THAT(found.origins, ElementsAre(PlaceOrigin::kSince, PlaceOrigin::kNowhereBefore));
  EXPECT_THAT(counts(found), ElementsAre(2, 1, 2, 1));
}

TEST(BeforeAndAfter, WhatATouchTookAwayIsLost) {
  OpenChange lost = open_at(1);
  lost.change = StaleChange::kLost;
  OpenChange returned = open_at(2);
  returned.has_returned = true;
  EXPECT_THAT(compare_open({{}}, {lost, returned}, nullptr).origins,
              ElementsAre(PlaceOrigin::kLost, PlaceOrigin::kLost));
  EXPECT_THAT(compare_open({{lost}}, {lost}, nullptr).origins, ElementsAre(PlaceOrigin::kSince));
}

TEST(BeforeAndAfter, OnlyWhatIsSubstantiveIsCounted) {
  OpenChange small = open_at(1);
  small.severity = Severity::kMinor;
  OpenChange surplus;
  surplus.change = StaleChange::kOnlyInTranslation;
  EXPECT_THAT(counts(compare_open({{small, surplus}}, {}, nullptr)), ElementsAre(0, 0, 0, 0));
}

TEST(BeforeAndAfter, WhatWasOpenNowhereIsToldFromWhatWasOpenOnOneSide) {
  const auto origins = [](const std::vector<std::vector<OpenChange>>& before) {
    return compare_open(before, {open_at(1)}, nullptr).origins;
  };
  EXPECT_THAT(origins({{}}), ElementsAre(PlaceOrigin::kNowhereBefore));
  EXPECT_THAT(origins({{}, {}}), ElementsAre(PlaceOrigin::kNowhereBefore));
  EXPECT_THAT(origins({{}, {open_at(1)}}), ElementsAre(PlaceOrigin::kHere));
  EXPECT_THAT(origins({{open_at(1)}, {}}), ElementsAre(PlaceOrigin::kHere));
  EXPECT_THAT(origins({{open_at(1)}, {open_at(1)}}), ElementsAre(PlaceOrigin::kSince));
}

// One side has settled block 1, the other block 2: the branch, which has both, has done neither.
TEST(BeforeAndAfter, WhatAnotherBranchSettledIsNotThisOnesCredit) {
  const BeforeAndAfter found =
      compare_open({{open_at(2), open_at(3)}, {open_at(1), open_at(3)}}, {open_at(3)}, nullptr);
  EXPECT_THAT(found.origins, ElementsAre(PlaceOrigin::kSince));
  EXPECT_THAT(counts(found), ElementsAre(1, 0, 1, 0));
}

//     before     0  1  2        block 1 was changed, and 3 added
//     after      0  1' 2  3
TEST(BeforeAndAfter, BlocksThatTheBranchChangedInTheSourceAreItsOwn) {
  PageDiff diff;
  diff.changes = {{1, 1}, {{}, 3}};
  diff.new_of = {0, 1, 2};
  diff.old_of = {0, 1, 2, {}};
  const BeforeAndAfter found =
      compare_open({{open_at(0)}}, {open_at(0), open_at(1), open_at(2), open_at(3)}, &diff);
  EXPECT_THAT(found.origins, ElementsAre(PlaceOrigin::kSince, PlaceOrigin::kOwnSource,
                                         PlaceOrigin::kNowhereBefore, PlaceOrigin::kOwnSource));
  EXPECT_THAT(compare_open({{}}, {}, &diff).origins, IsEmpty());
}

}  // namespace
}  // namespace l10n_drift
