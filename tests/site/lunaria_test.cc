#include "site/lunaria.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace l10n_drift {
namespace {

using Words = std::vector<std::string>;

struct LunariaCase {
  std::string text;
  Words words;
};

void check_words(const std::vector<LunariaCase>& cases) {
  for (const LunariaCase& c : cases) {
    EXPECT_EQ(lunaria_keywords(c.text, kLunariaConfigName), c.words) << c.text;
  }
}

TEST(LunariaKeywords, AreReadFromConfigurationsOfEitherKind) {
  check_words({
      {R"({"repository": {"name": "a/b"}, "ignoreKeywords": ["lunaria-ignore", "i18nIgnore"]})",
       {"lunaria-ignore", "i18nIgnore"}},
      {R"({"tracking": {"ignoredKeywords": ["fix typo"], "localizableProperty": "x"}})",
       {"fix typo"}},
      {R"({"tracking": {"ignoredKeywords": ["b"]}, "ignoreKeywords": ["c", "a"]})",
       {"c", "a", "b"}},
      {"\xEF\xBB\xBF{\r\n  // ours\r\n  \"ignoreKeywords\": [/* one */ \"a\"]\r\n}", {"a"}},
  });
}

TEST(LunariaKeywords, AreOnlyThoseThatAreNamed) {
  check_words({
      {R"({"locales": []})", {}},
      {R"({"ignoreKeywords": []})", {}},
      {R"({"files": [{"ignoreKeywords": ["a"]}], "ignoredKeywords": ["b"]})", {}},
      {R"({"tracking": {"ignoreKeywords": ["a"]}})", {}},
  });
}

TEST(LunariaKeywords, ABlankOneWouldIgnoreEveryCommit) {
  check_words({{R"({"ignoreKeywords": ["", " ", "\t\n", "a "]})", {"a "}}});
}

TEST(LunariaKeywords, TextThatIsSomethingElseGivesNothing) {
  check_words({
      {"", {}},
      {"export default {}", {}},
      {R"({"ignoreKeywords": ["a"])", {}},
      {R"({"ignoreKeywords": "a"})", {}},
      {R"({"ignoreKeywords": {"a": "b"}})", {}},
      {R"({"ignoreKeywords": [1, null, ["a"], {"a": "b"}, "c"]})", {"c"}},
      {R"({"tracking": ["ignoredKeywords"]})", {}},
      {R"(["ignoreKeywords"])", {}},
      {"{\"ignoreKeywords\": [\"\xFF\"]}", {}},
      {R"({"ignoreKeywords": [1e999]})", {}},
      {std::string(1'000'000, '['), {}},
  });
}

}  // namespace
}  // namespace l10n_drift
