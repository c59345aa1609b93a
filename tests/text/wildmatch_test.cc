// What globs mean to git is asked of git itself (tests/site/glob_oracle_test.py). This is what the
// rest of the program counts on.

#include "text/wildmatch.h"

#include <gtest/gtest.h>

#include <string>

namespace l10n_drift {
namespace {

TEST(Wildmatch, MatchesTheWholeText) {
  struct Case {
    const char* pattern;
    const char* text;
    bool matches;
  };
  const Case cases[] = {
      {"", "", true},
      {"", "a", false},
      {"a", "a", true},
      {"a", "A", false},
      {"a", "ab", false},
      {"*", "", true},
      {"*", "abc", true},
      {"*", "a/b", false},
      {"a*c", "abbc", true},
      {"a*c", "abb", false},
      {"?", "a", true},
      {"?", "", false},
      {"?", "/", false},
      {"a?c", "a/c", false},
      {"[a-c]x", "bx", true},
      {"[!a]", "/", false},
      {"\\*", "*", true},
      {"\\*", "a", false},
      {"[a", "[a", false},
      {"a\\", "a\\", false},
      {"**", "a/b/c", true},
      {"**/c", "c", true},
      {"**/c", "a/b/c", true},
      {"**/c", "a/bc", false},
      {"a/**", "a/b/c", true},
      {"a/**/c", "a/c", true},
      {"a/**/c", "a/b/b/c", true},
      {"a/**/c", "ac", false},
      {"a/x**y", "a/x/y", false},
      {"a**/c", "ab/b/c", false},
      {"a**/c", "ab/c", true},
      {"x/a**/c", "x/a/b/c", false},
      {"x/**/c", "x/a/b/c", true},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(wildmatch(c.pattern, c.text), c.matches) << c.pattern << " against " << c.text;
  }
}

TEST(Wildmatch, TakesNoTimeThatDoublesWithEachStar) {
  std::string pattern;
  for (int i = 0; i < 30; ++i) pattern += "*a";
  const std::string text(2000, 'a');
  EXPECT_TRUE(wildmatch(pattern, text));
  EXPECT_FALSE(wildmatch(pattern + "b", text));
}

}  // namespace
}  // namespace l10n_drift
