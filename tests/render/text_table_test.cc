#include "render/text_table.h"

#include <gtest/gtest.h>

#include "render/sample_report.h"

namespace l10n_drift {
namespace {

// The only row's words behind the path.
std::string note_of(const FileReport& file) {
  const std::string table = text_table(make_report({file}), Color::kOff);
  const std::size_t path = table.find(file.translation) + file.translation.size();
  return table.substr(path, table.find('\n', path) - path);
}

TEST(TextTable, ListsWhatNeedsAttention) {
  for (const StatusFacts& facts : kStatuses) {
    const bool is_listed =
        !text_table(make_report({sample_file("a.md", facts.status)}), Color::kOff).empty();
    EXPECT_EQ(is_listed, needs_attention(facts.status)) << facts.word;
  }
  for (const Status status : {Status::kInSync, Status::kUnpaired, Status::kIgnored}) {
    EXPECT_FALSE(needs_attention(status)) << to_string(status);
  }
}

TEST(TextTable, NotesSayWhatTheColumnsDoNot) {
  const FileReport outdated = sample_file("a.md", Status::kOutdated);
  FileReport moved = outdated;
  moved.renamed_from = "content/en/b c.md";
  moved.verbatim = true;
  FileReport withdrawn = outdated;
  withdrawn.draft = DraftChange::kWithdrawn;
  FileReport binary = outdated;
  binary.binary = BinarySizes{1, 2};
  FileReport renamed = sample_file("a.md", Status::kRenamed);
  renamed.renamed_to = "content/en/c.md";
  FileReport similar = renamed;
  similar.similarity = 64;
  FileReport deleted = similar;
  deleted.status = Status::kDeleted;
  FileReport unknown = sample_file("a.md", Status::kUnknown);
  unknown.reason = "two\nlines";
  struct Case {
    FileReport file;
    const char* note;
  };
  const Case cases[] = {
      {outdated, ""},
      {moved, "  (source was content/en/b c.md; a copy of the source)"},
      {withdrawn, "  (withdrawn: its source is a draft now)"},
      {binary, "  (binary, 1 -> 2 bytes)"},
      {renamed, "  (source is now content/en/c.md)"},
      {similar, "  (source is now content/en/c.md, 64% similar)"},
      {deleted, "  (source is now content/en/c.md, which has a translation)"},
      {sample_file("a.md", Status::kUntranslated), "  (source is content/en/a.md)"},
      {unknown, "  (two\\nlines)"},
  };
  for (const Case& c : cases) EXPECT_EQ(note_of(c.file), c.note);
}

TEST(TextTable, ColumnsAreAsWideAsTheirWidestCell) {
  FileReport big = sample_file("b.md", Status::kPartiallyUpdated);
  FileReport small = sample_file("a.md", Status::kOutdated);
  small.counts = LineCounts{12345678, 2};
  small.severity = Severity::kMinor;
  EXPECT_EQ(text_table(make_report({small, big}), Color::kOff),
            "STATUS             SEVERITY     +LINES  -LINES  TOUCHED     TRANSLATION\n"
            "outdated           minor     +12345678      -2  2020-10-17  content/ko/a.md\n"
            "partially updated  -                 -       -  2020-10-17  content/ko/b.md\n"
            "\n");
}

}  // namespace
}  // namespace l10n_drift
