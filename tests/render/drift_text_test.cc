#include "render/drift_text.h"

#include <gtest/gtest.h>

#include "render/revision_text.h"
#include "render/sample_report.h"

namespace l10n_drift {
namespace {

TEST(DriftText, CountsLinesAsGitDoes) {
  struct Case {
    LineCounts counts;
    const char* words;
  };
  const Case cases[] = {
      {{3, 1}, "3 insertions(+), 1 deletion(-)"},
      {{1, 2}, "1 insertion(+), 2 deletions(-)"},
      {{2, 0}, "2 insertions(+)"},
      {{0, 1}, "1 deletion(-)"},
      {{0, 0}, "0 insertions(+), 0 deletions(-)"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(line_counts_text(c.counts), c.words);
    EXPECT_EQ(shortstat(c.counts), std::string("1 file changed, ") + c.words);
  }
}

TEST(DriftText, MeasuresBinaryFilesInBytes) {
  EXPECT_EQ(sizes_text({123, 0}), "123 -> 0 bytes");
  EXPECT_EQ(shortstat(BinarySizes{1, 4'294'967'296}), "Bin 1 -> 4294967296 bytes");
}

TEST(DriftText, ASubstantiveChangeNeedsNoNote) {
  EXPECT_EQ(severity_note(std::optional<Severity>()), "");
  EXPECT_EQ(severity_note(Severity::kSubstantive), "");
  EXPECT_EQ(severity_note(Severity::kMinor), " (minor)");
  EXPECT_EQ(severity_note(Severity::kCosmetic), " (cosmetic)");
}

TEST(DriftText, SaysWhichFilesAreNotLookedInto) {
  FileReport file = sample_file("a.toml", Status::kOutdated);
  file.severity.reset();
  EXPECT_EQ(severity_word(file), "");
  EXPECT_EQ(severity_note(file), "");
  file.is_of_other_kind = true;
  EXPECT_EQ(severity_word(file), "not_looked_into");
  EXPECT_EQ(severity_note(file), " (not looked into)");
  file.binary = BinarySizes{1, 2};
  EXPECT_EQ(severity_note(file), "") << "nobody expects it of a picture";
  file.binary.reset();
  file.verbatim = true;
  EXPECT_EQ(severity_note(file), "") << "a copy hides nothing";
  file.severity = Severity::kMinor;
  EXPECT_EQ(severity_word(file), "minor");
}

TEST(DriftText, SaysWhetherASourceCameOrWent) {
  FileReport file = sample_file("a.md", Status::kOutdated);
  EXPECT_EQ(draft_text(file), "");
  file.draft = DraftChange::kWithdrawn;
  EXPECT_EQ(draft_text(file), "withdrawn: its source is a draft now");
  file.draft = DraftChange::kPublished;
  EXPECT_EQ(draft_text(file), "published: its source was a draft");
}

TEST(DriftText, SaysHowSimilarARenameIs) { EXPECT_EQ(similarity_text(87), "87% similar"); }

TEST(DriftText, ASourceWithTheSameNameWasNotRenamed) {
  FileReport file = sample_file("a.md", Status::kOutdated);
  EXPECT_FALSE(source_was_renamed(file));
  file.renamed_from = file.source;
  EXPECT_FALSE(source_was_renamed(file));
  file.renamed_from = "content/en/b.md";
  EXPECT_TRUE(source_was_renamed(file));
}

TEST(RevisionText, HasAShortCommitAndNoControlCharacters) {
  EXPECT_EQ(revision_text({"a\x1B[2J", repeated_id('f')}), "a\\033[2J (ffffffffffff)");
}

}  // namespace
}  // namespace l10n_drift
