#include "git/clone.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "git/open.h"
#include "support/error_text.h"
#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class CloneTest : public testing::Test {
 protected:
  Clone describe() {
    return describe_clone(open_repository(scratch_.path()).get(), scratch_.path());
  }

  void write(const std::string& name, const std::string& text) {
    const std::filesystem::path path = scratch_.at(".git/" + name);
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }

  ScratchRepository scratch_;
};

TEST_F(CloneTest, OfAnOrdinaryRepositoryThereIsNothingToSay) {
  const Clone clone = describe();
  EXPECT_FALSE(clone.is_partial());
  EXPECT_FALSE(clone.is_shallow());
  EXPECT_FALSE(clone.has_grafts);
  EXPECT_EQ(clone.replace_refs, 0u);
  EXPECT_EQ(clone.git_dir, scratch_.at(".git/"));
}

TEST_F(CloneTest, PromisorsAreTheRemotesThatSaySoEachOnce) {
  scratch_.git({"config", "remote.no.promisor", "false"});
  scratch_.git({"config", "remote.odd.promisor", "perhaps"});
  scratch_.git({"config", "remote.first.promisor", "true"});
  scratch_.git({"config", "remote.a.b.promisor", "yes"});
  scratch_.git({"config", "core.repositoryFormatVersion", "1"});
  scratch_.git({"config", "extensions.partialClone", "first"});
  EXPECT_THAT(describe().promisors, ElementsAre("first", "a.b"));
}

TEST_F(CloneTest, AnExtensionWithoutAValueNamesNobody) {
  std::ofstream(scratch_.at(".git/config"), std::ios::app) << "[extensions]\n\tpartialclone\n";
  EXPECT_THAT(describe().promisors, IsEmpty());
}

TEST_F(CloneTest, TheCommandThatFetchesAllNamesRepositoryAndRemote) {
  scratch_.git({"config", "remote.origin.promisor", "true"});
  EXPECT_EQ(describe().fetch_all, "git -C " + scratch_.path() +
                                      " fetch --refetch --no-filter origin "
                                      "'refs/heads/*:refs/heads/*'");
  scratch_.git({"config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*"});
  EXPECT_EQ(describe().fetch_all,
            "git -C " + scratch_.path() + " fetch --refetch --no-filter origin");
}

TEST_F(CloneTest, TheBoundaryMayBeWrittenInAnyOfGitsWays) {
  const std::string id(40, 'a');
  const std::string other(40, 'b');
  write("shallow", id + "\r\n\n" + std::string(40, 'B') + "\n");
  EXPECT_THAT(describe().boundary,
              testing::UnorderedElementsAre(id_from_hex(id), id_from_hex(other)));
  write("shallow", "");
  EXPECT_FALSE(describe().is_shallow());
}

TEST_F(CloneTest, ABoundaryThatIsNoneIsAnError) {
  write("shallow", std::string(39, 'a') + "\n");
  EXPECT_THAT(error_text([&] { describe(); }), HasSubstr("is no list of commits"));
}

TEST_F(CloneTest, GraftsAreLinesThatAreNoComments) {
  write("info/grafts", "# none\n\n");
  EXPECT_FALSE(describe().has_grafts);
  write("info/grafts", "# one\n" + std::string(40, 'a') + "\n");
  EXPECT_TRUE(describe().has_grafts);
}

}  // namespace
}  // namespace l10n_drift
