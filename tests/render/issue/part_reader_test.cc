#include "render/issue/part_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "support/error_text.h"

namespace l10n_drift {
namespace {

std::string piece(const std::string& name, const std::string& lines = "") {
  return "<!-- l10n-drift-begin: " + name + " -->\n" + lines + "<!-- l10n-drift-end -->\n";
}

std::string marker(std::size_t part = 1) {
  IssueMarker content;
  content.language = "ko";
  content.part = part;
  content.parts = 2;
  content.files = {{.path = "content/ko/a.md", .labels = {"M2"}, .change = "0-0"}};
  return render_marker(content) + '\n';
}

std::vector<IssuePart> parts_of(const std::string& text) { return read_parts({"body.md", text}); }

TEST(PartReader, TellsByItsPlaceWhatPeopleWrote) {
  const auto parts = parts_of("top\n" + piece("head") + "one\n\n" + piece("M") + "two\n" +
                              piece("D") + "foot\n" + marker() + "end\n");
  ASSERT_EQ(parts.size(), 1u);
  const PeopleText expected = {.before = "top\n",
                               .after = {{"head", "one\n\n"}, {"M", "two\n"}},
                               .foot = "foot\n",
                               .end = "end\n"};
  EXPECT_EQ(parts.front().text, expected);
  EXPECT_EQ(parts.front().marker.language, "ko");
}

TEST(PartReader, BlankLinesAreNoText) {
  const auto parts =
      parts_of("\n" + piece("M") + " \r\n\t\n" + piece("D") + "\n" + marker() + "\n\n");
  ASSERT_EQ(parts.size(), 1u);
  EXPECT_EQ(parts.front().text, PeopleText{});
  EXPECT_TRUE(parts_of(" \n").empty());
}

TEST(PartReader, WhatStandsBetweenTwoPartsEndsTheFormer) {
  const auto parts =
      parts_of(piece("M") + marker(1) + "between\n\n\n" + piece("D") + marker(2) + "end");
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0].text.end, "between\n");
  EXPECT_EQ(parts[1].text.before, "");
  EXPECT_EQ(parts[1].text.end, "end");
  EXPECT_EQ(parts[1].marker.part, 2u);
}

TEST(PartReader, OnlyItemsWithinAPieceCount) {
  const auto parts = parts_of("1. [x] M1. above\n" +
                              piece("M",
                                    "1. [x] M2. a\n2. [ ] M3. b\n- [X] **M4.** c\n"
                                    "   - [x] M5. below an item\n> 1. [x] M6. a quote\n") +
                              "1. [x] M7. below\n" + marker());
  ASSERT_EQ(parts.size(), 1u);
  const std::vector<ItemLine> expected = {
      {true, "M2", "M2. a"}, {false, "", "M3. b"}, {true, "", "**M4.** c"}};
  EXPECT_EQ(parts.front().items, expected) << "M2 alone is an id of this part";
}

// A file or a commit may be called like a comment of ours.
TEST(PartReader, ForeignTextIsNoCommentOfOurs) {
  for (const char* const line :
       {"- [ ] M2. `<!-- l10n-drift-end -->.md`\n", "- \\<!-- l10n-drift-end --\\>\n",
        "- [ ] M2. `a <!-- l10n-drift-begin: M --> b`\n", "> <!-- l10n-drift-end -->\n",
        "- [ ] M2. ``<!-- l10n-drift: {} -->` ``\n"}) {
    const auto parts = parts_of(piece("M", line) + "below\n" + marker());
    ASSERT_EQ(parts.size(), 1u) << line;
    EXPECT_EQ(parts.front().text.foot, "below\n") << line;
  }
}

TEST(PartReader, ABrowserEndsOurLinesWithCrlf) {
  std::string text;
  for (const char c : piece("M") + marker()) text += c == '\n' ? "\r\n" : std::string(1, c);
  EXPECT_TRUE(parts_of(text).front().crlf);
  EXPECT_FALSE(parts_of("theirs\r\n" + piece("M") + marker()).front().crlf);
}

TEST(PartReader, SaysWhatIsNotAPart) {
  const std::string edit = " | take the body from before that edit; GitHub keeps all versions";
  const std::string begin = "<!-- l10n-drift-begin: M -->\n";
  const std::string end = "<!-- l10n-drift-end -->\n";
  struct Case {
    std::string text;
    std::string message;
  };
  const Case cases[] = {
      {"by hand\n", "it has no marker of l10n-drift | leave out --previous for the first body"},
      {begin, "the marker is missing, the line that begins with '<!-- l10n-drift: '" + edit},
      {piece("M"), "the marker is missing, the line that begins with '<!-- l10n-drift: '" + edit},
      {begin + begin + end + marker(), "line 2 begins a piece within another" + edit},
      {"\n\n" + end + marker(), "line 3 ends a piece that has no beginning" + edit},
      {begin + marker(), "line 1 begins a piece that has no end" + edit},
      {marker(), "line 1 has a marker with nothing above it" + edit},
      {"<!-- l10n-drift-begin: M\n -->\n", "line 1 is a marker without an end" + edit},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(error_text([&] { parts_of(c.text); }),
              "cannot take 'body.md' for a previous body: " + c.message)
        << c.text;
  }
}

}  // namespace
}  // namespace l10n_drift
