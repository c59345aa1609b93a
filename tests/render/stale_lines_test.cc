#include "render/stale_lines.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "render/paint.h"
#include "render/sample_report.h"

namespace l10n_drift {
namespace {

StaleBlock block_at(std::size_t line, const std::string& heading, BlockKind kind) {
  return open_block(kind, heading, StaleChange::kAdded, {{line, line}});
}

TEST(StaleLines, AreColumnsOfOneWidth) {
  EXPECT_EQ(stale_lines({block_at(7, "", BlockKind::kCode),
                         block_at(12, "Install\x1B[2J", BlockKind::kListItem)},
                        9, Color::kOff),
            "    source 7   code block added  (above the first heading)\n"
            "    source 12  list item added   Install\\033[2J\n");
}

TEST(StaleLines, SayWhatAPlaceWasAndIs) {
  StaleBlock block = block_at(7, "A", BlockKind::kCode);
  block.texts = {"old \x1B[2J", "##[error]new", ""};
  EXPECT_EQ(stale_lines({block}, 9, Color::kOff),
            "    source 7  code block added  A\n"
            "        was: old \\033[2J\n"
            "        is now: \\043#[error]new\n");
}

// Three blocks in the first line, one in each of the others.
TEST(StaleLines, CountTheBlocksThatAreNotInThem) {
  std::vector<StaleBlock> blocks;
  for (const std::size_t line : {1, 2, 3, 5, 7, 9}) {
    blocks.push_back(block_at(line, "A", BlockKind::kTableRow));
  }
  struct Case {
    std::size_t most;
    std::size_t lines;
    const char* end;
  };
  const Case cases[] = {
      {9, 4, "A\n"},
      {4, 4, "A\n"},
      {3, 4, "    ... and 1 more\n"},
      {1, 2, "    ... and 3 more\n"},
  };
  for (const Case& c : cases) {
    const std::string text = stale_lines(blocks, c.most, Color::kOff);
    EXPECT_EQ(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')), c.lines);
    EXPECT_TRUE(text.ends_with(c.end)) << text;
  }
  EXPECT_EQ(stale_lines({}, 1, Color::kOff), "");
}

TEST(StaleLines, ColorOnlyWhatIsStale) {
  EXPECT_EQ(stale_lines({block_at(1, "A", BlockKind::kCode)}, 1, Color::kOn),
            "    source 1  \x1B[33mcode block added\x1B[0m  A\n");
}

TEST(Paint, LeavesTextAloneWhereThereIsNothingToColor) {
  EXPECT_EQ(paint("a", kRed, Color::kOn), "\x1B[31ma\x1B[0m");
  EXPECT_EQ(paint("a", kRed, Color::kOff), "a");
  EXPECT_EQ(paint("a", "", Color::kOn), "a");
  EXPECT_EQ(paint("", kRed, Color::kOn), "");
}

}  // namespace
}  // namespace l10n_drift
