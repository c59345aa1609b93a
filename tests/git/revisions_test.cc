#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "git/repository.h"
#include "support/error_text.h"
#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

//     A---B---C   main, HEAD      origin and upstream are remotes, of which both have `shared`,
//      \                          origin alone has `only-here`, and nobody has `nowhere`
//       D         topic
class RevisionsTest : public testing::Test {
 protected:
  RevisionsTest() {
    History history;
    history.commit("A", {}, {write_file("x", "1")});
    history.commit("B", {"A"}, {write_file("x", "2")});
    history.commit("C", {"B"}, {write_file("x", "3")});
    history.commit("D", {"A"}, {write_file("x", "4")});
    history.point("refs/heads/main", "C");
    history.point("refs/heads/topic", "D");
    history.point("refs/remotes/origin/main", "B");
    history.point("refs/remotes/origin/only-here", "B");
    history.point("refs/remotes/origin/shared", "B");
    history.point("refs/remotes/upstream/shared", "C");
    scratch_.import(history);
    for (const char* const remote : {"upstream", "origin"}) {
      scratch_.git({"config", std::string("remote.") + remote + ".url", "/nonexistent"});
      scratch_.git({"config", std::string("remote.") + remote + ".fetch",
                    std::string("+refs/heads/*:refs/remotes/") + remote + "/*"});
    }
    scratch_.git({"symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main"});
  }

  std::string commit_of(const std::string& name) const {
    return scratch_.name(scratch_.open().resolve(name).commit);
  }

  ScratchRepository scratch_;
};

TEST_F(RevisionsTest, ResolvesWhateverGitUnderstands) {
  scratch_.git({"tag", "--annotate", "-m", "a tag", "annotated", "B"});
  const std::string hex = scratch_.id("B").hex();
  for (const std::string& name :
       {std::string("B"), std::string("refs/tags/B"), std::string("annotated"), hex,
        hex.substr(0, 12), std::string("main~1"), std::string("HEAD^"), std::string("main^{/B}"),
        std::string("origin/main"), std::string("origin/HEAD"), std::string("origin")}) {
    EXPECT_EQ(commit_of(name), "B") << name;
  }
}

TEST_F(RevisionsTest, GivesTheTreeAndTheNameAsItWasGiven) {
  const ResolvedRevision revision = scratch_.open().resolve("main~2");
  EXPECT_EQ(revision.ref, "main~2");
  EXPECT_EQ(revision.commit, scratch_.id("A"));
  EXPECT_EQ(revision.tree, scratch_.tree("A"));
}

TEST_F(RevisionsTest, HeadTakesTheNameOfItsBranchIfItHasOne) {
  EXPECT_EQ(scratch_.open().resolve("HEAD").ref, "main");
  scratch_.git({"symbolic-ref", "HEAD", "refs/heads/topic"});
  EXPECT_EQ(scratch_.open().resolve("HEAD").ref, "topic");
  scratch_.git({"update-ref", "--no-deref", "HEAD", scratch_.id("B").hex()});
  EXPECT_EQ(scratch_.open().resolve("HEAD").ref, "HEAD");
  EXPECT_EQ(commit_of("HEAD"), "B");
}

TEST_F(RevisionsTest, GuessesTheBranchThatExactlyOneRemoteHas) {
  const ResolvedRevision revision = scratch_.open().resolve("only-here");
  EXPECT_EQ(revision.commit, scratch_.id("B"));
  EXPECT_EQ(revision.ref, "only-here");
  EXPECT_EQ(commit_of("main"), "C") << "a local branch comes first";
}

TEST_F(RevisionsTest, DoesNotGuessBetweenRemotes) {
  EXPECT_EQ(error_text([&] { scratch_.open().resolve("shared"); }),
            "revision 'shared' is a branch of several remotes | "
            "name one of them, such as 'origin/shared'");
}

TEST_F(RevisionsTest, AnUnknownNameHasTheNearestBranchAsAHint) {
  EXPECT_EQ(error_text([&] { scratch_.open().resolve("topci"); }),
            "unknown revision 'topci' | did you mean 'topic'?");
  EXPECT_EQ(error_text([&] { scratch_.open().resolve("only-her"); }),
            "unknown revision 'only-her' | did you mean 'only-here'?");
  EXPECT_THAT(
      error_text([&] { scratch_.open().resolve("nothing of the kind"); }),
      AllOf(HasSubstr("unknown revision 'nothing of the kind'"), Not(HasSubstr("did you"))));
  EXPECT_FALSE(scratch_.open().find("nothing of the kind"));
}

TEST_F(RevisionsTest, ATreeOrABlobIsNoCommit) {
  for (const std::string name : {"main^{tree}", "main:x"}) {
    EXPECT_EQ(error_text([&] { scratch_.open().resolve(name); }),
              "revision '" + name + "' is not a commit | ");
  }
}

TEST_F(RevisionsTest, AnIdThatSeveralObjectsBeginWithIsAmbiguous) {
  // Of 300 blobs, some share their first four digits.
  std::string prefix;
  std::set<std::string> seen;
  for (int i = 0; prefix.empty(); ++i) {
    const std::string digits = scratch_.store("blob", std::to_string(i)).hex().substr(0, 4);
    if (!seen.insert(digits).second) prefix = digits;
  }
  EXPECT_EQ(error_text([&] { scratch_.open().resolve(prefix); }),
            "revision '" + prefix +
                "' is ambiguous: several objects begin with it | "
                "give more digits of the commit's id");
}

TEST_F(RevisionsTest, BranchesAreSortedLocalOnesFirstAndSymbolicOnesLeftOut) {
  std::vector<std::string> names;
  for (const Branch& branch : scratch_.open().branches()) {
    names.push_back(branch.name + ' ' + scratch_.name(branch.commit));
    EXPECT_EQ(branch.is_remote, branch.name.find('/') != std::string::npos) << branch.name;
  }
  EXPECT_THAT(names, ElementsAre("main C", "topic D", "origin/main B", "origin/only-here B",
                                 "origin/shared B", "upstream/shared C"));
  EXPECT_THAT(scratch_.open().remotes(), ElementsAre("origin", "upstream"));
}

TEST_F(RevisionsTest, TheUpstreamIsTheConfiguredOne) {
  EXPECT_FALSE(scratch_.open().upstream("main"));
  scratch_.git({"config", "branch.main.remote", "origin"});
  scratch_.git({"config", "branch.main.merge", "refs/heads/main"});
  const auto upstream = scratch_.open().upstream("main");
  ASSERT_TRUE(upstream);
  EXPECT_EQ(upstream->name, "origin/main");
  EXPECT_EQ(upstream->commit, scratch_.id("B"));
  EXPECT_TRUE(upstream->is_remote);
  EXPECT_FALSE(scratch_.open().upstream("topic"));
  EXPECT_FALSE(scratch_.open().upstream("no such branch"));
}

TEST_F(RevisionsTest, CountsWhatEitherSideLacks) {
  const Repository repository = scratch_.open();
  const AheadBehind counts = repository.ahead_behind(scratch_.id("D"), scratch_.id("C"));
  EXPECT_EQ(counts.ahead, 1u);
  EXPECT_EQ(counts.behind, 2u);
  EXPECT_THAT(repository.objects().find_ancestry({{scratch_.id("A"), scratch_.id("C")},
                                                  {scratch_.id("C"), scratch_.id("C")},
                                                  {scratch_.id("C"), scratch_.id("A")},
                                                  {scratch_.id("D"), scratch_.id("C")}}),
              testing::ElementsAre(Reach::kYes, Reach::kYes, Reach::kNo, Reach::kNo));
}

TEST_F(RevisionsTest, KnowsWhetherThereIsAnyCommit) {
  EXPECT_TRUE(scratch_.open().has_commits());
  scratch_.git({"symbolic-ref", "HEAD", "refs/heads/unborn"});
  EXPECT_TRUE(scratch_.open().has_commits()) << "a branch has some";
  EXPECT_FALSE(ScratchRepository().open().has_commits());
}

}  // namespace
}  // namespace l10n_drift
