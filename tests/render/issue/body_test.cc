#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "l10n_drift/issue.h"
#include "l10n_drift/render.h"
#include "l10n_drift/version.h"
#include "render/golden.h"
#include "render/sample_report.h"

namespace l10n_drift {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string issue_with_counts(LineCounts counts, IssueStyle style) {
  FileReport file = sample_file("a.md", Status::kOutdated);
  file.counts = counts;
  return render_issue(make_report({file}), {.style = style});
}

TEST(Issue, ShortstatGolden) { expect_golden("issue.md", render_issue(sample_report())); }

TEST(Issue, CompactGolden) {
  expect_golden("issue-compact.md",
                render_issue(sample_report_since(), {.style = IssueStyle::kCompact}));
}

TEST(Issue, DetailsGolden) {
  expect_golden("issue-details.md",
                render_issue(sample_report(), {.details = IssueDetails::kStaleBlocks}));
}

TEST(Issue, SaysInOneLineThatNothingIsOutdated) {
  const Report report =
      make_report({sample_file("a.md", Status::kInSync), sample_file("b.md", Status::kUnpaired)});
  expect_golden("issue-empty.md", render_issue(report));
}

TEST(Issue, CountsAsGitsShortstatDoes) {
  struct Case {
    LineCounts counts;
    const char* words;
  };
  const Case cases[] = {
      {{3, 1}, "1 file changed, 3 insertions(+), 1 deletion(-)"},
      {{1, 2}, "1 file changed, 1 insertion(+), 2 deletions(-)"},
      {{2, 0}, "1 file changed, 2 insertions(+)"},
      {{0, 1}, "1 file changed, 1 deletion(-)"},
      {{0, 0}, "1 file changed, 0 insertions(+), 0 deletions(-)"},
  };
  for (const Case& c : cases) {
    EXPECT_THAT(issue_with_counts(c.counts, IssueStyle::kShortstat),
                HasSubstr(std::string("- [ ] M1. `content/en/a.md` ") + c.words + "\n"));
  }
}

TEST(Issue, TheSizeIsThatOfInsertionsAndDeletions) {
  struct Case {
    std::size_t insertions;
    const char* words;
  };
  const Case cases[] = {
      {0, "XS (+0, -4)"},     {5, "XS (+5, -4)"},      {6, "S (+6, -4)"},
      {25, "S (+25, -4)"},    {26, "M (+26, -4)"},     {95, "M (+95, -4)"},
      {96, "L (+96, -4)"},    {495, "L (+495, -4)"},   {496, "XL (+496, -4)"},
      {995, "XL (+995, -4)"}, {996, "XXL (+996, -4)"},
  };
  for (const Case& c : cases) {
    EXPECT_THAT(issue_with_counts({c.insertions, 4}, IssueStyle::kCompact),
                HasSubstr(std::string("M1. `content/en/a.md` ") + c.words + "\n"));
  }
}

TEST(Issue, TellsOfSeverityAndOpenChangesAfterTheCounts) {
  const StaleBlock older = open_block(BlockKind::kCode, "", StaleChange::kAdded, {{1, 2}});
  const StaleBlock latest = newer(older);
  struct Case {
    Status status;
    std::optional<Severity> severity;
    std::vector<StaleBlock> stale;
    const char* line;  // After the path.
  };
  const Status modified = Status::kOutdated;
  const Status partly = Status::kPartiallyUpdated;
  const Case cases[] = {
      {modified, {}, {}, "M1. `content/en/a.md` XS (+3, -1)"},
      {modified, Severity::kCosmetic, {}, "M1. `content/en/a.md` XS (+3, -1) (cosmetic)"},
      {modified, Severity::kMinor, {latest}, "M1. `content/en/a.md` XS (+3, -1) (minor)"},
      {modified, Severity::kSubstantive, {latest}, "M1. `content/en/a.md` XS (+3, -1)"},
      {modified,
       Severity::kSubstantive,
       {older, latest},
       "M1. `content/en/a.md` XS (+3, -1), 1 older change still open"},
      {modified,
       Severity::kMinor,
       {older, older, latest},
       "M1. `content/en/a.md` XS (+3, -1) (minor), 2 older changes still open"},
      {partly, Severity::kSubstantive, {older}, "P1. `content/en/a.md` XS 1 open change, 2 lines"},
      {partly,
       Severity::kSubstantive,
       {older, older},
       "P1. `content/en/a.md` XS 2 open changes, 4 lines"},
      {partly,
       Severity::kMinor,
       {older},
       "P1. `content/en/a.md` XS 1 open change, 2 lines (minor)"},
  };
  for (const Case& c : cases) {
    FileReport file = sample_file("a.md", c.status);
    if (c.status == modified) file.counts = LineCounts{3, 1};
    file.severity = c.severity;
    file.stale = c.stale;
    EXPECT_THAT(render_issue(make_report({file}), {.style = IssueStyle::kCompact}),
                HasSubstr(std::string("- [ ] ") + c.line + '\n'));
  }
}

TEST(Issue, PartiallyUpdatedFilesFollowTheModifiedOnes) {
  const FileReport one = sample_file("b.md", Status::kPartiallyUpdated);
  const FileReport two = sample_file("c.md", Status::kPartiallyUpdated);
  EXPECT_THAT(render_issue(make_report({one})),
              HasSubstr("\n### 1 file partially updated\n\n- [ ] P1. `content/en/b.md`"));
  const std::string body = render_issue(make_report(
      {sample_file("a.md", Status::kRenamed), one, two, sample_file("z.md", Status::kOutdated)}));
  const std::size_t section = body.find("\n### 2 files partially updated\n");
  ASSERT_NE(section, std::string::npos) << body;
  EXPECT_LT(body.find("\n### 1 file to be modified\n"), section);
  EXPECT_GT(body.find("\n### 1 file to be renamed\n"), section);
}

TEST(Issue, HeadingsAgreeInNumberAndEmptySectionsAreLeftOut) {
  const std::string one = render_issue(make_report({sample_file("a.md", Status::kDeleted)}));
  EXPECT_THAT(one, HasSubstr("\n### 1 file to be deleted\n\n- [ ] D1. `content/en/a.md`: remove "
                             "`content/ko/a.md`\n\n"));
  EXPECT_THAT(one, Not(HasSubstr("to be modified")));
  EXPECT_THAT(one, Not(HasSubstr("to be renamed")));
  EXPECT_THAT(one, Not(HasSubstr("Nothing is outdated")));
  const std::string two = render_issue(
      make_report({sample_file("a.md", Status::kDeleted), sample_file("b.md", Status::kDeleted)}));
  EXPECT_THAT(
      two,
      HasSubstr(
          "\n### 2 files to be deleted\n\n- [ ] D1. `content/en/a.md`: remove `content/ko/a.md`\n"
          "- [ ] D2. `content/en/b.md`: remove `content/ko/b.md`\n\n"));
}

TEST(Issue, TheExampleIsAFileWhoseNameCanBeCopied) {
  const std::string both = render_issue(make_report(
      {sample_file("a\n.md", Status::kOutdated), sample_file("b.md", Status::kRenamed)}));
  EXPECT_THAT(both, HasSubstr("here R1:"));
  EXPECT_THAT(both, HasSubstr("--branch dev-1.29-ko.1 content/ko/b.md\n"));
  const std::string alone = render_issue(make_report({sample_file("a\n.md", Status::kOutdated)}));
  EXPECT_THAT(alone, HasSubstr("here M1:"));
}

// Only files without a tick ask somebody to do something.
TEST(Issue, TheMarkerCountsWhatIsLeftOutAndNotTicked) {
  Report report =
      make_report({sample_file("a.md", Status::kOutdated), sample_file("b.md", Status::kOutdated),
                   sample_file("c.md", Status::kOutdated)});
  const auto next_body = [&](const std::string& body) {
    return render_issue_parts(report, {}, read_issue({{"body", body}}), 0).front();
  };
  std::string body = render_issue(report);
  for (const FileReport& file : report.files) {
    report.left_out.push_back({file.source, file.translation});
  }
  report.files.clear();
  EXPECT_THAT(next_body(body), HasSubstr("\"files\":0,\"left_out\":3,"));
  body.replace(body.find("[ ] M2."), 3, "[x]");
  EXPECT_THAT(next_body(body), HasSubstr("\"files\":0,\"left_out\":2,"));
  EXPECT_EQ(next_body(next_body(body)), next_body(body));
  for (const char* box : {"[ ] M1.", "[ ] M3."}) body.replace(body.find(box), 3, "[x]");
  EXPECT_THAT(next_body(body), Not(HasSubstr("left_out")));
}

// The next body: some files are done or gone, others are in another section, sources have changed
// after ticks, and people have written between the pieces.
TEST(Issue, GoldenOfABodyThatLives) {
  std::string body = render_issue(sample_report());
  for (std::size_t at = body.find("- [ ] "); at != body.npos; at = body.find("- [ ] ", at + 1)) {
    if (body[body.rfind('\n', at) + 1] != '<') body[at + 3] = 'x';
  }
  body = "Take whole folders, please.\n\n" + body + "\nThanks, the lead\n";
  Report report = sample_report();
  std::size_t i = 0;
  std::erase_if(report.files, [&](const FileReport& file) {
    if (++i % 14 == 0) report.left_out.push_back({file.source, file.translation});
    return i % 7 == 0;
  });
  for (FileReport& file : report.files) {
    ++i;
    if (i % 5 == 0) file.status = Status::kInSync;
    if (i % 5 == 1) file.source_blob = repeated_id('5');
    if (i % 5 == 2 && file.status == Status::kOutdated) file.status = Status::kDeleted;
  }
  const IssueOptions options{.details = IssueDetails::kStaleBlocks};
  const std::string next =
      render_issue_parts(report, options, read_issue({{"body.md", body}}), 0).front();
  expect_golden("issue-next.md", next);
  const std::vector<std::string> parts =
      render_issue_parts(report, options, read_issue({{"next.md", next}}), 7'600);
  ASSERT_GE(parts.size(), 2u);
  expect_golden("issue-part.md", parts[1]);
}

TEST(Issue, BeginsWithTheWordsOfTheSite) {
  struct Case {
    bool is_bug_report;
    std::optional<std::string> title;
    std::optional<std::string> intro;
    const char* words;
  };
  const Case cases[] = {
      {true, {}, {}, "-->\n# This is a Bug Report\n\n## Problem\n\nOutdated files in"},
      {false, {}, {}, "-->\n# Translations to update\n\nOutdated files in"},
      {true, "Do @it", {}, "-->\n# `Do @it`\n\nOutdated files in"},
      {true,
       {},
       "Ask *Kim*.",
       "-->\n# Translations to update\n\nAsk \\*Kim\\*.\n\nOutdated files in"},
      {false, "To do", "Ask\nKim.", "-->\n# To do\n\nAsk\\\\nKim.\n\nOutdated files in"},
  };
  for (const Case& c : cases) {
    Report report = make_report({sample_file("a.md", Status::kOutdated)});
    report.is_bug_report = c.is_bug_report;
    report.issue_title = c.title;
    report.issue_intro = c.intro;
    EXPECT_THAT(render_issue(report), HasSubstr(c.words));
  }
}

TEST(Issue, QuickTasksStandAboveAllOthersIfAskedFor) {
  const auto file = [](const char* name, Status status, std::optional<Severity> severity) {
    FileReport report = sample_file(name, status);
    report.severity = severity;
    return report;
  };
  std::vector<FileReport> files = {
      file("a.md", Status::kOutdated, Severity::kSubstantive),
      file("b.md", Status::kOutdated, Severity::kMinor),
      file("c.md", Status::kPartiallyUpdated, Severity::kCosmetic),
      file("d.png", Status::kOutdated, {}),
      file("e.png", Status::kOutdated, {}),
      file("f.md", Status::kRenamed, Severity::kMinor),
  };
  files[4].verbatim = true;
  const Report report = make_report(files);
  const std::string usual = render_issue(report);
  EXPECT_THAT(usual, Not(HasSubstr("quick task")));
  IssueOptions options;
  options.with_quick = true;
  const std::string body = render_issue(report, options);
  EXPECT_THAT(body,
              HasSubstr("begin: quick -->\n### 3 quick tasks\n\n- [ ] M2. `content/en/b.md`"));
  EXPECT_THAT(body, HasSubstr("(a copy: copy it again)\n- [ ] P1. "));
  EXPECT_THAT(body, HasSubstr("### 2 files to be modified\n\n- [ ] M1. "));
  EXPECT_THAT(body, Not(HasSubstr("partially updated\n\n")));
  EXPECT_THAT(body, HasSubstr("### 1 file to be renamed\n\n- [ ] R1. "));
  // A tick stays, wherever the file is listed.
  std::string ticked = body;
  ticked.replace(body.find("[ ] M2."), 3, "[x]");
  const auto next = [&](const std::string& previous, const IssueOptions& how) {
    return render_issue_parts(report, how, read_issue({{"body", previous}}), 0).front();
  };
  EXPECT_THAT(next(ticked, {}), HasSubstr("- [x] M2. "));
  EXPECT_EQ(next(next(ticked, {}), options), next(ticked, options));
}

TEST(Issue, OddNamesOfRevisionsStayNames) {
  Report report = make_report({sample_file("a.md", Status::kOutdated)});
  report.branch.ref = "x-->@name`'";
  report.base.ref = "<b>\"";
  const std::string body = render_issue(report);
  EXPECT_THAT(body, HasSubstr("Outdated files in the ``x-->@name`'`` branch.\n"));
  EXPECT_THAT(body, HasSubstr(R"(--base '<b>"' --branch 'x-->@name`'\''' content/ko/a.md)"));
  EXPECT_THAT(body,
              HasSubstr("\n<!-- l10n-drift: "
                        R"({"base":"\u003cb\u003e\u0022","branch":"x-\u002d\u003e\u0040name`'",)"
                        R"("language":"ko","version":")" +
                        std::string(kVersion) +
                        R"(","part":1,"parts":1,"files":1,"highest":{"M":1},"ids":)"
                        R"({"content/ko/":{"a.md":"M1 000000000000-d49fe61f"}},"lines":)"));
}

}  // namespace
}  // namespace l10n_drift
