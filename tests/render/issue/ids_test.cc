#include "render/issue/ids.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "render/issue/marker.h"
#include "render/sample_report.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The body as the next run finds it, if nobody touches it.
PreviousIssue body_of(const IssueList& list) {
  PreviousIssue previous;
  previous.language = "ko";
  previous.highest = list.highest;
  for (const auto& [status, entries] : list.open) {
    for (const IssueEntry& entry : entries) previous.files.push_back(entry.file);
  }
  for (const IssueEntry& entry : list.left_out) previous.files.push_back(entry.file);
  for (const IssueEntry& entry : list.done) previous.files.push_back(entry.file);
  previous.past = list.past;
  return previous;
}

// Each file with its present id, in the order of the body: "M1 a.md", "left out M3 c.md", "done M2
// b.md".
std::vector<std::string> lines_of(const IssueList& list) {
  constexpr std::size_t kFolder = std::string_view("content/ko/").size();
  std::vector<std::string> lines;
  const auto add = [&](const char* prefix, const IssueEntry& entry) {
    lines.push_back(prefix + entry.file.labels.front() + ' ' + entry.file.path.substr(kFolder));
  };
  for (const auto& [status, entries] : list.open) {
    for (const IssueEntry& entry : entries) add("", entry);
  }
  for (const IssueEntry& entry : list.left_out) add("left out ", entry);
  for (const IssueEntry& entry : list.done) add("done ", entry);
  return lines;
}

FileReport outdated(const std::string& name, char source = 'a') {
  FileReport file = sample_file(name, Status::kOutdated);
  file.source_blob = repeated_id(source);
  return file;
}

// The first file of the body after `report`, if somebody ticked it before.
IssueFile after_tick(const FileReport& before, const FileReport& now) {
  const Report first = make_report({before});
  PreviousIssue previous = body_of(assign_ids(first, {}));
  previous.files.front().ticked = true;
  const Report second = make_report({now});
  const IssueList list = assign_ids(second, previous);
  return list.open.empty() ? list.done.front().file : list.open.begin()->second.front().file;
}

TEST(IssueIds, TheFirstListIsNumberedByPathInEachSection) {
  const Report report =
      make_report({outdated("b.md"), sample_file("c.md", Status::kDeleted), outdated("a.md"),
                   sample_file("d.md", Status::kInSync), sample_file("e.md", Status::kIgnored)});
  const IssueList list = assign_ids(report, {});
  EXPECT_THAT(lines_of(list), ElementsAre("M1 a.md", "M2 b.md", "D1 c.md"));
  EXPECT_EQ(list.highest, (std::map<char, std::size_t>{{'D', 1}, {'M', 2}}));
  EXPECT_EQ(count_open_files(list), 3u);
}

TEST(IssueIds, StayWithTheirFilesAndNewOnesFollowTheHighest) {
  const Report first = make_report({outdated("b.md"), outdated("d.md")});
  const Report second = make_report(
      {outdated("a.md"), outdated("b.md"), outdated("c.md"), sample_file("d.md", Status::kInSync)});
  const IssueList list = assign_ids(second, body_of(assign_ids(first, {})));
  EXPECT_THAT(lines_of(list), ElementsAre("M1 b.md", "M3 a.md", "M4 c.md", "done M2 d.md"));
}

TEST(IssueIds, OfFilesThatAreGoneAreNotGivenAgain) {
  const Report first = make_report({outdated("a.md"), outdated("b.md")});
  const Report second = make_report({outdated("a.md")});
  const Report third = make_report({outdated("a.md"), outdated("c.md")});
  const PreviousIssue previous = body_of(assign_ids(first, {}));
  const IssueList list = assign_ids(second, previous);
  EXPECT_THAT(lines_of(list), ElementsAre("M1 a.md", "done M2 b.md"));
  EXPECT_EQ(list.done.front().report, nullptr);
  EXPECT_THAT(lines_of(assign_ids(third, body_of(list))),
              ElementsAre("M1 a.md", "M3 c.md", "done M2 b.md"));
  // Not even if somebody has cut the file out of the body.
  PreviousIssue cut = body_of(list);
  cut.files.pop_back();
  EXPECT_THAT(lines_of(assign_ids(third, cut)), ElementsAre("M1 a.md", "M3 c.md"));
}

TEST(IssueIds, AFileThatChangesItsSectionTakesTheNextIdThereAndItsOwnWhenItComesBack) {
  const Report first = make_report(
      {outdated("a.md"), outdated("b.md"), sample_file("p.md", Status::kPartiallyUpdated)});
  const Report second =
      make_report({outdated("a.md"), sample_file("b.md", Status::kPartiallyUpdated),
                   sample_file("p.md", Status::kPartiallyUpdated)});
  IssueList list = assign_ids(second, body_of(assign_ids(first, {})));
  EXPECT_THAT(lines_of(list), ElementsAre("M1 a.md", "P1 p.md", "P2 b.md"));
  EXPECT_THAT(list.open.at(Status::kPartiallyUpdated).back().file.labels, ElementsAre("P2", "M2"));
  list = assign_ids(first, body_of(list));
  EXPECT_THAT(lines_of(list), ElementsAre("M1 a.md", "M2 b.md", "P1 p.md"));
  EXPECT_THAT(list.open.at(Status::kOutdated).back().file.labels, ElementsAre("M2", "P2"));
}

// Whoever ticked M1 has translated, and has neither moved nor removed anything.
TEST(IssueIds, ATickIsForOneTask) {
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
TEST(IssueIds, DoneIsWhatWasSeenInSync) {
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

TEST(IssueIds, WhatIsDoneIsListedForAMonthOrUntilTheNextMilestone) {
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

TEST(IssueIds, WhatTheFormerBodyDidNotHaveIsNew) {
  const Report first = make_report({outdated("a.md")});
  const Report second = make_report({outdated("a.md"), outdated("b.md")});
  const IssueList list = assign_ids(first, {});
  EXPECT_FALSE(list.open.at(Status::kOutdated).front().is_new) << "of a first body, nothing is";
  const IssueList next = assign_ids(second, body_of(list));
  EXPECT_FALSE(next.open.at(Status::kOutdated)[0].is_new);
  EXPECT_TRUE(next.open.at(Status::kOutdated)[1].is_new);
  EXPECT_FALSE(assign_ids(second, body_of(next)).open.at(Status::kOutdated)[1].is_new);
}

TEST(IssueIds, NumbersAreInOrderBeyondNine) {
  std::vector<FileReport> files;
  for (char name = 'a'; name <= 'l'; ++name) files.push_back(outdated(std::string(1, name)));
  const Report report = make_report(files);
  const IssueList list = assign_ids(report, body_of(assign_ids(report, {})));
  EXPECT_EQ(lines_of(list)[1], "M2 b");
  EXPECT_EQ(lines_of(list)[11], "M12 l");
}

TEST(IssueIds, MoveAlongWithATranslationWhoseSourceWasRenamed) {
  const Report first = make_report({outdated("docs/a.md"), outdated("docs/b.md")});
  FileReport moved = outdated("new/a.md");
  moved.renamed_from = "content/en/docs/a.md";
  const PreviousIssue previous = body_of(assign_ids(first, {}));
  const Report second = make_report({moved, outdated("docs/b.md")});
  EXPECT_THAT(lines_of(assign_ids(second, previous)), ElementsAre("M1 new/a.md", "M2 docs/b.md"));
  // A copy is another file.
  const Report copied = make_report({moved, outdated("docs/a.md"), outdated("docs/b.md")});
  EXPECT_THAT(lines_of(assign_ids(copied, previous)),
              ElementsAre("M1 docs/a.md", "M2 docs/b.md", "M3 new/a.md"));
  // Of two that come from one, the first takes the id.
  FileReport other = moved;
  other.source = "content/en/new/b.md";
  other.translation = "content/ko/new/b.md";
  const Report split = make_report({moved, other, outdated("docs/b.md")});
  EXPECT_THAT(lines_of(assign_ids(split, previous)),
              ElementsAre("M1 new/a.md", "M2 docs/b.md", "M3 new/b.md"));
}

TEST(IssueIds, OfASourceThatIsRenamedStaysWithTheTranslation) {
  FileReport renamed = sample_file("a.md", Status::kRenamed);
  renamed.renamed_to = "content/en/b.md";
  const Report first = make_report({outdated("a.md")});
  const Report second = make_report({renamed});
  const IssueList list = assign_ids(second, body_of(assign_ids(first, {})));
  EXPECT_THAT(list.open.at(Status::kRenamed).front().file.labels, ElementsAre("R1", "M1"));
}

TEST(IssueIds, MoveAlongWithATranslationThatIsMovedAndUpdatedAtOnce) {
  FileReport renamed = sample_file("old/a.md", Status::kRenamed);
  renamed.renamed_to = "content/en/new/b.md";
  const Report first = make_report({outdated("old/a.md")});
  const Report second = make_report({renamed});
  const PreviousIssue previous = body_of(assign_ids(second, body_of(assign_ids(first, {}))));
  EXPECT_EQ(previous.files.front().moves_to, "content/ko/new/b.md");
  const Report done = make_report({sample_file("new/b.md", Status::kInSync)});
  const PreviousIssue after = body_of(assign_ids(done, previous));
  EXPECT_EQ(after.files.front().moves_to, "");
  const Report again = make_report({outdated("new/b.md"), outdated("old/a.md")});
  EXPECT_THAT(lines_of(assign_ids(again, after)), ElementsAre("M1 new/b.md", "M2 old/a.md"));
  // One that is still where it was has not moved.
  EXPECT_THAT(lines_of(assign_ids(again, previous)), ElementsAre("M1 old/a.md", "M2 new/b.md"));
}

TEST(IssueIds, ATickStaysForTheSameChange) {
  const IssueFile file = after_tick(outdated("a.md"), outdated("a.md"));
  EXPECT_TRUE(file.ticked);
  EXPECT_EQ(file.note, IssueNote::kNone);
}

TEST(IssueIds, ATickIsClearedWithANoteIfTheSourceMovesOn) {
  const IssueFile file = after_tick(outdated("a.md", '1'), outdated("a.md", '2'));
  EXPECT_FALSE(file.ticked);
  EXPECT_EQ(file.note, IssueNote::kSourceChanged);
}

TEST(IssueIds, ATickIsClearedWithANoteIfATouchDidNotDoAll) {
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

TEST(IssueIds, ANoteStaysUntilSomebodyTicksAgain) {
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

TEST(IssueIds, ADoneFileComesBackWithItsIdAndANote) {
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

LeftOutFile left_out(const std::string& name) {
  return {.source = "content/en/" + name, .translation = "content/ko/" + name};
}

TEST(IssueIds, WhatIsLeftOutIsNotDoneAndComesBackAsItWas) {
  const Report whole =
      make_report({outdated("a.md"), outdated("b.md"), outdated("c.md", '1'), outdated("d.md")});
  PreviousIssue previous = body_of(assign_ids(whole, {}));
  previous.files[1].ticked = true;
  previous.files[2].note = IssueNote::kSourceChanged;
  Report some = make_report({outdated("a.md")});
  some.left_out = {left_out("b.md"), left_out("c.md"), left_out("new.md")};
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

TEST(IssueIds, ATickGoesIfTheSourceMovedOnWhileTheFileWasLeftOut) {
  PreviousIssue previous = body_of(assign_ids(make_report({outdated("a.md", '1')}), {}));
  previous.files.front().ticked = true;
  Report without = make_report({});
  without.left_out = {left_out("a.md")};
  previous = body_of(assign_ids(without, previous));
  const Report later = make_report({outdated("a.md", '2')});
  const IssueList list = assign_ids(later, previous);
  const IssueFile& file = list.open.at(Status::kOutdated).front().file;
  EXPECT_FALSE(file.ticked);
  EXPECT_EQ(file.note, IssueNote::kSourceChanged);
}

TEST(IssueIds, WhatIsDoneStaysSoIfItIsLeftOut) {
  const Report first = make_report({outdated("a.md")});
  const Report done = make_report({sample_file("a.md", Status::kInSync)});
  Report without = make_report({});
  without.left_out = {left_out("a.md")};
  const IssueList list =
      assign_ids(without, body_of(assign_ids(done, body_of(assign_ids(first, {})))));
  EXPECT_THAT(lines_of(list), ElementsAre("done M1 a.md"));
  EXPECT_EQ(list.done.front().source, without.left_out.front().source);
}

TEST(IssueIds, MoveAlongWithATranslationThatIsLeftOut) {
  FileReport renamed = sample_file("old/a.md", Status::kRenamed);
  renamed.renamed_to = "content/en/new/a.md";
  const PreviousIssue previous = body_of(assign_ids(make_report({renamed}), {}));
  Report moved = make_report({});
  moved.left_out = {left_out("new/a.md")};
  const IssueList list = assign_ids(moved, previous);
  EXPECT_THAT(lines_of(list), ElementsAre("left out R1 new/a.md"));
  EXPECT_EQ(list.left_out.front().file.moves_to, "");
  // One that was looked at says what its source was called.
  moved.left_out = {left_out("other/a.md")};
  moved.left_out.front().renamed_from = "content/en/old/a.md";
  EXPECT_THAT(lines_of(assign_ids(moved, previous)), ElementsAre("left out R1 other/a.md"));
  // What is left out where it was has not moved to where there is a file now.
  moved.files = {outdated("new/a.md")};
  moved.left_out = {left_out("old/a.md")};
  EXPECT_THAT(lines_of(assign_ids(moved, previous)),
              ElementsAre("M1 new/a.md", "left out R1 old/a.md"));
}

TEST(IssueIds, WhatIsUntranslatedIsLeftOutAndARemovedTranslationIsDone) {
  const Report first = make_report({outdated("a.md"), sample_file("b.md", Status::kUntranslated)});
  Report second = make_report({});
  second.left_out = {left_out("a.md"), left_out("b.md")};
  for (LeftOutFile& file : second.left_out) file.is_translated = false;
  EXPECT_THAT(lines_of(assign_ids(second, body_of(assign_ids(first, {})))),
              ElementsAre("left out T1 b.md", "done M1 a.md"));
}

// A report over few files, so that each comes and goes often.
Report random_report(std::mt19937& random) {
  const Status statuses[] = {Status::kInSync,  Status::kOutdated,    Status::kPartiallyUpdated,
                             Status::kRenamed, Status::kDeleted,     Status::kUnknown,
                             Status::kIgnored, Status::kUntranslated};
  const auto draw = [&](std::size_t limit) { return random() % limit; };
  std::vector<FileReport> files;
  std::vector<LeftOutFile> others;
  for (char name = 'a'; name <= 'n'; ++name) {
    const auto fate = draw(8);
    if (fate == 0) others.push_back(left_out(std::string(1, name)));
    if (fate < 2) continue;
    FileReport file = sample_file(std::string(1, name), statuses[draw(std::size(statuses))]);
    file.source_blob = repeated_id(static_cast<char>('0' + draw(3)));
    if (draw(5) == 0) {
      file.renamed_from = std::string("content/en/") + static_cast<char>('a' + draw(14));
    }
    files.push_back(std::move(file));
  }
  Report report = make_report(std::move(files));
  report.left_out = std::move(others);
  return report;
}

// Whether the file of `path` is the one that `owner` was: it moved, and says so.
bool has_moved(const Report& report, const std::string& owner, const std::string& path) {
  for (const FileReport& file : report.files) {
    if (file.translation != path || !file.renamed_from) continue;
    return "content/ko/" + file.renamed_from->substr(11) == owner;
  }
  return false;
}

TEST(IssueIds, AnyRowOfReportsKeepsEveryIdWithItsFile) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    PreviousIssue previous;
    std::map<std::string, std::string> owners;
    std::map<char, std::size_t> highest;
    for (int step = 0; step < 20; ++step) {
      const Report report = random_report(random);
      const IssueList list = assign_ids(report, previous);
      previous = body_of(list);
      std::map<std::string, std::string> now;
      for (IssueFile& file : previous.files) {
        for (const std::string& label : file.labels) {
          EXPECT_TRUE(now.emplace(label, file.path).second) << label << " twice, seed " << seed;
        }
        file.ticked = random() % 2 == 0;
      }
      for (const auto& [label, path] : owners) {
        ASSERT_TRUE(now.contains(label)) << label << " is lost, seed " << seed;
        EXPECT_TRUE(now[label] == path || has_moved(report, path, now[label]))
            << label << " went from " << path << " to " << now[label] << ", seed " << seed;
      }
      for (const auto& [label, path] : now) {
        const bool follows = label_number(label) > highest[label[0]];
        EXPECT_TRUE(owners.contains(label) || follows) << label << ", seed " << seed;
      }
      highest = list.highest;
      owners = std::move(now);
      const IssueList again = assign_ids(report, body_of(list));
      EXPECT_EQ(lines_of(again), lines_of(list)) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace l10n_drift
