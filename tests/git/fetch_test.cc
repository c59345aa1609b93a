#include "git/fetch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "support/error_text.h"
#include "support/run_git.h"
#include "support/scratch_folder.h"
#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

// A variable of the environment with another value, for as long as the object lives.
class Variable {
 public:
  Variable(std::string name, const std::string& value) : name_(std::move(name)) {
    if (const char* const before = std::getenv(name_.c_str())) before_ = before;
    setenv(name_.c_str(), value.c_str(), 1);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() {
    if (before_) {
      setenv(name_.c_str(), before_->c_str(), 1);
    } else {
      unsetenv(name_.c_str());
    }
  }

 private:
  std::string name_;
  std::optional<std::string> before_;
};

// What git says is kept out of the test's output.
FetchEnd fetch_in_silence(const std::string& git_dir, const std::string& remote,
                          const std::vector<ObjectId>& objects) {
  testing::internal::CaptureStderr();
  const FetchEnd end = fetch_objects(git_dir, remote, objects);
  testing::internal::GetCapturedStderr();
  return end;
}

// With the real git: a repository, and a bare clone of it that has no blobs.
class FetchTest : public testing::Test {
 protected:
  FetchTest() {
    History history;
    history.commit("A", {}, {write_file("one", "1"), write_file("two", "2")});
    history.commit("B", {"A"}, {write_file("one", "11"), write_file("three", "3")});
    history.point("refs/heads/main", "B");
    scratch_.import(history);
    scratch_.git({"config", "uploadpack.allowFilter", "true"});
    scratch_.git({"config", "uploadpack.allowAnySHA1InWant", "true"});
    run_git(folder_.path(), {"clone", "--quiet", "--bare", "--filter=blob:none",
                             "file://" + scratch_.path(), clone_});
  }

  // The blobs that the clone lacks, sorted; asking does not fetch them.
  std::string missing() const {
    std::string missing;
    for (const char* path : {"A:one", "A:two", "B:one", "B:three"}) {
      const std::string list =
          run_git(clone_, {"rev-list", "--objects", "--all", "--missing=print"});
      if (list.find('?' + scratch_.id(path).hex()) != std::string::npos) {
        missing += std::string(missing.empty() ? "" : " ") + path;
      }
    }
    return missing;
  }

  std::string refs() const { return run_git(clone_, {"for-each-ref"}); }

  ScratchRepository scratch_;
  ScratchFolder folder_;
  std::string clone_ = folder_.at("clone.git");
  // Nothing of the developer's reaches the git that is called here.
  Variable home_{"HOME", "/nonexistent"};
  Variable no_system_{"GIT_CONFIG_NOSYSTEM", "1"};
  Variable no_global_{"GIT_CONFIG_GLOBAL", "/dev/null"};
};

TEST_F(FetchTest, BringsTheObjectsThatAreNamedAndNoOthers) {
  ASSERT_EQ(missing(), "A:one A:two B:one B:three");
  EXPECT_EQ(fetch_objects(clone_, "origin", {scratch_.id("A:one"), scratch_.id("B:three")}),
            FetchEnd::kDone);
  EXPECT_EQ(missing(), "A:two B:one");
}

TEST_F(FetchTest, LeavesReferencesAlone) {
  const std::string before = refs();
  History history;
  history.commit("C", {}, {write_file("one", "111")});  // Which has a tag, as all of them have.
  history.point("refs/heads/new", "C");
  scratch_.import(history);
  ASSERT_EQ(fetch_objects(clone_, "origin", {scratch_.id("C")}), FetchEnd::kDone);
  EXPECT_EQ(refs(), before);
  EXPECT_FALSE(std::filesystem::exists(clone_ + "/FETCH_HEAD"));
}

TEST_F(FetchTest, FailsForARemoteThatIsNotThereOrLacksTheObject) {
  EXPECT_EQ(fetch_in_silence(clone_, "upstream", {scratch_.id("A:one")}), FetchEnd::kFailed);
  EXPECT_EQ(fetch_in_silence(clone_, "origin", {id_from_hex(std::string(40, '1'))}),
            FetchEnd::kFailed);
  EXPECT_EQ(missing(), "A:one A:two B:one B:three");
}

TEST_F(FetchTest, WorksWithinAHookOfAnotherRepository) {
  const ScratchRepository other;
  const Variable git_dir("GIT_DIR", other.at(".git"));
  const Variable objects("GIT_OBJECT_DIRECTORY", other.at(".git/objects"));
  const Variable index("GIT_INDEX_FILE", other.at(".git/index"));
  EXPECT_EQ(fetch_objects(clone_, "origin", {scratch_.id("A:one")}), FetchEnd::kDone);
  EXPECT_EQ(missing(), "A:two B:one B:three");
}

// With a git of a few lines, which notes what it was called with.
class FakeGitTest : public testing::Test {
 protected:
  void git_is(const std::string& rest) {
    write_whole_file(folder_.at("git"), "#!/bin/sh\ncd '" + folder_.path() +
                                            "'\nfor word; do echo \"$word\"; done >>arguments\n"
                                            "cat >>input\n(echo; env) >environment\n" +
                                            rest + "\n");
    std::filesystem::permissions(folder_.at("git"), std::filesystem::perms::owner_all);
  }

  std::string noted(const std::string& what) const { return read_whole_file(folder_.at(what)); }

  // Git's own list of the variables that tie it to one repository, of the real git.
  std::string local_variables_ = run_git("/", {"rev-parse", "--local-env-vars"});
  ScratchFolder folder_;
  Variable path_{"PATH", folder_.path() + ":/usr/bin:/bin"};
};

TEST_F(FakeGitTest, AllObjectsGoToOneGitOnALineEach) {
  git_is("exit 0");
  std::vector<ObjectId> objects;
  std::string lines;
  for (int i = 0; i < 5000; ++i) {
    objects.push_back(id_from_hex(std::to_string(1'000'000 + i) + std::string(33, 'a')));
    lines += objects.back().hex() + '\n';
  }
  EXPECT_EQ(fetch_objects("/some where/x.git", "--evil", objects), FetchEnd::kDone);
  EXPECT_EQ(noted("input"), lines);
  EXPECT_THAT(noted("arguments"), StartsWith("--git-dir=/some where/x.git\n"));
  EXPECT_THAT(noted("arguments"), HasSubstr("\n--stdin\n"));
}

TEST_F(FakeGitTest, TheVariablesThatNameARepositoryStayBehind) {
  git_is("exit 0");
  std::istringstream lines(local_variables_);
  const std::vector<std::string> all(std::istream_iterator<std::string>(lines), {});
  ASSERT_THAT(all, Contains("GIT_DIR"));
  for (const std::string& name : all) {
    SCOPED_TRACE(name);
    const Variable variable(name, "17");
    fetch_objects("x.git", "origin", {});
    // What they say of configuration is what the user has said on the command line of git.
    const bool goes_along = name.find("CONFIG") != std::string::npos;
    EXPECT_EQ(noted("environment").find("\n" + name + "=17\n") != std::string::npos, goes_along);
  }
}

TEST_F(FakeGitTest, OtherVariablesGoAlong) {
  git_is("exit 0");
  for (const char* const name : {"GIT_SSH_COMMAND", "GIT_DIRX", "XGIT_DIR", "SSH_AUTH_SOCK"}) {
    const Variable variable(name, "a=b");
    fetch_objects("x.git", "origin", {});
    EXPECT_THAT(noted("environment"), HasSubstr("\n" + std::string(name) + "=a=b\n"));
  }
}

TEST_F(FakeGitTest, StandardOutputIsForTheReport) {
  git_is("echo said; echo warned >&2");
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  fetch_objects("x.git", "origin", {});
  EXPECT_THAT(testing::internal::GetCapturedStdout(), IsEmpty());
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "said\nwarned\n");
}

TEST_F(FakeGitTest, AnyEndButZeroIsAFailure) {
  for (const auto& [rest, end] : {std::pair{"exit 0", FetchEnd::kDone},
                                  {"exit 1", FetchEnd::kFailed},
                                  {"exit 128", FetchEnd::kFailed},
                                  {"kill -9 $$", FetchEnd::kFailed}}) {
    git_is(rest);
    EXPECT_EQ(fetch_objects("x.git", "origin", {}), end) << rest;
  }
}

TEST_F(FakeGitTest, WithoutAGitThereIsAHint) {
  const Variable path("PATH", folder_.path());
  EXPECT_THAT(error_text([] { fetch_objects("x.git", "origin", {}); }),
              AllOf(HasSubstr("cannot start git: "), HasSubstr("git in the PATH")));
}

}  // namespace
}  // namespace l10n_drift
