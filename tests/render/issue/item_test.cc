#include "render/issue/item.h"

#include <gtest/gtest.h>

#include "render/sample_report.h"

namespace l10n_drift {
namespace {

IssueFile known(std::vector<std::string> labels, IssueNote note = IssueNote::kNone) {
  return {.path = "content/ko/a.md", .labels = std::move(labels), .change = "0-0", .note = note};
}

TEST(IssueItem, ALineSaysWhatThereIsToDoWithTheFile) {
  const FileReport outdated = sample_file("a.md", Status::kOutdated);
  FileReport counted = outdated;
  counted.counts = LineCounts{1, 0};
  counted.severity = Severity::kMinor;
  FileReport binary = outdated;
  binary.binary = BinarySizes{1, 2};
  FileReport copy = outdated;
  copy.verbatim = true;
  copy.renamed_from = "content/en/b.md";
  FileReport withdrawn = counted;
  withdrawn.draft = DraftChange::kWithdrawn;
  FileReport renamed = sample_file("a.md", Status::kRenamed);
  renamed.renamed_to = "content/en/c.md";
  renamed.similarity = 64;
  FileReport deleted = renamed;
  deleted.status = Status::kDeleted;
  FileReport unknown = sample_file("a.md", Status::kUnknown);
  unknown.reason = "*no* source";
  struct Case {
    FileReport file;
    const char* end;  // After the source.
  };
  const Case cases[] = {
      {outdated, ""},
      {counted, " 1 file changed, 1 insertion(+) (minor)"},
      {binary, " Bin 1 -> 2 bytes"},
      {copy, " (source renamed from `content/en/b.md`) (a copy: copy it again)"},
      {withdrawn, " 1 file changed, 1 insertion(+) (minor) (withdrawn: its source is a draft now)"},
      {renamed, " -> `content/en/c.md` (64% similar)"},
      {deleted, " (now `content/en/c.md`, which has a translation)"},
      {sample_file("a.md", Status::kDeleted), ""},
      {unknown, ": \\*no\\* source"},
      {sample_file("a.md", Status::kUntranslated), ""},
  };
  for (const Case& c : cases) {
    const IssueEntry entry = {.report = &c.file, .file = known({"M1"})};
    EXPECT_EQ(open_item(entry, {}).text, std::string("- [ ] M1. `content/en/a.md`") + c.end + '\n');
  }
}

TEST(IssueItem, TheBoxTheIdsBeforeAndTheNoteStandInOneLine) {
  const FileReport file = sample_file("a.md", Status::kOutdated);
  struct Case {
    IssueNote note;
    const char* words;
  };
  const Case cases[] = {
      {IssueNote::kNone, ""},
      {IssueNote::kSourceChanged, " (the source has changed since it was ticked)"},
      {IssueNote::kStillBehind, " (updated since it was ticked, and not whole yet)"},
      {IssueNote::kOtherTask, " (there was something else to do when it was ticked)"},
      {IssueNote::kWasDone, " (out of date again)"},
  };
  for (const Case& c : cases) {
    const IssueEntry entry = {.report = &file, .file = known({"M3", "P2", "U1"}, c.note)};
    EXPECT_EQ(open_item(entry, {}).text,
              std::string("- [ ] M3. `content/en/a.md` (formerly P2, U1)") + c.words + '\n');
  }
  IssueEntry ticked = {.report = &file, .file = known({"M3"})};
  ticked.file.ticked = true;
  EXPECT_EQ(open_item(ticked, {}).text, "- [x] M3. `content/en/a.md`\n");
}

TEST(IssueItem, WhatStandsBelowBeginsWhereTheTextDoesAndCanBeLeftOut) {
  FileReport file = sample_file("a.md", Status::kOutdated);
  file.commits = {{repeated_id('1'), "2021-02-03T10:00:00Z", "Fix *it*"}};
  const IssueEntry entry = {.report = &file, .file = known({"M1"})};
  const SectionItem item = open_item(entry, {});
  EXPECT_EQ(item.text, "- [ ] M1. `content/en/a.md`\n  - 2021-02-03 `111111111111` Fix \\*it\\*\n");
  EXPECT_THAT(item.shorter,
              testing::ElementsAre("- [ ] M1. `content/en/a.md` (too much to list it here)\n"));
  EXPECT_EQ(item.file, &entry.file);
  file.commits.clear();
  EXPECT_THAT(open_item(entry, {}).shorter, testing::IsEmpty());
}

TEST(IssueItem, WhatPlacesSayIsLeftOutFirst) {
  FileReport file = sample_file("a.md", Status::kOutdated);
  file.stale = {open_block(BlockKind::kCode, "A", StaleChange::kAdded, {{1, 1}})};
  file.stale[0].texts.now = "text";
  const IssueEntry entry = {.report = &file, .file = known({"M1"})};
  const SectionItem item = open_item(entry, {.details = IssueDetails::kStaleBlocks});
  EXPECT_THAT(item.text, testing::HasSubstr("      - is new: `text`\n"));
  const std::string places = open_item(entry, {.details = IssueDetails::kStalePlaces}).text;
  EXPECT_THAT(places, testing::HasSubstr("code block added: line 1 of the source\n\n"));
  EXPECT_THAT(item.shorter,
              testing::ElementsAre(
                  places,
                  "- [ ] M1. `content/en/a.md`, 1 older change still open (too much to list it "
                  "here)\n"));
}

TEST(IssueItem, LeftOutFilesKeepTheirBoxAndDoneOnesAreTicked) {
  const IssueFile was = known({"M2", "P1"});
  const std::string source = "content/en/a.md";
  EXPECT_EQ(left_out_item({.source = source, .left_out_by = "--since", .file = was}).text,
            "- [ ] M2. `content/en/a.md` (by `--since`) (formerly P1)\n");
  EXPECT_EQ(done_item({.source = source, .file = was}).text,
            "- [x] M2. `content/en/a.md` (formerly P1)\n");
  EXPECT_EQ(done_item({.file = was}).text,
            "- [x] M2. `content/ko/a.md` (formerly P1) (no longer in the report)\n");
}

}  // namespace
}  // namespace l10n_drift
