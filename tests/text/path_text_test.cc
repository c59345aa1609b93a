#include "text/path_text.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>
namespace l10n_drift {
namespace {

struct PathCase {
  std::string_view text;
  std::string_view expected;
};

TEST(PathText, QuotesPathsAsGitDoes) {
  const PathCase cases[] = {
      {"content/en/a.md", "content/en/a.md"},
      {"a b", "a b"},
      {" ", " "},
      {"it's", "it's"},
      {"`x` <b> @name #1", "`x` <b> @name #1"},
      {"a\"b", R"("a\"b")"},
      {"a\\b", R"("a\\b")"},
      {"\a\b\t\n\v\f\r", R"("\a\b\t\n\v\f\r")"},
      {"\x01\x1B\x1F", R"("\001\033\037")"},
      {"a\x7F", R"("a\177")"},
      {"\xED\x95\x9C\xEA\xB5\xAD\xEC\x96\xB4.md", "\xED\x95\x9C\xEA\xB5\xAD\xEC\x96\xB4.md"},
      {"caf\xE9.md", R"("caf\351.md")"},
      {"\u00E9 \xE9", "\"\u00E9 \\351\""},
      {"\xE2\x82x", R"("\342\202x")"},
      {"\u0085", R"("\302\205")"},
      {"\u200E\u202E\u2066\u2028", R"("\342\200\216\342\200\256\342\201\246\342\200\250")"},
      {"\uFEFFa", R"("\357\273\277a")"},
      {"a\u200Db", "a\u200Db"},
      {"##[error]###[x]", R"("\043#[error]#\043#[x]")"},
      {"## [x] #[x]", "## [x] #[x]"},
      {"", ""},
  };
  for (const PathCase& c : cases) EXPECT_EQ(quote_path(c.text), c.expected) << c.expected;
}

TEST(PathText, PrintableTextIsOneSafeLineWithoutQuotes) {
  const PathCase cases[] = {
      {"plain, 'quoted' \"twice\" and a \\", "plain, 'quoted' \"twice\" and a \\"},
      {"two\nlines\r", R"(two\nlines\r)"},
      {"\x1B[31mred", R"(\033[31mred)"},
      {"\xFF", R"(\377)"},
      {"\u202Egnp", R"(\342\200\256gnp)"},
      {"x ##[add-matcher]y", R"(x \043#[add-matcher]y)"},
      {"", ""},
  };
  for (const PathCase& c : cases) EXPECT_EQ(printable(c.text), c.expected) << c.expected;
}

TEST(PathText, EncodesBase64AsTheRfcDoes) {
  const PathCase cases[] = {
      {"", ""},
      {"f", "Zg=="},
      {"fo", "Zm8="},
      {"foo", "Zm9v"},
      {"foob", "Zm9vYg=="},
      {"fooba", "Zm9vYmE="},
      {"foobar", "Zm9vYmFy"},
      {"\xFF\xFE\xFD", "//79"},
      {"caf\xE9", "Y2Fm6Q=="},
      {std::string_view("\0\0", 2), "AAA="},
  };
  for (const PathCase& c : cases) EXPECT_EQ(base64(c.text), c.expected) << c.expected;
}

TEST(TakeQuoted, ReadsWhatGitQuotes) {
  struct Case {
    std::string_view text;
    std::optional<std::string> expected;
    std::string_view rest;
  };
  for (const Case& c : std::vector<Case>{
           {"\"\"", "", ""},
           {"\"a b\":7", "a b", ":7"},
           {"\"\\\"\\\\\\t\\303\\251\\000\" \"x\"", std::string("\"\\\t\xC3\xA9\0", 6), " \"x\""},
           {"\"caf\xE9\"", "caf\xE9", ""},
           {"", {}, ""},
           {"a\"b\"", {}, "a\"b\""},
           {"\"a", {}, "\"a"},
           {"\"a\\", {}, "\"a\\"},
           {"\"a\\\"", {}, "\"a\\\""},
           {"\"\\x\"", {}, "\"\\x\""},
           {"\"\\400\"", {}, "\"\\400\""},
           {"\"\\18\"", {}, "\"\\18\""},
           {"\"\\1", {}, "\"\\1"},
       }) {
    std::string_view rest = c.text;
    EXPECT_EQ(take_quoted(rest), c.expected) << c.text;
    EXPECT_EQ(rest, c.rest);
  }
}

TEST(InQuotes, ShowsForeignTextOnOneLine) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "''"},
      {"content/en/a b.md", "'content/en/a b.md'"},
      {"it's", "'it's'"},
      {"\xED\x95\x9C", "'\xED\x95\x9C'"},
      {"a\nb\r\tc", "'a\\nb\\r\\tc'"},
      {"\x1B[31m", "'\\033[31m'"},
      {"\x7F", "'\\177'"},
      {std::string("a\0b", 3), "'a\\000b'"},
      {"\xC2\x9B", "'\\302\\233'"},  // U+009B, which some terminals take for ESC [.
      {"\xC2\xA0", "'\xC2\xA0'"},    // The first one after the C1 controls.
      {"caf\xE9s", "'caf\\351s'"},   // Latin-1.
      {"\xED\x95", "'\\355\\225'"},  // Cut off.
  };
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(in_quotes(text), expected) << testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace l10n_drift
