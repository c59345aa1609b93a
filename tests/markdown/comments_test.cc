#include "markdown/comments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> contents(const std::string& page) {
  std::vector<std::string> list;
  for (const Comment& comment : find_comments(page)) {
    list.push_back((comment.begins_line ? "" : "within: ") + std::string(comment.content(page)));
  }
  return list;
}

TEST(Comments, AreFoundWhereTheyStand) {
  EXPECT_THAT(contents("a\n<!-- b -->\n> <!--\nc\n\nd\n-->e <!-- f -->"),
              ElementsAre(" b ", "\nc\n\nd\n", "within:  f "));
  EXPECT_THAT(contents("<!----><!-->"), ElementsAre("", ""));
  EXPECT_THAT(contents("no comment -->"), IsEmpty());
  EXPECT_THAT(contents(""), IsEmpty());
}

TEST(Comments, EndWithThePageIfNothingElseEndsThem) {
  EXPECT_THAT(contents("a\n\n<!-- b\n\nc"), ElementsAre(" b\n\nc"));
  EXPECT_THAT(contents("a <!-- b\n\nc -->"), IsEmpty()) << "a paragraph ends at a blank line";
}

TEST(Comments, AreNoneInFencedCode) {
  EXPECT_THAT(
      contents("```\n<!-- a -->\n```\n<!-- b -->\n~~~~html\n<!--\n~~~\n-->\n~~~~\n<!--c-->"),
      ElementsAre(" b ", "c"));
  EXPECT_THAT(contents("<!--\n```\n-->\n<!-- b -->"), ElementsAre("\n```\n", " b "));
}

}  // namespace
}  // namespace l10n_drift
