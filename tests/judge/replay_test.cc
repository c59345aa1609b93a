#include "judge/replay.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Three versions of a source and of its translation. The second ones change the paragraph below
// "Wheel", the third ones that below "Mill".
constexpr char kS1[] = "# Mill\n\nThe mill grinds corn.\n\n## Wheel\n\nWater turns it.\n";
constexpr char kS2[] =
    "# Mill\n\nThe mill grinds corn.\n\n## Wheel\n\nAn old donkey walks around in circles.\n";
constexpr char kS3[] =
    "# Mill\n\nNobody has used this mill since 1950.\n\n## Wheel\n\nAn old donkey walks around in "
    "circles.\n";
constexpr char kT1[] =
    "# Muehle {#mill}\n\nDie Muehle mahlt Korn.\n\n## Rad {#wheel}\n\nWasser dreht es.\n";
constexpr char kT1Mended[] =
    "# Die Muehle {#mill}\n\nDie Muehle mahlt Korn.\n\n## Rad {#wheel}\n\nWasser dreht es.\n";
constexpr char kT2[] =
    "# Muehle {#mill}\n\nDie Muehle mahlt Korn.\n\n## Rad {#wheel}\n\nEin alter Esel geht im "
    "Kreis.\n";

class ReplayTest : public testing::Test {
 protected:
  ObjectId blob(const std::string& text) const { return scratch_.store("blob", text); }

  // A touch that left these texts.
  ReplayedTouch touch(const std::string& translation, const std::string& source) const {
    return {
        blob("the touch that left " + translation), {blob(translation)}, PageVersion{blob(source)}};
  }

  // A pair by its baseline and by its source at the base.
  JudgedPair pair(const std::string& baseline, const std::string& source) const {
    JudgedPair pair;
    pair.baseline = blob(baseline);
    pair.source = blob(source);
    pair.file.source = "en/a.md";
    pair.file.translation = "ko/a.md";
    pair.file.status = baseline == source ? Status::kInSync : Status::kOutdated;
    return pair;
  }

  // Plays the touches, which come with the newest first.
  JudgedPair replayed(const ReplayHistory& history, const std::string& translation,
                      JudgedPair pair) const {
    return replayed({.history = history, .translation = blob(translation)}, std::move(pair));
  }

  JudgedPair replayed(const ReplayedPage& page, JudgedPair pair) const {
    const Objects objects = scratch_.objects();
    Replay(objects, "en", parts_).run(page, pair);
    return pair;
  }

  // "changed paragraph below Wheel, source 7-7, translation 7-7, before the last touch".
  static std::vector<std::string> stale(const JudgedPair& pair) {
    std::vector<std::string> list;
    const auto range = [](const char* what, const std::optional<LineRange>& lines) {
      if (!lines) return std::string();
      return std::string(", ") + what + ' ' + std::to_string(lines->first) + '-' +
             std::to_string(lines->last);
    };
    for (const StaleBlock& block : pair.file.stale) {
      list.push_back(std::string(to_string(block.change)) + ' ' + to_string(block.kind) +
                     " below " + block.heading + range("source", block.source_lines) +
                     range("translation", block.translation_lines) +
                     (block.before_last_touch ? ", before the last touch" : ""));
    }
    return list;
  }

  ScratchRepository scratch_;
  StaleParts parts_ = StaleParts::kPlaces;
};

// ---- What the last touch left open ----

//     source        S1---S2      The second touch mends a heading alone.
//     translation   T1---T1'
TEST_F(ReplayTest, WhatNoTouchHasTranslatedMakesAPairPartiallyUpdated) {
  const JudgedPair found =
      replayed({touch(kT1Mended, kS2), touch(kT1, kS1)}, kT1Mended, pair(kS2, kS2));
  EXPECT_EQ(found.file.status, Status::kPartiallyUpdated);
  EXPECT_EQ(found.file.severity, Severity::kSubstantive);
  EXPECT_EQ(found.file.alignment, Alignment::kGood);
  EXPECT_THAT(stale(found), ElementsAre("changed paragraph below Wheel, source 7-7, "
                                        "translation 7-7, before the last touch"));
  ASSERT_EQ(found.unshown.size(), 1u);
  EXPECT_EQ(found.unshown[0].first, 7u);
  EXPECT_EQ(found.unshown[0].count, 1u);
  EXPECT_EQ(found.unshown[0].shown, "Water turns it.");
}

TEST_F(ReplayTest, TextsAreThereIfTheyAreAskedFor) {
  const ReplayHistory history = {touch(kT1Mended, kS2), touch(kT1, kS1)};
  EXPECT_EQ(replayed(history, kT1Mended, pair(kS2, kS2)).file.stale[0].texts, StaleTexts{});
  parts_ = StaleParts::kTexts;
  EXPECT_EQ(replayed(history, kT1Mended, pair(kS2, kS2)).file.stale[0].texts,
            (StaleTexts{"Water turns it.", "An old donkey walks around in circles.", {}}));
}

TEST_F(ReplayTest, APairWhoseTouchesKeptUpStaysInSync) {
  const JudgedPair before = pair(kS2, kS2);
  const JudgedPair found = replayed({touch(kT2, kS2), touch(kT1, kS1)}, kT2, before);
  EXPECT_EQ(found.file, before.file);
  EXPECT_THAT(found.unshown, IsEmpty());
}

TEST_F(ReplayTest, ALaterTouchMayTranslateWhatAnEarlierOneLeftOpen) {
  const JudgedPair before = pair(kS2, kS2);
  const JudgedPair found =
      replayed({touch(kT2, kS2), touch(kT1Mended, kS2), touch(kT1, kS1)}, kT2, before);
  EXPECT_EQ(found.file, before.file);
}

TEST_F(ReplayTest, TouchesWithoutASourceBesideThemAreLeftOut) {
  const JudgedPair found =
      replayed({touch(kT1Mended, kS2), {blob("a commit"), {blob(kT2)}, {}}, touch(kT1, kS1)},
               kT1Mended, pair(kS2, kS2));
  EXPECT_EQ(found.file.status, Status::kPartiallyUpdated);
}

// A rename was found for the last touch, which has no source beside it.
TEST_F(ReplayTest, TheSourceOfTheLastTouchIsTheBaseline) {
  const JudgedPair found = replayed({{blob("a commit"), {blob(kT1Mended)}, {}}, touch(kT1, kS1)},
                                    kT1Mended, pair(kS2, kS2));
  EXPECT_EQ(found.file.status, Status::kPartiallyUpdated);
}

// ---- What has changed since the last touch ----

TEST_F(ReplayTest, WhatHasChangedSinceTheLastTouchIsStale) {
  const JudgedPair found = replayed({touch(kT1, kS1)}, kT1, pair(kS1, kS2));
  EXPECT_EQ(found.file.status, Status::kOutdated);
  EXPECT_EQ(found.file.severity, Severity::kSubstantive);
  EXPECT_EQ(found.file.alignment, Alignment::kGood);
  EXPECT_THAT(stale(found),
              ElementsAre("changed paragraph below Wheel, source 7-7, translation 7-7"));
  EXPECT_THAT(found.unshown, IsEmpty());
}

TEST_F(ReplayTest, WithoutTouchesItIsWhatChangedSinceTheBaseline) {
  EXPECT_EQ(stale(replayed({}, kT1, pair(kS1, kS2))),
            stale(replayed({touch(kT1, kS1)}, kT1, pair(kS1, kS2))));
}

TEST_F(ReplayTest, WhatTheLastTouchLeftOpenComesFirst) {
  const JudgedPair found =
      replayed({touch(kT1Mended, kS2), touch(kT1, kS1)}, kT1Mended, pair(kS2, kS3));
  EXPECT_EQ(found.file.status, Status::kOutdated);
  EXPECT_THAT(stale(found),
              ElementsAre("changed paragraph below Wheel, source 7-7, translation 7-7, before the "
                          "last touch",
                          "changed paragraph below Mill, source 3-3, translation 3-3"));
}

// The paragraph below Wheel is left open one touch earlier than the one below Mill.
TEST_F(ReplayTest, NextTheOrderIsThatOfTheSourceAndNotThatOfTheTouches) {
  const std::string mended_again = std::string(kT1Mended) + "\n";
  const JudgedPair found =
      replayed({touch(mended_again, kS3), touch(kT1Mended, kS2), touch(kT1, kS1)}, mended_again,
               pair(kS3, kS3));
  EXPECT_THAT(
      stale(found),
      ElementsAre(
          "changed paragraph below Mill, source 3-3, translation 3-3, before the last touch",
          "changed paragraph below Wheel, source 7-7, translation 7-7, before the last "
          "touch"));
}

TEST_F(ReplayTest, AddedIsWhatTheTranslationLacksAndRemovedWhatTheSourceDoesNotHaveAnyMore) {
  const std::string longer = std::string(kS1) + "\nIt weighs 900 pounds.\n";
  const std::string longer_translation = std::string(kT1) + "\nEs wiegt 900 Pfund.\n";
  EXPECT_THAT(stale(replayed({touch(kT1, kS1)}, kT1, pair(kS1, longer))),
              ElementsAre("added paragraph below Wheel, source 9-9"));
  EXPECT_THAT(
      stale(replayed({touch(longer_translation, longer)}, longer_translation, pair(longer, kS1))),
      ElementsAre("removed paragraph below Rad, translation 9-9"));
}

// The second touch leaves standing in the translation what is gone from the source.
TEST_F(ReplayTest, WhatIsGoneAndStillShownStoodBelowWhatStandsAboveItNow) {
  const std::string longer = std::string(kS1) + "\nIt weighs 900 pounds.\n";
  const std::string translation = std::string(kT1) + "\nEs wiegt 900 Pfund.\n";
  const std::string mended = std::string(kT1Mended) + "\nEs wiegt 900 Pfund.\n";
  const JudgedPair found =
      replayed({touch(mended, kS1), touch(translation, longer)}, mended, pair(kS1, kS1));
  EXPECT_THAT(stale(found),
              ElementsAre("removed paragraph below Rad, translation 9-9, before the last touch"));
  ASSERT_EQ(found.unshown.size(), 1u);
  EXPECT_EQ(found.unshown[0].first, 8u);
  EXPECT_EQ(found.unshown[0].count, 0u);
  EXPECT_EQ(found.unshown[0].shown, "It weighs 900 pounds.");
}

TEST_F(ReplayTest, AChangeThatNoReaderNoticesIsCosmeticAndLeavesNothingStale) {
  const std::string wrapped = "# Mill\n\nThe mill\ngrinds corn.\n\n## Wheel\n\nWater turns it.\n";
  const JudgedPair found = replayed({touch(kT1, kS1)}, kT1, pair(kS1, wrapped));
  EXPECT_EQ(found.file.status, Status::kOutdated);
  EXPECT_EQ(found.file.severity, Severity::kCosmetic);
  EXPECT_THAT(stale(found), IsEmpty());
}

// ---- What cannot be looked into ----

TEST_F(ReplayTest, APageThatCanOnlyBeComparedAsAWholeStaysAsItIs) {
  std::string entangled(2000, '>');
  entangled += '\n';
  const JudgedPair before = pair(kS1, entangled);
  EXPECT_EQ(replayed({touch(kT1, kS1)}, kT1, before).file, before.file);
  const JudgedPair in_translation = pair(kS1, kS2);
  EXPECT_EQ(replayed({touch(entangled, kS1)}, entangled, in_translation).file, in_translation.file);
}

// Ten paragraphs, each with a number of its own.
std::string numbered(const char* before, const char* after, int first) {
  std::string page;
  for (int i = first; i < first + 10; ++i) page += before + std::to_string(i) + after + "\n\n";
  return page;
}

TEST_F(ReplayTest, OfPagesThatDoNotCorrespondNobodyCanTellAndThatIsSaid) {
  const std::string source = numbered("The room ", " is warm.", 10);
  const std::string longer = source + "Mind the `steps`.\n";
  const std::string translation = numbered("Das Zimmer ", " ist warm.", 10);
  const std::string other = numbered("Das Haus ", " ist schief.", 50);
  const JudgedPair found =
      replayed({touch(other, longer), touch(translation, source)}, other, pair(longer, longer));
  EXPECT_EQ(found.file.status, Status::kInSync);
  EXPECT_EQ(found.file.alignment, Alignment::kWeak);
  EXPECT_EQ(found.file.severity, std::nullopt);
  EXPECT_THAT(stale(found), IsEmpty());
}

TEST_F(ReplayTest, AVersionThatComesBackBringsBackWhatWasOpenThen) {
  const ReplayHistory history = {touch(kT1, kS2), touch(kT2, kS2), touch(kT1, kS1)};
  const JudgedPair found = replayed(history, kT1, pair(kS2, kS2));
  EXPECT_EQ(found.file.status, Status::kPartiallyUpdated);
  EXPECT_THAT(stale(found), ElementsAre("changed paragraph below Wheel, source 7-7, translation "
                                        "7-7, before the last touch"));
}

TEST_F(ReplayTest, AVersionThatComesBackDoesNotShowWhatChangedSince) {
  const ReplayHistory history = {touch(kT1, kS3), touch(kT2, kS2), touch(kT1, kS1)};
  EXPECT_THAT(stale(replayed(history, kT1, pair(kS3, kS3))),
              ElementsAre("changed paragraph below Mill, source 3-3, translation 3-3, before the "
                          "last touch",
                          "changed paragraph below Wheel, source 7-7, translation 7-7, before the "
                          "last touch"));
}

// What was known of a source that had become another page is not known of the one of then.
TEST_F(ReplayTest, AVersionThatComesBackBeforeItsSourceWasReplacedIsInStep) {
  const std::string other = numbered("Another ", " page.", 10);
  const ReplayHistory history = {touch(kT1, kS1), touch(kT1Mended, other), touch(kT1, kS1)};
  const JudgedPair found = replayed(history, kT1, pair(kS1, kS1));
  EXPECT_EQ(found.file.status, Status::kInSync);
  EXPECT_THAT(stale(found), IsEmpty());
}

TEST_F(ReplayTest, ARevertThatIsRevertedLeavesNothingOpen) {
  const ReplayHistory history = {touch(kT2, kS2), touch(kT1, kS2), touch(kT2, kS2),
                                 touch(kT1, kS1)};
  const JudgedPair found = replayed(history, kT2, pair(kS2, kS2));
  EXPECT_EQ(found.file.status, Status::kInSync);
  EXPECT_THAT(stale(found), IsEmpty());
}

TEST_F(ReplayTest, ARevertOfBothPagesLeavesNothingOpen) {
  const ReplayHistory history = {touch(kT1, kS1), touch(kT2, kS2), touch(kT1, kS1)};
  EXPECT_EQ(replayed(history, kT1, pair(kS1, kS1)).file.status, Status::kInSync);
}

TEST_F(ReplayTest, WhatIsBroughtBackAfterADeletionShowsWhatItShowed) {
  ReplayedTouch before = touch(kT1, kS1);
  before.was_deleted_after = true;
  EXPECT_THAT(stale(replayed({touch(kT1, kS2), before}, kT1, pair(kS2, kS2))),
              ElementsAre("changed paragraph below Wheel, source 7-7, translation 7-7, before the "
                          "last touch"));
  EXPECT_THAT(stale(replayed({touch(kT1Mended, kS2), before}, kT1Mended, pair(kS2, kS2))),
              ElementsAre("changed paragraph below Wheel, source 7-7, translation 7-7, before the "
                          "last touch"));
}

TEST_F(ReplayTest, AnotherPageUnderTheNameOfADeletedOneBeginsAnew) {
  ReplayedTouch before = touch("# Haus {#house}\n\nEs hat ein Dach.\n\nEs hat eine Tuer.\n",
                               "# House\n\nIt has a roof.\n\nIt has a door.\n");
  before.was_deleted_after = true;
  EXPECT_THAT(stale(replayed({touch(kT1, kS1), before}, kT1, pair(kS1, kS1))), IsEmpty());
}

TEST_F(ReplayTest, WhatAPageLosesNamesTheCommit) {
  const std::string cut = "# Muehle {#mill}\n\nDie Muehle mahlt Korn.\n\n## Rad {#wheel}\n";
  const ReplayHistory history = {touch(cut, kS1), touch(kT1, kS1)};
  const JudgedPair found = replayed(history, cut, pair(kS1, kS1));
  EXPECT_EQ(found.file.status, Status::kPartiallyUpdated);
  EXPECT_THAT(stale(found),
              ElementsAre("lost paragraph below Wheel, source 7-7, before the last touch"));
  EXPECT_EQ(found.file.stale.front().lost_in, history.front().commit.hex());
}

TEST_F(ReplayTest, APageThatLosesMostOfItIsNotInSync) {
  std::string source = "# House\n\n";
  std::string translation = "# Haus {#house}\n\n";
  for (int i = 10; i < 19; ++i) {
    const std::string number = std::to_string(i);
    source += "## Room " + number + "\n\nIt has " + number + " doors.\n\n";
    translation +=
        "## Zimmer " + number + " {#room-" + number + "}\n\nEs hat " + number + " Tueren.\n\n";
  }
  const std::string cut = translation.substr(0, translation.find("## Zimmer 13"));
  const JudgedPair found =
      replayed({touch(cut, source), touch(translation, source)}, cut, pair(source, source));
  EXPECT_EQ(found.file.status, Status::kPartiallyUpdated);
  EXPECT_EQ(found.file.alignment, Alignment::kGood);
  EXPECT_EQ(found.file.stale.size(), 12u);
}

// However it came to be empty.
TEST_F(ReplayTest, AnEmptyPageBesideAFullSourceIsNotInSync) {
  for (const std::string empty : {"", "\n", "---\ntitle: Muehle\n---\n", "<!-- nichts -->\n"}) {
    const JudgedPair emptied =
        replayed({touch(empty, kS1), touch(kT1, kS1)}, empty, pair(kS1, kS1));
    EXPECT_EQ(emptied.file.status, Status::kPartiallyUpdated) << empty;
    EXPECT_EQ(emptied.file.stale.size(), 4u) << empty;
    const JudgedPair begun = replayed({touch(empty, kS1)}, empty, pair(kS1, kS1));
    EXPECT_EQ(begun.file.status, Status::kPartiallyUpdated) << empty;
    EXPECT_EQ(begun.file.stale.size(), 4u) << empty;
  }
}

TEST_F(ReplayTest, MayReadTheBlobsOfAllTouchesAndOfThePairAndNoOthers) {
  const ReplayHistory history = {
      touch(kT2, kS2), {blob("a commit"), {blob(kT1Mended)}, {}}, touch(kT1, kS1)};
  EXPECT_THAT(replayed_blobs({.history = history, .translation = blob("newest")}, pair(kS2, kS3)),
              testing::UnorderedElementsAre(blob("newest"), blob(kS2), blob(kS3), blob(kT2),
                                            blob(kS2), blob(kT1Mended), blob(kT1), blob(kS1)));
}

// ---- How the page stood before ----

//     source        S1---S2---S3     The second touch, the branch's, brings the page up to S2.
//     translation   T1---T2
TEST_F(ReplayTest, TheSamePlaybackTellsHowThePageStoodBefore) {
  ReplayedTouch before = touch(kT1, kS1);
  before.stood_at = {0};
  const ReplayHistory history = {touch(kT2, kS2), before};
  const JudgedPair found = replayed({.history = history,
                                     .translation = blob(kT2),
                                     .commits_before = 2,
                                     .source_before = blob(kS3)},
                                    pair(kS2, kS3));
  ASSERT_EQ(found.before.size(), 2u);
  EXPECT_TRUE(found.before[0].is_known);
  EXPECT_EQ(found.before[0].alignment, Alignment::kGood);
  EXPECT_EQ(found.before[0].open.size(), 2u) << "both paragraphs";
  EXPECT_FALSE(found.before[1].is_known) << "the page was not there";
  EXPECT_THAT(stale(found),
              ElementsAre("changed paragraph below Mill, source 3-3, translation 3-3"));
  ASSERT_EQ(found.open.size(), 1u);
  EXPECT_FALSE(found.open[0].before_last_touch);
}

// To ask for it changes nothing of what is found on the branch.
TEST_F(ReplayTest, WhatIsAskedOfTheTimeBeforeChangesNothingAfterIt) {
  ReplayedTouch before = touch(kT1Mended, kS2);
  before.stood_at = {0};
  const ReplayHistory history = {touch(kT2, kS2), before, touch(kT1, kS1)};
  const JudgedPair asked = replayed({.history = history,
                                     .translation = blob(kT2),
                                     .commits_before = 1,
                                     .source_before = blob(kS3)},
                                    pair(kS2, kS3));
  const ReplayHistory unasked = {touch(kT2, kS2), touch(kT1Mended, kS2), touch(kT1, kS1)};
  EXPECT_EQ(asked.file, replayed(unasked, kT2, pair(kS2, kS3)).file);
  ASSERT_EQ(asked.before[0].open.size(), 2u);
  EXPECT_TRUE(asked.before[0].open[0].before_last_touch);
  EXPECT_FALSE(asked.before[0].open[1].before_last_touch);
}

TEST_F(ReplayTest, WithoutASourceOfThenNobodyKnowsHowThePageStood) {
  ReplayedTouch before = touch(kT1, kS1);
  before.stood_at = {0};
  const ReplayHistory history = {touch(kT2, kS2), before};
  const JudgedPair found =
      replayed({.history = history, .translation = blob(kT2), .commits_before = 1}, pair(kS2, kS3));
  EXPECT_FALSE(found.before[0].is_known);
}

}  // namespace
}  // namespace l10n_drift
