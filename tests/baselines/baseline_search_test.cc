#include "baselines/baseline_search.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "baselines/pairs_fixture.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

// When a search is asked to settle what it can.
enum class Asked { kAtTheEnd, kAfterEachCommit, kLookingAhead };

constexpr Asked kAllWays[] = {Asked::kAtTheEnd, Asked::kAfterEachCommit, Asked::kLookingAhead};

class BaselineSearchTest : public PairsTest {
 protected:
  // What is found of a translation: its baseline and how it was found, or why there is none.
  std::string describe_history(const PageHistory& history) const {
    if (!history.unknown_reason.empty()) {
      EXPECT_FALSE(history.baseline);
      return history.unknown_reason;
    }
    if (history.source_is_new) {
      EXPECT_FALSE(history.baseline);
      return "new";
    }
    std::string text = describe(history.baseline);
    if (history.baseline) text += std::string(" by ") + to_string(history.baseline->method);
    return text;
  }

  // Goes through all touches, and settles each page exactly once.
  void search_all(const PairsOf& pairs, Asked asked, BaselineSearch& search) const {
    std::vector<std::size_t> settled;
    const auto take = [&] {
      for (const std::size_t page : search.take_settled()) settled.push_back(page);
    };
    if (pairs->plan.since) {
      search.add_revision(with_sources(pairs.objects(), *pairs,
                                       touches_at(pairs.objects(), *pairs, *pairs->plan.since)));
    } else {
      for (const CommitTouches& touches : pairs.touches()) {
        search.add(with_sources(pairs.objects(), *pairs, touches));
        if (asked != Asked::kAtTheEnd) search.resolve();
        if (asked == Asked::kLookingAhead) search.look_ahead();
        take();
      }
    }
    search.finish();
    search.resolve();
    take();
    std::sort(settled.begin(), settled.end());
    std::vector<std::size_t> all(pairs->translations.size());
    for (std::size_t page = 0; page < all.size(); ++page) all[page] = page;
    EXPECT_EQ(settled, all);
  }

  // What is found of the translation at `path`, whatever way the search is asked.
  std::string baseline(const PlanRequest& request, const std::string& path = kKoreanX) {
    const PairsOf those = pairs(request);
    std::vector<std::string> found;
    for (const Asked asked : kAllWays) {
      SourceRenames renames(those.objects(), *those);
      RecordedCommits recorded(those.objects(), *those, renames);
      BaselineSearch search(those.objects(), *those, renames, recorded);
      search_all(those, asked, search);
      found.push_back(describe_history(search.history(those.page(path))));
    }
    EXPECT_EQ(found[1], found[0]);
    EXPECT_EQ(found[2], found[0]);
    return found[0];
  }
};

// ---- Where the base has the source ----

//     base    A---S2---S3       A has S1 and t1
//              \    \           t2 touches the translation again
//     branch    `----`--t2
TEST_F(BaselineSearchTest, TheBaselineIsTheSourceInTheTreeOfTheLastTouch) {
  history_.commit("A", {}, {write_file(kSourceX, "1"), write_file(kKoreanX, "1")});
  history_.commit("S2", {"A"}, {write_file(kSourceX, "2")});
  history_.commit("S3", {"S2"}, {write_file(kSourceX, "3")});
  history_.commit("t2", {"S2"}, {write_file(kKoreanX, "2")});
  EXPECT_EQ(baseline(between("S3", "t2")), "content/en/x.md at t2 by history");
  EXPECT_EQ(baseline(by_file(between("S3", "t2"))), "content/en/x.md at t2 by history");
  EXPECT_EQ(baseline(between("S3", "S2")), "content/en/x.md at A by history");
}

// By its clock, t comes after S2. But the branch does not have it.
//
//     base    A---S2
//              `-----t    branch
TEST_F(BaselineSearchTest, DatesDecideNothing) {
  history_.commit_at(1'000'000, "A", {}, {write_file(kSourceX, "1"), write_file(kKoreanX, "1")});
  history_.commit_at(2'000'000, "S2", {"A"}, {write_file(kSourceX, "2")});
  history_.commit_at(9'000'000, "t", {"A"}, {write_file(kKoreanX, "2")});
  const PairsOf those = pairs(between("S2", "t"));
  SourceRenames renames(those.objects(), *those);
  RecordedCommits recorded(those.objects(), *those, renames);
  BaselineSearch search(those.objects(), *those, renames, recorded);
  search_all(those, Asked::kAtTheEnd, search);
  const PageHistory& found = search.history(0);
  ASSERT_TRUE(found.baseline);
  EXPECT_EQ(found.baseline->blob, scratch_.id(std::string("A:") + kSourceX));
  EXPECT_EQ(found.baseline->date, "1970-04-15T04:00:00+00:00");
  EXPECT_EQ(found.last_touch, (CommitStamp{scratch_.id("t").hex(), "1970-04-15T04:00:00+00:00"}));
}

//     A---B---C    B moves source and translation, C changes the source
TEST_F(BaselineSearchTest, TheSourceIsLookedUpUnderTheNameOfThenFirst) {
  history_.commit("A", {},
                  {write_file("content/en/old.md", "1"), write_file(kSourceX, "other"),
                   write_file("content/ko/old.md", "1")});
  history_.commit("B", {"A"},
                  {remove_file("content/en/old.md"), write_file(kSourceX, "1"),
                   remove_file("content/ko/old.md"), write_file(kKoreanX, "1")});
  history_.commit("C", {"B"}, {write_file(kSourceX, "2")});
  EXPECT_EQ(baseline(between("C", "C")), "content/en/old.md at A by history");
}

//     A---B---C    B moves the translation to where the source is already
TEST_F(BaselineSearchTest, TheSourceIsLookedUpUnderTodaysNameNext) {
  history_.commit("A", {}, {write_file(kSourceX, "1"), write_file("content/ko/astray.md", "1")});
  history_.commit("B", {"A"}, {remove_file("content/ko/astray.md"), write_file(kKoreanX, "1")});
  history_.commit("C", {"B"}, {write_file(kSourceX, "2")});
  EXPECT_EQ(baseline(between("C", "C")), "content/en/x.md at A by history");
}

//     A---B---C    C gives the source the name that the translation has had since B, and a line
TEST_F(BaselineSearchTest, TheSourceIsLookedUpAsWhatItWasBeforeARenameAtLast) {
  history_.commit(
      "A", {},
      {write_file("content/en/old.md", lines_of("x", 20)), write_file("content/ko/old.md", "1")});
  history_.commit("B", {"A"}, {remove_file("content/ko/old.md"), write_file(kKoreanX, "2")});
  history_.commit("C", {"B"},
                  {remove_file("content/en/old.md"), write_file(kSourceX, lines_of("x", 21))});
  EXPECT_THAT(baseline(between("C", "B")),
              testing::MatchesRegex("content/en/old.md at B, 9[0-9] % by history"));
}

//     A---B---C    A has the translation alone, B the source's first version, C the second one
TEST_F(BaselineSearchTest, OfASourceThatCameLaterTheFirstVersionIsTaken) {
  history_.commit("A", {}, {write_file(kSourceY, "1"), write_file(kKoreanX, "1")});
  history_.commit("B", {"A"}, {write_file(kSourceX, "1")});
  history_.commit("C", {"B"}, {write_file(kSourceX, "2")});
  EXPECT_EQ(baseline(between("C", "C")), "content/en/x.md at B by first_version");
}

//     base    A---C---M      A has the source, and C changes it; D deletes it and touches the
//              \     /       translation; M takes the source from C
//     branch    `-D-'
TEST_F(BaselineSearchTest, OfASourceThatWasThereBeforeAndNotAtTheTouchNobodyCanTell) {
  history_.commit(
      "A", {}, {write_file(kSourceX, "1"), write_file(kSourceY, "1"), write_file(kKoreanX, "1")});
  history_.commit("C", {"A"}, {write_file(kSourceX, "2")});
  history_.commit("D", {"A"}, {remove_file(kSourceX), write_file(kKoreanX, "2")});
  history_.commit("M", {"C", "D"}, {});
  EXPECT_THAT(baseline(between("M", "D")), HasSubstr("which existed before"));
}

// ---- Where the base lacks it ----

TEST_F(BaselineSearchTest, WhereTheBaseLacksTheSourceAllTouchesAreAsked) {
  history_.commit(
      "A", {}, {write_file(kSourceX, "1"), write_file(kSourceY, "1"), write_file(kKoreanX, "1")});
  history_.commit("B", {"A"}, {remove_file(kSourceX)});
  history_.commit("C", {"B"}, {write_file(kKoreanX, "2"), write_file(kKoreanY, "1")});
  history_.commit("own", {"C"}, {write_file("content/ko/own.md", "1")});
  EXPECT_EQ(baseline(between("own", "own")), "content/en/x.md at A by history");
  EXPECT_EQ(baseline(between("own", "own"), "content/ko/own.md"), "none");
  EXPECT_EQ(baseline(between("own", "own"), kKoreanY), "content/en/y.md at C by history");
}

TEST_F(BaselineSearchTest, ASourceBesideTheLastTouchIsEnoughEvenIfTheBaseLacksIt) {
  history_.commit(
      "A", {}, {write_file(kSourceX, "1"), write_file(kSourceY, "1"), write_file(kKoreanX, "1")});
  history_.commit("B", {"A"}, {remove_file(kSourceX)});
  const PairsOf those = pairs(between("B", "A"));
  SourceRenames renames(those.objects(), *those);
  RecordedCommits recorded(those.objects(), *those, renames);
  BaselineSearch search(those.objects(), *those, renames, recorded);
  for (const CommitTouches& touches : those.touches()) search.add(touches);
  EXPECT_THAT(search.take_settled(), ElementsAre(0u)) << "before the end";
  EXPECT_EQ(describe_history(search.history(0)), "content/en/x.md at A by history");
}

// ---- A revision in place of touches ----

//     A---B---C    B renames x to y
class SinceTest : public BaselineSearchTest {
 protected:
  SinceTest() {
    history_.commit("A", {},
                    {write_file("content/en/old.md", lines_of("x", 20)), write_file(kSourceY, "1"),
                     write_file(kKoreanX, "1"), write_file(kKoreanY, "1"),
                     write_file("content/ko/gone.md", "1"), write_file("content/en/gone.md", "1")});
    history_.commit("B", {"A"},
                    {remove_file("content/en/old.md"), remove_file("content/en/gone.md"),
                     write_file(kSourceX, lines_of("x", 20)), write_file(kSourceY, "2"),
                     write_file("content/en/new.md", lines_of("new", 5)),
                     write_file("content/ko/new.md", "1"), write_file("content/ko/own.md", "1")});
  }
};

TEST_F(SinceTest, AllPagesAreHeldAgainstWhatTheRevisionHas) {
  const PlanRequest request = since("A", between("B", "B"));
  EXPECT_EQ(baseline(request, kKoreanY), "content/en/y.md at A by since");
  EXPECT_EQ(baseline(request, kKoreanX), "content/en/old.md at A, 100 % by since");
  EXPECT_EQ(baseline(request, "content/ko/new.md"), "new");
  EXPECT_EQ(baseline(request, "content/ko/gone.md"), "content/en/gone.md at A by since");
  EXPECT_EQ(baseline(request, "content/ko/own.md"), "none");
}

TEST_F(SinceTest, NoTouchIsToldOf) {
  const PairsOf those = pairs(since("A", between("B", "B")));
  SourceRenames renames(those.objects(), *those);
  RecordedCommits recorded(those.objects(), *those, renames);
  BaselineSearch search(those.objects(), *those, renames, recorded);
  search_all(those, Asked::kAtTheEnd, search);
  for (std::size_t page = 0; page < those->translations.size(); ++page) {
    EXPECT_EQ(search.history(page).last_touch, std::nullopt);
  }
}

// ---- In a shallow clone ----

class ShallowBaselinesTest : public BaselineSearchTest {
 protected:
  static PlanRequest shallow(PlanRequest request) {
    request.allow_shallow = true;
    return request;
  }
};

//     A---B---C    The clone ends at B.
TEST_F(ShallowBaselinesTest, WhatLiesBehindTheBoundaryIsUnknown) {
  history_.commit("A", {},
                  {write_file(kSourceX, "1"), write_file(kSourceY, "1"), write_file(kKoreanX, "1"),
                   write_file(kKoreanY, "1"), write_file("content/ko/lost.md", "1")});
  history_.commit("B", {"A"}, {write_file(kSourceX, "2")});
  history_.commit("C", {"B"}, {write_file(kKoreanY, "2"), write_file("content/ko/lost.md", "2")});
  pairs(between("C", "C"));
  cut_at("B");
  const PlanRequest request = shallow(between("C", "C"));
  EXPECT_EQ(baseline(request, kKoreanX), kTouchIsCut);
  EXPECT_EQ(baseline(request, kKoreanY), "content/en/y.md at C by history");
  EXPECT_EQ(baseline(request, "content/ko/lost.md"), kSourceIsCut);
}

//     base    A---B---C    A has the source, and C changes it
//
//     branch  K            a history of its own
TEST_F(ShallowBaselinesTest, AFirstVersionBehindTheBoundaryIsUnknown) {
  history_.commit("A", {}, {write_file(kSourceX, "1"), write_file(kSourceY, "1")});
  history_.commit("B", {"A"}, {write_file(kSourceY, "2")});
  history_.commit("C", {"B"}, {write_file(kSourceX, "2")});
  history_.commit("K", {}, {write_file(kKoreanX, "1")});
  EXPECT_EQ(baseline(between("C", "K")), "content/en/x.md at A by first_version");
  cut_at("B");
  EXPECT_EQ(baseline(shallow(between("C", "K"))), kSourceIsCut);
}

// ---- When pages are settled ----

//     A---B---C    A has the translations, B the sources of x and y, C touches y beside its source
class LateSourcesTest : public BaselineSearchTest {
 protected:
  LateSourcesTest() {
    history_.commit("A", {},
                    {write_file("content/en/z.md", "1"), write_file(kKoreanX, "1"),
                     write_file(kKoreanY, "1"), write_file("content/ko/z.md", "1")});
    history_.commit("B", {"A"}, {write_file(kSourceX, "1"), write_file(kSourceY, "1")});
    history_.commit("C", {"B"}, {write_file(kKoreanY, "2")});
  }
};

TEST_F(LateSourcesTest, MostPagesAreSettledWithTheirTouchAndFirstVersionsAtTheEnd) {
  const PairsOf those = pairs(between("C", "C"));
  SourceRenames renames(those.objects(), *those);
  RecordedCommits recorded(those.objects(), *those, renames);
  BaselineSearch search(those.objects(), *those, renames, recorded);
  const std::vector<CommitTouches> touches = those.touches();
  ASSERT_EQ(touches.size(), 2u);
  search.add(with_sources(those.objects(), *those, touches[0]));
  EXPECT_THAT(search.take_settled(), ElementsAre(those.page(kKoreanY)));
  EXPECT_THAT(search.take_settled(), IsEmpty());
  search.add(with_sources(those.objects(), *those, touches[1]));
  EXPECT_THAT(search.take_settled(), ElementsAre(those.page("content/ko/z.md")));
  search.finish();
  EXPECT_THAT(search.take_settled(), IsEmpty());
  search.resolve();
  EXPECT_THAT(search.take_settled(), ElementsAre(those.page(kKoreanX)));
}

// The touches of x, y and z come one by one, and no other page is left to wait for but `last`.
TEST_F(BaselineSearchTest, LooksAheadForTwiceAsManyFirstVersionsEachTime) {
  const std::vector<std::string> names = {"a", "b", "c", "d", "last"};
  std::vector<Change> translations = {write_file("content/en/old.md", "1")};
  std::vector<Change> sources;
  for (const std::string& name : names) {
    translations.push_back(write_file("content/ko/" + name + ".md", name));
    sources.push_back(write_file("content/en/" + name + ".md", "source " + name));
  }
  history_.commit("A", {}, translations);
  history_.commit("B", {"A"}, sources);
  const PairsOf those = pairs(by_file(between("B", "A")));
  SourceRenames renames(those.objects(), *those);
  RecordedCommits recorded(those.objects(), *those, renames);
  BaselineSearch search(those.objects(), *those, renames, recorded);
  EXPECT_FALSE(search.look_ahead()) << "there is nothing yet";
  std::string looked_ahead;
  for (std::size_t page = 0; page + 1 < names.size(); ++page) {
    const PageTouch one = touch(those, page, "A", those->translations[page].path);
    search.add(with_sources(those.objects(), *those, {one}));
    search.resolve();
    looked_ahead += search.look_ahead() ? 'y' : 'n';
  }
  EXPECT_EQ(looked_ahead, "ynyn");
  EXPECT_THAT(search.take_settled(), UnorderedElementsAre(0u, 1u, 2u));
}

TEST_F(BaselineSearchTest, FirstVersionsAreLookedUpOnceNoPageIsUntouched) {
  history_.commit(
      "A", {},
      {write_file(kSourceY, "1"), write_file(kKoreanX, "1"), write_file("content/ko/own.md", "1")});
  history_.commit("B", {"A"}, {write_file(kSourceX, "1")});
  const PairsOf those = pairs(by_file(between("B", "A")));
  SourceRenames renames(those.objects(), *those);
  RecordedCommits recorded(those.objects(), *those, renames);
  BaselineSearch search(those.objects(), *those, renames, recorded);
  search.add({touch(those, those.page(kKoreanX), "A", kKoreanX)});
  search.resolve();
  EXPECT_THAT(search.take_settled(), ElementsAre(those.page(kKoreanX)))
      << "a page of its own is not waited for";
}

// ---- In a partial clone ----

TEST_F(BaselineSearchTest, WhatTakesBlobsWaitsInAPartialClone) {
  history_.commit("A", {},
                  {write_file("content/en/old.md", lines_of("x", 20)), write_file(kSourceY, "1"),
                   write_file(kKoreanX, "1"), write_file(kKoreanY, "1")});
  history_.commit("B", {"A"},
                  {remove_file("content/en/old.md"), write_file(kSourceX, lines_of("x", 19))});
  pairs(between("B", "A"));
  make_partial();
  const PairsOf those = pairs(by_file(between("B", "A")));
  SourceRenames renames(those.objects(), *those);
  RecordedCommits recorded(those.objects(), *those, renames);
  BaselineSearch search(those.objects(), *those, renames, recorded);
  for (const CommitTouches& touches : those.touches()) {
    search.add(with_sources(those.objects(), *those, touches));
  }
  search.finish();
  search.resolve();
  EXPECT_THAT(search.take_settled(), ElementsAre(those.page(kKoreanY)));
  search.resolve();
  EXPECT_THAT(search.take_settled(), IsEmpty());
  those.objects().obtain_wanted();
  search.resolve();
  EXPECT_THAT(search.take_settled(), ElementsAre(those.page(kKoreanX)));
  EXPECT_THAT(describe_history(search.history(those.page(kKoreanX))),
              HasSubstr("content/en/old.md at A, 9"));
}

}  // namespace
}  // namespace l10n_drift
