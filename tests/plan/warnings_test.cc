#include "plan/warnings.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "plan/plan_fixture.h"

namespace l10n_drift {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class PlanWarningsTest : public PlanTest {
 protected:
  // "MESSAGE | HINT".
  static std::vector<std::string> warnings(const Planned& planned) {
    std::vector<std::string> texts;
    for (const Warning& warning : planned.warnings) {
      texts.push_back(warning.message + " | " + warning.hint);
    }
    return texts;
  }
};

TEST_F(PlanWarningsTest, ABaseBehindItsUpstreamIsWorthAWarning) {
  history_.point("refs/remotes/upstream/trunk", "C");
  scratch_.git({"config", "remote.upstream.url", "/nonexistent"});
  scratch_.git({"config", "remote.upstream.fetch", "+refs/heads/*:refs/remotes/upstream/*"});
  EXPECT_THAT(warnings(planned(on_branch("K"))), IsEmpty())
      << "nothing says that it is the upstream";
  scratch_.git({"config", "branch.main.remote", "upstream"});
  scratch_.git({"config", "branch.main.merge", "refs/heads/trunk"});
  EXPECT_THAT(warnings(planned(on_branch("K"))),
              ElementsAre(AllOf(HasSubstr("'main' is 1 commit behind"),
                                HasSubstr("--base upstream/trunk"))));
}

TEST_F(PlanWarningsTest, TheOneRemoteBranchOfTheBasesNameIsTakenForItsUpstream) {
  history_.point("refs/remotes/origin/main", "C");
  scratch_.git({"config", "remote.origin.url", "/nonexistent"});
  EXPECT_THAT(
      warnings(planned(on_branch("K"))),
      ElementsAre(AllOf(HasSubstr("'main' is 1 commit behind"), HasSubstr("--base origin/main"))));
}

TEST_F(PlanWarningsTest, ABranchThatContainsTheBaseIsWorthAWarning) {
  history_.commit("M", {"K", "B"}, {write_file("content/en/x.md", "2")});
  EXPECT_THAT(warnings(planned(on_branch("M"))),
              ElementsAre(AllOf(HasSubstr("'M' already contains base 'main'"),
                                HasSubstr("2 commits ahead"))));
  EXPECT_THAT(warnings(planned(on_branch("K"))), IsEmpty());
}

TEST_F(PlanWarningsTest, ForACheckABranchThatContainsTheBaseIsAsItShouldBe) {
  history_.commit("L", {"B"}, {write_file("content/ko/x.md", "3")});
  EXPECT_THAT(warnings(planned(for_check(on_branch("L")))), IsEmpty());
  EXPECT_THAT(warnings(planned(on_branch("L"))), SizeIs(1));
}

}  // namespace
}  // namespace l10n_drift
