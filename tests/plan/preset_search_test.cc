#include "plan/preset_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Paths = std::vector<std::string>;

// The presets that fit a tree with these files, with their folders and numbers of pairs.
std::vector<std::string> fits(Paths paths, const PresetQuery& query = {.source_language = "en"}) {
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> found;
  for (const PresetFit& fit : find_presets(paths, paths, query)) {
    found.push_back(fit.preset + "|" + fit.below + "|" + std::to_string(fit.pairs.size()));
  }
  return found;
}

TEST(PresetSearch, FindsEachPresetByItsPairs) {
  struct Case {
    Paths paths;
    std::string best;
  };
  const std::vector<Case> cases = {
      {{"content/en/a.md", "content/ko/a.md"}, "hugo||1"},
      {{"content/a.md", "content/a.ko.md"}, "hugo-filename||1"},
      {{"content/a.en.md", "content/a.pt_BR.md", "content/b.md", "content/b.ko.md"},
       "hugo-filename||2"},
      {{"docs/a.md", "i18n/ko/docusaurus-plugin-content-docs/current/a.md"}, "docusaurus||1"},
      {{"blog/a.md", "i18n/zh-Hans/docusaurus-plugin-content-blog/a.md"}, "docusaurus||1"},
      {{"docs/a.md", "web/i18n/ko/docusaurus-plugin-content-docs/current/a.md"},
       "docusaurus|web|1"},
      {{"docs/en/docs/a.md", "docs/ko/docs/a.md"}, "lang-docs||1"},
      {{"src/content/docs/a.md", "src/content/docs/ko/a.md"}, "starlight||1"},
      {{"src/content/docs/en/a.md", "src/content/docs/ko/a.md"}, "starlight||1"},
      {{"docs/a.md", "docs/ko/a.md"}, "mkdocs||1"},
      {{"docs/en/a.md", "docs/ko/a.md"}, "mkdocs||1"},
      {{"docs/a.md", "docs/a.zh-Hant.md"}, "mkdocs-suffix||1"},
      {{"pages/common/a.md", "pages.pt_BR/common/a.md"}, "tldr||1"},
      {{"Documentation/a.rst", "Documentation/translations/zh_CN/a.rst"}, "linux||1"},
      {{"en/a.md", "ko/a.md"}, "vitepress||1"},
      {{"a.md", "ko/a.md"}, "vitepress||1"},
      {{"README.md", "README.zh-CN.md", "README-fr.md", "docs/README.ko.md"}, "readme||3"},
      // Below a folder.
      {{"x/y/content/en/a.md", "x/y/content/ko/a.md"}, "hugo|x/y|1"},
      {{"site/docs/a.md", "site/docs/ko/a.md"}, "mkdocs|site|1"},
      {{"apps/site/pages/a.md", "apps/site/pages/ko/a.md"}, "vitepress|apps/site/pages|1"},
      {{"pkg/README.md", "pkg/README.ja.md"}, "readme|pkg|1"},
  };
  for (const Case& c : cases) {
    const std::vector<std::string> found = fits(c.paths);
    ASSERT_FALSE(found.empty()) << c.paths.back();
    EXPECT_EQ(found.front(), c.best) << c.paths.back();
  }
}

TEST(PresetSearch, LeavesAloneWhatOnlyLooksLikeLanguages) {
  for (const Paths& paths :
       std::vector<Paths>{{"docs/a.md", "docs/api/a.md"},
                          {"docs/a.md", "docs/a.min.md"},
                          {"docs/v1.md", "docs/v1.2.md"},
                          {"README.md", "README.min.md", "README.api.md", "README.en.md"},
                          {"pages/a.md", "pages.min/a.md"},
                          {"src/README.md", "src/is/README.md"},
                          {"content/en/a.png", "content/ko/a.png"},
                          {"docs/a.md", "docs/ko/b.md"},
                          {"{x}/a.md", "{x}/ko/a.md"},
                          {}}) {
    EXPECT_THAT(fits(paths), IsEmpty()) << testing::PrintToString(paths);
  }
}

TEST(PresetSearch, TheMostPairsComeFirstAndReadMeFilesLast) {
  EXPECT_THAT(fits({"README.md", "README.fr.md", "README.ko.md", "docs/a.md", "docs/a.ko.md"}),
              ElementsAre("mkdocs-suffix||1", "readme||2"));
  EXPECT_THAT(fits({"a/docs/x.md", "a/docs/ko/x.md", "b/docs/x.md", "b/docs/y.md", "b/docs/ko/x.md",
                    "b/docs/ko/y.md"}),
              ElementsAre("mkdocs|b|2", "mkdocs|a|1"));
}

TEST(PresetSearch, TheQueryNarrowsIt) {
  const Paths paths = {"a/docs/x.md",     "a/docs/ko/x.md", "b/docs/x.md",
                       "b/docs/fil/x.md", "README.md",      "README.ko.md"};
  EXPECT_THAT(fits(paths, {.source_language = "en", .preset = "readme"}), ElementsAre("readme||1"));
  EXPECT_THAT(fits(paths, {.source_language = "en", .below = "b"}), IsEmpty());
  EXPECT_THAT(fits(paths, {.source_language = "en", .languages = {"fil"}}),
              ElementsAre("mkdocs|b|1"));
  EXPECT_THAT(fits({"content/de/a.md", "content/en/a.md"}, {.source_language = "de"}),
              ElementsAre("hugo||1"));
}

}  // namespace
}  // namespace l10n_drift
