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

TEST_F(SiteLayoutTest, TheLayoutIsTheConfiguredOneElseThatWithTheMostPairs) {
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
  history_.commit("D", {}, {write_file("docs/x.md", "1"), write_file("docs/ko/y.md", "1")});
  history_.commit("S", {"D"}, {write_file("i18n/ko.toml", "1")});  // As Hugo has them.
  history_.commit("I", {"D"}, {write_file("i18n/ko/code.json", "1")});
  EXPECT_THAT(error(between("D", "D")), HasSubstr("no common layout"));
  EXPECT_THAT(error(between("S", "S")), HasSubstr("no common layout"));
  EXPECT_THAT(error(between("I", "I")), HasSubstr("no translations"));
  EXPECT_THAT(error(between("D", "I")), HasSubstr("no translations"));
}

TEST_F(SiteLayoutTest, OfTwoPresetsTheOneWithMorePairsIsTakenAndATieIsAnError) {
  history_.commit("D", {},
                  {write_file("a/content/en/x.md", "1"), write_file("a/content/ko/x.md", "1"),
                   write_file("b/docs/y.md", "1"), write_file("b/docs/y.ko.md", "1")});
  history_.commit("E", {"D"}, {write_file("b/docs/y.fr.md", "1")});
  history_.commit("R", {"E"},
                  {write_file("README.md", "1"), write_file("README.ko.md", "1"),
                   write_file("README.fr.md", "1"), write_file("README.ja.md", "1")});
  EXPECT_THAT(error(between("D", "D")),
              AllOf(HasSubstr("two layouts fit as well as each other: 'hugo' in 'a'"),
                    HasSubstr("'mkdocs-suffix' in 'b'"),
                    HasSubstr(R"({"layout": {"preset": "hugo", "below": "a"}})")));
  const LayoutFinding finding = plan(between("E", "E")).finding;
  EXPECT_EQ(finding.layout.preset, "mkdocs-suffix");
  EXPECT_EQ(finding.layout.below, "b");
  EXPECT_EQ(finding.layout.pages, 2u);
  ASSERT_EQ(finding.others.size(), 1u);
  EXPECT_EQ(finding.others.front().preset, "hugo");
  EXPECT_THAT(finding.reasons,
              ElementsAre(HasSubstr("'mkdocs-suffix' in 'b'"), HasSubstr("'hugo' in 'a'")));
  EXPECT_EQ(finding.configuration,
            "{\n  \"layout\": {\"preset\": \"mkdocs-suffix\", \"below\": \"b\"}\n}");
  EXPECT_EQ(plan(between("R", "R")).finding.layout.preset, "mkdocs-suffix");

  configure(R"({"layout": {"preset": "hugo", "below": "a"}})");
  EXPECT_EQ(plan(between("D", "D")).layout.source_root(), "a/content/en");
  configure(R"({"layout": ["readme", "hugo"]})");
  EXPECT_THAT(plan(between("R", "R")).languages, ElementsAre("fr", "ja", "ko"));
}

TEST_F(SiteLayoutTest, ANamedPresetIsLookedForAndElseItsUsualForm) {
  history_.commit("D", {},
                  {write_file("docs/en/x.md", "1"), write_file("docs/ko/x.md", "1"),
                   write_file("content/en/x.md", "1"), write_file("content/ko/x.md", "1")});
  configure(R"({"layout": "mkdocs"})");
  EXPECT_EQ(plan(between("D", "D")).layout.source_root(), "docs/en");
  configure(R"({"layout": "starlight"})");
  EXPECT_THAT(error(between("D", "D")), HasSubstr("'src/content/docs/ko'"));
}

TEST_F(SiteLayoutTest, ShowsTheLayoutOfWhatLooksMostLikeTranslations) {
  struct Case {
    std::vector<std::string> paths;
    std::string layout;
    std::string others;
  };
  const std::vector<Case> cases = {
      {{"web/en_US/a.md", "web/ko/a.md", "web/ja/a.md", "web/ja/b.md"},
       R"("source": "web/en_US/{path}", "translation": "web/{lang}/{path}")",
       R"("source_language": "en")"},
      {{"doc/x/a.md", "doc/b.md", "b.md", "l10n/ko/x/a.md", "l10n/ko/b.md"},
       R"("source": "doc/{path}", "translation": "l10n/{lang}/{path}")",
       R"("source_language": "en")"},
      {{"guide/a.md", "guide/b.md", "po/fr/guide/a.md", "po/fr/guide/b.md"},
       R"("source": "{path}", "translation": "po/{lang}/{path}")",
       R"("languages": ["fr"])"},
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

TEST(LanguageOfPath, IsToldByTheConfiguredLayoutElseByThePresets) {
  Config config;
  EXPECT_EQ(language_of_path("content/ko/x.md", config, "en"), "ko");
  EXPECT_EQ(language_of_path("docs/zh-cn/a/x.md", config, "en"), "zh-cn");
  EXPECT_EQ(language_of_path("pages/ko/x.md", config, "en"), "ko");
  EXPECT_EQ(language_of_path("web/docs/a.zh-CN.md", config, "en"), "zh-CN");
  EXPECT_EQ(language_of_path("content/a.min.md", config, "en"), std::nullopt);
  EXPECT_EQ(language_of_path("content/en/x.md", config, "en"), std::nullopt);
  config.layout = {
      {.preset = {}, .below = {}, .patterns = {"pages/en/{path}", "pages/{lang}/{path}"}}};
  EXPECT_EQ(language_of_path("pages/ko/x.md", config, "en"), "ko");
  EXPECT_EQ(language_of_path("content/ko/x.md", config, "en"), std::nullopt);
}

}  // namespace
}  // namespace l10n_drift
