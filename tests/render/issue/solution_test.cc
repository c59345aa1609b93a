#include "render/issue/solution.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/sample_report.h"

namespace l10n_drift {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string solution_for(const FileReport& file) {
  return render_solution(make_report({file}), {&file, "M1"});
}

TEST(Solution, ShowsTheChangeOfAnOutdatedSource) {
  const std::string text = solution_for(sample_file("a.md", Status::kOutdated));
  EXPECT_EQ(text,
            "## Proposed solution\n"
            "\n"
            "To see what changed in a source since its translation, here M1:\n"
            "\n"
            "```sh\n"
            "l10n-drift diff --base main --branch dev-1.29-ko.1 content/ko/a.md\n"
            "```\n"
            "\n"
            "or, with git alone:\n"
            "\n"
            "```sh\n"
            "git diff cccccccccccc:content/en/a.md main:content/en/a.md\n"
            "```\n"
            "\n"
            "Then update the translation at `content/ko/a.md`, on branch `dev-1.29-ko.1`.\n");
}

TEST(Solution, NamesTheCommitWhereTheBaseHasNoNameForOthers) {
  const FileReport file = sample_file("a.md", Status::kOutdated);
  Report report = make_report({file});
  report.base.ref = "HEAD";
  EXPECT_THAT(render_solution(report, {&file, "M1"}), HasSubstr(" aaaaaaaaaaaa:content/en/a.md\n"));
}

TEST(Solution, ShowsWhatAPartiallyUpdatedTranslationLacks) {
  EXPECT_EQ(solution_for(sample_file("a.md", Status::kPartiallyUpdated)),
            "## Proposed solution\n"
            "\n"
            "To see what a translation still lacks, here M1:\n"
            "\n"
            "```sh\n"
            "l10n-drift diff --base main --branch dev-1.29-ko.1 content/ko/a.md\n"
            "```\n"
            "\n"
            "or, to read the whole source with git alone:\n"
            "\n"
            "```sh\n"
            "git show main:content/en/a.md\n"
            "```\n"
            "\n"
            "Then update the translation at `content/ko/a.md`, on branch `dev-1.29-ko.1`.\n");
}

TEST(Solution, TakesTheOldNameAtTheBaseline) {
  FileReport file = sample_file("a.md", Status::kOutdated);
  file.renamed_from = "content/en/b c.md";
  EXPECT_THAT(solution_for(file),
              HasSubstr("git diff 'cccccccccccc:content/en/b c.md' main:content/en/a.md\n"));
}

TEST(Solution, RepeatsSince) {
  const FileReport file = sample_file("a.md", Status::kOutdated);
  Report report = make_report({file});
  report.since = Revision{"v1^", repeated_id('c')};
  EXPECT_THAT(render_solution(report, {&file, "M1"}),
              HasSubstr("--branch dev-1.29-ko.1 --since 'v1^' content/ko/a.md\n"));
}

TEST(Solution, FollowsARename) {
  FileReport file = sample_file("a.md", Status::kRenamed);
  file.renamed_to = "content/en/b.md";
  const std::string text = solution_for(file);
  EXPECT_THAT(text, HasSubstr("git diff cccccccccccc:content/en/a.md main:content/en/b.md"));
  EXPECT_THAT(text, HasSubstr("Then move the translation at `content/ko/a.md` to where that of "
                              "`content/en/b.md` belongs, and update it, on branch"));
}

TEST(Solution, ShowsWhyASourceIsGone) {
  const std::string text = solution_for(sample_file("a.md", Status::kDeleted));
  EXPECT_THAT(text, HasSubstr("\ngit log -1 --stat main -- content/en/a.md\n"));
  EXPECT_THAT(text, HasSubstr("Then remove the translation at `content/ko/a.md`, on branch"));
  EXPECT_THAT(text, Not(HasSubstr("l10n-drift diff")));
}

TEST(Solution, NamesAPathThatGitWouldTakeForAPattern) {
  EXPECT_THAT(solution_for(sample_file("a[1].md", Status::kDeleted)),
              HasSubstr("\ngit --literal-pathspecs log -1 --stat main -- 'content/en/a[1].md'\n"));
}

TEST(Solution, ShowsTheHistoryWhereNoBaselineIsKnown) {
  FileReport file = sample_file("a.md", Status::kUnknown);
  file.baseline.reset();
  const std::string text = solution_for(file);
  EXPECT_THAT(text, HasSubstr("\ngit log --oneline main -- content/en/a.md\n"));
  EXPECT_THAT(text, HasSubstr("Then compare the source with the translation at `content/ko/a.md`"));
}

TEST(Solution, ShowsASourceWithoutTranslation) {
  FileReport file = sample_file("a.md", Status::kUntranslated);
  file.baseline.reset();
  const std::string text = solution_for(file);
  EXPECT_THAT(text, HasSubstr("\ngit show main:content/en/a.md\n"));
  EXPECT_THAT(text, HasSubstr("Then write the translation at `content/ko/a.md`"));
}

TEST(Solution, KeepsHostileNamesInside) {
  const std::string text = solution_for(sample_file("it's\n```\n# <b>.md", Status::kOutdated));
  EXPECT_THAT(text, HasSubstr("````sh\nl10n-drift diff --base main --branch dev-1.29-ko.1 "
                              R"($'content/ko/it\'s\n```\n# <b>.md')"
                              "\n````\n"));
  EXPECT_THAT(text, HasSubstr(R"(at ````"content/ko/it's\n```\n# <b>.md"````, on branch)"));
}

}  // namespace
}  // namespace l10n_drift
