#include <gtest/gtest.h>

#include "l10n_drift/render.h"
#include "render/sample_report.h"

namespace l10n_drift {
namespace {

TranslationDiff text_diff() {
  TranslationDiff diff;
  diff.file = sample_file("a.md", Status::kOutdated);
  diff.old_source = "content/en/a.md";
  diff.new_source = "content/en/a.md";
  diff.old_blob = repeated_id('1');
  diff.new_blob = repeated_id('2');
  diff.counts = {1, 1};
  diff.hunks = "@@ -1 +1 @@\n-a\n+b\n";
  return diff;
}

const std::string kIndex = "index " + repeated_id('1') + ".." + repeated_id('2') + '\n';

TEST(Diff, HasTheHeaderOfGit) {
  EXPECT_EQ(render_diff(text_diff()), "diff --git a/content/en/a.md b/content/en/a.md\n" + kIndex +
                                          "--- a/content/en/a.md\n+++ b/content/en/a.md\n"
                                          "@@ -1 +1 @@\n-a\n+b\n");
  EXPECT_EQ(render_diff_stat(text_diff()),
            "content/en/a.md 1 file changed, 1 insertion(+), 1 deletion(-)\n");
}

TEST(Diff, ARenameShowsInTheNamesAndABinaryFileHasNoHunks) {
  TranslationDiff diff = text_diff();
  diff.old_source = "content/en/\xE9.png";
  diff.sizes = BinarySizes{1, 2};
  EXPECT_EQ(render_diff(diff),
            "diff --git \"a/content/en/\\351.png\" b/content/en/a.md\n" + kIndex +
                "Binary files \"a/content/en/\\351.png\" and b/content/en/a.md differ\n");
  EXPECT_EQ(render_diff_stat(diff), "content/en/a.md Bin 1 -> 2 bytes\n");
}

TEST(Diff, WhatTheLastTouchLeftOpenComesFirst) {
  TranslationDiff diff = text_diff();
  const StaleBlock open = open_block(BlockKind::kCode, "", StaleChange::kAdded, {{1, 1}});
  diff.file.stale = {open, open, newer(open)};
  diff.open_hunks = "@@ -5 +5 @@\n-c\n+d\n";
  const std::string open_part =
      "# Left open when the translation was last updated:\n"
      "#   source 1: code block added\n"
      "#   source 1: code block added\n"
      "diff --git a/content/en/a.md b/content/en/a.md\n"
      "--- a/content/en/a.md\n+++ b/content/en/a.md\n@@ -5 +5 @@\n-c\n+d\n";
  EXPECT_EQ(render_diff(diff), open_part +
                                   "# Changed since then:\n"
                                   "#   source 1: code block added\n" +
                                   render_diff(text_diff()));
  EXPECT_EQ(render_diff_stat(diff),
            "content/en/a.md 2 open changes\n" + render_diff_stat(text_diff()));
  diff.new_blob = diff.old_blob;
  diff.file.stale.pop_back();
  EXPECT_EQ(render_diff(diff), open_part);
}

TEST(Diff, WhatEachPlaceWasAndIsStandsAboveTheHunks) {
  TranslationDiff diff = text_diff();
  StaleBlock block =
      newer(open_block(BlockKind::kParagraph, "A", StaleChange::kChanged, {{1, 2}}, {{3, 3}}));
  block.texts = {"a\n--- b\n@@ -1 +1 @@", "c\x1B[2J", ""};
  diff.file.stale = {block};
  EXPECT_EQ(render_diff(diff),
            "# Changed in the source:\n"
            "#   source 1-2, translation 3: paragraph changed\n"
            "#     was: a --- b @@ -1 +1 @@\n"
            "#     is now: c\\033[2J\n" +
                render_diff(text_diff()));
}

// It is in no hunk, as the source does not have it.
TEST(Diff, WhatOnlyTheTranslationHasIsNamed) {
  TranslationDiff diff = text_diff();
  diff.file.stale = {
      open_block(BlockKind::kListItem, "A", StaleChange::kOnlyInTranslation, {}, {{4, 4}}),
      open_block(BlockKind::kListItem, "A", StaleChange::kOnlyInTranslation, {}, {{5, 6}})};
  diff.file.stale[0].texts.translation = "- a";
  diff.file.stale[1].texts.translation = "- b\n  c";
  const std::string note =
      "# Left open when the translation was last updated:\n"
      "#   translation 4-6: 2 list items only in the translation. The source had them before, or "
      "the "
      "translators added them.\n"
      "#     translation has: - a - b c\n";
  EXPECT_EQ(render_diff(diff), note + "# Changed since then:\n" + render_diff(text_diff()));
  EXPECT_EQ(render_diff_stat(diff),
            "content/en/a.md 2 open changes\n" + render_diff_stat(text_diff()));
}

TEST(Diff, IsEmptyWithoutABaselineOrAChange) {
  TranslationDiff same = text_diff();
  same.new_blob = same.old_blob;
  EXPECT_EQ(render_diff(same), "");
  EXPECT_EQ(render_diff({}), "");
  EXPECT_EQ(render_diff_stat({}), "");
}

}  // namespace
}  // namespace l10n_drift
