#include "text/web_address.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

TEST(WebAddress, KnowsEveryFormOfGitHubsAddresses) {
  for (const char* const address : {
           "https://github.com/o-1/r.x_y",
           "https://github.com/o-1/r.x_y.git",
           "https://github.com/o-1/r.x_y/",
           "https://github.com/o-1/r.x_y.git/",
           "http://www.github.com/o-1/r.x_y",
           "HTTPS://GitHub.com/o-1/r.x_y",
           "https://github.com:443/o-1/r.x_y",
           "https://somebody@github.com/o-1/r.x_y.git",
           "https://x-access-token:secret@github.com/o-1/r.x_y",
           "https://user:p@ss@github.com/o-1/r.x_y",
           "git@github.com:o-1/r.x_y.git",
           "git@github.com:o-1/r.x_y",
           "git@github.com:/o-1/r.x_y.git",
           "github.com:o-1/r.x_y",
           "org-123@github.com:o-1/r.x_y.git",
           "ssh://git@github.com/o-1/r.x_y",
           "ssh://git@github.com:22/o-1/r.x_y.git",
           "ssh://git@ssh.github.com:443/o-1/r.x_y.git",
           "git+ssh://git@github.com/o-1/r.x_y.git",
           "git://github.com/o-1/r.x_y.git",
       }) {
    EXPECT_EQ(github_page(address), "https://github.com/o-1/r.x_y") << address;
  }
}

TEST(WebAddress, AllElseIsNotOnGitHub) {
  for (const char* const address : {
           "",
           "/srv/git/o/r.git",
           "../o/r",
           "C:/o/r",
           "file:///github.com/o/r",
           "https://github.com",
           "https://github.com/o",
           "https://github.com/o/",
           "https://github.com/o/r/tree/main",
           "https://github.com//r",
           "https://github.com/o/..",
           "https://github.com/./r",
           "https://github.com/o/.git",
           "https://github.com/o/r?x=y",
           "https://github.com/o/r)",
           "https://github.com/o/r%20",
           "https://github.com/o/<r>",
           "https://github.com/o/r\n",
           "https://github.com:x/o/r",
           "https://github.com.example.org/o/r",
           "https://notgithub.com/o/r",
           "https://github.com@example.org/o/r",
           "https://example.org/github.com/o/r",
           "https://github.example.org/o/r",
           "git@github.example.org:o/r",
           "./git@github.com:o/r",
           "git@github.com",
       }) {
    EXPECT_EQ(github_page(address), std::nullopt) << address;
  }
}

TEST(WebAddress, ABrowsersAddressMayBeOnAnyHost) {
  EXPECT_EQ(repository_page("https://github.com/o/r.git"), "https://github.com/o/r");
  EXPECT_EQ(repository_page("http://www.github.com/o/r"), "https://github.com/o/r");
  EXPECT_EQ(repository_page("https://Git.Example.org/o/r/"), "https://git.example.org/o/r");
  EXPECT_EQ(repository_page("http://localhost:8080/o/r"), "http://localhost:8080/o/r");
  EXPECT_EQ(repository_page("https://token@git.example.org/o/r"), "https://git.example.org/o/r");
  for (const char* const address :
       {"", "none", "github.com/o/r", "git@github.com:o/r", "ssh://git@github.com/o/r",
        "https://git.example.org/o/r/blob/main", "https://git.example.org/o",
        "https://exa mple.org/o/r", "javascript://x/o/r", "https:///o/r"}) {
    EXPECT_EQ(repository_page(address), std::nullopt) << address;
  }
}

}  // namespace
}  // namespace l10n_drift
