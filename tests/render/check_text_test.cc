#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "l10n_drift/render_check.h"
#include "render/golden.h"
#include "render/sample_check.h"
#include "render/sample_report.h"
#include "render/workflow_log.h"

namespace l10n_drift {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(CheckText, PlainGolden) {
  expect_golden("check.txt", render_check_text(sample_check(), Color::kOff));
}

TEST(CheckText, ColorGolden) {
  expect_golden("check-color.txt", render_check_text(check_of_places(1, 2), Color::kOn));
}

TEST(CheckText, GivesNoOrdersInTheLogOfAWorkflow) {
  for (const std::string& line : lines_of_log(render_check_text(sample_check(), Color::kOff))) {
    EXPECT_FALSE(parse_command(line).has_value()) << line;
    EXPECT_FALSE(has_old_command(line)) << line;
  }
}

TEST(CheckText, OneLineWhereAllIsWell) {
  CheckReport report = empty_check();
  const auto text = [&] { return render_check_text(report, Color::kOff); };
  EXPECT_EQ(text(), "Checked 1 changed translation of 'topic' against 'main': up to date\n");
  report.pages = 2;
  EXPECT_EQ(text(), "Checked 2 changed translations of 'topic' against 'main': all up to date\n");
  for (const CheckScope scope : {CheckScope::kAll, CheckScope::kNamed}) {
    report.scope = scope;
    EXPECT_EQ(text(), "Checked 2 translations of 'topic' against 'main': all up to date\n");
  }
  report.scope = CheckScope::kChanged;
  report.pages = 0;
  EXPECT_EQ(text(), "Nothing to check: 'topic' changes no translation since it left 'main'\n");
  report.merge_bases = {report.branch.commit};
  EXPECT_EQ(text(), "Nothing to check: 'topic' has no commit that 'main' lacks\n");
}

TEST(CheckText, TheCommandTakesTheSourceOfTheSideThatChangedIt) {
  CheckReport report = check_of(FindingKind::kCopy, sample_file("a.md", Status::kOutdated));
  report.diff_options = {"--config", "my file"};
  EXPECT_THAT(render_check_text(report, Color::kOff),
              HasSubstr("See l10n-drift diff --base main --branch topic --config 'my file' "
                        "content/ko/a.md\n"));
  report.findings.front().side = Side::kBranch;
  EXPECT_THAT(render_check_text(report, Color::kOff),
              AllOf(HasSubstr("has changed on 'topic'"), HasSubstr("--base topic --branch topic")));
}

TEST(CheckText, ACommitThatIsNamedByItsIdIsShort) {
  CheckReport report = check_of(FindingKind::kCopy, sample_file("a.md", Status::kOutdated));
  report.branch.ref = report.branch.commit;
  const std::string text = render_check_text(report, Color::kOff);
  EXPECT_THAT(text, AllOf(HasSubstr("--branch eeeeeeeeeeee content"), HasSubstr("'eeeeeeeeeeee'")));
}

TEST(CheckText, ANoteTakesOneLine) {
  FileReport file = sample_file("a.md", Status::kOutdated);
  file.stale = {newer(open_block(BlockKind::kHeading, "H", StaleChange::kAdded, {{7, 7}}))};
  CheckReport report = check_of(FindingKind::kWasBehind, file);
  report.findings.front().fails = false;
  report.findings.front().level = Level::kNote;
  EXPECT_EQ(
      render_check_text(report, Color::kOff),
      "note: content/ko/a.md was behind before, and still is: 1 place\n\n"
      "Checked 1 changed translation of 'topic' against 'main': 1 was behind before, and still "
      "is\n");
}

TEST(CheckText, OfManyPagesThereIsATable) {
  CheckReport report = check_of_places(21, 1);
  report.pages = 60;
  report.is_bulk = true;
  const std::string text = render_check_text(report, Color::kOff);
  EXPECT_THAT(text, HasSubstr("ko            21        0              0  content/ko\n"));
  EXPECT_THAT(text,
              HasSubstr("\nerror: content/ko/a.md is brought up to date, but not everywhere\n"));
  EXPECT_THAT(text, Not(HasSubstr("This branch brings"))) << "the places are too many";
  report.findings.front().level = Level::kWarning;
  EXPECT_THAT(render_check_text(report, Color::kOff), Not(HasSubstr("warning:")));
  report.pages = 20;
  EXPECT_THAT(render_check_text(report, Color::kOff), HasSubstr("content/ko/a.md"));
}

TEST(CheckText, ThereIsNoCommandWhereNothingCanBeShown) {
  for (const FindingKind kind :
       {FindingKind::kOrphaned, FindingKind::kNever, FindingKind::kUnknown}) {
    const CheckReport report = check_of(kind, sample_file("a.md", Status::kDeleted));
    EXPECT_THAT(render_check_text(report, Color::kOff), Not(HasSubstr("See ")));
  }
}

}  // namespace
}  // namespace l10n_drift
