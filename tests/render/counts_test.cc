#include "render/counts.h"

#include <gtest/gtest.h>

#include "render/sample_report.h"

namespace l10n_drift {
namespace {

TEST(Counts, ThereIsNoDriftToCountButOfWhatIsOutdatedOrInSync) {
  struct Case {
    Status status;
    std::optional<LineCounts> counts;
    std::optional<BinarySizes> binary;
    std::optional<LineCounts> expected;
  };
  const Case cases[] = {
      {Status::kOutdated, LineCounts{3, 1}, {}, LineCounts{3, 1}},
      {Status::kOutdated, {}, BinarySizes{1, 2}, {}},
      {Status::kInSync, {}, {}, LineCounts{0, 0}},
      {Status::kPartiallyUpdated, {}, {}, {}},
      {Status::kUntranslated, {}, {}, {}},
      {Status::kDeleted, {}, {}, {}},
  };
  for (const Case& c : cases) {
    FileReport file = sample_file("a.md", c.status);
    file.counts = c.counts;
    file.binary = c.binary;
    EXPECT_EQ(drift_counts(file), c.expected) << to_string(c.status);
  }
}

TEST(Counts, OpenChangesAreKnownWhereThePagesAreAligned) {
  struct Case {
    Status status;
    std::optional<Alignment> alignment;
    std::optional<std::size_t> expected;
  };
  const Case cases[] = {
      {Status::kOutdated, Alignment::kGood, 1},  {Status::kPartiallyUpdated, Alignment::kGood, 1},
      {Status::kOutdated, Alignment::kWeak, {}}, {Status::kOutdated, {}, {}},
      {Status::kInSync, Alignment::kGood, {}},   {Status::kRenamed, Alignment::kGood, {}},
  };
  const StaleBlock open = open_block(BlockKind::kCode, "", StaleChange::kAdded, {{1, 1}});
  for (const Case& c : cases) {
    FileReport file = sample_file("a.md", c.status);
    file.alignment = c.alignment;
    file.stale = {open, newer(open)};
    EXPECT_EQ(open_change_count(file), c.expected) << to_string(c.status);
  }
}

}  // namespace
}  // namespace l10n_drift
