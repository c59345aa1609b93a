#include "site/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "l10n_drift/error.h"

namespace l10n_drift {
namespace {

using testing::Contains;
using testing::ElementsAre;

const Layout& website() {
  static const Layout layout("content/en/{path}", "content/{lang}/{path}", "en");
  return layout;
}

// The language in a file's name; and Docusaurus with shorter names.
Layout suffixes() {
  return Layout({{"content/{path}.en.md", "content/{path}.{lang}.md"},
                 {"content/{path}.md", "content/{path}.{lang}.md"}},
                "en");
}
Layout docusaurus() {
  return Layout(
      {{"docs/{path}", "i18n/{lang}/docs/current/{path}"},
       {"versioned_docs/version-{version}/{path}", "i18n/{lang}/docs/version-{version}/{path}"},
       {"blog/{path}", "i18n/{lang}/blog/{path}"}},
      "en");
}

std::string layout_error_of(const std::string& source, const std::string& translation) {
  try {
    Layout(source, translation, "en");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

void expect_pair(const Layout& layout, const std::string& source, const std::string& language,
                 const std::string& translation) {
  ASSERT_EQ(layout.language_of(translation), language) << translation;
  EXPECT_TRUE(layout.is_source(source)) << source;
  EXPECT_EQ(layout.sources_of(translation).front(), layout.source_of(translation));
  EXPECT_THAT(layout.sources_of(translation), Contains(source));
  EXPECT_EQ(layout.translation_of(source, language), translation);
  EXPECT_FALSE(layout.is_source(translation)) << translation;
  EXPECT_FALSE(layout.is_translation(source)) << source;
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
      {Layout("en/{path}", "{lang}/{path}", "en"), "en/a.md", "ko", "ko/a.md"},
      {Layout("docs/{path}", "i18n/{lang}/docs/current/{path}", "en"), "docs/a/b.md", "fr",
       "i18n/fr/docs/current/a/b.md"},
      {Layout("{path}", "translations/{lang}/{path}", "en"), "README.md", "ja",
       "translations/ja/README.md"},
      {Layout("docs/{path}", "docs/{lang}/{path}", "en"), "docs/guide/a.md", "de",
       "docs/de/guide/a.md"},
  };
  for (const Case& c : cases) {
    expect_pair(c.layout, c.source, c.language, c.translation);
  }
}

TEST(Layout, LeavesOtherPathsAlone) {
  for (const char* path :
       {"", "README.md", "content", "content/", "content/ko", "content/ko/", "content/KO/a.md",
        "content/docs/a.md", "contents/ko/a.md", "static/content/ko/a.md", "content/pt+br/a.md",
        "content/en", "content/en/", "content/english/a.md"}) {
    EXPECT_FALSE(website().is_translation(path)) << path;
    EXPECT_FALSE(website().is_source(path)) << path;
  }
  const Layout nested("docs/{path}", "i18n/{lang}/current/{path}", "en");
  for (const char* path : {"i18n/ko/a.md", "i18n/ko/currently/a.md", "i18n/ko/current"}) {
    EXPECT_FALSE(nested.is_translation(path)) << path;
  }
}

TEST(Layout, TheFolderOfTheSourceIsNeverATranslation) {
  // Even where its name is not that of the source language.
  const Layout layout("content/en-us/{path}", "content/{lang}/{path}", "en");
  EXPECT_FALSE(layout.is_translation("content/en-us/a.md"));
  EXPECT_TRUE(layout.is_source("content/en-us/a.md"));
  EXPECT_FALSE(layout.is_translation("content/en/a.md"));
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
  EXPECT_EQ(layout.language_of("docs/fil/a.md"), "fil");
  EXPECT_FALSE(layout.is_source("docs/zh/a.md"));
  EXPECT_TRUE(layout.is_source("docs/io/a.md"));
  EXPECT_FALSE(layout.is_translation("docs/ml/a.md"));
  EXPECT_EQ(layout.source_of("docs/zh/ml/a.md"), "docs/ml/a.md");
  EXPECT_TRUE(layout.is_language("fil"));
  EXPECT_FALSE(layout.is_language("io"));
}

TEST(Layout, OfFoldersThatOnlyOldTreesHaveTheCodeTells) {
  const Layout layout = among_sources().with_languages({"zh-cn"}, {"io"});
  EXPECT_EQ(layout.language_of("docs/zh/a.md"), "zh");
  EXPECT_TRUE(layout.is_source("docs/api/a.md"));
  const Layout alone = among_sources().with_languages_alone({"zh-cn"});
  EXPECT_TRUE(alone.is_source("docs/zh/a.md"));
  EXPECT_TRUE(alone.is_source("docs/api/a.md"));
  EXPECT_FALSE(alone.is_source("docs/zh-cn/a.md"));
}

TEST(Layout, TheSourceOfATranslationIsNoTranslation) {
  const Layout layout = among_sources().with_languages_alone({"cli", "ko", "zh"});
  for (const char* path : {"docs/ko/zh/a.md", "docs/zh/cli/a.md", "docs/cli/zh/ko/a.md"}) {
    EXPECT_FALSE(layout.is_translation(path)) << path;
    EXPECT_FALSE(layout.is_source(path)) << path;
  }
}

TEST(Layout, WhereTheyLieBesideEveryCodeStaysALanguage) {
  // Translations move from one language's folder to another's.
  const Layout layout = website().with_languages_alone({"zh-cn"});
  EXPECT_EQ(layout.language_of("content/zh/a.md"), "zh");
}

TEST(Layout, KnowsThePlaceOfALanguage) {
  EXPECT_EQ(among_sources().name_in_place("docs/api/a.md"), "api");
  EXPECT_EQ(among_sources().name_in_place("docs/guide/a.md"), "guide");
  EXPECT_EQ(among_sources().name_in_place("docs/a.md"), "");
  EXPECT_EQ(website().name_in_place("static/a/b.md"), "");
}

TEST(Layout, KnowsItsFolders) {
  EXPECT_EQ(website().source_root(), "content/en");
  EXPECT_THAT(website().folders_of("ko"), ElementsAre("content/ko"));
  EXPECT_EQ(website().place_of("ko"), "content/ko");

  const Layout at_root("{path}", "{lang}/docs/v1/{path}", "en");
  EXPECT_EQ(at_root.source_root(), "");
  EXPECT_THAT(at_root.folders_of("ko"), ElementsAre("ko/docs/v1"));
  EXPECT_EQ(at_root.place_of("ko"), "ko/docs/v1");

  EXPECT_EQ(suffixes().source_root(), "content");
  EXPECT_THAT(suffixes().folders_of("ko"), ElementsAre("content"));
  EXPECT_EQ(suffixes().place_of("ko"), "content/{path}.ko.md");

  EXPECT_EQ(docusaurus().source_root(), "");
  EXPECT_THAT(docusaurus().folders_of("ko"), ElementsAre("i18n/ko/blog", "i18n/ko/docs"));
  EXPECT_EQ(docusaurus().place_of("ko"), "i18n/ko/docs/current");
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
      {"{path}/{path}", good, "layout.source '{path}/{path}' has {path} twice"},
      {"/en/{path}", good, "layout.source '/en/{path}' has an empty component"},
      {"en//{path}", good, "layout.source 'en//{path}' has an empty component"},
      {"en/{path}/", good, "layout.source 'en/{path}/' has an empty component"},
      {"./en/{path}", good, "layout.source './en/{path}' has the component '.'"},
      {"../en/{path}", good, "layout.source '../en/{path}' has the component '..'"},
      {"{lang}/{path}", good,
       "layout.source '{lang}/{path}' has {lang}, which belongs to layout.translation alone"},
      {"en/{path}.{lang}", good,
       "layout.source 'en/{path}.{lang}' has {lang}, which belongs to layout.translation alone"},
      {"en/{file}/{path}", good,
       "layout.source 'en/{file}/{path}' has the unknown placeholder '{file}'"},
      {"en/{/{path}", good, "layout.source 'en/{/{path}' has a '{' of its own"},
      {"en/a}b/{path}", good, "layout.source 'en/a}b/{path}' has a '}' of its own"},
      {"en/{path}{name}", good,
       "layout.source 'en/{path}{name}' has {path} and {name} with nothing in between"},
      {"en/{path}.{ext}", good, "layout.translation 'content/{lang}/{path}' has no {ext}"},
      {good_source, "content/{path}", "layout.translation 'content/{path}' has no {lang}"},
      {good_source, "{lang}/{lang}/{path}",
       "layout.translation '{lang}/{lang}/{path}' has {lang} twice"},
      {good_source, "content/{lang}", "layout.translation 'content/{lang}' has no {path}"},
      {good_source, "v{version}/{lang}/{path}",
       "layout.source 'content/en/{path}' has no {version}"},
      {"content/en", "content/{lang}", "layout.translation 'content/{lang}' has no {path}"},
      {good_source, "a\n/{path}", "layout.translation 'a\\n/{path}' has no {lang}"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(layout_error_of(c.source, c.translation), c.error)
        << c.source << " and " << c.translation;
  }
}

// ---- Languages in the names of files ----

TEST(Layout, ALanguageMayStandInAFilesName) {
  struct Case {
    LayoutPatterns patterns;
    std::string source;
    std::string language;
    std::string translation;
  };
  const std::vector<Case> cases = {
      {{"content/{path}.md", "content/{path}.{lang}.md"},
       "content/docs/a.md",
       "zh-Hant",
       "content/docs/a.zh-Hant.md"},
      {{"content/{path}.en.md", "content/{path}.{lang}.md"},
       "content/a.en.md",
       "ko",
       "content/a.ko.md"},
      {{"content/{path}.{ext}", "content/{path}.{lang}.{ext}"},
       "content/v1.2/a.b.html",
       "pt_BR",
       "content/v1.2/a.b.pt_BR.html"},
      {{"README.md", "docs/README.{lang}.md"}, "README.md", "es-419", "docs/README.es-419.md"},
      {{"README.md", "README-{lang}.md"}, "README.md", "zh-CN", "README-zh-CN.md"},
      {{"i18n/en.toml", "i18n/{lang}.toml"}, "i18n/en.toml", "sr-latn", "i18n/sr-latn.toml"},
      {{"pages/{path}", "pages.{lang}/{path}"},
       "pages/common/tar.md",
       "ko",
       "pages.ko/common/tar.md"},
      {{"{path}/{name}.md", "{path}/{lang}/{name}.md"},
       "a/b/x-y.md",
       "zh-Hant",
       "a/b/zh-Hant/x-y.md"},
      {{"v/{version}/{path}", "i18n/{lang}/version-{version}/{path}"},
       "v/2.0.0-rc.1/a.md",
       "fr",
       "i18n/fr/version-2.0.0-rc.1/a.md"},
  };
  for (const Case& c : cases) {
    const Layout layout({c.patterns}, "en");
    expect_pair(layout, c.source, c.language, c.translation);
  }
}

TEST(Layout, APlaceholderTakesAsMuchAsItCan) {
  const Layout layout({{"{path}.md", "{path}.{lang}.md"}}, "en");
  EXPECT_EQ(layout.source_of("a.b.ko.md"), "a.b.md");
  const Layout prefixes({{"p/{name}.md", "p/{lang}-{name}.md"}}, "en");
  EXPECT_EQ(prefixes.language_of("p/zh-Hant-x.md"), "zh-Hant");
}

TEST(Layout, WhatOnlyLooksLikeALanguageInAFilesNameIsASource) {
  const Layout layout = suffixes().with_languages({"ko", "zh-Hant"}, {"min"});
  for (const char* path : {"content/a.min.md", "content/v1.2.md", "content/a.2.md", "content/a.md",
                           "content/README.md", "content/a.KO.md", "content/a.api.md",
                           "content/.ko.md", "content/a.en.md", "content/x/.min.md"}) {
    EXPECT_FALSE(layout.is_translation(path)) << path;
  }
  for (const char* path : {"content/a.min.md", "content/v1.2.md", "content/a.en.md"}) {
    EXPECT_TRUE(layout.is_source(path)) << path;
  }
  EXPECT_EQ(layout.source_of("content/a.min.ko.md"), "content/a.min.en.md");
  EXPECT_THAT(layout.sources_of("content/a.min.ko.md"),
              ElementsAre("content/a.min.en.md", "content/a.min.md"));
  const Layout readme({{"README.md", "README.{lang}.md"}}, "en");
  for (const char* path : {"README.min.md", "README.api.md", "README.en.md", "x/README.ko.md"}) {
    EXPECT_FALSE(readme.is_translation(path)) << path;
    EXPECT_FALSE(readme.is_source(path)) << path;
  }
}

// ---- Several rules ----

TEST(Layout, APageBelongsToTheFirstRuleThatFits) {
  const Layout layout = docusaurus();
  expect_pair(layout, "docs/a.md", "ko", "i18n/ko/docs/current/a.md");
  expect_pair(layout, "versioned_docs/version-1.2/a.md", "ko", "i18n/ko/docs/version-1.2/a.md");
  expect_pair(layout, "blog/2024/a.md", "zh-Hans", "i18n/zh-Hans/blog/2024/a.md");
  EXPECT_FALSE(layout.is_source("versioned_docs/version-next/a.md"));
  EXPECT_FALSE(layout.is_source("src/a.md"));

  const Layout shadowed({{"docs/{path}", "l10n/{lang}/{path}"}, {"docs/a.md", "docs/a.{lang}.md"}},
                        "en");
  EXPECT_TRUE(shadowed.is_source("docs/a.ko.md"));
  const Layout turned({{"docs/a.md", "docs/a.{lang}.md"}, {"docs/{path}", "l10n/{lang}/{path}"}},
                      "en");
  EXPECT_EQ(turned.source_of("docs/a.ko.md"), "docs/a.md");
  EXPECT_FALSE(turned.is_source("docs/a.ko.md"));
}

TEST(Layout, OneTranslationMayHaveItsSourceInMoreThanOnePlace) {
  EXPECT_THAT(suffixes().sources_of("content/a.ko.md"),
              ElementsAre("content/a.en.md", "content/a.md"));
  EXPECT_EQ(suffixes().translation_of("content/a.md", "ko"), "content/a.ko.md");
  EXPECT_EQ(suffixes().translation_of("content/a.en.md", "ko"), "content/a.ko.md");
  const Layout readme({{"README.md", "README.{lang}.md"}, {"README.md", "README-{lang}.md"}}, "en");
  EXPECT_THAT(readme.sources_of("README-ko.md"), ElementsAre("README.md"));
  EXPECT_EQ(readme.translation_of("README.md", "ko"), "README.ko.md");
}

TEST(Layout, AnErrorNamesTheRule) {
  try {
    const Layout layout({{"README.md", "README.{lang}.md"}, {"docs/{path}", "docs/{path}"}}, "en");
    FAIL() << layout.source_language();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "layout[1].translation 'docs/{path}' has no {lang}");
  }
}

}  // namespace
}  // namespace l10n_drift
