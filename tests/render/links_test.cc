#include "render/links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "l10n_drift/render.h"
#include "render/golden.h"
#include "render/sample_report.h"

namespace l10n_drift {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const WebPages kWeb{"https://github.com/o/r", "main", "dev-1.29-ko.1"};

std::string subject(const std::string& text) { return subject_text(kWeb, text); }

TEST(Links, LeadToTheHistoryOfTheSourceAndToTheTranslation) {
  FileReport file = sample_file("a.md", Status::kOutdated);
  EXPECT_EQ(source_link(kWeb, file),
            "[`content/en/a.md`](https://github.com/o/r/commits/main/content/en/a.md)");
  file.day_before_drift = "2020-10-16";
  EXPECT_EQ(
      source_link(kWeb, file),
      "[`content/en/a.md`](https://github.com/o/r/commits/main/content/en/a.md?since=2020-10-16)");
  EXPECT_EQ(translation_link(kWeb, file),
            ", [translation](https://github.com/o/r/blob/dev-1.29-ko.1/content/ko/a.md)");
}

TEST(Links, OfAnUntranslatedSourceThereIsThePageAlone) {
  const FileReport file = sample_file("a.md", Status::kUntranslated);
  EXPECT_EQ(source_link(kWeb, file),
            "[`content/en/a.md`](https://github.com/o/r/blob/main/content/en/a.md)");
  EXPECT_EQ(translation_link(kWeb, file), "");
}

TEST(Links, WithoutPagesThereIsTheTextAlone) {
  const FileReport file = sample_file("a.md", Status::kOutdated);
  EXPECT_EQ(source_link({}, file), "`content/en/a.md`");
  EXPECT_EQ(translation_link({}, file), "");
  EXPECT_EQ(subject_text({}, "Merge pull request #12 from o/b"),
            "`Merge pull request #12 from o/b`");
}

TEST(Links, EncodeAllThatCouldMeanSomething) {
  FileReport file =
      sample_file("a b(c)[d]<e>\"'`#?%&@:\\*_~$\n\xE9\xED\x95\x9C.md", Status::kDeleted);
  EXPECT_THAT(
      source_link(kWeb, file),
      HasSubstr("](https://github.com/o/r/commits/main/content/en/a%20b%28c%29%5Bd%5D%3Ce%3E"
                "%22%27%60%23%3F%25%26%40%3A%5C%2A_~%24%0A%E9%ED%95%9C.md)"));
  const WebPages odd{"https://github.com/o/r", "a/b#c", "x)y"};
  EXPECT_THAT(source_link(odd, file), HasSubstr("/commits/a/b%23c/content/en/"));
  EXPECT_THAT(translation_link(odd, file), HasSubstr("/blob/x%29y/content/ko/"));
}

TEST(Links, TheNumberOfAPullRequestLeadsToIt) {
  const std::string link = "[#12](https://redirect.github.com/o/r/pull/12)";
  EXPECT_EQ(subject("Merge pull request #12 from o/b"), "Merge pull request " + link + " from o/b");
  EXPECT_EQ(subject("Merge pull request #12"), "Merge pull request " + link);
  EXPECT_EQ(subject("Merge pull request #12 from @a #13 (#14)"),
            "Merge pull request " + link + " `from @a #13 (#14)`");
  EXPECT_EQ(subject("Fix *it* (#12)"), "Fix \\*it\\* (" + link + ")");
  EXPECT_EQ(subject("Revert @a's #11 (#12)"), "`Revert @a's #11` (" + link + ")");
  EXPECT_EQ(subject("a!  (#12)"), "a\\!  (" + link + ")");
}

TEST(Links, NoOtherNumberBecomesALink) {
  for (const char* const text : {
           "merge pull request #12 from o/b",
           "Merge pull request #12a",
           "Merge pull request #",
           "Merge pull request #012 from o/b",
           "Merge pull request #1234567890 from o/b",
           "Merge pull request o/r#12 from o/b",
           "Fixes #12",
           "Fix (#12) it",
           "Fix (#12).",
           "Fix(#12)",
           "[x](#12)",
           "o/r (o/r#12)",
           "Fix (#0)",
           "Fix (#12",
           "Fix (#)",
           " (#12)",
           "(#12)",
       }) {
    EXPECT_THAT(subject(text), Not(HasSubstr("redirect"))) << text;
    EXPECT_EQ(subject(text), subject_text({}, text)) << text;
  }
}

TEST(Links, OnOtherHostsALinkWouldBeAMention) {
  const WebPages other{"https://git.example.org/o/r", "main", "main"};
  EXPECT_EQ(subject_text(other, "Fix it (#12)"), "`Fix it (#12)`");
}

TEST(Links, ForeignSubjectsStayText) {
  const std::string texts[] = {
      "::error file=a::b",
      "%0A::error::x",
      "`tick`` (#12)",
      "$(touch x) (#12)",
      "@team: look (#12)",
      "see #1 (#12)",
      "<!-- (#12)",
      "--> (#12)",
      "]]> (#12)",
      "](http://x) (#12)",
      "[a](http://x) (#12)",
      "![a](http://x) (#12)",
      "a\\ (#12)",
      "[x] (#12)",
      "</li></ol> (#12)",
      "# heading (#12)",
      "- item (#12)",
      "1. item (#12)",
      "> quote (#12)",
      "  (#12)",
      "0123456789abcdef (#12)",
      "Merge pull request #12 from `x``/<b>",
      "Merge pull request #12 from ](http://x)",
      "Merge pull request #12 from @team/x",
      "Merge pull request #12 [x]",
      "Merge pull request #12 (http://x)",
      "Merge pull request #12   ",
      "Merge pull request #12 \xFF\n::error::",
  };
  std::string body = "# Subjects\n\n";
  for (const std::string& text : texts) body += "1. " + subject(text) + "\n";
  expect_golden("subjects.md", body);
}

TEST(Links, Golden) {
  Report report = sample_report();
  for (FileReport& file : report.files) {
    if (!file.commits.empty()) file.day_before_drift = "2020-11-11";
  }
  expect_golden("issue-links.md",
                render_issue(report, {.details = IssueDetails::kStaleBlocks, .web = kWeb}));
}

// GitHub takes 65,536 characters.
TEST(Links, AHundredFilesFitIntoAnIssue) {
  std::vector<FileReport> files;
  for (int i = 0; i < 100; ++i) {
    FileReport file = sample_file(
        "docs/concepts/services-networking/a-page-with-a-name-" + std::to_string(i) + ".md",
        Status::kOutdated);
    file.counts = LineCounts{123, 45};
    file.day_before_drift = "2020-10-16";
    files.push_back(file);
  }
  const WebPages web{"https://github.com/kubernetes/website", "main", "dev-1.29-ko.1"};
  EXPECT_LT(render_issue(make_report(files), {.web = web}).size(), 65'536u);
}

}  // namespace
}  // namespace l10n_drift
