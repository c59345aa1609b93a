#include "text/position.h"

#include <gtest/gtest.h>

#include <string>

namespace l10n_drift {
namespace {

TEST(TextPosition, CountsLinesAndCharactersFromOne) {
  const std::string text = "ab\n\xED\x95\x9Cx\r\n\nend";
  const std::vector<std::pair<std::size_t, TextPosition>> cases = {
      {0, {1, 1}}, {1, {1, 2}},  {2, {1, 3}},  // The line's end belongs to the line.
      {3, {2, 1}}, {6, {2, 2}},  {7, {2, 3}},  // Three bytes are one character.
      {9, {3, 1}}, {10, {4, 1}}, {13, {4, 4}}  // The end of the text.
  };
  for (const auto& [offset, expected] : cases) {
    const TextPosition position = position_of(text, offset);
    EXPECT_EQ(position, expected) << "offset " << offset << ": " << describe(position);
  }
}

TEST(TextPosition, IsDescribedInWords) { EXPECT_EQ(describe({3, 9}), "line 3, column 9"); }

TEST(BeginOfWord, GoesBackToTheFirstByteOfStringsNumbersAndNames) {
  struct Case {
    std::string text;
    std::size_t offset;
    std::size_t expected;
  };
  const std::vector<Case> cases = {
      {R"([1, "two"])", 8, 4},   // A string, from its closing quote.
      {R"([1, "t\"o"])", 9, 4},  // A quote that is escaped does not open it.
      {R"(["\\"])", 4, 1},       // A backslash that is escaped does not escape.
      {R"(")", 0, 0},            // There is no opening quote.
      {R"(\"")", 2, 2},          // Nor is one that is escaped.
      {"[1, -2.5e+3]", 10, 4},   //
      {"[true]", 4, 1},          //
      {"nul1", 3, 0},            //
      {"[1 ,]", 4, 4},           // Punctuation stands for itself.
      {"[", 1, 1},               // The end of the text.
  };
  for (const Case& c : cases) {
    EXPECT_EQ(begin_of_word(c.text, c.offset), c.expected) << c.text << " at " << c.offset;
  }
}

}  // namespace
}  // namespace l10n_drift
