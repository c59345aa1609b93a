#include "plan/layout_choice.h"

#include <gmock/gmock.h>

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
