#include "l10n_drift/statistics.h"

#include <gtest/gtest.h>

#include <utility>

namespace l10n_drift {
namespace {

TEST(Statistics, HaveAWordForEachPhase) {
  const std::pair<Phase, const char*> phases[] = {
      {Phase::kOpen, "open"},    {Phase::kPlan, "plan"},           {Phase::kList, "list"},
      {Phase::kWalk, "walk"},    {Phase::kBaselines, "baselines"}, {Phase::kRenames, "renames"},
      {Phase::kCount, "count"},  {Phase::kReplay, "replay"},       {Phase::kCommits, "commits"},
      {Phase::kRender, "render"}};
  for (const auto& [phase, word] : phases) EXPECT_STREQ(to_string(phase), word);
}

TEST(Statistics, AddUpPhaseByPhase) {
  Statistics sum = {{Phase::kWalk, {1.5, 1, 20, 300}}, {Phase::kList, {0.5, 0, 1, 0}}};
  add(sum, {{Phase::kWalk, {0.25, 2, 3, 4}}, {Phase::kRender, {1, 0, 0, 0}}});
  ASSERT_EQ(sum.size(), 3u);
  EXPECT_DOUBLE_EQ(sum[Phase::kWalk].seconds, 1.75);
  EXPECT_EQ(sum[Phase::kWalk].commits, 3u);
  EXPECT_EQ(sum[Phase::kWalk].trees, 23u);
  EXPECT_EQ(sum[Phase::kWalk].blobs, 304u);
  EXPECT_EQ(sum[Phase::kWalk].objects(), 330u);
  EXPECT_DOUBLE_EQ(sum[Phase::kList].seconds, 0.5);
  EXPECT_DOUBLE_EQ(sum[Phase::kRender].seconds, 1);
}

}  // namespace
}  // namespace l10n_drift
