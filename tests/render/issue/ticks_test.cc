#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "render/issue/ids.h"
#include "render/issue/list_fixture.h"
#include "render/sample_report.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The first file of the body after `report`, if somebody ticked it before.
IssueFile after_tick(const FileReport& before, const FileReport& now) {
  const Report first = make_report({before});
  PreviousIssue previous = body_of(assign_ids(first, {}));
  previous.files.front().ticked = true;
  const Report second = make_report({now});
  const IssueList list = assign_ids(second, previous);
  return list.open.empty() ? list.done.front().file : list.open.begin()->second.front().file;
}

// Whoever ticked M1 has translated, and has neither moved nor removed anything.
TEST(IssueTicks, ATickIsForOneTask) {
  struct Case {
    Status before;
    Status now;
    bool ticked;
    IssueNote note;
  };
  const Case cases[] = {
      {Status::kOutdated, Status::kOutdated, true, IssueNote::kNone},
      {Status::kOutdated, Status::kPartiallyUpdated, true, IssueNote::kNone},
      {Status::kOutdated, Status::kRenamed, false, IssueNote::kOtherTask},
      {Status::kOutdated, Status::kDeleted, false, IssueNote::kOtherTask},
      {Status::kRenamed, Status::kDeleted, false, IssueNote::kOtherTask},
      {Status::kRenamed, Status::kOutdated, false, IssueNote::kOtherTask},
      {Status::kPartiallyUpdated, Status::kDeleted, false, IssueNote::kOtherTask},
      {Status::kDeleted, Status::kDeleted, true, IssueNote::kNone},
      {Status::kUntranslated, Status::kOutdated, false, IssueNote::kOtherTask},
      {Status::kOutdated, Status::kUnknown, false, IssueNote::kOtherTask},
  };
  for (const Case& c : cases) {
    FileReport before = outdated("a.md");
    FileReport now = before;
    before.status = c.before;
    now.status = c.now;
    const IssueFile file = after_tick(before, now);
    EXPECT_EQ(file.ticked, c.ticked) << to_string(c.before) << ' ' << to_string(c.now);
    EXPECT_EQ(file.note, c.note) << to_string(c.before) << ' ' << to_string(c.now);
  }
}

// Another question for once: a report that cannot see what is open has not seen it done.
TEST(IssueTicks, DoneIsWhatWasSeenInSync) {
  struct Case {
    const char* what;
    Status before;
    Status now;
    bool since;
    bool with_blocks;
    const char* line;
    const char* by;
  };
  const Case cases[] = {
      {"the same question", Status::kOutdated, Status::kInSync, false, true, "done M1 a.md", ""},
      {"--since", Status::kOutdated, Status::kInSync, true, true, "left out M1 a.md", "--since"},
      {"pages as wholes", Status::kPartiallyUpdated, Status::kInSync, false, false,
       "left out P1 a.md", "--granularity file"},
      {"pages as wholes, of one that was", Status::kOutdated, Status::kInSync, false, false,
       "done M1 a.md", ""},
      {"ignored", Status::kOutdated, Status::kIgnored, false, true, "left out M1 a.md",
       "the configuration"},
  };
  for (const Case& c : cases) {
    PreviousIssue previous = body_of(assign_ids(make_report({sample_file("a.md", c.before)}), {}));
    previous.files.front().ticked = true;
    Report report = make_report({sample_file("a.md", c.now)});
    if (c.since) report.since = Revision{"v1", repeated_id('1')};
    report.with_blocks = c.with_blocks;
    const IssueList list = assign_ids(report, previous);
    EXPECT_THAT(lines_of(list), ElementsAre(c.line)) << c.what;
    if (list.left_out.empty()) continue;
    EXPECT_EQ(list.left_out.front().left_out_by, c.by) << c.what;
    EXPECT_EQ(list.left_out.front().file, previous.files.front()) << c.what;
    const Report whole = make_report({sample_file("a.md", c.before)});
    const IssueList again = assign_ids(whole, body_of(list));
    EXPECT_TRUE(again.open.at(c.before).front().file.ticked) << c.what;
  }
}

TEST(IssueTicks, WhatIsDoneIsListedForAMonthOrUntilTheNextMilestone) {
  const auto report_of = [](Status status, const char* day, const char* branch = "dev-1-ko.1") {
    Report report = make_report({sample_file("a.md", status)});
    report.base.date = std::string(day) + "T10:00:00+00:00";
    report.branch.ref = branch;
    return report;
  };
  const auto next = [](const Report& report, const IssueList& list) {
    PreviousIssue previous = body_of(list);
    previous.branch = "dev-1-ko.1";
    return assign_ids(report, previous);
  };
  const IssueList open = assign_ids(report_of(Status::kOutdated, "2026-01-01"), {});
  const IssueList done = next(report_of(Status::kInSync, "2026-02-10"), open);
  EXPECT_EQ(done.done.front().file.done_on, "2026-02-10");
  struct Case {
    const char* day;
    const char* branch;
    bool is_listed;
  };
  const Case cases[] = {{"2026-02-10", "dev-1-ko.1", true},  {"2026-03-12", "dev-1-ko.1", true},
                        {"2026-03-13", "dev-1-ko.1", false}, {"2027-01-01", "dev-1-ko.1", false},
                        {"2026-02-11", "dev-1-ko.2", false}, {"2026-02-09", "dev-1-ko.1", true}};
  for (const Case& c : cases) {
    const IssueList later = next(report_of(Status::kInSync, c.day, c.branch), done);
    EXPECT_EQ(later.done.size(), c.is_listed ? 1u : 0u) << c.day << c.branch;
    EXPECT_EQ(later.past.size(), c.is_listed ? 0u : 1u) << c.day << c.branch;
    // It has its id again whenever it comes back.
    const IssueList back = next(report_of(Status::kOutdated, "2027-02-01"), later);
    EXPECT_THAT(lines_of(back), ElementsAre("M1 a.md")) << c.day;
    EXPECT_EQ(back.open.at(Status::kOutdated).front().file.note, IssueNote::kWasDone);
    EXPECT_THAT(back.past, IsEmpty());
    const IssueList unchanged = next(report_of(Status::kOutdated, "2027-02-02"), back);
    EXPECT_EQ(unchanged.open.at(Status::kOutdated).front().file.note, IssueNote::kNone)
        << "that was news once";
  }
}

TEST(IssueTicks, ATickStaysForTheSameChange) {
  const IssueFile file = after_tick(outdated("a.md"), outdated("a.md"));
  EXPECT_TRUE(file.ticked);
  EXPECT_EQ(file.note, IssueNote::kNone);
}

TEST(IssueTicks, ATickIsClearedWithANoteIfTheSourceMovesOn) {
  const IssueFile file = after_tick(outdated("a.md", '1'), outdated("a.md", '2'));
  EXPECT_FALSE(file.ticked);
  EXPECT_EQ(file.note, IssueNote::kSourceChanged);
}

TEST(IssueTicks, ATickIsClearedWithANoteIfATouchDidNotDoAll) {
  FileReport touched = outdated("a.md");
  touched.baseline->blob = repeated_id('7');
  EXPECT_EQ(after_tick(outdated("a.md"), touched).note, IssueNote::kStillBehind);
  FileReport partly = outdated("a.md");
  partly.status = Status::kPartiallyUpdated;
  const StaleBlock one = open_block(BlockKind::kCode, "x", StaleChange::kAdded, {{1, 2}});
  const StaleBlock two = open_block(BlockKind::kParagraph, "x", StaleChange::kAdded, {{4, 4}});
  partly.stale = {one, two};
  FileReport later = partly;
  later.stale = {two};
  EXPECT_EQ(after_tick(partly, later).note, IssueNote::kStillBehind);
  // Lines move with every edit above.
  later.stale = {one, two};
  later.stale.back().source_lines = {{8, 8}};
  EXPECT_TRUE(after_tick(partly, later).ticked);
}

TEST(IssueTicks, ANoteStaysUntilSomebodyTicksAgain) {
  const Report report = make_report({outdated("a.md", '2')});
  PreviousIssue previous;
  previous.files = {after_tick(outdated("a.md", '1'), outdated("a.md", '2'))};
  const IssueList untouched = assign_ids(report, previous);
  EXPECT_EQ(untouched.open.at(Status::kOutdated).front().file, previous.files.front());
  previous.files.front().ticked = true;
  const IssueList ticked = assign_ids(report, previous);
  const IssueFile& file = ticked.open.at(Status::kOutdated).front().file;
  EXPECT_TRUE(file.ticked);
  EXPECT_EQ(file.note, IssueNote::kNone);
}

TEST(IssueTicks, ADoneFileComesBackWithItsIdAndANote) {
  const Report first = make_report({outdated("a.md"), outdated("b.md")});
  const Report second = make_report({sample_file("a.md", Status::kInSync), outdated("b.md")});
  const IssueList done = assign_ids(second, body_of(assign_ids(first, {})));
  ASSERT_EQ(done.done.size(), 1u);
  EXPECT_TRUE(done.done.front().file.ticked);
  const IssueList again = assign_ids(first, body_of(done));
  EXPECT_THAT(lines_of(again), ElementsAre("M1 a.md", "M2 b.md"));
  const IssueFile& file = again.open.at(Status::kOutdated).front().file;
  EXPECT_FALSE(file.ticked);
  EXPECT_EQ(file.note, IssueNote::kWasDone);
  EXPECT_THAT(again.done, IsEmpty());
}

TEST(IssueTicks, WhatIsLeftOutIsNotDoneAndComesBackAsItWas) {
  const Report whole =
      make_report({outdated("a.md"), outdated("b.md"), outdated("c.md", '1'), outdated("d.md")});
  PreviousIssue previous = body_of(assign_ids(whole, {}));
  previous.files[1].ticked = true;
  previous.files[2].note = IssueNote::kSourceChanged;
  Report some = make_report({outdated("a.md")});
  some.left_out = {left_out_file("b.md"), left_out_file("c.md"), left_out_file("new.md")};
  const IssueList list = assign_ids(some, previous);
  EXPECT_THAT(lines_of(list),
              ElementsAre("M1 a.md", "left out M2 b.md", "left out M3 c.md", "done M4 d.md"));
  EXPECT_EQ(list.left_out.front().file, previous.files[1]);
  EXPECT_EQ(count_open_files(list), 1u);
  EXPECT_EQ(lines_of(assign_ids(some, body_of(list))), lines_of(list));
  const IssueList again = assign_ids(whole, body_of(list));
  const auto& entries = again.open.at(Status::kOutdated);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(entries[i].file, previous.files[i]);
}

TEST(IssueTicks, ATickGoesIfTheSourceMovedOnWhileTheFileWasLeftOut) {
  PreviousIssue previous = body_of(assign_ids(make_report({outdated("a.md", '1')}), {}));
  previous.files.front().ticked = true;
  Report without = make_report({});
  without.left_out = {left_out_file("a.md")};
  previous = body_of(assign_ids(without, previous));
  const Report later = make_report({outdated("a.md", '2')});
  const IssueList list = assign_ids(later, previous);
  const IssueFile& file = list.open.at(Status::kOutdated).front().file;
  EXPECT_FALSE(file.ticked);
  EXPECT_EQ(file.note, IssueNote::kSourceChanged);
}

TEST(IssueTicks, WhatIsDoneStaysSoIfItIsLeftOut) {
  const Report first = make_report({outdated("a.md")});
  const Report done = make_report({sample_file("a.md", Status::kInSync)});
  Report without = make_report({});
  without.left_out = {left_out_file("a.md")};
  const IssueList list =
      assign_ids(without, body_of(assign_ids(done, body_of(assign_ids(first, {})))));
  EXPECT_THAT(lines_of(list), ElementsAre("done M1 a.md"));
  EXPECT_EQ(list.done.front().source, without.left_out.front().source);
}

TEST(IssueTicks, MoveAlongWithATranslationThatIsLeftOut) {
  FileReport renamed = sample_file("old/a.md", Status::kRenamed);
  renamed.renamed_to = "content/en/new/a.md";
  const PreviousIssue previous = body_of(assign_ids(make_report({renamed}), {}));
  Report moved = make_report({});
  moved.left_out = {left_out_file("new/a.md")};
  const IssueList list = assign_ids(moved, previous);
  EXPECT_THAT(lines_of(list), ElementsAre("left out R1 new/a.md"));
  EXPECT_EQ(list.left_out.front().file.moves_to, "");
  // One that was looked at says what its source was called.
  moved.left_out = {left_out_file("other/a.md")};
  moved.left_out.front().renamed_from = "content/en/old/a.md";
  EXPECT_THAT(lines_of(assign_ids(moved, previous)), ElementsAre("left out R1 other/a.md"));
  // What is left out where it was has not moved to where there is a file now.
  moved.files = {outdated("new/a.md")};
  moved.left_out = {left_out_file("old/a.md")};
  EXPECT_THAT(lines_of(assign_ids(moved, previous)),
              ElementsAre("M1 new/a.md", "left out R1 old/a.md"));
}

TEST(IssueTicks, WhatIsUntranslatedIsLeftOutAndARemovedTranslationIsDone) {
  const Report first = make_report({outdated("a.md"), sample_file("b.md", Status::kUntranslated)});
  Report second = make_report({});
  second.left_out = {left_out_file("a.md"), left_out_file("b.md")};
  for (LeftOutFile& file : second.left_out) file.is_translated = false;
  EXPECT_THAT(lines_of(assign_ids(second, body_of(assign_ids(first, {})))),
              ElementsAre("left out T1 b.md", "done M1 a.md"));
}

}  // namespace
}  // namespace l10n_drift
