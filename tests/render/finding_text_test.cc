#include "render/finding_text.h"

#include <gmock/gmock.h>
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
      {FindingKind::kLost, "content/ko/a.md loses what it had"},
      {FindingKind::kForgotten, "content/ko/a.md is new, and not all of its source is in it"},
      {FindingKind::kLeftBehind, "content/ko/a.md is brought up to date, but not everywhere"},
      {FindingKind::kCopy, "content/ko/a.md is a copy of an older source"},
      {FindingKind::kOrphaned, "content/ko/a.md is out of date"},
      {FindingKind::kWasBehind, "content/ko/a.md is out of date"},
      {FindingKind::kNotCompared, "content/ko/a.md is out of date"},
      {FindingKind::kNever, "content/ko/a.md has no source"},
      {FindingKind::kUnknown, "nobody can tell whether content/ko/a.md is up to date"},
      {FindingKind::kInvalidBaseline,
       "content/ko/a.md names a commit that it cannot have been made from"},
  };
  EXPECT_EQ(std::size(cases), std::size(kFindingKinds));
  for (const Case& c : cases) EXPECT_EQ(headline(finding_of(c.kind), kPlainWording), c.words);
}

TEST(FindingText, WhereNobodyIsToBlameTheStatusIsTold) {
  const std::pair<Status, const char*> cases[] = {
      {Status::kOutdated, "content/ko/a.md is out of date"},
      {Status::kPartiallyUpdated, "content/ko/a.md is only partly up to date"},
      {Status::kRenamed, "the source of content/ko/a.md has a new name"},
      {Status::kDeleted, "the source of content/ko/a.md is deleted"},
  };
  for (const auto& [status, words] : cases) {
    Finding finding = finding_of(FindingKind::kWasBehind);
    finding.file.status = status;
    finding.file.renamed_from = "content/en/old.md";
    EXPECT_EQ(headline(finding, kPlainWording), words);
  }
}

TEST(FindingText, WhatMakesAPageFailHasItsPlacesBehindIt) {
  Finding finding = finding_of(FindingKind::kLeftBehind);
  finding.file.stale.resize(3);
  finding.places = {FindingKind::kWasBehind, FindingKind::kLeftBehind, FindingKind::kLeftBehind};
  EXPECT_EQ(explanation_of(finding),
            "This branch brings the page up to date, and leaves out 2 places of content/en/a.md:");
  finding.is_new = true;
  EXPECT_EQ(
      explanation_of(finding),
      "This branch adds the page, and 2 places of content/en/a.md are not as the source says:");
  finding.kind = FindingKind::kLost;
  EXPECT_EQ(explanation_of(finding),
            "This branch takes away what the page had for 2 places of content/en/a.md:");
  EXPECT_EQ(before_text(places_of(finding)), "1 other place here was open before, and still is:");
}

TEST(FindingText, TheSourceIsToldByItsVersionsAndNotByTheDateOfATouch) {
  Finding finding = finding_of(FindingKind::kLeftBehind);
  const auto story = [&] { return source_story(finding, empty_check(), kPlainWording); };
  EXPECT_EQ(story(), "");
  finding.source.since = {{repeated_id('d'), "2020-11-02T00:00:00Z", "Say it better"}};
  EXPECT_EQ(story(),
            "Since the page was made from it, 'main' has changed it in dddddddddddd (2020-11-02, "
            "'Say it better').");
  finding.source.held = CommitStamp{repeated_id('c'), "2020-10-01T00:00:00Z"};
  EXPECT_EQ(
      story(),
      "The branch has the source as cccccccccccc left it (2020-10-01). Since then, 'main' has "
      "changed it in dddddddddddd (2020-11-02, 'Say it better').");
  finding.source.since.resize(8, finding.source.since.front());
  EXPECT_THAT(story(), testing::EndsWith(", and 3 more."));
}

TEST(FindingText, ToldIsHowMuchOfTheSourceHasChanged) {
  const std::string start = "Its source content/en/a.md has changed on 'main'";
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
    Finding finding = finding_of(FindingKind::kWasBehind);
    finding.file.counts = c.counts;
    finding.file.binary = c.binary;
    finding.file.severity = c.severity;
    EXPECT_EQ(explanation_of(finding), start + c.end);
  }
}

TEST(FindingText, ANoteIsOneLine) {
  Finding finding = finding_of(FindingKind::kWasBehind);
  const auto note = [&] { return note_text(finding, empty_check(), kPlainWording); };
  finding.file.stale.resize(3);
  EXPECT_EQ(note(), "content/ko/a.md was behind before, and still is: 3 places");
  finding.is_new = true;
  EXPECT_EQ(note(), "content/ko/a.md is new, and has 3 places to look at");
  finding.kind = FindingKind::kNotCompared;
  EXPECT_EQ(note(),
            "content/en/a.md and content/ko/a.md could not be compared block by block: only its "
            "history says that the translation is behind");
  finding.kind = FindingKind::kWasBehind;
  finding.file.status = Status::kDeleted;
  EXPECT_EQ(note(),
            "the source of content/ko/a.md is deleted, and it was so before: Its source "
            "content/en/a.md is gone from 'main'. Remove this page");
}

TEST(FindingText, AnOrphanSaysSinceWhen) {
  Finding finding = finding_of(FindingKind::kOrphaned);
  finding.file.status = Status::kDeleted;
  finding.source.gone_in = SourceCommit{repeated_id('d'), "2020-11-02T00:00:00Z", "Clean up"};
  EXPECT_EQ(
      explanation_of(finding),
      "Its source content/en/a.md is gone from 'main', since dddddddddddd (2020-11-02, 'Clean "
      "up'). Remove this page.");
}

TEST(FindingText, OfAllPagesThereIsSomethingToCheckWhereTheBranchChangesNone) {
  CheckReport report = empty_check();
  report.pages = 9;
  report.findings.resize(2);
  report.findings.front().level = Level::kError;
  report.merge_bases = {report.branch.commit};
  for (const CheckScope scope : {CheckScope::kAll, CheckScope::kNamed}) {
    report.scope = scope;
    EXPECT_EQ(outcome_text(report, kPlainWording, Notes::kHere),
              "Checked 9 translations of 'topic' against 'main': 1 error, 1 warning");
  }
  report.findings.clear();
  EXPECT_EQ(outcome_text(report, kPlainWording, Notes::kHere),
            "Checked 9 translations of 'topic' against 'main': all up to date");
}

TEST(FindingText, AWithdrawnSourceIsNothingUrgentAndNothingToRemove) {
  Finding finding = finding_of(FindingKind::kWasBehind);
  const std::string start = "Its source content/en/a.md has changed on 'main'";
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
  Finding finding = finding_of(FindingKind::kOrphaned);
  finding.file.status = Status::kRenamed;
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

// Nobody is told that all is up to date where no page is.
TEST(FindingText, TheOutcomeCallsUpToDateOnlyWhatIs) {
  CheckReport report = empty_check();
  report.pages = 2;
  report.findings.resize(2);
  for (Finding& finding : report.findings) {
    finding.kind = FindingKind::kWasBehind;
    finding.level = Level::kNote;
  }
  const auto outcome = [&] { return outcome_text(report, kPlainWording, Notes::kElsewhere); };
  const std::string start = "Checked 2 changed translations of 'topic' against 'main': ";
  EXPECT_EQ(outcome(), start + "2 were behind before, and still are (see the summary)");
  report.findings.back().is_new = true;
  EXPECT_EQ(outcome(), start +
                           "1 was behind before, and still is; 1 is new, and has places to look "
                           "at (see the summary)");
  report.findings.front().kind = FindingKind::kNotCompared;
  EXPECT_EQ(outcome(), start +
                           "1 is new, and has places to look at; 1 could not be compared (see the "
                           "summary)");
  report.pages = 3;
  report.findings.pop_back();
  EXPECT_EQ(outcome(),
            "Checked 3 changed translations of 'topic' against 'main': all up to date; "
            "1 could not be compared (see the summary)");
}

TEST(FindingText, TheOutcomeCountsWhatFailsAndWhatDoesNot) {
  struct Case {
    std::size_t errors;
    std::size_t warnings;
    std::size_t notes;
    const char* end;
  };
  const Case cases[] = {
      {0, 0, 0, "all up to date"},
      {1, 0, 0, "1 error"},
      {2, 0, 0, "2 errors"},
      {0, 1, 0, "1 warning"},
      {2, 3, 0, "2 errors, 3 warnings"},
      {0, 0, 1, "all up to date; 1 was behind before, and still is"},
      {0, 0, 3, "all up to date; 3 were behind before, and still are"},
      {1, 0, 2, "1 error; 2 were behind before, and still are"},
  };
  for (const Case& c : cases) {
    CheckReport report = empty_check();
    report.pages = 9;
    report.findings.resize(c.errors + c.warnings + c.notes);
    for (std::size_t i = 0; i < c.errors; ++i) report.findings[i].level = Level::kError;
    for (std::size_t i = 0; i < c.notes; ++i) {
      report.findings[c.errors + c.warnings + i].level = Level::kNote;
    }
    const std::string text =
        std::string("Checked 9 changed translations of 'topic' against 'main': ") + c.end;
    EXPECT_EQ(outcome_text(report, kPlainWording, Notes::kHere), text);
    EXPECT_EQ(outcome_text(report, kPlainWording, Notes::kElsewhere),
              text + (c.notes > 0 ? " (see the summary)" : ""));
  }
}

}  // namespace
}  // namespace l10n_drift
