#include "text/words.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

TEST(Words, AreWhatPeopleWrite) {
  EXPECT_EQ(plural(0, "file"), "0 files");
  EXPECT_EQ(plural(1, "file"), "1 file");
  EXPECT_EQ(plural(2, "file"), "2 files");
  EXPECT_EQ(in_words("partially_updated"), "partially updated");
  EXPECT_EQ(in_words("a_b_c"), "a b c");
  EXPECT_EQ(short_id("0123456789abcdef0123456789abcdef01234567"), "0123456789ab");
  EXPECT_EQ(day_of("2020-10-16T19:44:12-07:00"), "2020-10-16");
}

TEST(Words, ArePiecesOfAText) {
  using Pieces = std::vector<std::string_view>;
  EXPECT_EQ(split("a,b", ','), (Pieces{"a", "b"}));
  EXPECT_EQ(split(",a,,", ','), (Pieces{"", "a", "", ""}));
  EXPECT_EQ(split("a b", ','), (Pieces{"a b"}));
  EXPECT_EQ(split("", ','), (Pieces{""}));
}

TEST(Words, NameFiles) {
  EXPECT_EQ(file_name("content/en/a.md"), "a.md");
  EXPECT_EQ(file_name("a.md"), "a.md");
  EXPECT_EQ(file_name("content/"), "");
}

}  // namespace
}  // namespace l10n_drift
