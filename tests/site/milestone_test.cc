#include "site/milestone.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "l10n_drift/error.h"

namespace l10n_drift {
namespace {

using Strings = std::vector<std::string>;

// "1.29 ko 1": what a milestone says, with "-" for what its pattern does not have.
std::string words(const std::optional<Milestone>& milestone) {
  if (!milestone) return "nothing";
  std::string version = milestone->version.empty() ? "-" : "";
  for (const std::string& component : milestone->version) {
    version += (version.empty() ? "" : ".") + component;
  }
  return version + " " + milestone->language + " " + milestone->number.value_or("-");
}

struct MilestoneCase {
  std::string pattern;
  std::string branch;
  std::string expected;
};

TEST(MilestonePattern, ParsesTheWholeOfABranchName) {
  const std::string usual = "dev-{version}-{lang}.{number}";
  const std::vector<MilestoneCase> cases = {
      {usual, "dev-1.29-ko.1", "1.29 ko 1"},
      {usual, "dev-1.29.1-ko.10", "1.29.1 ko 10"},
      {usual, "dev-1-ko.01", "1 ko 01"},
      {usual, "dev-1.29-pt-br.1", "1.29 pt-br 1"},
      {usual, "dev-1.29-zh-cn.2", "1.29 zh-cn 2"},
      {usual, "dev-1.29-es-419.3", "1.29 es-419 3"},
      {usual, "dev-1.29-ko", "nothing"},
      {usual, "dev-1.29-ko.", "nothing"},
      {usual, "dev-1.29-ko.1x", "nothing"},
      {usual, "dev-1.29-ko.l", "nothing"},
      {usual, "dev-1.29-ko.1.2", "nothing"},
      {usual, "dev-1..29-ko.1", "nothing"},
      {usual, "dev-.29-ko.1", "nothing"},
      {usual, "dev-1.-ko.1", "nothing"},
      {usual, "dev-1.29-KO.1", "nothing"},
      {usual, "xdev-1.29-ko.1", "nothing"},
      {usual, "fork/dev-1.29-ko.1", "nothing"},
      {usual, "", "nothing"},
      {"dev-{lang}", "dev-ko", "- ko -"},
      {"dev-{lang}", "dev-zh-cn", "- zh-cn -"},
      {"dev-{lang}", "dev-1.29-ko.1", "nothing"},
      {"l10n/{lang}-{number}", "l10n/pt-br-12", "- pt-br 12"},
      {"{lang}-{version}", "zh-cn-1.29", "1.29 zh-cn -"},
      {"{lang}-{version}", "zh-cn-2-1", "1 zh-cn-2 -"},
      {"{lang}{number}", "ko12", "- ko 12"},
      {"{number}{lang}", "12ko", "- ko 12"},
      {"release-{version}.{number}/{lang}", "release-1.2.3/ko", "1.2 ko 3"},
  };
  for (const MilestoneCase& c : cases) {
    EXPECT_EQ(words(MilestonePattern(c.pattern).match(c.branch, {})), c.expected)
        << c.branch << " by " << c.pattern;
  }
}

TEST(MilestonePattern, TakesOneRemoteNameInFront) {
  const MilestonePattern pattern("dev-{lang}");
  const Strings remotes = {"origin", "team", "team/fork"};
  for (const std::string branch : {"dev-ko", "origin/dev-ko", "team/dev-ko", "team/fork/dev-ko"}) {
    const auto milestone = pattern.match(branch, remotes);
    ASSERT_EQ(words(milestone), "- ko -") << branch;
    EXPECT_EQ(milestone->branch, branch);
  }
  for (const std::string branch : {"upstream/dev-ko", "origin/origin/dev-ko", "origindev-ko",
                                   "origin/team/dev-ko", "team/other/dev-ko", "/dev-ko"}) {
    EXPECT_EQ(words(pattern.match(branch, remotes)), "nothing") << branch;
  }
}

TEST(MilestonePattern, RefusesPatternsThatCannotBe) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "milestone pattern '' has no {lang}"},
      {"dev-{version}", "milestone pattern 'dev-{version}' has no {lang}"},
      {"{lang}-{lang}", "milestone pattern '{lang}-{lang}' has {lang} twice"},
      {"{lang}{version}{version}",
       "milestone pattern '{lang}{version}{version}' has {version} twice"},
      {"dev-{language}",
       "milestone pattern 'dev-{language}' has the unknown placeholder '{language}'"},
      {"{}{lang}", "milestone pattern '{}{lang}' has the unknown placeholder '{}'"},
      {"{lang}-{", "milestone pattern '{lang}-{' has a '{' of its own"},
      {"}{lang}", "milestone pattern '}{lang}' has a '}' of its own"},
  };
  for (const auto& [pattern, expected] : cases) {
    try {
      MilestonePattern parsed(pattern);
      ADD_FAILURE() << pattern << " is taken";
    } catch (const Error& error) {
      EXPECT_EQ(error.what(), expected);
    }
  }
}

TEST(ParseMilestone, TakesTheFirstPatternThatMatches) {
  const std::vector<MilestonePattern> patterns = {MilestonePattern("dev-{version}-{lang}.{number}"),
                                                  MilestonePattern("dev-{lang}"),
                                                  MilestonePattern("{lang}")};
  EXPECT_EQ(words(parse_milestone(patterns, "dev-1.9-ko.2", {})), "1.9 ko 2");
  EXPECT_EQ(words(parse_milestone(patterns, "dev-ko", {})), "- ko -");
  EXPECT_EQ(words(parse_milestone(patterns, "dev-1", {})), "- dev-1 -");
  EXPECT_EQ(words(parse_milestone(patterns, "main", {})), "nothing");
  EXPECT_EQ(words(parse_milestone({}, "dev-ko", {})), "nothing");
}

TEST(CompareOrder, IsByVersionThenByNumberAsNumbers) {
  // In order; every one is less than all that follow.
  const Strings ordered = {
      "dev-1.9-ko.10",
      "dev-1.10-ko.1",
      "dev-1.10-zh-cn.9",
      "dev-1.10-ko.10",
      "dev-1.10.0-ko.1",
      "dev-1.10.2-ko.1",
      "dev-2-ko.1",
      "dev-2.0-ko.1",
      "dev-18446744073709551616.0-ko.1",
      "dev-18446744073709551617.0-ko.1",
  };
  const MilestonePattern pattern("dev-{version}-{lang}.{number}");
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    for (std::size_t j = 0; j < ordered.size(); ++j) {
      const auto order = compare_order(pattern.match(ordered[i], {}).value(),
                                       pattern.match(ordered[j], {}).value());
      EXPECT_TRUE(order == (i <=> j)) << ordered[i] << " and " << ordered[j];
    }
  }
}

TEST(CompareOrder, LeavesLeadingZerosLanguageAndRemoteAside) {
  const MilestonePattern pattern("dev-{version}-{lang}.{number}");
  const auto a = pattern.match("dev-1.09-ko.000", {}).value();
  const auto b = pattern.match("origin/dev-01.9-ja.0", {"origin"}).value();
  EXPECT_TRUE(compare_order(a, b) == std::strong_ordering::equal);
}

TEST(CompareOrder, AMissingPartIsLessThanAny) {
  const auto bare = MilestonePattern("dev-{lang}").match("dev-ko", {}).value();
  const auto numbered = MilestonePattern("dev-{lang}.{number}").match("dev-ko.0", {}).value();
  const auto versioned = MilestonePattern("dev-{version}-{lang}").match("dev-0-ko", {}).value();
  EXPECT_TRUE(compare_order(bare, numbered) < 0);
  EXPECT_TRUE(compare_order(numbered, bare) > 0);
  EXPECT_TRUE(compare_order(numbered, versioned) < 0);
  EXPECT_TRUE(compare_order(bare, bare) == 0);
}

}  // namespace
}  // namespace l10n_drift
