#include "markdown/jsx.h"

#include <gtest/gtest.h>

#include <string>

namespace l10n_drift {
namespace {

TEST(Jsx, KnowsWhereATagEnds) {
  struct Case {
    const char* text;
    std::size_t size;
  };
  const Case cases[] = {
      {"<A>", 3},
      {"<A />x", 5},
      {"</A >", 5},
      {"<>", 2},
      {"</>", 3},
      {"<A b='>' c=\">\">", 15},
      {"<A b={'}' + c} {...d}>", 22},
      {"<A\n  b\n\n  c = 'd'\n/>", 20},
      {"<A.B c:d='e'>", 13},
      {"<A b={() => <C d='e'/>}>", 24},
      {"<A", 0},
      {"<A b=c>", 0},
      {"<A b='>", 0},
      {"<A b={>", 0},
      {"< 3>", 0},
      {"<https://a.b>", 0},
      {"<!-- a -->", 0},
      {"a", 0},
      {"", 0},
  };
  for (const Case& c : cases) {
    const std::string text = c.text;
    EXPECT_EQ(JsxReader(text).tag_at(0, text.size()).size, c.size) << text;
  }
}

TEST(Jsx, KnowsTheAttributesOfATag) {
  const std::string text = "<A b='c' d={e} {...f} g>";
  const JsxTag tag = JsxReader(text).tag_at(0, text.size());
  EXPECT_EQ(tag.name, "A");
  EXPECT_FALSE(tag.is_closing);
  std::string list;
  for (const auto& [name, value] : tag.attributes) {
    list.append(name).append("=").append(value).append(";");
  }
  EXPECT_EQ(list, "b=c;d={e};={...f};g=;");
  EXPECT_TRUE(JsxReader("</A>").tag_at(0, 4).is_closing);
}

TEST(Jsx, KnowsWhereAnExpressionEnds) {
  struct Case {
    const char* text;
    std::size_t size;
  };
  const Case cases[] = {
      {"{a}b", 3},
      {"{{a}}", 5},
      {"{'}'}", 5},
      {"{\"\\\"}\"}", 7},
      {"{`}${a}`}", 9},
      {"{/* } */}", 9},
      {"{a // }\n}", 9},
      {"{<a>don't</a>}", 14},
      {"{<a>https://b.c</a>}", 20},
      {"{a", 0},
      {"{", 0},
      {"a", 0},
  };
  for (const Case& c : cases) {
    const std::string text = c.text;
    EXPECT_EQ(JsxReader(text).expression_at(0, text.size()), c.size) << text;
  }
  EXPECT_EQ(JsxReader("{a}").expression_at(0, 2), 0u) << "it ends too late";
}

TEST(Jsx, KnowsWhereModulesEnd) {
  struct Case {
    const char* text;
    std::size_t size;
  };
  const Case cases[] = {
      {"import a from 'b'\n\nc", 17},
      {"import a from 'b'", 17},
      {"export const a = [\n\n1]\n \nb", 22},
      {"import a // {\n\nb", 13},
      {"export {\n\na", 0},
  };
  for (const Case& c : cases) EXPECT_EQ(JsxReader(c.text).module_at(0), c.size) << c.text;
}

TEST(Jsx, KnowsCommentsAndStrings) {
  EXPECT_TRUE(is_jsx_comment("{/* a */}"));
  EXPECT_TRUE(is_jsx_comment("{ /* a */ /* b */ }"));
  EXPECT_TRUE(is_jsx_comment("{}"));
  EXPECT_FALSE(is_jsx_comment("{/* a */ b}"));
  EXPECT_FALSE(is_jsx_comment("{a}"));
  EXPECT_EQ(string_of_expression("{' '}"), " ");
  EXPECT_EQ(string_of_expression("{ \"a b\" }"), "a b");
  EXPECT_EQ(string_of_expression("{`a`}"), "a");
  EXPECT_EQ(string_of_expression("{`${a}`}"), "");
  EXPECT_EQ(string_of_expression("{'a' + 'b'}"), "");
  EXPECT_EQ(string_of_expression("{a}"), "");
}

// Each brace may be one that nobody closes: without a limit, this would take a minute.
TEST(Jsx, GivesUpOnWhatWouldTakeForever) {
  for (const std::string piece : {"{", "<A b={", "{`", "{/*", "<A b='", "{<A b={'"}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    JsxReader reader(text);
    for (std::size_t at = 0; at < text.size(); ++at) {
      EXPECT_EQ(reader.expression_at(at, text.size()), 0u) << piece;
      if (reader.tag_at(at, text.size()).size > 0) break;
    }
  }
}

}  // namespace
}  // namespace l10n_drift
