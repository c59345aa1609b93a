#include "render/issue/assembly.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

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

std::vector<std::string> two_parts(FirstMarker marker, const std::vector<PeopleText>& texts = {}) {
  const std::vector<PartPlan> plans = {
      {.above = {}, .pieces = {{&kHead, 0, 0, {}}, {&kFiles, 0, 1, {}}}},
      {.above = {}, .pieces = {{&kFiles, 1, 2, "below\n"}}}};
  return assemble_parts(frame(), plans, texts, marker);
}

TEST(IssueAssembly, EachPieceStandsBetweenItsComments) {
  const auto parts = two_parts(FirstMarker::kHasOwnIds);
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
  const auto parts = two_parts(FirstMarker::kHasOwnIds, {text});
  EXPECT_TRUE(parts[0].starts_with("top\r\n<!-- l10n-drift-begin: head -->"));
  EXPECT_TRUE(without_marker(parts[0]).ends_with("<!-- l10n-drift-end -->\nfoot\n<MARKER>\nend\n"));
}

TEST(IssueAssembly, APartWithoutPiecesSaysSo) {
  const auto parts = assemble_parts(frame(), {PartPlan{}}, {}, FirstMarker::kHasOwnIds);
  EXPECT_EQ(without_marker(parts.front()),
            "<!-- l10n-drift-begin: rest -->\n# T\n\nS.\n\nNothing is listed here any more.\n\n"
            "<!-- l10n-drift-end -->\n\n<MARKER>\n");
}

TEST(IssueAssembly, TheFirstMarkerHasItsOwnFilesOrAll) {
  const auto files_in = [](const std::string& part, const char* key) {
    const std::size_t at = part.find(key);
    return at == part.npos ? "" : part.substr(at, part.find('}', at) - at);
  };
  for (const FirstMarker marker : {FirstMarker::kHasOwnIds, FirstMarker::kHasAllIds}) {
    const bool has_all = marker == FirstMarker::kHasAllIds;
    const auto parts = two_parts(marker);
    EXPECT_NE(files_in(parts[0], "\"ids\"").find("a.md"), std::string::npos);
    EXPECT_EQ(files_in(parts[0], "\"ids\"").find("b.md"), std::string::npos);
    EXPECT_EQ(files_in(parts[0], "\"elsewhere\"").find("b.md") != std::string::npos, has_all);
    EXPECT_NE(files_in(parts[1], "\"ids\"").find("b.md"), std::string::npos);
    EXPECT_EQ(files_in(parts[1], "\"elsewhere\""), "");
  }
}

TEST(IssueAssembly, OurLinesEndAsTheBodysDo) {
  IssueFrame windows = frame();
  windows.crlf = true;
  const PartPlan plan = {.above = {}, .pieces = {{&kHead, 0, 0, "theirs\n"}}};
  const std::string part = assemble_parts(windows, {plan}, {}, FirstMarker::kHasOwnIds).front();
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
  const auto empty = assemble_parts(frame(), {PartPlan{}}, {text}, FirstMarker::kHasOwnIds);
  EXPECT_LE(browser_length(empty.front()), empty_part_length(frame(), 1, text));
  const PartPlan plan = {.above = {}, .pieces = {{&kFiles, 0, 2, {}}}};
  const auto full = assemble_parts(frame(), {plan}, {text}, FirstMarker::kHasOwnIds);
  std::size_t reserved = empty_part_length(frame(), 1, text) + empty_piece_length(kFiles);
  for (const SectionItem& item : kFiles.items) {
    reserved += browser_length(item.text) + marker_entry_length(*item.file);
  }
  EXPECT_LE(browser_length(full.front()), reserved);
}

}  // namespace
}  // namespace l10n_drift
