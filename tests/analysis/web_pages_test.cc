#include "analysis/web_pages.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

class WebPagesTest : public testing::Test {
 protected:
  WebPagesTest() {
    history_.commit("A", {},
                    {write_file("content/en/x.md", "1"), write_file("content/ko/x.md", "1")});
    history_.commit("B", {"A"}, {write_file("content/en/x.md", "2")});
    history_.point("refs/heads/main", "B");
    history_.point("refs/heads/dev-1.0-ko.1", "A");
  }

  void remote(const std::string& name, const std::string& address) {
    scratch_.git({"config", "remote." + name + ".url", address});
  }

  std::optional<WebPages> find(const std::string& base, const std::string& branch,
                               const std::optional<std::string>& address = {}) {
    scratch_.import(history_);
    const Repository repository = scratch_.open();
    return find_web_pages(repository, repository.resolve(base), repository.resolve(branch),
                          address);
  }

  ScratchRepository scratch_;
  History history_;
};

TEST_F(WebPagesTest, AreThoseOfOriginOnGitHub) {
  remote("origin", "https://x-access-token:secret@github.com/o/r.git");
  EXPECT_EQ(find("main", "dev-1.0-ko.1"),
            (WebPages{"https://github.com/o/r", "main", "dev-1.0-ko.1"}));
}

TEST_F(WebPagesTest, ThereAreNoneWithoutOriginOrElsewhere) {
  EXPECT_EQ(find("main", "main"), std::nullopt);
  remote("upstream", "git@github.com:o/r.git");
  EXPECT_EQ(find("main", "main"), std::nullopt);
  remote("origin", "https://git.example.org/o/r.git");
  EXPECT_EQ(find("main", "main"), std::nullopt);
}

TEST_F(WebPagesTest, AnAddressThatWasGivenComesFirst) {
  remote("origin", "git@github.com:o/r.git");
  EXPECT_EQ(find("main", "main", "https://git.example.org/a/b")->repository,
            "https://git.example.org/a/b");
}

TEST_F(WebPagesTest, BranchesGoByTheNameThatTheRemoteKnows) {
  remote("origin", "git@github.com:o/r.git");
  remote("up/stream", "git@github.com:u/r.git");
  history_.point("refs/remotes/origin/main", "B");
  history_.point("refs/remotes/up/stream/a/b", "A");
  history_.point("refs/remotes/origin/dev-1.0-ko.2", "A");
  EXPECT_EQ(find("origin/main", "up/stream/a/b")->base, "main");
  EXPECT_EQ(find("origin/main", "up/stream/a/b")->branch, "a/b");
  EXPECT_EQ(find("refs/heads/main", "refs/remotes/origin/main")->base, "main");
  EXPECT_EQ(find("refs/heads/main", "refs/remotes/origin/main")->branch, "main");
  EXPECT_EQ(find("main", "dev-1.0-ko.2")->branch, "dev-1.0-ko.2");
}

TEST_F(WebPagesTest, ARemoteThatTheBaseNamesComesBeforeOrigin) {
  remote("origin", "git@github.com:fork/r.git");
  remote("upstream", "git@github.com:o/r.git");
  remote("mirror", "https://git.example.org/o/r.git");
  history_.point("refs/remotes/upstream/main", "B");
  history_.point("refs/remotes/mirror/main", "B");
  EXPECT_EQ(find("upstream/main", "main"), (WebPages{"https://github.com/o/r", "main", "main"}));
  EXPECT_EQ(find("main", "upstream/main")->repository, "https://github.com/fork/r");
  EXPECT_EQ(find("mirror/main", "main"), std::nullopt);
}

TEST_F(WebPagesTest, AllElseIsNamedByItsCommit) {
  remote("origin", "git@github.com:o/r.git");
  scratch_.import(history_);
  const auto pages = find("main~1", scratch_.id("B").hex().substr(0, 10));
  EXPECT_EQ(pages->base, scratch_.id("A").hex());
  EXPECT_EQ(pages->branch, scratch_.id("B").hex());
}

}  // namespace
}  // namespace l10n_drift
