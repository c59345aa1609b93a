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

StaleBlock saying(const StaleTexts& texts, StaleBlock block) {
  block.texts = texts;
  return block;
}

TEST(StaleRuns, SayWhatAllOfThemSay) {
  const std::vector<StaleRun> runs =
      stale_runs({saying({"", "b", ""}, row({{4, 4}})), saying({"", "c", "d"}, row({{5, 5}})),
                  saying({"a", "", ""}, row({{6, 6}}))});
  ASSERT_EQ(runs.size(), 1u);
  EXPECT_EQ(runs[0].block.texts, (StaleTexts{"a", "b\nc", "d"}));
}

TEST(StaleRuns, KeepApartWhatHasTwoVersions) {
  const StaleBlock first = saying({"a", "b", ""}, row({{4, 4}}));
  EXPECT_EQ(stale_runs({first, saying({"c", "d", ""}, row({{5, 5}}))}).size(), 2u);
  EXPECT_EQ(stale_runs({first, row({{5, 5}})}).size(), 2u);
  EXPECT_EQ(stale_runs({row({{3, 3}}), first}).size(), 2u);
}

// "was: a | is now: b"
std::string quoted(const StaleBlock& block) {
  std::string text;
  for (const auto& [label, quote] : quotes_of({block, 1})) {
    text += (text.empty() ? "" : " | ") + std::string(label) + ": " + quote;
  }
  return text;
}

TEST(StaleText, SaysWhatAPlaceWasAndIsInWordsThatFit) {
  struct Case {
    StaleChange change;
    StaleTexts texts;
    const char* words;
  };
  const Case cases[] = {
      {StaleChange::kChanged, {"a", "b", ""}, "was: a | is now: b"},
      {StaleChange::kAdded, {"", "b", ""}, "is new: b"},
      {StaleChange::kRemoved, {"a", "", ""}, "was: a"},
      {StaleChange::kNeverTranslated, {"", "b", ""}, "source has: b"},
      {StaleChange::kLost, {"", "b", ""}, "source still has: b"},
      {StaleChange::kOnlyInTranslation, {"", "", "c"}, "translation has: c"},
      {StaleChange::kChanged, {"", "b", "c"}, "source has: b | translation has: c"},
      {StaleChange::kChanged, {}, ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(quoted(saying(c.texts, with(c.change, row({{1, 1}})))), c.words);
  }
}

TEST(StaleText, LinesOfProseAreOneAndOthersAreMarked) {
  const StaleTexts texts = {"- a\n  b\n\n\tc", "d\n", ""};
  struct Case {
    BlockKind kind;
    const char* words;
  };
  const Case cases[] = {
      {BlockKind::kParagraph, "was: - a b  c | is new: d"},
      {BlockKind::kListItem, "was: - a b  c | is new: d"},
      {BlockKind::kCode, "was: - a \u21B5   b \u21B5  \u21B5 \tc | is new: d"},
      {BlockKind::kFrontMatter, "was: - a \u21B5   b \u21B5  \u21B5 \tc | is new: d"},
  };
  for (const Case& c : cases) {
    StaleBlock block = saying(texts, of(c.kind, row({{1, 1}})));
    block.change = StaleChange::kChanged;
    std::string words = c.words;
    words.replace(words.find("is new"), 6, "is now");
    EXPECT_EQ(quoted(block), words) << to_string(c.kind);
  }
}

TEST(StaleText, ShowsWhereLongTextsDiffer) {
  std::string same;
  for (int i = 0; i < 60; ++i) same += "same ";
  const std::string words =
      quoted(with(StaleChange::kChanged, saying({same + "old", same + "new", ""}, row({{1, 1}}))));
  const std::string end = same.substr(same.size() - 195);
  EXPECT_EQ(words, "was: \u2026" + end + "old | is now: \u2026" + end + "new");
  EXPECT_EQ(quoted(saying({"", same, ""}, row({{1, 1}}))),
            "is new: " + same.substr(0, 200) + "\u2026");
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
