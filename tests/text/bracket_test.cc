#include "text/bracket.h"

#include <gtest/gtest.h>

#include <string>

namespace l10n_drift {
namespace {

constexpr std::size_t kNone = 0;  // No offset is 0, as there is a '[' in front of it.

TEST(Bracket, MatchesAByteAgainstItsMembers) {
  struct Case {
    const char* pattern;
    char byte;
    std::size_t end;
  };
  const Case cases[] = {
      {"[abc]x", 'b', 5},         {"[abc]x", 'd', kNone},
      {"[a-c]", 'b', 5},          {"[a-c]", 'd', kNone},
      {"[!a-c]", 'd', 6},         {"[!a-c]", 'b', kNone},
      {"[^a]", 'b', 4},           {"[]a]", ']', 4},
      {"[!]a]", 'b', 5},          {"[-a]", '-', 4},
      {"[a-]", '-', 4},           {"[a-c-e]", 'd', kNone},
      {"[a-c-e]", '-', 7},        {"[\\]]", ']', 4},
      {"[a\\-c]", 'b', kNone},    {"[a\\-c]", '-', 6},
      {"[[:digit:]_]", '5', 12},  {"[[:digit:]_]", '_', 12},
      {"[[:]", ':', 4},           {"[[:nope:]]", 'n', kNone},
      {"[\x80-\xFF]", '\xE9', 5}, {"[\x80-\xFF]", 'e', kNone},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(match_bracket(c.pattern, 0, c.byte).value_or(kNone), c.end)
        << c.pattern << " against " << c.byte;
  }
  EXPECT_EQ(match_bracket("a[b]", 1, 'b'), 4u);
}

TEST(Bracket, MatchesNothingIfItHasNoEnd) {
  for (const std::string pattern : {"[", "[]", "[a", "[a-", "[!", "[\\", "[[:digit:]", "[a\\]"}) {
    for (const char byte : {'a', '5', ']', '!', '\\'}) {
      EXPECT_FALSE(match_bracket(pattern, 0, byte)) << pattern << " against " << byte;
    }
  }
}

TEST(Bracket, KnowsTheClassesOfAscii) {
  struct Case {
    const char* name;
    char member, other;
  };
  const Case cases[] = {
      {"alnum", 'z', '_'}, {"alpha", 'Z', '1'},  {"blank", '\t', '\n'}, {"cntrl", '\x7F', ' '},
      {"digit", '0', 'a'}, {"graph", '!', ' '},  {"lower", 'a', 'A'},   {"print", ' ', '\n'},
      {"punct", '_', 'a'}, {"space", '\v', 'a'}, {"upper", 'A', 'a'},   {"xdigit", 'F', 'g'},
  };
  for (const Case& c : cases) {
    const std::string pattern = "[[:" + std::string(c.name) + ":]]";
    EXPECT_EQ(match_bracket(pattern, 0, c.member), pattern.size()) << c.name;
    EXPECT_FALSE(match_bracket(pattern, 0, c.other)) << c.name;
    EXPECT_FALSE(match_bracket(pattern, 0, '\xE9')) << c.name;
  }
}

}  // namespace
}  // namespace l10n_drift
