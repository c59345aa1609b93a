#include "render/issue/ids.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "render/issue/list_fixture.h"
#include "render/issue/marker.h"
#include "render/sample_report.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;

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
    if (fate == 0) others.push_back(left_out_file(std::string(1, name)));
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
