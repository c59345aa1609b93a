#include "render/issue/days.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

TEST(Days, HaveOneForm) {
  EXPECT_TRUE(is_day("2026-11-30"));
  for (const char* const text : {"", "2026-11-3", "2026-11-300", "2026/11/30", "2O26-11-30"}) {
    EXPECT_FALSE(is_day(text)) << text;
  }
}

TEST(Days, AreCountedByTheCalendar) {
  EXPECT_EQ(days_between("2026-11-30", "2026-11-30"), 0);
  EXPECT_EQ(days_between("2026-11-30", "2026-12-01"), 1);
  EXPECT_EQ(days_between("2024-02-28", "2024-03-01"), 2) << "a leap year";
  EXPECT_EQ(days_between("2025-03-01", "2024-03-01"), -365);
}

}  // namespace
}  // namespace l10n_drift
