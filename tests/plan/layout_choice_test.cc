#include "plan/layout_choice.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "plan/plan_fixture.h"

namespace l10n_drift {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

class SiteLayoutTest : public PlanTest {};

TEST_F(SiteLayoutTest, TheLayoutIsTheConfiguredOneElseTheFirstThatFits) {
  // A folder docs/en is there too, without translations.
  history_.commit("D", {"C"},
                  {write_file("docs/en/x.md", "1"), write_file("src/content/docs/en/x.md", "1"),
                   write_file("src/content/docs/fr/x.md", "1")});
  EXPECT_EQ(plan(between("D", "D")).layout.source_root(), "content/en");
  configure(R"({"layout": {"source": "src/content/docs/en/{path}",
                           "translation": "src/content/docs/{lang}/{path}"}})");
  EXPECT_THAT(plan(between("D", "D")).languages, ElementsAre("fr"));
}

TEST_F(SiteLayoutTest, ALayoutWithTranslationsIsBetterThanOneWithout) {
  history_.commit("D", {},
                  {write_file("content/en/x.md", "1"), write_file("docs/en/x.md", "1"),
                   write_file("docs/fr/x.md", "1")});
  EXPECT_EQ(plan(between("D", "D")).layout.source_root(), "docs/en");
}

TEST_F(SiteLayoutTest, KnowsDocusaurusAndSaysWhatItLookedFor) {
  history_.commit("D", {},
                  {write_file("docs/x.md", "1"),
                   write_file("i18n/fr/docusaurus-plugin-content-docs/current/x.md", "1")});
  history_.commit("N", {}, {write_file("pages/x.md", "1")});
  EXPECT_THAT(plan(between("D", "D")).languages, ElementsAre("fr"));
  EXPECT_THAT(error(between("N", "D")),
              AllOf(HasSubstr("'content/en'"), HasSubstr(".l10n-drift.json")));
}

TEST_F(SiteLayoutTest, DocsAloneAreNotTakenForDocusaurus) {
  history_.commit("D", {}, {write_file("docs/x.md", "1"), write_file("docs/ko/x.md", "1")});
  history_.commit("S", {"D"}, {write_file("i18n/ko.toml", "1")});  // As Hugo has them.
  history_.commit("I", {"D"}, {write_file("i18n/ko/code.json", "1")});
  EXPECT_THAT(error(between("D", "D")), HasSubstr("no common layout"));
  EXPECT_THAT(error(between("S", "S")), HasSubstr("no common layout"));
  EXPECT_THAT(error(between("I", "I")), HasSubstr("no translations"));
  EXPECT_THAT(error(between("D", "I")), HasSubstr("no translations"));
}

TEST_F(SiteLayoutTest, ShowsTheLayoutOfWhatLooksMostLikeTranslations) {
  struct Case {
    std::vector<std::string> paths;
    std::string layout;
    std::string others;
  };
  const std::vector<Case> cases = {
      {{"docs/a.md", "docs/api/b.md", "docs/ko/a.md", "docs/ko/api/b.md"},
       R"("source": "docs/{path}", "translation": "docs/{lang}/{path}")",
       R"("languages": ["ko"])"},
      {{"site/en/x/a.md", "site/en/b.md", "site/ko/x/a.md", "site/fr/b.md", "site/img/b.png"},
       R"("source": "site/en/{path}", "translation": "site/{lang}/{path}")",
       R"("source_language": "en")"},
      {{"web/en_US/a.md", "web/ko/a.md", "web/ja/a.md", "web/ja/b.md"},
       R"("source": "web/en_US/{path}", "translation": "web/{lang}/{path}")",
       R"("source_language": "en")"},
      {{"doc/x/a.md", "doc/b.md", "b.md", "l10n/ko/x/a.md", "l10n/ko/b.md"},
       R"("source": "doc/{path}", "translation": "l10n/{lang}/{path}")",
       R"("source_language": "en")"},
      {{"guide/a.md", "guide/b.md", "po/fr/guide/a.md", "po/fr/guide/b.md"},
       R"("source": "{path}", "translation": "po/{lang}/{path}")",
       R"("languages": ["fr"])"},
      {{"a.md", "b.md", "ko/a.md", "sdk/c.md"},
       R"("source": "{path}", "translation": "{lang}/{path}")",
       R"("languages": ["ko"])"},
      // Nothing looks like it.
      {{"src/a.c", "api/README.md", "README.md"},
       R"("source": "content/en/{path}", "translation": "content/{lang}/{path}")",
       R"("source_language": "en")"},
  };
  for (const Case& c : cases) {
    std::vector<Change> files;
    for (const std::string& path : c.paths) files.push_back(write_file(path, "1"));
    const std::string name = "G" + std::to_string(&c - cases.data());
    history_.commit(name, {}, files);
    const std::string message = error(between(name, name));
    EXPECT_THAT(message, AllOf(HasSubstr(c.layout), HasSubstr(c.others))) << c.paths.front();
  }
}

TEST(LanguageOfPath, IsToldByTheConfiguredLayoutElseByTheCommonOnes) {
  Config config;
  EXPECT_EQ(language_of_path("content/ko/x.md", config, "en"), "ko");
  EXPECT_EQ(language_of_path("docs/zh-cn/a/x.md", config, "en"), "zh-cn");
  EXPECT_EQ(language_of_path("pages/ko/x.md", config, "en"), std::nullopt);
  config.layout = LayoutPatterns{"pages/en/{path}", "pages/{lang}/{path}"};
  EXPECT_EQ(language_of_path("pages/ko/x.md", config, "en"), "ko");
  EXPECT_EQ(language_of_path("content/ko/x.md", config, "en"), std::nullopt);
}

}  // namespace
}  // namespace l10n_drift
