#include "site/glob.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

// What each pattern means is compared with git itself in glob_oracle_test.py. These cases say what
// this project relies on, and what git has no word for.

namespace l10n_drift {
namespace {

using Strings = std::vector<std::string>;

struct GlobCase {
  Strings patterns;
  Strings matching;
  Strings others;
};

void check_cases(const std::vector<GlobCase>& cases) {
  for (const GlobCase& c : cases) {
    const GlobSet globs(c.patterns);
    for (const std::string& path : c.matching) {
      EXPECT_TRUE(globs.matches(path)) << testing::PrintToString(c.patterns) << " on " << path;
    }
    for (const std::string& path : c.others) {
      EXPECT_FALSE(globs.matches(path)) << testing::PrintToString(c.patterns) << " on " << path;
    }
  }
}

TEST(GlobSet, WithoutPatternsMatchesNothing) {
  EXPECT_TRUE(GlobSet().empty());
  EXPECT_TRUE(GlobSet(Strings()).empty());
  EXPECT_FALSE(GlobSet({"a"}).empty());
  EXPECT_FALSE(GlobSet().matches("a"));
}

TEST(GlobSet, ASlashTiesAPatternToTheRoot) {
  check_cases({
      {{"OWNERS"}, {"OWNERS", "content/en/OWNERS"}, {"OWNERS.md", "owners"}},
      {{"/OWNERS"}, {"OWNERS"}, {"content/en/OWNERS"}},
      {{"en/OWNERS"}, {"en/OWNERS"}, {"content/en/OWNERS"}},
      {{"**/en/OWNERS"}, {"en/OWNERS", "content/en/OWNERS"}, {"content/en/x/OWNERS"}},
  });
}

TEST(GlobSet, AFolderTakesEverythingBelowItAlong) {
  check_cases({
      {{"docs"}, {"docs", "docs/a.md", "content/docs/x/a.md"}, {"docs.md"}},
      {{"docs/"}, {"docs/a.md", "content/docs/x/a.md"}, {"docs", "content/docs"}},
      {{"content/en/docs/reference"},
       {"content/en/docs/reference/x/a.md"},
       {"content/en/docs/a.md"}},
  });
}

TEST(GlobSet, StarsStopAtSlashesUnlessDoubled) {
  check_cases({
      {{"content/*/a.md"}, {"content/en/a.md"}, {"content/en/docs/a.md", "content/a.md"}},
      {{"content/**/a.md"}, {"content/a.md", "content/en/docs/a.md"}, {"content/ba.md"}},
      {{"content/**"}, {"content/a", "content/a/b"}, {"content", "x/content/a"}},
      {{"**/*.md"}, {"a.md", "x/y/a.md"}, {"a.html"}},
      {{"a?c/"}, {"abc/x"}, {"a/c", "abc"}},
  });
}

TEST(GlobSet, TheLastPatternThatMatchesWins) {
  check_cases({
      {{"*.md", "!_index.md"}, {"a.md", "x/a.md"}, {"_index.md", "x/_index.md"}},
      {{"!_index.md", "*.md"}, {"_index.md"}, {}},
      {{"*", "!*/", "!*.md"}, {"a.txt", "x/a.txt"}, {"a.md", "x/y/a.md"}},
      {{"!a"}, {}, {"a", "b"}},
      // As in git: nothing comes back out of a folder that is in.
      {{"docs/", "!docs/a.md"}, {"docs/a.md", "docs/b.md"}, {}},
      {{"docs/*", "!docs/a.md"}, {"docs/b.md"}, {"docs/a.md"}},
  });
}

TEST(GlobSet, HashesAndBlanksAreOrdinaryCharacters) {
  check_cases({
      {{"#a"}, {"#a"}, {"a"}},
      {{"a "}, {"a "}, {"a"}},
      {{" "}, {" "}, {"a"}},
      {{"\\!a"}, {"!a"}, {"a"}},
  });
}

TEST(GlobSet, BytesThatAreNoUtf8MatchThemselves) {
  check_cases({
      {{"caf\xE9*"}, {"caf\xE9.md", "x/caf\xE9"}, {"cafe.md"}},
      {{"?"}, {"\xE9"}, {"\xC3\xA9"}},
      {{"[\x80-\xFF]x"}, {"\xE9x"}, {"ex"}},
  });
}

TEST(GlobSet, BrokenPatternsMatchNothing) {
  check_cases(
      {{{"[a", "a\\", "[[:no:]]", "[a-", "", "/", "!"}, {}, {"a", "[a", "a\\", "[a-", "/"}}});
}

// Backtracking would take longer than the universe has existed.
TEST(GlobSet, NoPatternTakesExponentialTime) {
  const std::string name(2'000, 'a');
  std::string stars;
  for (int i = 0; i < 100; ++i) stars += "*a";
  std::string folders;
  for (int i = 0; i < 100; ++i) folders += "**/a/";
  std::string path;
  for (int i = 0; i < 300; ++i) path += "a/";

  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(GlobSet({stars + "b"}).matches(name));
  EXPECT_TRUE(GlobSet({stars}).matches(name));
  EXPECT_FALSE(GlobSet({folders + "**/b"}).matches(path + "c"));
  EXPECT_TRUE(GlobSet({folders + "**/b"}).matches(path + "b"));
  EXPECT_FALSE(GlobSet({"**/a/**/a/**/a/**/b", "*a*a*a*a*b"}).matches(path + name));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

}  // namespace
}  // namespace l10n_drift
