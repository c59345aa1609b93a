#include "text/ascii.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

TEST(Ascii, KnowsItsOwnLettersAndDigitsAlone) {
  struct Case {
    char c;
    bool is_digit, is_lower, is_upper;
    char lower;
  };
  const Case cases[] = {
      {'0', true, false, false, '0'},       {'9', true, false, false, '9'},
      {'a', false, true, false, 'a'},       {'z', false, true, false, 'z'},
      {'A', false, false, true, 'a'},       {'Z', false, false, true, 'z'},
      {'/', false, false, false, '/'},      {'[', false, false, false, '['},
      {'_', false, false, false, '_'},      {'\0', false, false, false, '\0'},
      {'\xC9', false, false, false, '\xC9'}  // A letter in Latin-1.
  };
  for (const Case& c : cases) {
    EXPECT_EQ(is_digit(c.c), c.is_digit) << c.c;
    EXPECT_EQ(is_lower(c.c), c.is_lower) << c.c;
    EXPECT_EQ(is_upper(c.c), c.is_upper) << c.c;
    EXPECT_EQ(is_letter(c.c), c.is_lower || c.is_upper) << c.c;
    EXPECT_EQ(is_alphanumeric(c.c), c.is_digit || c.is_lower || c.is_upper) << c.c;
    EXPECT_EQ(to_lower(c.c), c.lower) << c.c;
  }
  EXPECT_EQ(to_lower("GitHub.COM \u00C9"), "github.com \u00C9");
}

}  // namespace
}  // namespace l10n_drift
