#include "plan/base_choice.h"

#include <gmock/gmock.h>

#include <string>

#include "plan/plan_fixture.h"
#include "support/run_git.h"

namespace l10n_drift {
namespace {

using testing::HasSubstr;

class BaseChoiceTest : public PlanTest {
 protected:
  // Adds a commit with a configuration of its own.
  void commit_config(const std::string& name, const std::string& parent, const std::string& json) {
    history_.commit(name, {parent}, {write_file(".l10n-drift.json", json)});
  }
};

TEST_F(BaseChoiceTest, TheBaseIsTheFirstUsualNameThatThereIs) {
  scratch_.import(history_);
  scratch_.git({"checkout", "--quiet", "-b", "topic", "K"});
  scratch_.git({"branch", "--quiet", "-D", "main"});
  const auto base = [&] { return describe(choose_base(scratch_.open(), {}, {})); };
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

TEST_F(BaseChoiceTest, AnOptionWinsOverTheConfigurationAndThatOverTheDefault) {
  configure(R"({"base": "C"})");
  EXPECT_EQ(describe(plan().base), "C at C");
  EXPECT_EQ(describe(plan(between("A", "main")).base), "A at A");
}

TEST_F(BaseChoiceTest, ANamedConfigurationMustBeThere) {
  configure(R"({"base": "C"})");
  PlanRequest request;
  request.comparison.config_file = scratch_.at("other.json");
  EXPECT_THAT(error(request), HasSubstr("'" + *request.comparison.config_file + "'"));
  write_whole_file(*request.comparison.config_file, R"({"base": "A"})");
  EXPECT_EQ(describe(plan(request).base), "A at A");
}

TEST_F(BaseChoiceTest, ABareRepositoryHasTheConfigurationOfItsBranch) {
  commit_config("D", "B", R"({"exclude": ["x.md"]})");
  history_.point("refs/heads/configured", "D");
  scratch_.import(history_);
  const ScratchFolder folder;
  run_git(folder.path(), {"clone", "--quiet", "--bare", scratch_.path(), "bare.git"});
  const Repository bare = Repository::open({.path = folder.at("bare.git")});
  EXPECT_TRUE(make_plan(bare, {}).plan.considers("content/en/x.md"));
  EXPECT_FALSE(make_plan(bare, on_branch("configured")).plan.considers("content/en/x.md"));
}

// ---- For a check ----

TEST_F(BaseChoiceTest, TheConfigurationOfACheckIsTheBasesAndNobodyElses) {
  commit_config("excuse", "K", R"({"include": ["/none/"]})");
  commit_config("rule", "B", R"({"exclude": ["/rule/"]})");
  configure(R"({"include": ["/work-tree/"]})");
  PlanRequest request = between("rule", "excuse");
  const Plan made = plan(for_check(request));
  EXPECT_TRUE(made.considers("content/en/x.md"));
  EXPECT_FALSE(made.considers("rule/x.md"));
  request.comparison.config_file = scratch_.at(".l10n-drift.json");
  EXPECT_FALSE(plan(for_check(request)).considers("content/en/x.md"))
      << "but for one that is named";
}

TEST_F(BaseChoiceTest, ABaseWithoutAConfigurationHasTheDefaults) {
  configure("not JSON");
  EXPECT_EQ(describe(plan(for_check()).base), "main at B");
}

TEST_F(BaseChoiceTest, TheBasesConfigurationMayNameAnotherBase) {
  commit_config("there", "B", R"({"exclude": ["/there/"]})");
  commit_config("here", "B", R"({"base": "there"})");
  history_.point("refs/heads/main", "here");
  const Plan made = plan(for_check());
  EXPECT_EQ(describe(made.base), "there at there");
  EXPECT_FALSE(made.considers("there/x.md"));
}

}  // namespace
}  // namespace l10n_drift
