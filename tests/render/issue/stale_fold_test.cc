#include "render/issue/stale_fold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/sample_report.h"

namespace l10n_drift {
namespace {

using ::testing::HasSubstr;

std::string fold_of(std::vector<StaleBlock> stale, std::size_t indent = 3) {
  FileReport file = sample_file("a.md", Status::kOutdated);
  file.stale = std::move(stale);
  return folded_stale_blocks(file, indent, IssueDetails::kStaleBlocks);
}

TEST(StaleFold, NamesEachHeadingOnce) {
  EXPECT_EQ(
      fold_of({open_block(BlockKind::kFrontMatter, "", StaleChange::kChanged, {{2, 2}}, {{2, 2}}),
               open_block(BlockKind::kHeading, "Use `it`", StaleChange::kAdded, {{8, 8}}),
               open_block(BlockKind::kParagraph, "Use `it`", StaleChange::kRemoved, {}, {{9, 11}}),
               open_block(BlockKind::kCode, "Use `it`", StaleChange::kRemoved, {})}),
      "   <details><summary>4 places to look at</summary>\n"
      "\n"
      "   - (above the first heading)\n"
      "     - front matter key changed: line 2 of the source, line 2 of the translation\n"
      "   - Use \\`it\\`\n"
      "     - heading added: line 8 of the source\n"
      "     - paragraph removed: lines 9-11 of the translation\n"
      "     - code block removed\n"
      "\n"
      "   </details>\n");
}

TEST(StaleFold, KeepsApartWhatWasLeftOpenAndWhatIsNew) {
  const StaleBlock older = open_block(BlockKind::kListItem, "A", StaleChange::kAdded, {{4, 4}});
  const StaleBlock other = open_block(BlockKind::kListItem, "A", StaleChange::kAdded, {{5, 5}});
  EXPECT_EQ(fold_of({older, minor(newer(other))}, 4),
            "    <details><summary>2 places to look at</summary>\n"
            "\n"
            "    Left open when the translation was last updated:\n"
            "\n"
            "    - A\n"
            "      - list item added: line 4 of the source\n"
            "\n"
            "    Changed in the source since then:\n"
            "\n"
            "    - A\n"
            "      - list item added: line 5 of the source (minor)\n"
            "\n"
            "    </details>\n");
}

TEST(StaleFold, CountsEveryBlockOfARun) {
  const std::string fold =
      fold_of({open_block(BlockKind::kTableRow, "A", StaleChange::kAdded, {{4, 4}}),
               open_block(BlockKind::kTableRow, "A", StaleChange::kAdded, {{5, 5}})});
  EXPECT_THAT(fold, HasSubstr("<summary>2 places to look at</summary>"));
  EXPECT_THAT(fold, HasSubstr("     - 2 table rows added: lines 4-5 of the source\n"));
}

TEST(StaleFold, SaysWhatEachPlaceWasAndIs) {
  StaleBlock block =
      open_block(BlockKind::kParagraph, "A", StaleChange::kChanged, {{4, 5}}, {{4, 4}});
  block.texts = {"An `old`\n<b>text</b>", "[x] ``new``\n\ttext \u202E", {}};
  EXPECT_EQ(fold_of({block}),
            "   <details><summary>1 place to look at</summary>\n"
            "\n"
            "   - A\n"
            "     - paragraph changed: lines 4-5 of the source, line 4 of the translation\n"
            "       - was: ``An `old` <b>text</b>``\n"
            "       - is now: <code>&#91;x&#93; &#96;&#96;new&#96;&#96; text "
            "&#92;342&#92;200&#92;256</code>\n"
            "\n"
            "   </details>\n");
}

TEST(StaleFold, SaysNothingOfWhatNobodyHasAskedFor) {
  StaleBlock block = open_block(BlockKind::kParagraph, "A", StaleChange::kRemoved, {});
  block.texts.before = "old";
  FileReport file = sample_file("a.md", Status::kOutdated);
  file.stale = {block};
  EXPECT_EQ(folded_stale_blocks(file, 3, IssueDetails::kNone), "");
  const std::string places = folded_stale_blocks(file, 3, IssueDetails::kStalePlaces);
  block.texts = {};
  EXPECT_EQ(places, fold_of({block}));
}

TEST(StaleFold, IsNothingWithoutStaleBlocks) { EXPECT_EQ(fold_of({}), ""); }

}  // namespace
}  // namespace l10n_drift
