#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace l10n_drift {
namespace {

TEST(Utf8, DecodesTheEndsOfEachLength) {
  struct Case {
    std::string_view bytes;
    char32_t code_point;
  };
  const Case cases[] = {
      {std::string_view("\0", 1), 0},
      {"\x7F", 0x7F},
      {"\xC2\x80", 0x80},
      {"\xDF\xBF", 0x7FF},
      {"\xE0\xA0\x80", 0x800},
      {"\xED\x9F\xBF", 0xD7FF},
      {"\xEE\x80\x80", 0xE000},
      {"\xEF\xBF\xBF", 0xFFFF},
      {"\xF0\x90\x80\x80", 0x10000},
      {"\xF4\x8F\xBF\xBF", 0x10FFFF},
  };
  for (const Case& c : cases) {
    const Utf8Step step = decode_utf8(std::string(c.bytes) + "x");
    EXPECT_TRUE(step.valid) << std::hex << static_cast<unsigned>(c.code_point);
    EXPECT_EQ(step.code_point, c.code_point);
    EXPECT_EQ(step.length, c.bytes.size());
    EXPECT_TRUE(is_utf8(c.bytes));
  }
}

TEST(Utf8, ReplacesOncePerPrefixOfACharacter) {
  struct Case {
    const char* bytes;
    const char* replaced;
  };
  const Case cases[] = {
      {"a\xE9", "a\uFFFD"},                              // Latin-1.
      {"caf\xE9.md", "caf\uFFFD.md"},                    //
      {"\x80", "\uFFFD"},                                // A continuation alone.
      {"\xC0\xAF", "\uFFFD\uFFFD"},                      // Overlong.
      {"\xC1\xBF", "\uFFFD\uFFFD"},                      //
      {"\xE0\x9F\xBF", "\uFFFD\uFFFD\uFFFD"},            //
      {"\xF0\x8F\xBF\xBF", "\uFFFD\uFFFD\uFFFD\uFFFD"},  //
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},            // A surrogate.
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},  // Beyond U+10FFFF.
      {"\xF5\x80", "\uFFFD\uFFFD"},                      //
      {"\xE2\x82", "\uFFFD"},                            // Cut off.
      {"\xE2\x82x", "\uFFFDx"},                          //
      {"\xF0\x9F\x98", "\uFFFD"},                        //
      {"\xF0\x9F\xE2\x82\xAC", "\uFFFD\u20AC"},          // Cut off by a good one.
      {"\xC7\xD1\xB1\xB9", "\uFFFD\u0471\uFFFD"},        // EUC-KR that looks like UTF-8.
  };
  for (const Case& c : cases) {
    EXPECT_FALSE(is_utf8(c.bytes)) << c.replaced;
    EXPECT_EQ(replace_invalid_utf8(c.bytes), c.replaced);
    EXPECT_TRUE(is_utf8(replace_invalid_utf8(c.bytes)));
  }
}

TEST(Utf8, LeavesValidTextAlone) {
  for (const char* text : {"", "plain", "\u00E9\u20AC\U0001F600", "\uFFFD"}) {
    EXPECT_TRUE(is_utf8(text));
    EXPECT_EQ(replace_invalid_utf8(text), text);
  }
}

TEST(Utf8, KnowsHiddenCharacters) {
  for (const char32_t hidden : {0x00, 0x1F, 0x7F, 0x80, 0x9F, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028,
                                0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF}) {
    EXPECT_TRUE(is_hidden(hidden)) << std::hex << static_cast<unsigned>(hidden);
  }
  for (const char32_t visible :
       {0x20, 0x7E, 0xA0, 0xE9, 0x200C, 0x200D, 0x2010, 0x202F, 0x2070, 0xD55C, 0x1F600}) {
    EXPECT_FALSE(is_hidden(visible)) << std::hex << static_cast<unsigned>(visible);
  }
}

}  // namespace
}  // namespace l10n_drift
