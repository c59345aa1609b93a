#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <string>

#include "l10n_drift/render_check.h"
#include "render/golden.h"
#include "render/sample_check.h"
#include "render/sample_report.h"

namespace l10n_drift {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

TEST(CheckSummary, Golden) {
  expect_golden("check-summary.md", render_check_summary(sample_check()));
}

TEST(CheckSummary, GoldenWithoutFindings) {
  expect_golden("check-summary-empty.md", render_check_summary(empty_check()));
}

TEST(CheckSummary, StaysWithinWhatGithubTakes) {
  CheckReport report = check_of_places(20, 0);
  for (Finding& finding : report.findings) {
    for (std::size_t k = 0; k < 2000; ++k) {
      const LineRange lines{10 * k + 1, 10 * k + 2};
      finding.file.stale.push_back(
          newer(open_block(BlockKind::kParagraph, "Heading " + std::to_string(k),
                           StaleChange::kChanged, lines, lines)));
    }
    finding.places.assign(finding.file.stale.size(), finding.kind);
  }
  const std::string summary = render_check_summary(report);
  EXPECT_LT(summary.size(), 1'048'576u);
  EXPECT_THAT(summary, HasSubstr("\nAnd 19 more.\n"));
  EXPECT_THAT(summary, EndsWith("```\n"));
}

TEST(CheckSummary, OfManyPagesThereIsATableFirst) {
  CheckReport report = check_of_places(2, 1);
  report.is_bulk = true;
  report.findings.front().file.translation = "content/ko/a|b/c/d/e.md";
  EXPECT_THAT(render_check_summary(report),
              HasSubstr("| `ko` | `content/ko` | 1 | 0 | 0 |\n"
                        "| `ko` | `content/ko/a\\|b/c` | 1 | 0 | 0 |\n"));
}

}  // namespace
}  // namespace l10n_drift
