#include "plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/error_text.h"
#include "support/run_git.h"
#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class PlanTest : public testing::Test {
 protected:
  // A page in English, Korean and Chinese; `main` is at B.
  PlanTest() {
    history_.commit("A", {},
                    {write_file("content/en/x.md", "1"), write_file("content/ko/x.md", "1"),
                     write_file("content/zh-cn/x.md", "1")});
    history_.commit("B", {"A"}, {write_file("content/en/x.md", "2")});
    history_.commit("C", {"B"}, {write_file("content/en/x.md", "3")});
    history_.commit("K", {"A"}, {write_file("content/ko/x.md", "2")});
    history_.point("refs/heads/main", "B");
  }

  void configure(const std::string& json) {
    write_whole_file(scratch_.path() + "/.l10n-drift.json", json);
  }

  Plan plan(const Request& request = {}) {
    scratch_.import(history_);
    const Repository repository = scratch_.open();
    return make_plan(repository, request);
  }

  static Request both_at(const std::string& revision) {
    Request request;
    request.base = request.branch = revision;
    return request;
  }

  std::string error(const Request& request = {}) {
    return error_text([&] { plan(request); });
  }

  // "REF at COMMIT".
  std::string describe(const ResolvedRevision& revision) const {
    return revision.ref + " at " + scratch_.name(revision.commit);
  }

  static std::vector<std::string> texts(const Plan& plan) {
    std::vector<std::string> texts;
    for (const Warning& warning : plan.warnings) {
      texts.push_back(warning.message + " | " + warning.hint);
    }
    return texts;
  }

  ScratchRepository scratch_;
  History history_;
};

// ---- Base and branch ----

TEST_F(PlanTest, TheDefaultsAreMainAndHead) {
  const Plan made = plan();
  EXPECT_EQ(describe(made.base), "main at B");
  EXPECT_EQ(describe(made.branch), "main at B");
  EXPECT_FALSE(made.since);
  EXPECT_THAT(made.languages, ElementsAre("ko", "zh-cn"));
  EXPECT_EQ(made.layout.source_root(), "content/en");
  EXPECT_THAT(made.warnings, IsEmpty());
}

TEST_F(PlanTest, TheBaseIsTheFirstUsualNameThatThereIs) {
  scratch_.import(history_);
  scratch_.git({"checkout", "--quiet", "-b", "topic", "K"});
  scratch_.git({"branch", "--quiet", "-D", "main"});
  const auto base = [&] {
    const Repository repository = scratch_.open();
    return describe(make_plan(repository, {}).base);
  };
  EXPECT_THAT(error_text([&] { base(); }), HasSubstr("--base REV"));
  scratch_.git({"config", "remote.origin.url", "/nonexistent"});
  scratch_.git({"config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*"});
  scratch_.git({"update-ref", "refs/remotes/origin/trunk", "C"});
  scratch_.git({"symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk"});
  EXPECT_EQ(base(), "origin/HEAD at C");
  scratch_.git({"branch", "master", "A"});
  EXPECT_EQ(base(), "master at A");
  scratch_.git({"branch", "main", "B"});
  EXPECT_EQ(base(), "main at B");
}

TEST_F(PlanTest, AnOptionWinsOverTheConfigurationAndThatOverTheDefault) {
  configure(R"({"base": "C"})");
  EXPECT_EQ(describe(plan().base), "C at C");
  Request request;
  request.base = "A";
  EXPECT_EQ(describe(plan(request).base), "A at A");
}

TEST_F(PlanTest, AutoTakesTheNewestMilestoneElseTheBase) {
  Request request;
  request.branch = "auto";
  request.languages = {"ko"};
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
  Request request;
  request.branch = "dev-1.10-ko.1";
  request.since = "auto";
  EXPECT_EQ(describe(*plan(request).since), "dev-1.9-ko.1 at A");
  request.since = "B";
  EXPECT_EQ(describe(*plan(request).since), "B at B");
}

TEST_F(PlanTest, ARepositoryWithoutCommitsIsAnError) {
  const Repository repository = scratch_.open();
  EXPECT_THAT(error_text([&] { make_plan(repository, {}); }), HasSubstr("has no commits"));
}

// ---- Languages and layout ----

TEST_F(PlanTest, TheLanguageComesFromTheBranchesNameUnlessItIsAskedFor) {
  configure(R"({"language_aliases": {"zh": "zh-cn"}})");
  history_.point("refs/heads/dev-1.9-zh.1", "K");
  Request request;
  request.branch = "dev-1.9-zh.1";
  EXPECT_THAT(plan(request).languages, ElementsAre("zh-cn"));
  request.languages = {"ko"};
  EXPECT_THAT(plan(request).languages, ElementsAre("ko"));
  request.languages = {"zh", "ko", "zh-cn"};
  EXPECT_THAT(plan(request).languages, ElementsAre("ko", "zh-cn"));
  request.languages = {"all"};
  EXPECT_THAT(plan(request).languages, ElementsAre("ko", "zh-cn"));
}

TEST_F(PlanTest, ALanguageWithoutTranslationsIsAnErrorThatNamesThoseThereAre) {
  Request request;
  request.languages = {"fr"};
  EXPECT_THAT(error(request), AllOf(HasSubstr("'fr'"), HasSubstr("ko, zh-cn")));
  request.languages = {"en"};
  EXPECT_THAT(error(request), AllOf(HasSubstr("'en'"), HasSubstr("ko, zh-cn")));
}

TEST_F(PlanTest, TheSourceLanguageMayBeAnother) {
  Request request;
  request.source_language = "ko";
  const Plan made = plan(request);
  EXPECT_EQ(made.layout.source_root(), "content/ko");
  EXPECT_THAT(made.languages, ElementsAre("en", "zh-cn"));
  request.source_language = "Korean";
  EXPECT_THAT(error(request), HasSubstr("'Korean'"));
}

TEST_F(PlanTest, TheLayoutIsTheConfiguredOneElseTheFirstThatFits) {
  // A folder docs/en is there too, without translations.
  history_.commit("D", {"C"},
                  {write_file("docs/en/x.md", "1"), write_file("src/content/docs/en/x.md", "1"),
                   write_file("src/content/docs/fr/x.md", "1")});
  Request request = both_at("D");
  EXPECT_EQ(plan(request).layout.source_root(), "content/en");
  configure(R"({"layout": {"source": "src/content/docs/en/{path}",
                           "translation": "src/content/docs/{lang}/{path}"}})");
  EXPECT_THAT(plan(request).languages, ElementsAre("fr"));
}

TEST_F(PlanTest, ALayoutWithTranslationsIsBetterThanOneWithout) {
  history_.commit("D", {},
                  {write_file("content/en/x.md", "1"), write_file("docs/en/x.md", "1"),
                   write_file("docs/fr/x.md", "1")});
  EXPECT_EQ(plan(both_at("D")).layout.source_root(), "docs/en");
}

TEST_F(PlanTest, KnowsDocusaurusAndSaysWhatItLookedFor) {
  history_.commit("D", {},
                  {write_file("docs/x.md", "1"),
                   write_file("i18n/fr/docusaurus-plugin-content-docs/current/x.md", "1")});
  history_.commit("N", {}, {write_file("pages/x.md", "1")});
  Request request = both_at("D");
  EXPECT_THAT(plan(request).languages, ElementsAre("fr"));
  request.base = "N";
  EXPECT_THAT(error(request), AllOf(HasSubstr("'content/en'"), HasSubstr(".l10n-drift.json")));
}

// ---- Globs and configuration ----

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
  Request request;
  request.include = {"*.html"};
  EXPECT_TRUE(plan(request).considers("content/en/a.html"));
  EXPECT_FALSE(plan(request).considers("content/en/drafts/a.html")) << "the exclusion stays";
  EXPECT_FALSE(plan(request).considers("content/en/a.md"));
}

TEST_F(PlanTest, ABareRepositoryHasTheConfigurationOfItsBranch) {
  history_.commit("D", {"B"}, {write_file(".l10n-drift.json", R"({"exclude": ["x.md"]})")});
  history_.point("refs/heads/configured", "D");
  scratch_.import(history_);
  const ScratchFolder folder;
  run_git(folder.path(), {"clone", "--quiet", "--bare", scratch_.path(), "bare.git"});
  const Repository bare = Repository::open(folder.path() + "/bare.git");
  EXPECT_TRUE(make_plan(bare, {}).considers("content/en/x.md"));
  Request request;
  request.branch = "configured";
  EXPECT_FALSE(make_plan(bare, request).considers("content/en/x.md"));
}

TEST_F(PlanTest, ANamedConfigurationMustBeThere) {
  configure(R"({"base": "C"})");
  const std::string named = scratch_.path() + "/other.json";
  Request request;
  request.config_file = named;
  EXPECT_THAT(error(request), HasSubstr("'" + named + "'"));
  write_whole_file(named, R"({"base": "A"})");
  EXPECT_EQ(describe(plan(request).base), "A at A");
}

// ---- Warnings ----

TEST_F(PlanTest, ABaseBehindItsUpstreamIsWorthAWarning) {
  history_.point("refs/remotes/upstream/trunk", "C");
  scratch_.git({"config", "remote.upstream.url", "/nonexistent"});
  scratch_.git({"config", "remote.upstream.fetch", "+refs/heads/*:refs/remotes/upstream/*"});
  Request request;
  request.branch = "K";
  EXPECT_THAT(plan(request).warnings, IsEmpty()) << "nothing says that it is the upstream";
  scratch_.git({"config", "branch.main.remote", "upstream"});
  scratch_.git({"config", "branch.main.merge", "refs/heads/trunk"});
  EXPECT_THAT(texts(plan(request)), ElementsAre(AllOf(HasSubstr("'main' is 1 commit behind"),
                                                      HasSubstr("--base upstream/trunk"))));
}

TEST_F(PlanTest, TheOneRemoteBranchOfTheBasesNameIsTakenForItsUpstream) {
  history_.point("refs/remotes/origin/main", "C");
  scratch_.git({"config", "remote.origin.url", "/nonexistent"});
  Request request;
  request.branch = "K";
  EXPECT_THAT(texts(plan(request)), ElementsAre(AllOf(HasSubstr("'main' is 1 commit behind"),
                                                      HasSubstr("--base origin/main"))));
}

TEST_F(PlanTest, ABranchThatContainsTheBaseIsWorthAWarning) {
  history_.commit("M", {"K", "B"}, {write_file("content/en/x.md", "2")});
  Request request;
  request.branch = "M";
  EXPECT_THAT(texts(plan(request)), ElementsAre(AllOf(HasSubstr("'M' already contains base 'main'"),
                                                      HasSubstr("2 commits ahead"))));
  request.branch = "K";
  EXPECT_THAT(plan(request).warnings, IsEmpty());
}

// ---- For a check ----

class CheckPlanTest : public PlanTest {
 protected:
  Plan plan_check(const Request& request = {}) {
    scratch_.import(history_);
    return make_plan(scratch_.open(), request, {}, Purpose::kCheck);
  }
};

TEST_F(CheckPlanTest, TheConfigurationIsTheBasesAndNobodyElses) {
  history_.commit("excuse", {"K"}, {write_file(".l10n-drift.json", R"({"include": ["/none/"]})")});
  history_.commit("rule", {"B"}, {write_file(".l10n-drift.json", R"({"exclude": ["/rule/"]})")});
  configure(R"({"include": ["/work-tree/"]})");
  Request request;
  request.base = "rule";
  request.branch = "excuse";
  const Plan made = plan_check(request);
  EXPECT_TRUE(made.considers("content/en/x.md"));
  EXPECT_FALSE(made.considers("rule/x.md"));
  request.config_file = scratch_.path() + "/.l10n-drift.json";
  EXPECT_FALSE(plan_check(request).considers("content/en/x.md")) << "but for one that is named";
}

TEST_F(CheckPlanTest, ABaseWithoutAConfigurationHasTheDefaults) {
  configure("not JSON");
  EXPECT_EQ(describe(plan_check().base), "main at B");
}

TEST_F(CheckPlanTest, TheBasesConfigurationMayNameAnotherBase) {
  history_.commit("there", {"B"}, {write_file(".l10n-drift.json", R"({"exclude": ["/there/"]})")});
  history_.commit("here", {"B"}, {write_file(".l10n-drift.json", R"({"base": "there"})")});
  history_.point("refs/heads/main", "here");
  const Plan made = plan_check();
  EXPECT_EQ(describe(made.base), "there at there");
  EXPECT_FALSE(made.considers("there/x.md"));
}

TEST_F(CheckPlanTest, TheNameOfAMilestoneTellsNoLanguage) {
  history_.point("refs/heads/dev-1.9-ko.1", "K");
  Request request;
  request.branch = "dev-1.9-ko.1";
  EXPECT_THAT(plan_check(request).languages, ElementsAre("ko", "zh-cn"));
}

TEST_F(CheckPlanTest, ABranchThatContainsTheBaseIsAsItShouldBe) {
  history_.commit("L", {"B"}, {write_file("content/ko/x.md", "3")});
  Request request;
  request.branch = "L";
  EXPECT_THAT(texts(plan_check(request)), IsEmpty());
  EXPECT_THAT(texts(plan(request)), testing::SizeIs(1));
}

}  // namespace
}  // namespace l10n_drift
