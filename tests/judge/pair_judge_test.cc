#include "judge/pair_judge.h"

#include <gmock/gmock.h>

#include <string>

#include "baselines/pairs_fixture.h"

namespace l10n_drift {
namespace {

using testing::MatchesRegex;

constexpr char kOldSource[] = "content/en/old.md";
constexpr char kKoreanOld[] = "content/ko/old.md";

class PairJudgeTest : public PairsTest {
 protected:
  // The history of a page that was made from the source at a path of a commit.
  PageHistory made_from(const std::string& source, const std::string& commit) const {
    PageHistory history;
    history.baseline = FoundBaseline{.commit = scratch_.id(commit),
                                     .tree = scratch_.tree(commit),
                                     .blob = scratch_.id(commit + ':' + source),
                                     .source = source,
                                     .date = "2020-02-02T00:00:00+00:00",
                                     .similarity = {},
                                     .method = BaselineMethod::kHistory};
    return history;
  }

  static PageHistory unknown(const char* reason) {
    PageHistory history;
    history.unknown_reason = reason;
    return history;
  }

  std::optional<JudgedPair> judge(const PairsOf& pairs, const std::string& path,
                                  const PageHistory& history) const {
    SourceRenames renames(pairs.objects(), *pairs);
    SourceSuccessors successors(pairs.objects(), *pairs);
    const StepsOfSources steps;
    PairJudge judge(pairs.objects(), *pairs, renames, successors, steps);
    return judge.judge(pairs->translations[pairs.page(path)], history);
  }

  // "STATUS", and the new name of the source with its similarity.
  static std::string verdict(const std::optional<JudgedPair>& pair) {
    if (!pair) return "waits";
    std::string text = to_string(pair->file.status);
    if (pair->file.renamed_to) text += ", to " + *pair->file.renamed_to;
    if (pair->file.similarity) text += ", " + std::to_string(*pair->file.similarity) + " %";
    return text;
  }

  static std::string reason(const std::optional<JudgedPair>& pair) {
    EXPECT_TRUE(pair && pair->file.reason);
    return pair ? pair->file.reason.value_or("") : "";
  }
};

// ---- Where the base has the source ----

//     A---B    B changes the source
class ChangedSourceTest : public PairJudgeTest {
 protected:
  ChangedSourceTest() {
    history_.commit_at(1'602'902'652, "A", {},
                       {write_file(kSourceX, "1"), write_file(kKoreanX, "t")});
    history_.commit_at(1'602'902'653, "B", {"A"}, {write_file(kSourceX, "2")});
  }
};

TEST_F(ChangedSourceTest, ASourceThatChangedSinceTheBaselineMakesAPairOutdated) {
  const PairsOf those = pairs(between("B", "A"));
  PageHistory history = made_from(kSourceX, "A");
  history.last_touch = CommitStamp{"1", "2"};
  const auto pair = judge(those, kKoreanX, history);
  ASSERT_TRUE(pair);
  const ObjectId old_blob = scratch_.id(std::string("A:") + kSourceX);
  const ObjectId new_blob = scratch_.id(std::string("B:") + kSourceX);
  FileReport expected;
  expected.language = "ko";
  expected.source = kSourceX;
  expected.translation = kKoreanX;
  expected.status = Status::kOutdated;
  expected.baseline = Baseline{scratch_.id("A").hex(), old_blob.hex(), "2020-02-02T00:00:00+00:00",
                               BaselineMethod::kHistory};
  expected.source_blob = new_blob.hex();
  expected.last_touch = history.last_touch;
  EXPECT_EQ(pair->file, expected);
  EXPECT_EQ(pair->baseline, old_blob);
  EXPECT_EQ(pair->source, new_blob);
}

TEST_F(ChangedSourceTest, AnotherNameAtTheBaselineIsTold) {
  history_.commit("o", {}, {write_file(kOldSource, "1"), write_file(kKoreanX, "t")});
  const PairsOf those = pairs(between("B", "A"));
  PageHistory history = made_from(kOldSource, "o");
  history.baseline->similarity = 77;
  const auto pair = judge(those, kKoreanX, history);
  EXPECT_EQ(pair->file.renamed_from, kOldSource);
  EXPECT_EQ(verdict(pair), "outdated, 77 %");
}

TEST_F(ChangedSourceTest, ATranslationThatIsTheSourceBelongsToTheBaseWhateverItWasMadeFrom) {
  history_.commit("o", {}, {write_file(kOldSource, "1")});
  history_.commit("K", {"A"}, {write_file(kKoreanX, "2")});
  const PairsOf those = pairs(between("B", "K"));
  PageHistory history = made_from(kOldSource, "o");
  history.baseline->similarity = 77;
  const auto pair = judge(those, kKoreanX, history);
  EXPECT_EQ(verdict(pair), "in_sync");
  EXPECT_EQ(pair->file.renamed_from, std::nullopt);
  EXPECT_EQ(pair->file.baseline,
            (Baseline{scratch_.id("B").hex(), scratch_.id(std::string("B:") + kSourceX).hex(),
                      "2020-10-17T02:44:13+00:00", BaselineMethod::kContent}));
}

TEST_F(ChangedSourceTest, ATranslationThatIsItsBaselineIsACopy) {
  history_.commit("K", {"A"}, {write_file(kKoreanX, "1")});
  const PairsOf those = pairs(between("B", "K"));
  const auto pair = judge(those, kKoreanX, made_from(kSourceX, "A"));
  EXPECT_EQ(verdict(pair), "outdated");
  EXPECT_TRUE(pair->file.verbatim);
}

TEST_F(ChangedSourceTest, WithoutABaselineTheReasonIsThatOfItsHistory) {
  const PairsOf those = pairs(between("B", "A"));
  EXPECT_EQ(verdict(judge(those, kKoreanX, unknown("why not"))), "unknown");
  EXPECT_EQ(reason(judge(those, kKoreanX, unknown("why not"))), "why not");
  PageHistory history;
  history.source_is_new = true;
  EXPECT_EQ(verdict(judge(those, kKoreanX, history)), "in_sync");
}

TEST_F(PairJudgeTest, ALinkInTheSourcesPlaceIsTheReasonButForATouchThatIsCut) {
  history_.commit(
      "A", {}, {write_file(kSourceX, "1"), write_file(kSourceY, "1"), write_file(kKoreanX, "t")});
  history_.commit("B", {"A"}, {write_symlink(kSourceX, "y.md")});
  const PairsOf those = pairs(between("B", "A"));
  const auto pair = judge(those, kKoreanX, made_from(kSourceX, "A"));
  EXPECT_EQ(verdict(pair), "unknown");
  EXPECT_EQ(reason(pair), "its source is a symbolic link or a submodule");
  EXPECT_EQ(pair->file.baseline, std::nullopt);
  EXPECT_EQ(reason(judge(those, kKoreanX, unknown(kTouchIsCut))), kTouchIsCut);
}

TEST_F(PairJudgeTest, WhatTheConfigurationLeavesAloneHasItsReason) {
  write_whole_file(scratch_.at(".l10n-drift.json"),
                   R"({"ignore": [{"source": "content/en/x.md", "reason": "on purpose"}]})");
  history_.commit("A", {},
                  {write_file(kSourceX, "1"), write_file(kKoreanX, "t"), write_file(kKoreanY, "t"),
                   write_file(kSourceY, "1")});
  const PairsOf those = pairs(between("A", "A"));
  const auto pair = judge(those, kKoreanX, made_from(kSourceX, "A"));
  EXPECT_EQ(verdict(pair), "ignored");
  EXPECT_EQ(reason(pair), "on purpose");
  EXPECT_EQ(verdict(judge(those, kKoreanY, made_from(kSourceY, "A"))), "in_sync");
}

// ---- Where it has another name there, or none ----

TEST_F(PairJudgeTest, ASourceThatNobodyHasTranslatedUnderItsNewNameIsRenamed) {
  history_.commit("A", {},
                  {write_file(kOldSource, lines_of("x", 20)), write_file(kKoreanOld, "t")});
  history_.commit("same", {"A"},
                  {remove_file(kOldSource), write_file(kSourceX, lines_of("x", 20))});
  history_.commit("like", {"A"},
                  {remove_file(kOldSource), write_file(kSourceX, lines_of("x", 19))});
  history_.commit("gone", {"A"},
                  {remove_file(kOldSource), write_file(kSourceX, lines_of("y", 19))});
  const auto judged = [&](const std::string& base) {
    const PairsOf those = pairs(between(base, "A"));
    auto pair = judge(those, kKoreanOld, made_from(kOldSource, "A"));
    if (pair && pair->file.renamed_to) {
      EXPECT_EQ(pair->source, scratch_.id(base + ':' + kSourceX));
      EXPECT_EQ(pair->file.source_blob, pair->source->hex());
    }
    return verdict(pair);
  };
  EXPECT_EQ(judged("same"), "renamed, to content/en/x.md, 100 %");
  EXPECT_THAT(judged("like"), MatchesRegex("renamed, to content/en/x.md, 9[0-9] %"));
  EXPECT_EQ(judged("gone"), "deleted");
}

TEST_F(PairJudgeTest, ASourceWhoseNewNameIsTranslatedIsDeleted) {
  history_.commit("A", {},
                  {write_file(kOldSource, "1"), write_file(kKoreanOld, "t"),
                   write_file(kKoreanX, "t"), write_file("content/ja/old.md", "t")});
  history_.commit("B", {"A"}, {remove_file(kOldSource), write_file(kSourceX, "1")});
  const PairsOf those = pairs(between("B", "A"));
  EXPECT_EQ(verdict(judge(those, kKoreanOld, made_from(kOldSource, "A"))),
            "deleted, to content/en/x.md, 100 %");
  EXPECT_EQ(verdict(judge(those, "content/ja/old.md", made_from(kOldSource, "A"))),
            "renamed, to content/en/x.md, 100 %")
      << "each language for itself";
}

// The blob of the source is at these paths of the base. Each row leaves out the best one of the row
// before it.
TEST_F(PairJudgeTest, OfSeveralNewNamesTheFreeOneWinsThenTheOneLikeTheOldThenTheFirst) {
  history_.commit("A", {},
                  {write_file(kOldSource, "1"), write_file("content/en/copy.md", "1"),
                   write_file(kKoreanOld, "t"), write_file("content/ko/translated/old.md", "t")});
  struct Row {
    std::vector<std::string> names;
    std::string verdict;
  };
  const Row rows[] = {
      {{"a.md", "b.md", "sub/old.md", "translated/old.md"}, "renamed, to content/en/sub/old.md"},
      {{"a.md", "b.md", "translated/old.md"}, "renamed, to content/en/a.md"},
      {{"b.md", "translated/old.md"}, "renamed, to content/en/b.md"},
      {{"translated/old.md"}, "deleted, to content/en/translated/old.md"},
  };
  for (const Row& row : rows) {
    std::vector<Change> changes = {remove_file(kOldSource)};
    for (const std::string& name : row.names) {
      changes.push_back(write_file("content/en/" + name, "1"));
    }
    const std::string base = "B" + std::to_string(row.names.size());
    history_.commit(base, {"A"}, changes);
    const PairsOf those = pairs(between(base, "A"));
    EXPECT_EQ(verdict(judge(those, kKoreanOld, made_from(kOldSource, "A"))),
              row.verdict + ", 100 %");
  }
}

TEST_F(PairJudgeTest, ACopyThatWasThereAtTheBaselineIsNoNewName) {
  history_.commit("A", {},
                  {write_file(kOldSource, "1"), write_file("content/en/copy.md", "1"),
                   write_file(kKoreanOld, "t")});
  history_.commit("B", {"A"}, {remove_file(kOldSource)});
  const PairsOf those = pairs(between("B", "A"));
  EXPECT_EQ(verdict(judge(those, kKoreanOld, made_from(kOldSource, "A"))), "deleted");
}

TEST_F(PairJudgeTest, APageThatNeverHadASourceIsItsOwn) {
  history_.commit("A", {}, {write_file(kSourceY, "1"), write_file(kKoreanX, "t")});
  const PairsOf those = pairs(between("A", "A"));
  const auto pair = judge(those, kKoreanX, {});
  EXPECT_EQ(verdict(pair), "unpaired");
  EXPECT_EQ(pair->file.source_blob, "");
  EXPECT_EQ(verdict(judge(those, kKoreanX, unknown(kSourceIsCut))), "unknown");
}

TEST_F(PairJudgeTest, WhatTakesBlobsToComeByANewNameWaitsInAPartialClone) {
  history_.commit("A", {},
                  {write_file(kOldSource, lines_of("x", 20)), write_file(kKoreanOld, "t")});
  history_.commit("same", {"A"},
                  {remove_file(kOldSource), write_file(kSourceX, lines_of("x", 20))});
  history_.commit("like", {"A"},
                  {remove_file(kOldSource), write_file(kSourceX, lines_of("x", 19))});
  pairs(between("same", "A"));
  make_partial();
  const PairsOf same = pairs(between("same", "A"));
  EXPECT_EQ(verdict(judge(same, kKoreanOld, made_from(kOldSource, "A"))),
            "renamed, to content/en/x.md, 100 %")
      << "ids alone tell";
  const PairsOf like = pairs(between("like", "A"));
  EXPECT_EQ(verdict(judge(like, kKoreanOld, made_from(kOldSource, "A"))), "waits");
  like.objects().obtain_wanted();
  EXPECT_THAT(verdict(judge(like, kKoreanOld, made_from(kOldSource, "A"))),
              MatchesRegex("renamed, to content/en/x.md, 9[0-9] %"));
}

}  // namespace
}  // namespace l10n_drift
