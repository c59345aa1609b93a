#include "render/inert_text.h"

#include <gtest/gtest.h>

#include "render/golden.h"

namespace l10n_drift {
namespace {

struct InertCase {
  std::string text;
  std::string expected;
};

TEST(CodeSpan, HasAFenceThatItsTextCannotEnd) {
  const InertCase cases[] = {
      {"a.md", "`a.md`"},
      {"a b", "`a b`"},
      {"a`b", "``a`b``"},
      {"a``b`c", "```a``b`c```"},
      {"`a", "`` `a ``"},
      {"a`", "`` a` ``"},
      {"`", "`` ` ``"},
      {" a ", "`  a  `"},
      {" a", "` a`"},
      {" ", "` `"},
      {"  ", "`  `"},
      {"", "` `"},
      {"a\nb\tc", R"(`a\nb\tc`)"},
      {"\xFF\u202E", R"(`\377\342\200\256`)"},
      {"<b>@name</b> #12 \\", "`<b>@name</b> #12 \\`"},
  };
  for (const InertCase& c : cases) EXPECT_EQ(code_span(c.text), c.expected) << c.text;
}

TEST(CodeSpan, GivesUpFencesWhereMarkdownWouldNotReadThem) {
  const std::string longest = code_span(std::string(79, '`'));
  EXPECT_EQ(longest,
            std::string(80, '`') + ' ' + std::string(79, '`') + ' ' + std::string(80, '`'));
  const std::string beyond = code_span(std::string(80, '`') + "<b>x");
  EXPECT_TRUE(beyond.starts_with("<code>&#96;&#96;"));
  EXPECT_TRUE(beyond.ends_with("&#96;&#60;b&#62;x</code>"));
  EXPECT_EQ(beyond.find('`'), std::string::npos);
}

TEST(CodeSpan, DoesNotTickTheCheckboxOfItsItem) {
  EXPECT_EQ(code_span("a[x]"), "<code>a&#91;x&#93;</code>");
  EXPECT_EQ(code_span("a[X]"), "<code>a&#91;X&#93;</code>");
  EXPECT_EQ(code_span("a[ ][y]"), "`a[ ][y]`");
}

TEST(PathSpan, ShowsPathsInGitsQuotedForm) {
  EXPECT_EQ(path_span("a b.md"), "`a b.md`");
  EXPECT_EQ(path_span("caf\xE9\n.md"), R"(`"caf\351\n.md"`)");
}

TEST(EscapeText, EscapesWhatMarkdownReads) {
  const InertCase cases[] = {
      {"dev-1.19-ko.4", "dev-1.19-ko.4"},
      {"feature/a, b; c's \"d\": e?", "feature/a, b; c's \"d\": e?"},
      {"a_b*c~d", R"(a\_b\*c\~d)"},
      {"[x](y)", R"(\[x\]\(y\))"},
      {"![x]", R"(\!\[x\])"},
      {"a`b\\", R"(a\`b\\)"},
      {"<b> & </b>", "&lt;b&gt; &amp; &lt;/b&gt;"},
      {"<!-- x -->", R"(&lt;\!-- x --&gt;)"},
      {"- item", R"(\- item)"},
      {"+ item", R"(\+ item)"},
      {"---", R"(\---)"},
      {"===", R"(\===)"},
      {"1. item", R"(1\. item)"},
      {"12) item", R"(12\) item)"},
      {"v1.2", "v1.2"},
      {"> quote", "&gt; quote"},
      {"a|b", R"(a\|b)"},
      {"two\nlines", R"(two\\nlines)"},
      {"\xED\x95\x9C", "\xED\x95\x9C"},
      {"", ""},
  };
  for (const InertCase& c : cases) EXPECT_EQ(escape_text(c.text), c.expected) << c.text;
}

TEST(EscapeText, PutsWhatGitHubActsOnIntoACodeSpan) {
  const char* const triggers[] = {
      "ask @name", "a@b.org",   "fixes #12",         "o/r#12",     "GH-12",
      "see gh-7",  "deadbee",   "at 0123456789abcd", "(ABCDEF0)",  "https://x.org",
      "WWW.x.org", "ftp://x",   "GHSA-aaaa-bbbb",    "CVE-2020-1", ":tada: it is",
      "$x$",       "&#64;name", " padded",           "padded ",    "    code",
  };
  for (const char* text : triggers) EXPECT_EQ(escape_text(text), code_span(text)) << text;
}

TEST(EscapeText, LeavesWhatOnlyLooksLikeATrigger) {
  const char* const harmless[] = {"abc123", "gh-pages", "decades ago", "deadbeefish", "note: well"};
  for (const char* text : harmless) EXPECT_EQ(escape_text(text), text);
}

TEST(FencedShell, HasAFenceLongerThanAnythingInside) {
  EXPECT_EQ(fenced_shell("git diff"), "```sh\ngit diff\n```\n");
  EXPECT_EQ(fenced_shell("git diff '````'"), "`````sh\ngit diff '````'\n`````\n");
}

TEST(CommentJsonString, CannotEndTheComment) {
  const InertCase cases[] = {
      {"dev-1.29-ko.1", "\"dev-1.29-ko.1\""},
      {"-->", R"("-\u002d\u003e")"},
      {"---", R"("-\u002d-")"},
      {"<!--", R"("\u003c!-\u002d")"},
      {"a\"b\\c", R"("a\u0022b\u005cc")"},
      {"@name #12 &amp;", R"("\u0040name \u002312 \u0026amp;")"},
      {"a\nb", R"("a\u000ab")"},
      {"\u202E", R"("\u202e")"},
      {"caf\xE9", "\"caf\uFFFD\""},
      {"\xED\x95\x9C", "\"\xED\x95\x9C\""},
  };
  for (const InertCase& c : cases) EXPECT_EQ(comment_json_string(c.text), c.expected) << c.text;
}

// What hostile text becomes, for inert_test.py to render as GitHub would: two items for each.
TEST(ForeignText, IsInertInAList) {
  const std::string texts[] = {
      "plain",
      "<b>bold</b>",
      "<img src=x onerror=y>",
      "<!-- comment",
      "-->",
      "</li></ol>",
      "**strong** __strong__ *em* _em_ ~~gone~~",
      "[link](http:x) ![image](x) [a][b] <x:y>",
      "[^1]",
      "[^1]: note",
      "[a]: /x",
      "@name",
      "a@b.org",
      "#12",
      "o/r#12",
      "GH-12",
      "0123456789abcdef0123456789abcdef01234567",
      "https://example.org/x",
      "www.example.org",
      "mailto:a@b.org",
      "xmpp:a@b.org",
      "&commat;name &#64;name &lt;b&gt;",
      "\\*x\\*",
      "\\",
      "`",
      "``",
      "a`b``c",
      std::string(79, '`'),
      std::string(80, '`'),
      std::string(200, '`') + "<b>x</b>",
      "- item",
      "1. item",
      "1) item",
      "# heading",
      "> quote",
      "---",
      "===",
      "+ item",
      "    code",
      "```",
      "~~~",
      "| a | b |",
      "|-|-|",
      ":-",
      "[ ] task",
      "[x] task",
      "a[X].md",
      "a\n\n# heading",
      "a\r\n\r\n<b>",
      "tab\tin",
      " ",
      "",
      "trailing  ",
      "\xFF<b>\xFE",
      "\u202E`x",
      "$x$",
      ":tada:",
      "<code>`</code>",
      "` <b>x</b> `",
      "`<b>`` x`</b>",
      "*",
      "_",
      "<",
      "&",
      "<a href='`'>`",
  };
  std::string body = "# Foreign text\n\n";
  for (const std::string& text : texts) {
    body += "1. [ ] " + code_span(text) + " and " + path_span(text) + "\n";
    body += "1. " + escape_text(text) + "\n";
    body += "1. `x` and " + escape_text(text) + " and `y`\n";
  }
  expect_golden("foreign-text.md", body);
}

}  // namespace
}  // namespace l10n_drift
