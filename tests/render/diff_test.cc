#include "l10n_drift/diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "render/sample_report.h"

namespace l10n_drift {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TranslationDiff text_diff() {
  TranslationDiff diff;
  diff.page.file = sample_file("a.md", Status::kOutdated);
  diff.is_named = true;
  diff.old_source = "content/en/a.md";
  diff.new_source = "content/en/a.md";
  diff.old_blob = repeated_id('1');
  diff.new_blob = repeated_id('2');
  diff.counts = {1, 1};
  diff.hunks = "@@ -1 +1 @@\n-a\n+b\n";
  return diff;
}

DiffReport report_of(std::vector<TranslationDiff> diffs) {
  DiffReport report;
  report.base = {"main", repeated_id('a')};
  report.branch = {"topic", repeated_id('b')};
  report.pages = std::move(diffs);
  return report;
}

std::string shown(const TranslationDiff& diff, Color color = Color::kOff) {
  return render_diff(report_of({diff}), color);
}

std::string shown_stat(const TranslationDiff& diff) { return render_diff_stat(report_of({diff})); }

const std::string kSince =
    " changed since the last touch, " + repeated_id('d').substr(0, 12) + " of 2020-10-17\n";
const std::string kLeftOpen =
    " left open by the last touch, " + repeated_id('d').substr(0, 12) + " of 2020-10-17\n";

const std::string kIndex = "index " + repeated_id('1') + ".." + repeated_id('2') + '\n';

TEST(Diff, HasTheHeaderOfGit) {
  EXPECT_EQ(shown(text_diff()), "diff --git a/content/en/a.md b/content/en/a.md\n" + kIndex +
                                    "--- a/content/en/a.md\n+++ b/content/en/a.md\n"
                                    "@@ -1 +1 @@" +
                                    kSince + "-a\n+b\n");
  EXPECT_EQ(shown_stat(text_diff()),
            "content/en/a.md 1 file changed, 1 insertion(+), 1 deletion(-)\n");
}

TEST(Diff, ARenameShowsInTheNamesAndABinaryFileHasNoHunks) {
  TranslationDiff diff = text_diff();
  diff.old_source = "content/en/\xE9.png";
  diff.sizes = BinarySizes{1, 2};
  EXPECT_EQ(shown(diff),
            "diff --git \"a/content/en/\\351.png\" b/content/en/a.md\n" + kIndex +
                "Binary files \"a/content/en/\\351.png\" and b/content/en/a.md differ\n");
  EXPECT_EQ(shown_stat(diff), "content/en/a.md Bin 1 -> 2 bytes\n");
}

TEST(Diff, WhatTheLastTouchLeftOpenComesFirst) {
  TranslationDiff diff = text_diff();
  const StaleBlock open = open_block(BlockKind::kCode, "", StaleChange::kAdded, {{1, 1}});
  diff.page.file.stale = {open, open, newer(open)};
  diff.open_hunks = "@@ -5 +5 @@\n-c\n+d\n";
  const std::string open_part =
      "# Left open when the translation was last updated:\n"
      "#   source 1: code block added\n"
      "#   source 1: code block added\n"
      "diff --git a/content/en/a.md b/content/en/a.md\n"
      "--- a/content/en/a.md\n+++ b/content/en/a.md\n@@ -5 +5 @@" +
      kLeftOpen + "-c\n+d\n";
  EXPECT_EQ(shown(diff), open_part +
                             "# Changed since then:\n"
                             "#   source 1: code block added\n" +
                             shown(text_diff()));
  EXPECT_EQ(shown_stat(diff), "content/en/a.md 2 open changes\n" + shown_stat(text_diff()));
  diff.new_blob = diff.old_blob;
  diff.page.file.stale.pop_back();
  EXPECT_EQ(shown(diff), open_part);
}

TEST(Diff, WhatEachPlaceWasAndIsStandsAboveTheHunks) {
  TranslationDiff diff = text_diff();
  StaleBlock block =
      newer(open_block(BlockKind::kParagraph, "A", StaleChange::kChanged, {{1, 2}}, {{3, 3}}));
  block.texts = {"a\n--- b\n@@ -1 +1 @@", "c\x1B[2J", ""};
  diff.page.file.stale = {block};
  EXPECT_EQ(shown(diff),
            "# Changed in the source:\n"
            "#   source 1-2, translation 3: paragraph changed\n"
            "#     was: a --- b @@ -1 +1 @@\n"
            "#     is now: c\\033[2J\n" +
                shown(text_diff()));
}

// It is in no hunk, as the source does not have it.
TEST(Diff, WhatOnlyTheTranslationHasIsNamed) {
  TranslationDiff diff = text_diff();
  diff.page.file.stale = {
      open_block(BlockKind::kListItem, "A", StaleChange::kOnlyInTranslation, {}, {{4, 4}}),
      open_block(BlockKind::kListItem, "A", StaleChange::kOnlyInTranslation, {}, {{5, 6}})};
  diff.page.file.stale[0].texts.translation = "- a";
  diff.page.file.stale[1].texts.translation = "- b\n  c";
  const std::string note =
      "# Left open when the translation was last updated:\n"
      "#   translation 4-6: 2 list items only in the translation. The source had them before, or "
      "the "
      "translators added them.\n"
      "#     translation has: - a - b c\n";
  EXPECT_EQ(shown(diff), note + "# Changed since then:\n" + shown(text_diff()));
  EXPECT_EQ(shown_stat(diff), "content/en/a.md 2 open changes\n" + shown_stat(text_diff()));
}

TEST(Diff, IsEmptyWithoutABaselineOrAChange) {
  TranslationDiff same = text_diff();
  same.new_blob = same.old_blob;
  EXPECT_EQ(shown(same), "");
  EXPECT_EQ(shown({}), "");
  EXPECT_EQ(shown_stat({}), "");
  EXPECT_EQ(render_diff({}, Color::kOff), "");
}

TEST(Diff, NobodyIsToldWhatIsOldWhereNobodyHasLooked) {
  DiffReport report = report_of({text_diff()});
  report.with_blocks = false;
  EXPECT_THAT(render_diff(report, Color::kOff), HasSubstr("\n@@ -1 +1 @@\n"));
  TranslationDiff since = text_diff();
  since.page.file.last_touch.reset();
  since.hunks = "@@ -1 +1 @@ A heading\n-a\n+b\n";
  EXPECT_THAT(shown(since), HasSubstr("\n@@ -1 +1 @@ A heading\n"));
}

TEST(Diff, OfSeveralEachBeginsWithItsTranslation) {
  TranslationDiff other = text_diff();
  other.page.file.translation = "content/ko/b\n.md";
  TranslationDiff nothing;
  const DiffReport report = report_of({text_diff(), nothing, other});
  EXPECT_EQ(render_diff(report, Color::kOff), "# content/ko/a.md\n" + shown(text_diff()) +
                                                  "\n# \"content/ko/b\\n.md\"\n" +
                                                  shown(text_diff()));
  EXPECT_EQ(render_diff_stat(report),
            "content/en/a.md 1 file changed, 1 insertion(+), 1 deletion(-) (content/ko/a.md)\n"
            "content/en/a.md 1 file changed, 1 insertion(+), 1 deletion(-) "
            "(\"content/ko/b\\n.md\")\n");
}

TEST(Diff, TheOnlyOneOfAFolderBeginsWithItsTranslation) {
  DiffReport report = report_of({text_diff()});
  report.folders = {{.name = "content/ko", .pages = {}, .shown = 1}};
  EXPECT_THAT(render_diff(report, Color::kOff), StartsWith("# content/ko/a.md\n"));
}

TEST(Diff, OfASourceThatIsGoneItSaysWhatBecameOfIt) {
  TranslationDiff deleted;
  deleted.page.file = sample_file("a.md", Status::kDeleted);
  deleted.page.source_gone_in = {repeated_id('d'), "2021-02-03T00:00:00+00:00", "Remove\nit"};
  EXPECT_EQ(shown(deleted),
            "# Its source content/en/a.md is gone from 'main', since dddddddddddd (2021-02-03, "
            "'Remove\\nit'). Remove this page.\n"
            "#   Next: git log -1 -p main -- content/en/a.md\n");
  EXPECT_EQ(shown_stat(deleted), "content/en/a.md is deleted\n");
  deleted.page.file.text_now_in = {{"content/en/b.md", 2}};
  EXPECT_THAT(shown(deleted), HasSubstr("Its text is now in content/en/b.md (2 blocks). Take"));
  TranslationDiff renamed = text_diff();
  renamed.page.file.status = Status::kRenamed;
  renamed.page.file.renamed_to = "content/en/b.md";
  renamed.page.move_to = "content/ko/b.md";
  EXPECT_THAT(shown(renamed), HasSubstr("is now content/en/b.md on 'main'"));
  EXPECT_THAT(shown(renamed),
              HasSubstr("Next: mkdir -p content/ko && git mv content/ko/a.md content/ko/b.md\n"));
  EXPECT_THAT(shown(renamed), Not(HasSubstr("l10n-drift diff")));
}

// ---- Colours ----

std::string in_color(const std::string& hunks) {
  TranslationDiff diff = text_diff();
  diff.page.file.last_touch.reset();
  diff.hunks = hunks;
  const std::string text = shown(diff, Color::kOn);
  return text.substr(text.find("+++") + sizeof "+++ b/content/en/a.md\x1B[0m");
}

std::string red(const std::string& text) { return "\x1B[31m" + text + "\x1B[0m"; }
std::string green(const std::string& text) { return "\x1B[32m" + text + "\x1B[0m"; }
std::string marked_red(const std::string& text) { return "\x1B[7;31m" + text + "\x1B[0m"; }
std::string marked_green(const std::string& text) { return "\x1B[7;32m" + text + "\x1B[0m"; }

TEST(DiffInColor, HeadersAreBoldAndHunksHaveTheColoursOfGit) {
  const std::string text = shown(text_diff(), Color::kOn);
  EXPECT_THAT(text, StartsWith("\x1B[1mdiff --git a/content/en/a.md b/content/en/a.md\x1B[0m\n"));
  EXPECT_THAT(text, HasSubstr("\n\x1B[36m@@ -1 +1 @@\x1B[0m \x1B[33mchanged since the last touch"));
}

TEST(DiffInColor, WordsThatDifferAreMarkedInTheirLines) {
  EXPECT_EQ(in_color("@@ -1,2 +1,2 @@\n x\n-Wait for 30 seconds.\n+Wait for 60 seconds.\n"),
            "\x1B[36m@@ -1,2 +1,2 @@\x1B[0m\n x\n" + red("-Wait for ") + marked_red("30") +
                red(" seconds.") + "\n" + green("+Wait for ") + marked_green("60") +
                green(" seconds.") + "\n");
}

TEST(DiffInColor, WhereLinesAreBrokenIsNoDifference) {
  EXPECT_EQ(in_color("@@ -1,2 +1,2 @@\n-The donkey walks\n-around.\n+The donkey\n+walks around "
                     "twice.\n"),
            "\x1B[36m@@ -1,2 +1,2 @@\x1B[0m\n" + red("-The donkey walks") + "\n" + red("-around.") +
                "\n" + green("+The donkey") + "\n" + green("+walks around ") +
                marked_green("twice") + green(".") + "\n");
}

TEST(DiffInColor, OfLinesThatHaveNothingInCommonNoWordIsMarked) {
  EXPECT_EQ(in_color("@@ -1 +1 @@\n-Water turns it.\n+An old donkey walks around.\n"),
            "\x1B[36m@@ -1 +1 @@\x1B[0m\n" + red("-Water turns it.") + "\n" +
                green("+An old donkey walks around.") + "\n");
}

// The next lines that were removed are held against what comes behind them.
TEST(DiffInColor, EachChangeIsForItself) {
  EXPECT_EQ(in_color("@@ -1,3 +1,2 @@\n-a 1\n+a 2\n-gone\n c\n-x\n\\ No newline at end of "
                     "file\n+x y\n"),
            "\x1B[36m@@ -1,3 +1,2 @@\x1B[0m\n" + red("-a ") + marked_red("1") + "\n" +
                green("+a ") + marked_green("2") + "\n" + red("-gone") + "\n c\n" + red("-x") +
                "\n\\ No newline at end of file\n" + green("+x ") + marked_green("y") + "\n");
}

TEST(DiffInColor, ACharacterOfAWritingWithoutBlanksIsAWord) {
  EXPECT_EQ(in_color("@@ -1 +1 @@\n-等待30秒\n+等待60秒\n"),
            "\x1B[36m@@ -1 +1 @@\x1B[0m\n" + red("-等待") + marked_red("30") + red("秒") + "\n" +
                green("+等待") + marked_green("60") + green("秒") + "\n");
  EXPECT_EQ(in_color("@@ -1 +1 @@\n-naïve \xFF b\n+naïve \xFE b\n"),
            "\x1B[36m@@ -1 +1 @@\x1B[0m\n" + red("-naïve ") + marked_red("\xFF") + red(" b") +
                "\n" + green("+naïve ") + marked_green("\xFE") + green(" b") + "\n");
}

}  // namespace
}  // namespace l10n_drift
