#include "render/issue/former_files.h"

#include <gtest/gtest.h>

#include "render/issue/label_table.h"
#include "render/sample_report.h"

namespace l10n_drift {
namespace {

IssueFile listed(const std::string& path, const std::string& label) {
  return {.path = path, .labels = {label}, .change = "0-0"};
}

PreviousIssue issue_of(std::vector<IssueFile> files) {
  PreviousIssue previous;
  previous.language = "ko";
  previous.files = std::move(files);
  return previous;
}

std::string label_of(const std::optional<IssueFile>& file) {
  return file ? file->labels.front() : "";
}

LeftOutFile left_out(const std::string& name, bool is_translated) {
  return {.source = "content/en/" + name,
          .translation = "content/ko/" + name,
          .is_translated = is_translated};
}

// A body lists content/ko/old.md as M1. Is content/ko/new.md of the report the same file?
TEST(FormerFiles, AFileThatMovedIsTold) {
  const FileReport plain = sample_file("new.md", Status::kOutdated);
  FileReport moved = plain;
  moved.renamed_from = "content/en/old.md";
  FileReport from_elsewhere = plain;
  from_elsewhere.renamed_from = "docs/old.md";
  FileReport from_third = plain;
  from_third.renamed_from = "content/en/third.md";
  const std::string here = "content/ko/new.md";
  struct Case {
    const char* what;
    FileReport file;
    std::string moves_to;  // As the body remembers it.
    bool is_old_there;
    const char* label;
  };
  const Case cases[] = {
      {"another file", plain, "", false, ""},
      {"its source had the old name", moved, "", false, "M1"},
      {"the old one is still there", moved, "", true, ""},
      {"the source was in another folder", from_elsewhere, "", false, ""},
      {"the source had a third name", from_third, "", false, ""},
      {"the body says where it goes", plain, here, false, "M1"},
      {"it was to go there, and is still there", plain, here, true, ""},
      {"it was to go elsewhere", plain, "content/ko/third.md", false, ""},
  };
  for (const Case& c : cases) {
    IssueFile old = listed("content/ko/old.md", "M1");
    old.moves_to = c.moves_to;
    std::vector<FileReport> files = {c.file};
    if (c.is_old_there) files.push_back(sample_file("old.md", Status::kInSync));
    FormerFiles former(make_report(files), issue_of({old}));
    const std::optional<IssueFile> known = former.take(c.file);
    EXPECT_EQ(label_of(known), c.label) << c.what;
    if (!known) continue;
    EXPECT_EQ(known->path, here) << c.what;
    EXPECT_EQ(known->moves_to, "") << c.what;
  }
}

// Moved in one commit and updated in the next, or the other way round, or both: its own history
// tells.
TEST(FormerFiles, AFileIsToldByThePathsThatItHadBefore) {
  struct Case {
    const char* what;
    std::vector<std::string> former;
    bool is_old_there;
    const char* label;
  };
  const Case cases[] = {
      {"the last path before", {"content/ko/old.md"}, false, "M1"},
      {"an older one", {"content/ko/between.md", "content/ko/old.md"}, false, "M1"},
      {"another file has the name now", {"content/ko/old.md"}, true, ""},
      {"other names", {"content/ko/between.md"}, false, ""},
  };
  for (const Case& c : cases) {
    FileReport file = sample_file("new.md", Status::kOutdated);
    file.former_translations = c.former;
    std::vector<FileReport> files = {file};
    if (c.is_old_there) files.push_back(sample_file("old.md", Status::kInSync));
    FormerFiles former(make_report(files), issue_of({listed("content/ko/old.md", "M1")}));
    EXPECT_EQ(label_of(former.take(file)), c.label) << c.what;
  }
}

// Of a file whose entry is lost, and of one that was done long ago, there is the hash of its path.
TEST(FormerFiles, AHashTellsAFile) {
  FileReport file = sample_file("new.md", Status::kOutdated);
  file.former_translations = {"content/ko/old.md"};
  for (const char* const path : {"content/ko/new.md", "content/ko/old.md"}) {
    PreviousIssue previous = issue_of({});
    previous.lost = {{path_hash(path), {"M4", "P2"}}};
    previous.past = {{path_hash(path), {"M5"}}, {"aaaaa", {"M6"}}};
    FormerFiles former(make_report({file}), previous);
    const auto known = former.take(file);
    ASSERT_EQ(label_of(known), "M4") << path;
    EXPECT_EQ(known->path, "content/ko/new.md");
    EXPECT_EQ(known->change, kUnknownChange);
    EXPECT_EQ(label_of(former.take(file)), "") << "once";
    EXPECT_EQ(label_of(former.take_past(file)), "M5");
    EXPECT_EQ(former.rest_of_past(), (std::vector<HashedFile>{{"aaaaa", {"M6"}}}));
  }
}

TEST(FormerFiles, EachIsTakenOnceAndTheRestIsLeft) {
  const FileReport a = sample_file("a.md", Status::kOutdated);
  FormerFiles former(make_report({a}),
                     issue_of({listed("content/ko/b.md", "M2"), listed("content/ko/a.md", "M1")}));
  EXPECT_EQ(label_of(former.take(a)), "M1");
  EXPECT_EQ(label_of(former.take(a)), "");
  ASSERT_EQ(former.rest().size(), 1u);
  EXPECT_EQ(former.rest().front().path, "content/ko/b.md");
}

// Without a translation, it is known only if it was listed as one to be translated.
TEST(FormerFiles, WhatIsLeftOutIsKnownUnlessItsTranslationIsGone) {
  struct Case {
    const char* label;
    bool is_translated;
    bool is_known;
  };
  const Case cases[] = {
      {"M1", true, true}, {"T1", true, true}, {"M1", false, false}, {"T1", false, true}};
  for (const Case& c : cases) {
    FormerFiles former(make_report({}), issue_of({listed("content/ko/a.md", c.label)}));
    EXPECT_EQ(former.take(left_out("a.md", c.is_translated)).has_value(), c.is_known)
        << c.label << ' ' << c.is_translated;
  }
}

TEST(FormerFiles, ARenamedSourceTellsWhereTheTranslationBelongs) {
  struct Case {
    Status status;
    std::optional<std::string> renamed_to;
    const char* next;
  };
  const Case cases[] = {
      {Status::kRenamed, "content/en/b/c.md", "content/ko/b/c.md"},
      {Status::kRenamed, "content/en/caf\xE9.md", R"("content/ko/caf\351.md")"},
      {Status::kRenamed, "docs/c.md", ""},
      {Status::kRenamed, {}, ""},
      {Status::kDeleted, "content/en/b/c.md", ""},
  };
  for (const Case& c : cases) {
    FileReport file = sample_file("a.md", c.status);
    file.renamed_to = c.renamed_to;
    EXPECT_EQ(next_translation(file), c.next) << c.renamed_to.value_or("nothing");
  }
}

}  // namespace
}  // namespace l10n_drift
