#include "render/stale_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/sample_report.h"

namespace l10n_drift {
namespace {

using Blocks = std::vector<StaleBlock>;

StaleBlock row(std::optional<LineRange> source, std::optional<LineRange> translation = {}) {
  return open_block(BlockKind::kTableRow, "Options", StaleChange::kAdded, source, translation);
}

StaleBlock under(const std::string& heading, StaleBlock block) {
  block.heading = heading;
  return block;
}

StaleBlock with(StaleChange change, StaleBlock block) {
  block.change = change;
  return block;
}

StaleBlock of(BlockKind kind, StaleBlock block) {
  block.kind = kind;
  return block;
}

TEST(StaleRuns, JoinWhatFollowsWithoutAGap) {
  const std::vector<StaleRun> runs = stale_runs(
      {row({{4, 4}}, {{7, 8}}), row({{5, 6}}, {{9, 9}}), row({{7, 7}}, {{10, 12}}), row({{9, 9}})});
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_EQ(runs[0].block, row({{4, 7}}, {{7, 12}}));
  EXPECT_EQ(runs[0].count, 3u);
  EXPECT_EQ(runs[1].block, row({{9, 9}}));
  EXPECT_EQ(runs[1].count, 1u);
}

TEST(StaleRuns, KeepApartWhatDiffers) {
  struct Case {
    const char* what;
    StaleBlock next;
    std::size_t runs;
  };
  const Case cases[] = {
      {"nothing", row({{5, 5}}), 1},
      {"a gap", row({{6, 6}}), 2},
      {"the same line again", row({{4, 4}}), 2},
      {"a counterpart", row({{5, 5}}, {{5, 5}}), 2},
      {"no place in the source", row({}), 2},
      {"another heading", under("Usage", row({{5, 5}})), 2},
      {"another change", with(StaleChange::kNeverTranslated, row({{5, 5}})), 2},
      {"another kind", of(BlockKind::kParagraph, row({{5, 5}})), 2},
      {"another severity", minor(row({{5, 5}})), 2},
      {"another time", newer(row({{5, 5}})), 2},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(stale_runs({row({{4, 4}}), c.next}).size(), c.runs) << c.what;
  }
}

TEST(StaleRuns, KeepApartWhatHasNoPlaceAtAll) {
  EXPECT_EQ(stale_runs({row({}), row({})}).size(), 2u);
  EXPECT_EQ(stale_runs({row({}, {{1, 1}}), row({}, {{2, 2}})}).size(), 1u);
  EXPECT_EQ(stale_runs({}).size(), 0u);
}

TEST(StaleText, NamesKindsInTheRightNumber) {
  EXPECT_EQ(run_text({of(BlockKind::kHtml, row({})), 1}), "HTML block added");
  EXPECT_EQ(run_text({of(BlockKind::kFrontMatter, row({})), 2}), "2 front matter keys added");
  const auto changed_as = [](StaleChange change) { return run_text({with(change, row({})), 1}); };
  EXPECT_EQ(changed_as(StaleChange::kNeverTranslated), "table row never translated");
  EXPECT_EQ(changed_as(StaleChange::kOnlyInTranslation), "table row only in the translation");
  EXPECT_EQ(lines_text({3, 3}), "line 3");
  EXPECT_EQ(lines_text({3, 14}), "lines 3-14");
}

TEST(StaleText, NamesBothPlaces) {
  EXPECT_EQ(place_text(row({{20, 22}}, {{17, 17}})), "source 20-22, translation 17");
  EXPECT_EQ(place_text(row({{20, 20}})), "source 20");
  EXPECT_EQ(place_text(row({}, {{3, 4}})), "translation 3-4");
  EXPECT_EQ(place_text(row({})), "-");
}

TEST(StaleText, OpenChangesAreOlderWhereThereIsDriftBesides) {
  struct Case {
    Status status;
    Blocks stale;
    const char* words;
  };
  const StaleBlock block = row({{1, 1}});
  const Case cases[] = {
      {Status::kPartiallyUpdated, {block}, "1 open change"},
      {Status::kPartiallyUpdated, {block, block}, "2 open changes"},
      {Status::kOutdated, {block, newer(block)}, "1 older change still open"},
      {Status::kOutdated, {block, block}, "2 older changes still open"},
      {Status::kOutdated, {newer(block)}, ""},
      {Status::kInSync, {}, ""},
  };
  for (const Case& c : cases) {
    FileReport file = sample_file("a.md", c.status);
    file.stale = c.stale;
    EXPECT_EQ(open_changes_text(file), c.words) << to_string(c.status) << ' ' << c.stale.size();
  }
}

}  // namespace
}  // namespace l10n_drift
