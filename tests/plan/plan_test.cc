#include "plan/plan.h"

#include <gmock/gmock.h>

#include <string>

#include "plan/plan_fixture.h"

namespace l10n_drift {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST_F(PlanTest, TheDefaultsAreMainAndHead) {
  const Plan made = plan();
  EXPECT_EQ(describe(made.base), "main at B");
  EXPECT_EQ(describe(made.branch), "main at B");
  EXPECT_FALSE(made.since);
  EXPECT_THAT(made.languages, ElementsAre("ko", "zh-cn"));
  EXPECT_EQ(made.layout.source_root(), "content/en");
  EXPECT_THAT(planned().warnings, IsEmpty());
}

TEST_F(PlanTest, AutoTakesTheNewestMilestoneElseTheBase) {
  PlanRequest request = in({"ko"});
  request.comparison.branch = "auto";
  EXPECT_EQ(describe(plan(request).branch), "main at B");
  history_.point("refs/heads/dev-1.9-ko.1", "K");
  EXPECT_EQ(describe(plan(request).branch), "dev-1.9-ko.1 at K");
  request.languages = {};
  EXPECT_THAT(error(request), HasSubstr("--lang CODE"));
  request.languages = {"ko", "zh-cn"};
  EXPECT_THAT(error(request), HasSubstr("--lang CODE"));
}

TEST_F(PlanTest, SinceIsARevisionOrThePreviousMilestone) {
  history_.point("refs/heads/dev-1.9-ko.1", "A");
  history_.point("refs/heads/dev-1.10-ko.1", "K");
  PlanRequest request = on_branch("dev-1.10-ko.1");
  request.since = "auto";
  EXPECT_EQ(describe(*plan(request).since), "dev-1.9-ko.1 at A");
  request.since = "B";
  EXPECT_EQ(describe(*plan(request).since), "B at B");
}

TEST_F(PlanTest, ARepositoryWithoutCommitsIsAnError) {
  const Repository repository = scratch_.open();
  EXPECT_THAT(error_text([&] { make_plan(repository, {}); }), HasSubstr("has no commits"));
}

// ---- Languages ----

TEST_F(PlanTest, TheLanguageComesFromTheBranchesNameUnlessItIsAskedFor) {
  configure(R"({"language_aliases": {"zh": "zh-cn"}})");
  history_.point("refs/heads/dev-1.9-zh.1", "K");
  PlanRequest request = on_branch("dev-1.9-zh.1");
  EXPECT_THAT(plan(request).languages, ElementsAre("zh-cn"));
  request.languages = {"ko"};
  EXPECT_THAT(plan(request).languages, ElementsAre("ko"));
  request.languages = {"zh", "ko", "zh-cn"};
  EXPECT_THAT(plan(request).languages, ElementsAre("ko", "zh-cn"));
  request.languages = {"all"};
  EXPECT_THAT(plan(request).languages, ElementsAre("ko", "zh-cn"));
}

TEST_F(PlanTest, ForACheckTheNameOfAMilestoneTellsNoLanguage) {
  history_.point("refs/heads/dev-1.9-ko.1", "K");
  EXPECT_THAT(plan(for_check(on_branch("dev-1.9-ko.1"))).languages, ElementsAre("ko", "zh-cn"));
}

TEST_F(PlanTest, ALanguageWithoutTranslationsIsAnErrorThatNamesThoseThereAre) {
  EXPECT_THAT(error(in({"fr"})), AllOf(HasSubstr("'fr'"), HasSubstr("ko, zh-cn")));
  EXPECT_THAT(error(in({"en"})), AllOf(HasSubstr("'en'"), HasSubstr("ko, zh-cn")));
}

TEST_F(PlanTest, TheSourceLanguageMayBeAnother) {
  PlanRequest request;
  request.comparison.source_language = "ko";
  const Plan made = plan(request);
  EXPECT_EQ(made.layout.source_root(), "content/ko");
  EXPECT_THAT(made.languages, ElementsAre("en", "zh-cn"));
  request.comparison.source_language = "Korean";
  EXPECT_THAT(error(request), HasSubstr("'Korean'"));
}

// ---- Globs ----

TEST_F(PlanTest, GlobsOfARequestReplaceTheConfigured) {
  configure(R"({"include": ["*.md"], "exclude": ["drafts/"],
                "ignore": [{"source": "*.html", "reason": "first"},
                           {"source": "a.html", "reason": "second"}]})");
  const Plan configured = plan();
  EXPECT_TRUE(configured.considers("content/en/a.md"));
  EXPECT_FALSE(configured.considers("content/en/a.html"));
  EXPECT_FALSE(configured.considers("content/en/drafts/a.md"));
  EXPECT_EQ(configured.ignore_reason("content/en/a.html"), "first");
  EXPECT_FALSE(configured.ignore_reason("content/en/a.md"));
  PlanRequest request;
  request.include = {"*.html"};
  EXPECT_TRUE(plan(request).considers("content/en/a.html"));
  EXPECT_FALSE(plan(request).considers("content/en/drafts/a.html")) << "the exclusion stays";
  EXPECT_FALSE(plan(request).considers("content/en/a.md"));
}

}  // namespace
}  // namespace l10n_drift
