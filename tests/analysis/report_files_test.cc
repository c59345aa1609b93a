#include "analysis/report_files.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "baselines/pairs_fixture.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Pages in a folder that globs leave out, and pages elsewhere. Nobody has translated `new.md`, and
// `own.md` never had a source.
class ReportFilesTest : public PairsTest {
 protected:
  ReportFilesTest() {
    history_.commit(
        "A", {},
        {write_file(kSourceX, "1"), write_file(kSourceY, "1"), write_file("content/en/new.md", "1"),
         write_file("content/en/out/a.md", "1"), write_file("content/en/out/new.md", "1"),
         write_file(kKoreanX, "1"), write_file(kKoreanY, "1"),
         write_file("content/ko/out/a.md", "1"), write_file("content/ko/out/own.md", "1")});
  }

  static PlanRequest without_out() {
    PlanRequest request = between("A", "A");
    request.exclude = {"content/en/out/"};
    return request;
  }

  // All translations that have to be judged, each outdated with this severity.
  static std::vector<JudgedPair> judged(const PairsOf& pairs,
                                        std::optional<Severity> severity = {}) {
    std::vector<JudgedPair> judged;
    for (const Page& page : translations_to_judge(pairs->plan, {}, pairs->pages)) {
      JudgedPair pair;
      pair.file.language = page.language;
      pair.file.source = page.source;
      pair.file.translation = page.path;
      pair.file.status = Status::kOutdated;
      pair.file.severity = severity;
      judged.push_back(pair);
    }
    return judged;
  }

  static ReportFiles choose(const PairsOf& pairs, const ReportContents& contents,
                            std::vector<JudgedPair> judged) {
    return choose_files(pairs->plan, contents, {}, pairs->pages, std::move(judged));
  }

  // "STATUS PATH".
  static std::vector<std::string> listed(const ReportFiles& files) {
    std::vector<std::string> lines;
    for (const FileReport& file : files.files) {
      lines.push_back(std::string(to_string(file.status)) + ' ' + file.translation);
    }
    return lines;
  }

  static std::vector<std::string> left_out(const ReportFiles& files) {
    std::vector<std::string> lines;
    for (const LeftOutFile& file : files.left_out) {
      lines.push_back(file.translation + (file.is_translated ? "" : " (untranslated)"));
    }
    return lines;
  }

  static ReportContents with_untranslated() {
    ReportContents contents;
    contents.with_untranslated = true;
    return contents;
  }
};

TEST_F(ReportFilesTest, WhatTheGlobsLetInIsJudgedAndWhatHasLostItsSource) {
  const PairsOf those = pairs(without_out());
  std::vector<std::string> paths;
  for (const Page& page : translations_to_judge(those->plan, {}, those->pages)) {
    paths.push_back(page.path);
  }
  EXPECT_THAT(paths, ElementsAre("content/ko/out/own.md", kKoreanX, kKoreanY));
}

TEST_F(ReportFilesTest, FilesAreSortedByTranslationWithWhatNobodyHasTranslated) {
  const PairsOf those = pairs(between("A", "A"));
  std::vector<JudgedPair> backwards = judged(those);
  std::reverse(backwards.begin(), backwards.end());
  const ReportFiles files = choose(those, with_untranslated(), backwards);
  EXPECT_THAT(listed(files),
              ElementsAre("untranslated content/ko/new.md", "outdated content/ko/out/a.md",
                          "untranslated content/ko/out/new.md", "outdated content/ko/out/own.md",
                          "outdated content/ko/x.md", "outdated content/ko/y.md"));
  EXPECT_EQ(files.files[0].source, "content/en/new.md");
  EXPECT_EQ(files.files[0].source_blob, scratch_.id("A:content/en/new.md").hex());
  EXPECT_THAT(left_out(files), IsEmpty());
}

TEST_F(ReportFilesTest, WhatNobodyHasTranslatedIsCountedAndListedOnlyIfAskedFor) {
  const PairsOf those = pairs(between("A", "A"));
  const ReportFiles files = choose(those, {}, judged(those));
  EXPECT_EQ(files.files.size(), 4u);
  EXPECT_EQ(files.summaries.at("ko").translations, 4u);
  EXPECT_EQ(files.summaries.at("ko")[Status::kUntranslated], 2u);
  EXPECT_THAT(left_out(files), ElementsAre("content/ko/new.md (untranslated)",
                                           "content/ko/out/new.md (untranslated)"));
}

TEST_F(ReportFilesTest, WhatTheGlobsKeepOutIsLeftOutWhetherOrNotItWasJudged) {
  const PairsOf those = pairs(without_out());
  std::vector<JudgedPair> pairs = judged(those);
  pairs[0].file.renamed_from = "content/en/former.md";
  const ReportFiles files = choose(those, with_untranslated(), pairs);
  EXPECT_THAT(listed(files), ElementsAre("untranslated content/ko/new.md",
                                         "outdated content/ko/x.md", "outdated content/ko/y.md"));
  EXPECT_THAT(left_out(files),
              ElementsAre("content/ko/out/a.md", "content/ko/out/new.md (untranslated)",
                          "content/ko/out/own.md"));
  EXPECT_EQ(files.left_out[0].renamed_from, std::nullopt);
  EXPECT_EQ(files.left_out[2].renamed_from, "content/en/former.md");
  EXPECT_EQ(files.summaries.at("ko").translations, 2u);
  EXPECT_EQ(files.summaries.at("ko")[Status::kUntranslated], 1u);
}

TEST_F(ReportFilesTest, WhatIsTooSlightIsLeftOutAndNotCounted) {
  const PairsOf those = pairs(without_out());
  std::vector<JudgedPair> pairs = judged(those, Severity::kMinor);
  pairs[2].file.severity.reset();  // Not looked into.
  ReportContents contents;
  contents.min_severity = Severity::kMinor;
  EXPECT_THAT(listed(choose(those, contents, pairs)),
              ElementsAre("outdated content/ko/x.md", "outdated content/ko/y.md"));
  contents.min_severity = Severity::kSubstantive;
  const ReportFiles files = choose(those, contents, pairs);
  EXPECT_THAT(listed(files), ElementsAre("outdated content/ko/y.md"));
  EXPECT_EQ(files.summaries.at("ko")[Status::kOutdated], 1u);
}

TEST_F(ReportFilesTest, NobodyShallTranslateAnewWhatATranslationIsToBeMovedTo) {
  const PairsOf those = pairs(without_out());
  std::vector<JudgedPair> pairs = judged(those);
  ASSERT_EQ(pairs[0].file.translation, "content/ko/out/own.md");
  pairs[0].file.status = Status::kRenamed;
  pairs[0].file.renamed_to = "content/en/new.md";
  EXPECT_THAT(listed(choose(those, with_untranslated(), pairs)),
              ElementsAre("outdated content/ko/x.md", "outdated content/ko/y.md"));
}

TEST_F(ReportFilesTest, NeitherWhatIsIgnoredNorALinkIsUntranslated) {
  write_whole_file(scratch_.at(".l10n-drift.json"),
                   R"({"ignore": [{"source": "content/en/out/new.md", "reason": "why"}]})");
  history_.commit("B", {"A"}, {write_symlink("content/ko/new.md", "x.md")});
  const PairsOf those = pairs(between("A", "B"));
  EXPECT_EQ(
      choose(those, with_untranslated(), judged(those)).summaries.at("ko")[Status::kUntranslated],
      0u);
}

TEST_F(ReportFilesTest, EachLanguageHasItsOwn) {
  history_.commit("B", {"A"}, {write_file("content/ja/new.md", "1")});
  const PairsOf those = pairs(between("A", "B"));
  const ReportFiles files = choose(those, {}, judged(those));
  EXPECT_EQ(files.summaries.at("ja").translations, 1u);
  EXPECT_EQ(files.summaries.at("ja")[Status::kUntranslated], 4u);
  EXPECT_EQ(files.summaries.at("ko")[Status::kUntranslated], 2u);
}

}  // namespace
}  // namespace l10n_drift
