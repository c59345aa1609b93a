#include "markdown/commit_mention.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace l10n_drift {
namespace {

TEST(CommitInMessage, IsWhatTheTranslationGoesUpTo) {
  struct Case {
    std::string message;
    std::string expected;
  };
  for (const Case& c : std::vector<Case>{
           {"docs/zh_CN: Update x\n\nUpdate the translation through commit b080e52110ea\n"
            "(\"docs: update self-protection __ro_after_init status\")\n\nSigned-off-by: A <a@b.c>",
            "b080e52110ea"},
           {"Update translation to commit 6a7f1c0a4b1e.", "6a7f1c0a4b1e"},
           {"x\r\n\r\nupdate to commit 6a7f1c0 (\"docs: title\")\r\n", "6a7f1c0"},
           {"sync with commit 6A7F1C0", "6A7F1C0"},
           {"docs/zh_CN: Update the translation of delay-accounting.rst to commit 6a7f1c0",
            "6a7f1c0"},
           {"x\n\nUpdate the translation of\ndocs/x.rst to\ncommit\n6a7f1c0", "6a7f1c0"},
           {"Synchronize the page with the upstream commit 6a7f1c0.", "6a7f1c0"},
           {"Translate x.rst into Chinese, up to commit 6a7f1c0 (\"x\").", "6a7f1c0"},
           {"x\n\nUpdate to commit:\n\n  6a7f1c0a4b1e (\"docs: fix commit 1234567\")",
            "6a7f1c0a4b1e"},
           {"Translate x.rst\n\nUpdate the translation through commit \"92b3d24de890\"\n",
            "92b3d24de890"},
           {"translate the \"netmem.rst\" into Chinese.\n\nUpdate to commit 383faec0fd64(\"net: "
            "enable\n"
            "netmem TX\")\n",
            "383faec0fd64"},
           // With what the kernel's own script said.
           {"docs/zh_CN: update the translation of x.rst\n\nUpdate to the commit 6e55b1cbf05d "
            "(\"docs: a\")\n\n"
            "scripts/checktransupdate.py reports:\n\nDocumentation/x.rst\n"
            "commit 6e55b1cbf05d (\"docs: a\")\ncommit 7b8f1c012345 (\"docs: b\")\n2 commits needs "
            "resolving",
            "6e55b1cbf05d"},
           // The last one of a list.
           {"Update to commit 6a7f1c0 (\"a\") and commit 7b8f1c0 (\"b\")", "7b8f1c0"},
           {"Update to commits 6a7f1c0, 7b8f1c0, and 8c9f1c0.\nOthers follow.", "8c9f1c0"},
           {"Update to commit 6a7f1c0 (\"a\")\ncommit 7b8f1c0 (\"b\")\n\nSigned-off-by: A",
            "7b8f1c0"},
           {"Update the translation from commit 6a7f1c0 to commit 7b8f1c0", "7b8f1c0"},
           // The same one, twice.
           {"Update x to commit 6a7f1c0\n\nUpdate the translation to commit 6a7f1c0a4b1e (\"a\")",
            "6a7f1c0a4b1e"},
       }) {
    EXPECT_EQ(commit_in_message(c.message), c.expected) << c.message;
  }
}

TEST(CommitInMessage, IsNoOtherMention) {
  for (const std::string message :
       {"", "Update x", "Fixes: 6a7f1c0a4b1e (\"x\")", "This reverts commit 6a7f1c0a4b1e.",
        "Revert \"Update to commit 6a7f1c0\"\n\nThis reverts commit 1234567.",
        "Revert x\n\nUpdate to commit 6a7f1c0", "Reapply \"Update to commit 6a7f1c0\"",
        "x\n\n(cherry picked from commit 6a7f1c0a4b1e)", "commit 6a7f1c0a4b1e upstream.",
        "[ Upstream commit 6a7f1c0a4b1e ]", "Since commit 6a7f1c0 broke the page, update it.",
        "Update the page. It goes back to commit 6a7f1c0.", "Update x due to commit 6a7f1c0",
        "Update what does not belong to commit 6a7f1c0", "Do not update to commit 6a7f1c0",
        "To do: update to commit 6a7f1c0", "Fixme: sync with commit 6a7f1c0",
        "x\n\nStill planned: update to commit 6a7f1c0", "todo - update to commit 6a7f1c0",
        "It should be updated to commit 6a7f1c0 later", "Update to commit 6a7f1c",
        "Update to commit defaced", "Update to commit g123456", "Update to commit abc..6a7f1c0",
        "Update to 6a7f1c0", "Update to\n\ncommit 6a7f1c0",
        "Signed-off-by: update <to@commit> 6a7f1c0", "Update the page, \"to commit 6a7f1c0\"",
        // Which one?
        "Update a to commit 6a7f1c0.\nUpdate b to commit 7b8f1c0.",
        "Update to commit 6a7f1c0, and commit 7b8f1c0 broke it again"}) {
    EXPECT_EQ(commit_in_message(message), std::nullopt) << message;
  }
}

TEST(CommitInHead, StandsInACommentOrAField) {
  struct Case {
    std::string page;
    CommitMention expected;
  };
  for (const Case& c : std::vector<Case>{
           {"<!-- commit 6a7f1c0 -->\n# x\n", {"6a7f1c0", 1}},
           {"\xEF\xBB\xBF# x\r\n\r\n<!--\r\n Translator: x\r\n commit 6a7f1c0a4b1e (\"docs: title "
            "of the"
            " commit\")\r\n-->\r\n",
            {"6a7f1c0a4b1e", 5}},
           {"<!-- Original: docs/a.md (commit 6a7f1c0) -->", {"6a7f1c0", 1}},
           {"<!-- Translated from docs/a.md at commit 6a7f1c0. -->", {"6a7f1c0", 1}},
           {".. SPDX-License-Identifier: GPL-2.0\n.. include:: ../disclaimer.rst\n\n"
            ":Original: Documentation/x.rst at commit 6a7f1c0\n:Translator: y\n",
            {"6a7f1c0", 4}},
           {".. commit 6a7f1c0a4b1e (\"docs: title\")\n\nTitle\n=====\n", {"6a7f1c0a4b1e", 1}},
           {"..\n   Update the translation to commit 6a7f1c0\n\nx\n", {"6a7f1c0", 2}},
           {":Original-Commit: 6a7f1c0\n", {"6a7f1c0", 1}},
           {":Original: x.rst,\n  commit 6a7f1c0\n", {"6a7f1c0", 2}},
       }) {
    EXPECT_EQ(commit_in_head(c.page), c.expected) << c.page;
  }
}

TEST(CommitInHead, IsNothingThatTheTextSays) {
  std::string long_page;
  for (int i = 0; i < 30; ++i) long_page += "text\n";
  for (const std::string& page : std::vector<std::string>{
           "", "commit 6a7f1c0\n", "Update to commit 6a7f1c0\n", "# x\n\nSee commit 6a7f1c0.\n",
           "<!-- x -->\ncommit 6a7f1c0\n", "x <!-- commit 6a7f1c0 -->\n",
           "```html\n<!-- commit 6a7f1c0 -->\n```\n", long_page + "<!-- commit 6a7f1c0 -->\n",
           ".. code-block:: none\n\n   commit 6a7f1c0\n", ".. _x: commit 6a7f1c0\n",
           ".. x\n\ncommit 6a7f1c0\n", ":Date: commit 6a7f1c0\n",
           ":Original: x.rst\n\ncommit 6a7f1c0\n", "<!-- since commit 6a7f1c0 it is so -->",
           "<!-- Commit 6a7f1c0 broke this page -->", "<!-- cherry picked from commit 6a7f1c0 -->",
           "<!-- Fixes: 6a7f1c0 -->", "<!-- commit 6a7f1c0 -->\n<!-- commit 7b8f1c0 -->\n"}) {
    EXPECT_EQ(commit_in_head(page), std::nullopt) << page;
  }
}

}  // namespace
}  // namespace l10n_drift
