#include "render/issue/assembly.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "render/issue/line_marks.h"

namespace l10n_drift {
namespace {

const IssueFile kOne = {.path = "a.md", .labels = {"M1"}, .change = "0-0"};
const IssueFile kTwo = {.path = "b.md", .labels = {"M2"}, .change = "0-0"};

IssueFrame frame() {
  IssueMarker marker;
  marker.language = "ko";
  return {.title = "# T\n\n", .subject = "S", .marker = marker, .crlf = false};
}

const IssueSection kHead = {
    .name = "head", .opening = {}, .continued = {}, .items = {}, .closing = {}};
const IssueSection kFiles = {
    .name = "M",
    .opening = "## M\n",
    .continued = "## M, too\n",
    .items = {{.text = "1. a\n", .file = &kOne}, {.text = "2. b\n", .file = &kTwo}},
    .closing = "\n",
};

// The text without the marker's line, which is tested for itself.
std::string without_marker(const std::string& text) {
  const std::size_t begin = text.find(kMarkerBegin);
  return text.substr(0, begin) + "<MARKER>\n" + text.substr(text.find('\n', begin) + 1);
}

std::vector<std::string> two_parts(const std::vector<PeopleText>& texts = {},
                                   const IssueFrame& around = frame()) {
  const std::vector<PartPlan> plans = {
      {.above = {}, .pieces = {{&kHead, 0, 0, {}}, {&kFiles, 0, 1, {}}}},
      {.above = {}, .pieces = {{&kFiles, 1, 2, "below\n"}}}};
  return assemble_parts(around, plans, texts);
}

TEST(IssueAssembly, EachPieceStandsBetweenItsComments) {
  const auto parts = two_parts();
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(without_marker(parts[0]),
            "<!-- l10n-drift-begin: head -->\n# T\n\nS, part 1 of 2.\n\n<!-- l10n-drift-end -->\n\n"
            "<!-- l10n-drift-begin: M -->\n## M\n1. a\n\n<!-- l10n-drift-end -->\n\n<MARKER>\n");
  EXPECT_EQ(without_marker(parts[1]),
            "<!-- l10n-drift-begin: M -->\nS, part 2 of 2.\n\n## M, too\n2. b\n\n"
            "<!-- l10n-drift-end -->\nbelow\n<MARKER>\n");
}

TEST(IssueAssembly, WhatPeopleWroteStandsAroundThePartAsItIs) {
  const PeopleText text = {.before = "top\r\n", .after = {}, .foot = "foot\n", .end = "end"};
  const auto parts = two_parts({text});
  EXPECT_TRUE(parts[0].starts_with("top\r\n<!-- l10n-drift-begin: head -->"));
  EXPECT_TRUE(without_marker(parts[0]).ends_with("<!-- l10n-drift-end -->\nfoot\n<MARKER>\nend\n"));
}

TEST(IssueAssembly, APartWithoutPiecesSaysSo) {
  const auto parts = assemble_parts(frame(), {PartPlan{}}, {});
  EXPECT_EQ(without_marker(parts.front()),
            "<!-- l10n-drift-begin: rest -->\n# T\n\nS.\n\nNothing is listed here now.\n\n"
            "<!-- l10n-drift-end -->\n\n<MARKER>\n");
}

TEST(IssueAssembly, EachMarkerHasItsOwnFilesAndTheFirstWhatAllNeed) {
  IssueFrame around = frame();
  around.marker.all = {{"aaaaa", {"M1"}}};
  around.marker.past = {{"bbbbb", {"M3"}}};
  const auto parts = two_parts({}, around);
  EXPECT_NE(parts[0].find("\"a.md\""), std::string::npos);
  EXPECT_EQ(parts[0].find("\"b.md\""), std::string::npos);
  EXPECT_NE(parts[1].find("\"b.md\""), std::string::npos);
  for (const char* const name : {R"("all":{"M":{"1":"aaaaa"}})", R"("past":{"M":{"3":"bbbbb"}})"}) {
    EXPECT_NE(parts[0].find(name), std::string::npos) << name;
    EXPECT_EQ(parts[1].find(name), std::string::npos) << name;
  }
}

TEST(IssueAssembly, EachMarkerHasTheMarksOfItsLines) {
  const auto parts = two_parts();
  const auto marks = [&](const std::string& part) {
    const std::string name = "\"lines\":\"";
    const std::size_t begin = part.find(name) + name.size();
    return part.substr(begin, part.find('"', begin) - begin);
  };
  EXPECT_EQ(marks(parts[0]), line_marks("# T\nS, part 1 of 2.\n## M\n1. a\n"));
  EXPECT_EQ(marks(parts[1]), line_marks("S, part 2 of 2.\n## M, too\n2. b\n"));
}

TEST(IssueAssembly, OurLinesEndAsTheBodysDo) {
  IssueFrame windows = frame();
  windows.crlf = true;
  const PartPlan plan = {.above = {}, .pieces = {{&kHead, 0, 0, "theirs\n"}}};
  const std::string part = assemble_parts(windows, {plan}, {}).front();
  EXPECT_TRUE(part.starts_with("<!-- l10n-drift-begin: head -->\r\n# T\r\n\r\nS.\r\n"));
  EXPECT_NE(part.find("-->\r\ntheirs\n<!--"), part.npos);
}

TEST(IssueAssembly, ALineEndCountsTwiceAndALetterOnce) {
  struct Case {
    const char* text;
    std::size_t length;
  };
  const Case cases[] = {{"", 0},     {"a", 1}, {"a\n", 3}, {"a\r\n", 3}, {"\xED\x95\x9C", 1},
                        {"\n\n", 4}, {"\r", 1}};
  for (const Case& c : cases) EXPECT_EQ(browser_length(c.text), c.length) << c.text;
}

TEST(IssueAssembly, NoPartIsLongerThanWasReservedForIt) {
  const PeopleText text = {.before = "top\n", .after = {}, .foot = "foot\n", .end = "end"};
  const auto empty = assemble_parts(frame(), {PartPlan{}}, {text});
  EXPECT_LE(browser_length(empty.front()), empty_part_length(frame(), 1, text));
  const PartPlan plan = {.above = {}, .pieces = {{&kFiles, 0, 2, {}}}};
  const auto full = assemble_parts(frame(), {plan}, {text});
  std::size_t reserved = empty_part_length(frame(), 1, text) + empty_piece_length(kFiles);
  for (const SectionItem& item : kFiles.items) reserved += item_length(item);
  EXPECT_LE(browser_length(full.front()), reserved);
}

}  // namespace
}  // namespace l10n_drift
