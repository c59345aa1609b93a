#include "render/finding_text.h"

#include <gtest/gtest.h>

#include "render/sample_check.h"
#include "render/sample_report.h"

namespace l10n_drift {
namespace {

Finding finding_of(FindingKind kind) {
  Finding finding;
  finding.kind = kind;
  finding.file = sample_file("a.md", Status::kOutdated);
  return finding;
}

std::string explanation_of(const Finding& finding) {
  return explanation(finding, empty_check(), kPlainWording);
}

TEST(FindingText, EveryKindHasAHeadline) {
  struct Case {
    FindingKind kind;
    const char* words;
  };
  const Case cases[] = {
      {FindingKind::kOutdated, "content/ko/a.md is out of date"},
      {FindingKind::kPartiallyUpdated, "content/ko/a.md is only partly up to date"},
      {FindingKind::kRenamed, "the source of content/ko/a.md has a new name"},
      {FindingKind::kDeleted, "the source of content/ko/a.md is deleted"},
      {FindingKind::kNever, "content/ko/a.md has no source"},
      {FindingKind::kUnknown, "nobody can tell whether content/ko/a.md is up to date"},
  };
  EXPECT_EQ(std::size(cases), std::size(kFindingKinds));
  for (const Case& c : cases) EXPECT_EQ(headline(finding_of(c.kind), kPlainWording), c.words);
}

TEST(FindingText, ToldIsHowMuchOfTheSourceHasChanged) {
  const std::string start =
      "Its source content/en/a.md has changed on 'main' since this page was last changed "
      "(2020-10-17)";
  struct Case {
    std::optional<LineCounts> counts;
    std::optional<BinarySizes> binary;
    std::optional<Severity> severity;
    const char* end;
  };
  const Case cases[] = {
      {{}, {}, {}, "."},
      {LineCounts{0, 0}, {}, {}, "."},
      {LineCounts{1, 0}, {}, Severity::kMinor, ": 1 insertion(+) (minor)."},
      {LineCounts{2, 3}, {}, Severity::kSubstantive, ": 2 insertions(+), 3 deletions(-)."},
      {{}, BinarySizes{4, 5}, {}, ": 4 -> 5 bytes."},
  };
  for (const Case& c : cases) {
    Finding finding = finding_of(FindingKind::kOutdated);
    finding.file.counts = c.counts;
    finding.file.binary = c.binary;
    finding.file.severity = c.severity;
    EXPECT_EQ(explanation_of(finding), start + c.end);
  }
}

TEST(FindingText, OfAllPagesThereIsSomethingToCheckWhereTheBranchChangesNone) {
  CheckReport report = empty_check();
  report.pages = 9;
  report.findings.resize(2);
  report.findings.front().fails = true;
  report.merge_bases = {report.branch.commit};
  for (const CheckScope scope : {CheckScope::kAll, CheckScope::kNamed}) {
    report.scope = scope;
    EXPECT_EQ(outcome_text(report, kPlainWording),
              "Checked 9 translations of 'topic' against 'main': 1 error, 1 warning");
  }
  report.findings.clear();
  EXPECT_EQ(outcome_text(report, kPlainWording),
            "Checked 9 translations of 'topic' against 'main': all up to date");
}

TEST(FindingText, AWithdrawnSourceIsNothingUrgentAndNothingToRemove) {
  Finding finding = finding_of(FindingKind::kOutdated);
  const std::string start =
      "Its source content/en/a.md has changed on 'main' since this page was last changed "
      "(2020-10-17)";
  finding.file.counts.reset();
  finding.file.draft = DraftChange::kWithdrawn;
  EXPECT_EQ(headline(finding, kPlainWording), "the source of content/ko/a.md is withdrawn");
  EXPECT_EQ(explanation_of(finding),
            start + ". It is a draft now, and withdrawn: nothing is urgent here.");
  finding.file.draft = DraftChange::kPublished;
  EXPECT_EQ(headline(finding, kPlainWording), "content/ko/a.md is out of date");
  EXPECT_EQ(explanation_of(finding), start + ". It was a draft, and is published now.");
}

TEST(FindingText, ARenamedSourceSaysWhereThePageBelongs) {
  Finding finding = finding_of(FindingKind::kRenamed);
  finding.file.renamed_to = "content/en/b.md";
  finding.file.similarity = 87;
  finding.move_to = "content/ko/b.md";
  const std::string start =
      "Its source content/en/a.md is now content/en/b.md on 'main' (87% similar). ";
  EXPECT_EQ(explanation_of(finding), start + "Move this page to content/ko/b.md, and update it.");
  finding.moved_on_base = true;
  EXPECT_EQ(explanation_of(finding), start +
                                         "'main' has moved this page to content/ko/b.md: merge "
                                         "'main', and check again.");
}

TEST(FindingText, WhatHasNoSourceMayBelongToAnother) {
  Finding finding = finding_of(FindingKind::kNever);
  const std::string start =
      "There is no content/en/a.md, and there was none when this page was changed.";
  EXPECT_EQ(explanation_of(finding), start + " That is fine for a page of its own.");
  finding.nearest = "content/en/aa.md";
  EXPECT_EQ(explanation_of(finding), start + " Does it belong to content/en/aa.md?");
}

TEST(FindingText, TheOutcomeCountsWhatFailsAndWhatDoesNot) {
  struct Case {
    std::size_t errors;
    std::size_t warnings;
    const char* end;
  };
  const Case cases[] = {
      {0, 0, "all up to date"},       {1, 0, "1 error"}, {2, 0, "2 errors"}, {0, 1, "1 warning"},
      {2, 3, "2 errors, 3 warnings"},
  };
  for (const Case& c : cases) {
    CheckReport report = empty_check();
    report.pages = 9;
    report.findings.resize(c.errors + c.warnings);
    for (std::size_t i = 0; i < c.errors; ++i) report.findings[i].fails = true;
    EXPECT_EQ(outcome_text(report, kPlainWording),
              std::string("Checked 9 changed translations of 'topic' against 'main': ") + c.end);
  }
}

}  // namespace
}  // namespace l10n_drift
