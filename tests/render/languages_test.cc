#include <gtest/gtest.h>

#include <string>

#include "l10n_drift/render.h"
#include "l10n_drift/version.h"

namespace l10n_drift {
namespace {

LanguageList sample_list() {
  const std::string tip(40, 'a');
  const std::string other(40, 'b');
  return {
      .branch = {"main", tip},
      .source_language = "en",
      .languages = {{"fr", "content/fr", 12, {}},
                    {"ko", "content/ko", 744, NewestMilestone{{"dev-1.29-ko.1", other}, true}},
                    {"pt-br", "content/pt-br", 1, NewestMilestone{{"dev-1.2-pt.10", tip}, {}}}}};
}

TEST(Languages, TheTableIsAligned) {
  EXPECT_EQ(render_languages_text(sample_list()),
            "Translations of main (aaaaaaaaaaaa)\n"
            "\n"
            "LANGUAGE  FILES  MILESTONE               FOLDER\n"
            "fr           12  -                       content/fr\n"
            "ko          744  dev-1.29-ko.1 (merged)  content/ko\n"
            "pt-br         1  dev-1.2-pt.10           content/pt-br\n");
}

TEST(Languages, WhatIsLeftAsideIsNamedWithTheReason) {
  LanguageList list = sample_list();
  list.languages.resize(1);
  list.left_aside = {{"content/api", "none of its 2 pages stands in the source, too"},
                     {"a\nb/cli", "x"}};
  const std::string left_aside =
      "\nLeft aside:\n"
      "content/api: none of its 2 pages stands in the source, too\n"
      "\"a\\nb/cli\": x\n";
  EXPECT_EQ(render_languages_text(list),
            "Translations of main (aaaaaaaaaaaa)\n"
            "\n"
            "LANGUAGE  FILES  MILESTONE  FOLDER\n"
            "fr           12  -          content/fr\n" +
                left_aside);
}

TEST(Languages, OddNamesStayOnTheirLine) {
  LanguageList list = sample_list();
  list.branch.ref = "x\x1B[31m";
  list.languages = {
      {"ko", "a\nb/ko", 1, NewestMilestone{{"dev\t1-ko.1", std::string(40, 'c')}, {}}}};
  EXPECT_EQ(render_languages_text(list),
            "Translations of x\\033[31m (aaaaaaaaaaaa)\n"
            "\n"
            "LANGUAGE  FILES  MILESTONE    FOLDER\n"
            "ko            1  dev\\t1-ko.1  \"a\\nb/ko\"\n");
}

TEST(Languages, JsonHasNullForWhatIsNotKnown) {
  LanguageList list = sample_list();
  list.languages.erase(list.languages.begin() + 1);
  list.left_aside = {{"content/api", "why"}};
  EXPECT_EQ(render_languages_json(list), R"({
  "schema_version": 1,
  "tool": {
    "name": "l10n-drift",
    "version": ")" + std::string(kVersion) + R"("
  },
  "branch": {
    "ref": "main",
    "commit": ")" + std::string(40, 'a') + R"("
  },
  "source_language": "en",
  "languages": [
    {
      "language": "fr",
      "folder": "content/fr",
      "files": 12,
      "milestone": null
    },
    {
      "language": "pt-br",
      "folder": "content/pt-br",
      "files": 1,
      "milestone": {
        "ref": "dev-1.2-pt.10",
        "commit": ")" + std::string(40, 'a') +
                                             R"(",
        "merged": null
      }
    }
  ],
  "left_aside": [
    {
      "folder": "content/api",
      "reason": "why"
    }
  ]
}
)");
}

}  // namespace
}  // namespace l10n_drift
