#include "site/layout.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "l10n_drift/error.h"

namespace l10n_drift {
namespace {

const Layout& website() {
  static const Layout layout("content/en/{path}", "content/{lang}/{path}", "en");
  return layout;
}

std::string layout_error_of(const std::string& source, const std::string& translation) {
  try {
    Layout(source, translation, "en");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Layout, MatchesTranslationsAndTheirPairs) {
  struct Case {
    Layout layout;
    std::string source;
    std::string language;
    std::string translation;
  };
  const std::vector<Case> cases = {
      {website(), "content/en/a.md", "ko", "content/ko/a.md"},
      {website(), "content/en/docs/x/a.md", "pt-br", "content/pt-br/docs/x/a.md"},
      {website(), "content/en/docs/\xFF.md", "ko", "content/ko/docs/\xFF.md"},
      {website(), "content/en/{path}", "ko", "content/ko/{path}"},
      {Layout("en/{path}", "{lang}/{path}", "en"), "en/a.md", "ko", "ko/a.md"},
      {Layout("docs/{path}", "i18n/{lang}/docs/current/{path}", "en"), "docs/a/b.md", "fr",
       "i18n/fr/docs/current/a/b.md"},
      {Layout("{path}", "translations/{lang}/{path}", "en"), "README.md", "ja",
       "translations/ja/README.md"},
      {Layout("docs/{path}", "docs/{lang}/{path}", "en"), "docs/guide/a.md", "de",
       "docs/de/guide/a.md"},
  };
  for (const Case& c : cases) {
    const auto match = c.layout.match_translation(c.translation);
    ASSERT_TRUE(match) << c.translation;
    EXPECT_EQ(match->language, c.language) << c.translation;
    EXPECT_EQ(c.layout.match_source(c.source), match->rest) << c.source;
    EXPECT_EQ(c.layout.source_of(c.translation), c.source);
    EXPECT_EQ(c.layout.translation_of(c.source, c.language), c.translation);
    EXPECT_EQ(c.layout.match_source(c.translation), std::nullopt) << c.translation;
    EXPECT_EQ(c.layout.match_translation(c.source), std::nullopt) << c.source;
  }
}

TEST(Layout, LeavesOtherPathsAlone) {
  for (const char* path :
       {"", "README.md", "content", "content/", "content/ko", "content/ko/", "content/KO/a.md",
        "content/docs/a.md", "contents/ko/a.md", "static/content/ko/a.md", "content/pt+br/a.md",
        "content/en", "content/en/", "content/english/a.md"}) {
    EXPECT_EQ(website().match_translation(path), std::nullopt) << path;
    EXPECT_EQ(website().match_source(path), std::nullopt) << path;
  }
  const Layout nested("docs/{path}", "i18n/{lang}/current/{path}", "en");
  for (const char* path : {"i18n/ko/a.md", "i18n/ko/currently/a.md", "i18n/ko/current"}) {
    EXPECT_EQ(nested.match_translation(path), std::nullopt) << path;
  }
}

TEST(Layout, TheFolderOfTheSourceIsNeverATranslation) {
  // Even where its name is not that of the source language.
  const Layout layout("content/en-us/{path}", "content/{lang}/{path}", "en");
  EXPECT_EQ(layout.match_translation("content/en-us/a.md"), std::nullopt);
  EXPECT_EQ(layout.match_source("content/en-us/a.md"), "a.md");
  EXPECT_EQ(layout.match_translation("content/en/a.md"), std::nullopt);
  EXPECT_EQ(layout.source_of("content/en-gb/a.md"), "content/en-us/a.md");
  EXPECT_EQ(layout.source_language(), "en");
}

// ---- Languages among the sources ----

Layout among_sources() { return Layout("docs/{path}", "docs/{lang}/{path}", "en"); }

TEST(Layout, OverlapsWhereTranslationsLieBelowTheSources) {
  EXPECT_TRUE(among_sources().overlaps());
  EXPECT_TRUE(Layout("{path}", "{lang}/{path}", "en").overlaps());
  EXPECT_TRUE(Layout("{path}", "translations/{lang}/{path}", "en").overlaps());
  EXPECT_FALSE(website().overlaps());
  EXPECT_FALSE(Layout("docs/{path}", "docs-i18n/{lang}/{path}", "en").overlaps());
  EXPECT_FALSE(Layout("en/{path}", "{lang}/{path}", "en").overlaps());
}

TEST(Layout, IsToldWhichFoldersAmongTheSourcesAreLanguages) {
  const Layout layout = among_sources().with_languages({"fil", "zh"}, {"io", "ml"});
  EXPECT_EQ(layout.match_translation("docs/fil/a.md")->language, "fil");
  EXPECT_EQ(layout.match_source("docs/zh/a.md"), std::nullopt);
  EXPECT_EQ(layout.match_source("docs/io/a.md"), "io/a.md");
  EXPECT_EQ(layout.match_translation("docs/ml/a.md"), std::nullopt);
  EXPECT_EQ(layout.source_of("docs/zh/ml/a.md"), "docs/ml/a.md");
  EXPECT_TRUE(layout.may_hold_translations("docs/zh/ml/"));
  EXPECT_FALSE(layout.may_hold_translations("docs/ml/"));
}

TEST(Layout, OfFoldersThatOnlyOldTreesHaveTheCodeTells) {
  const Layout layout = among_sources().with_languages({"zh-cn"}, {"io"});
  EXPECT_EQ(layout.match_translation("docs/zh/a.md")->language, "zh");
  EXPECT_EQ(layout.match_source("docs/api/a.md"), "api/a.md");
  const Layout alone = among_sources().with_languages_alone({"zh-cn"});
  EXPECT_EQ(alone.match_source("docs/zh/a.md"), "zh/a.md");
  EXPECT_EQ(alone.match_source("docs/api/a.md"), "api/a.md");
  EXPECT_EQ(alone.match_source("docs/zh-cn/a.md"), std::nullopt);
}

TEST(Layout, TheSourceOfATranslationIsNoTranslation) {
  const Layout layout = among_sources().with_languages_alone({"cli", "ko", "zh"});
  for (const char* path : {"docs/ko/zh/a.md", "docs/zh/cli/a.md", "docs/cli/zh/ko/a.md"}) {
    EXPECT_EQ(layout.match_translation(path), std::nullopt) << path;
    EXPECT_EQ(layout.match_source(path), std::nullopt) << path;
  }
}

TEST(Layout, WhereTheyLieBesideEveryCodeStaysALanguage) {
  // Translations move from one language's folder to another's.
  const Layout layout = website().with_languages_alone({"zh-cn"});
  EXPECT_EQ(layout.match_translation("content/zh/a.md")->language, "zh");
}

TEST(Layout, KnowsThePlaceOfALanguage) {
  EXPECT_EQ(among_sources().place_of_language("docs/api/a.md"), "api");
  EXPECT_EQ(among_sources().place_of_language("docs/guide/a.md"), "guide");
  EXPECT_EQ(among_sources().place_of_language("docs/a.md"), "");
  EXPECT_EQ(website().place_of_language("static/a/b.md"), "");
}

TEST(Layout, KnowsItsFolders) {
  EXPECT_EQ(website().source_root(), "content/en");
  EXPECT_EQ(website().translations_root(), "content");
  EXPECT_EQ(website().language_root("ko"), "content/ko");

  const Layout at_root("{path}", "{lang}/docs/v1/{path}", "en");
  EXPECT_EQ(at_root.source_root(), "");
  EXPECT_EQ(at_root.translations_root(), "");
  EXPECT_EQ(at_root.language_root("ko"), "ko/docs/v1");
}

TEST(Layout, RefusesPatternsThatCannotBe) {
  struct Case {
    std::string source;
    std::string translation;
    std::string error;
  };
  const std::string good_source = "content/en/{path}";
  const std::string good = "content/{lang}/{path}";
  const std::vector<Case> cases = {
      {"content/en", good, "layout.source 'content/en' has no {path}"},
      {"", good, "layout.source '' has an empty component"},
      {"{path}/en", good, "layout.source '{path}/en' does not end in {path}"},
      {"{path}/{path}", good, "layout.source '{path}/{path}' has {path} twice"},
      {"/en/{path}", good, "layout.source '/en/{path}' has an empty component"},
      {"en//{path}", good, "layout.source 'en//{path}' has an empty component"},
      {"en/{path}/", good, "layout.source 'en/{path}/' has an empty component"},
      {"./en/{path}", good, "layout.source './en/{path}' has the component '.'"},
      {"../en/{path}", good, "layout.source '../en/{path}' has the component '..'"},
      {"en/a-{path}", good,
       "layout.source 'en/a-{path}' has {path} as a part of a component, not as a whole one"},
      {"{lang}/{path}", good,
       "layout.source '{lang}/{path}' has {lang}, which belongs to layout.translation alone"},
      {"en/{file}/{path}", good,
       "layout.source 'en/{file}/{path}' has the unknown placeholder '{file}'"},
      {"en/{/{path}", good, "layout.source 'en/{/{path}' has a '{' of its own"},
      {"en/a}b/{path}", good, "layout.source 'en/a}b/{path}' has a '}' of its own"},
      {good_source, "content/{path}", "layout.translation 'content/{path}' has no {lang}"},
      {good_source, "{lang}/{lang}/{path}",
       "layout.translation '{lang}/{lang}/{path}' has {lang} twice"},
      {good_source, "docs.{lang}/{path}",
       "layout.translation 'docs.{lang}/{path}' has {lang} as a part of a component, not as a "
       "whole one"},
      {good_source, "content/{lang}", "layout.translation 'content/{lang}' has no {path}"},
      {good_source, "{path}/{lang}", "layout.translation '{path}/{lang}' does not end in {path}"},
      {good_source, "a\n/{path}", "layout.translation 'a\\n/{path}' has no {lang}"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(layout_error_of(c.source, c.translation), c.error)
        << c.source << " and " << c.translation;
  }
}

}  // namespace
}  // namespace l10n_drift
