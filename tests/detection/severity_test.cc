#include "detection/severity.h"

#include <gtest/gtest.h>

#include <vector>

#include "markdown/blocks_of.h"
#include "markdown/pair_table.h"

namespace l10n_drift {
namespace {

constexpr char kSeverityTables[] = "severity";

Severity severity_between(const std::string& old_text, const std::string& new_text,
                          PageKind kind = PageKind::kMarkdown) {
  const PageBlocks old_page = blocks_of(old_text, kind);
  const PageBlocks new_page = blocks_of(new_text, kind);
  return severity_of(compare_pages(old_page, new_page).changes, old_page, new_page, Grammar("en"));
}

TEST(Severity, IsThatOfTheTable) {
  const std::vector<PagePair> pairs = read_pair_tables(kSeverityTables);
  ASSERT_GT(pairs.size(), 50u);
  for (const PagePair& pair : pairs) {
    EXPECT_STREQ(to_string(severity_between(pair.old_page, pair.new_page, pair.kind)),
                 pair.expectation.c_str())
        << row_name(pair);
  }
}

TEST(Severity, IsTheSameTheOtherWayRound) {
  for (const PagePair& pair : read_pair_tables(kSeverityTables)) {
    EXPECT_STREQ(to_string(severity_between(pair.new_page, pair.old_page, pair.kind)),
                 pair.expectation.c_str())
        << row_name(pair);
  }
}

TEST(Severity, IsNoLessForMoreChanges) {
  EXPECT_LT(Severity::kCosmetic, Severity::kMinor);
  EXPECT_LT(Severity::kMinor, Severity::kSubstantive);
  EXPECT_EQ(severity_between("One.\n\nA comma here.", "*One.*\n\nA comma, here."),
            Severity::kMinor);
}

}  // namespace
}  // namespace l10n_drift
