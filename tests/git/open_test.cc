#include "git/open.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "git/repository.h"
#include "support/error_text.h"
#include "support/run_git.h"
#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

std::string error_of_open(const std::string& path) {
  return error_text([&] { Repository::open({.path = path}); });
}

void write_grafts(const std::string& git_dir, const std::string& text) {
  fs::create_directories(git_dir + "/info");
  write_whole_file(git_dir + "/info/grafts", text);
}

History one_commit() {
  History history;
  history.commit("A", {}, {write_file("content/ko/x.md", "1")});
  history.commit("B", {"A"}, {write_file("content/ko/x.md", "2")});
  history.point("refs/heads/main", "B");
  return history;
}

TEST(Open, TakesAnyKindOfRepositoryAndAFolderInsideOne) {
  const ScratchRepository scratch(one_commit());
  scratch.git({"reset", "--quiet", "--hard"});
  const ScratchFolder other;
  const std::string bare = other.at("bare.git");
  const std::string linked = other.at("linked");
  run_git(other.path(), {"clone", "--quiet", "--bare", scratch.path(), bare});
  scratch.git({"worktree", "add", "--quiet", "--detach", linked, "main"});
  for (const std::string& path : {scratch.path(), scratch.path() + "/", scratch.at(".git"),
                                  scratch.at("content/ko"), bare, linked, linked + "/content"}) {
    EXPECT_EQ(Repository::open({.path = path}).resolve("main").commit, scratch.id("B")) << path;
    EXPECT_EQ(Repository::open({.path = path})
                  .objects()
                  .for_another_thread()
                  .read_commit(scratch.id("B"))
                  .parents.front(),
              scratch.id("A"))
        << path;
  }
  EXPECT_EQ(Repository::open({.path = linked + "/content"}).work_tree(), linked + "/");
  EXPECT_FALSE(Repository::open({.path = bare}).work_tree());
}

TEST(Open, KnowsTheFolderThatItWasOpenedFrom) {
  ScratchRepository scratch;
  fs::create_directories(scratch.at("content/ko"));
  fs::create_directory_symlink("content/ko", scratch.at("link"));
  EXPECT_EQ(scratch.open().prefix(), "");
  EXPECT_EQ(Repository::open({.path = scratch.path() + "/"}).prefix(), "");
  EXPECT_EQ(Repository::open({.path = scratch.at("content/ko")}).prefix(), "content/ko");
  EXPECT_EQ(Repository::open({.path = scratch.at("content/ko/..")}).prefix(), "content");
  EXPECT_EQ(Repository::open({.path = scratch.at("link")}).prefix(), "content/ko");
}

// Newer versions of libgit2 would follow the grafts, and fail on what git allows in the file.
TEST(Open, ReadsHistoryAsItWasCommittedWhateverGraftsSay) {
  const ScratchRepository scratch(one_commit());
  const ScratchFolder other;
  const std::string bare = other.at("bare.git");
  const std::string linked = other.at("linked");
  run_git(other.path(), {"clone", "--quiet", "--bare", scratch.path(), bare});
  scratch.git({"worktree", "add", "--quiet", "--detach", linked, "main"});
  scratch.git({"config", "core.bare", "false"});
  const std::string graft = scratch.id("B").hex();
  for (const std::string& text : {graft + "\n", "# cut off\n\n" + graft + "\r\n"}) {
    for (const std::string& git_dir : {scratch.at(".git"), bare}) write_grafts(git_dir, text);
    for (const std::string& path : {scratch.path(), bare, linked}) {
      const Repository repository = Repository::open({.path = path});
      EXPECT_TRUE(repository.has_grafts()) << path << ": " << text;
      EXPECT_EQ(repository.resolve("HEAD~1").commit, scratch.id("A")) << path << ": " << text;
      const auto tree = path == bare ? std::nullopt : std::optional(path + "/");
      EXPECT_EQ(repository.work_tree(), tree) << text;
    }
  }
}

TEST(Open, LooksForTheWorkTreeWhereTheConfigurationSays) {
  const ScratchRepository scratch(one_commit());
  const ScratchFolder other;
  write_grafts(scratch.at(".git"), "# none\n");
  scratch.git({"config", "core.worktree", other.path()});
  EXPECT_EQ(Repository::open({.path = scratch.at(".git")}).work_tree(), other.path() + "/");
}

TEST(Open, RefusesWhatIsNotThere) {
  const ScratchFolder folder;
  const std::string path = folder.at("none");
  EXPECT_EQ(error_of_open(path),
            "cannot open repository '" + path + "': no such file or directory | ");
}

TEST(Open, RefusesWhatIsNoRepository) {
  const ScratchFolder folder;
  EXPECT_THAT(error_of_open(folder.path()),
              AllOf(HasSubstr("cannot open repository '" + folder.path() + "': "),
                    HasSubstr("not a git repository"), HasSubstr(" | ")));
}

TEST(Open, RefusesAShallowClone) {
  const ScratchRepository scratch(one_commit());
  const ScratchFolder other;
  const std::string clone = other.at("clone");
  run_git(other.path(), {"clone", "--quiet", "--depth=1", "file://" + scratch.path(), clone});
  EXPECT_THAT(error_of_open(clone), AllOf(HasSubstr("repository '" + clone + "' is shallow"),
                                          HasSubstr("fetch --unshallow")));
}

TEST(Open, RefusesObjectsThatAreNotNamedBySha1) {
  const ScratchFolder folder;
  run_git(folder.path(), {"init", "--quiet", "--object-format=sha256"});
  EXPECT_THAT(error_of_open(folder.path()),
              AllOf(HasSubstr("cannot open repository '" + folder.path() + "'"),
                    HasSubstr("SHA-256"), HasSubstr("SHA-1")));
}

TEST(Open, RefusesRefsThatAreNoFiles) {
  const ScratchRepository scratch;
  scratch.git({"config", "core.repositoryformatversion", "1"});
  scratch.git({"config", "extensions.refstorage", "reftable"});
  EXPECT_THAT(error_of_open(scratch.path()),
              AllOf(HasSubstr("cannot open repository '" + scratch.path() + "'"),
                    HasSubstr("'reftable'"), HasSubstr("git refs migrate")));
}

TEST(Open, RefusesTheRepositoryOfAnotherUser) {
  if (geteuid() != 0) GTEST_SKIP() << "only root can give a folder away";
  const ScratchRepository scratch;
  constexpr uid_t kNobody = 65534;
  ASSERT_EQ(chown(scratch.path().c_str(), kNobody, kNobody), 0);
  ASSERT_EQ(chown(scratch.at(".git").c_str(), kNobody, kNobody), 0);
  EXPECT_THAT(
      error_of_open(scratch.path()),
      AllOf(HasSubstr("cannot open repository '" + scratch.path() + "'"), HasSubstr("another user"),
            HasSubstr("git config --global --add safe.directory " + scratch.path())));
  // With grafts that it cannot read, libgit2 does not come to look at the owner.
  write_grafts(scratch.at(".git"), "# none\n");
  EXPECT_THAT(error_of_open(scratch.path()), HasSubstr("it belongs to another user"));
}

std::size_t mapping_limit() {
  std::size_t limit = 0;
  git_libgit2_opts(GIT_OPT_GET_MWINDOW_MAPPED_LIMIT, &limit);
  return limit;
}

TEST(Open, MapsAllOfAPackUnlessItHasMillionsOfObjects) {
  const ScratchRepository scratch(one_commit());
  scratch.git({"repack", "-adq"});
  const std::string objects = scratch.at(".git/objects");
  Repository::open({.path = scratch.path()});
  const std::size_t limit = mapping_limit();
  EXPECT_GE(limit, std::size_t{1} << 30) << "so that pictures between trees do no harm";
  const std::string index = objects + "/pack/large.idx";
  write_whole_file(index, "");
  fs::resize_file(index, std::uintmax_t{65} << 20);
  choose_mapping(objects);
  EXPECT_LE(mapping_limit(), std::size_t{100} << 20);
  fs::remove(index);
  choose_mapping(objects);
  EXPECT_EQ(mapping_limit(), limit);
}

}  // namespace
}  // namespace l10n_drift
