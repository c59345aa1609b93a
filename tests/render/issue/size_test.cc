#include "render/issue/size.h"

#include <gtest/gtest.h>

#include "render/sample_report.h"

namespace l10n_drift {
namespace {

FileReport with_counts(Status status, std::size_t insertions, std::size_t deletions) {
  FileReport file = sample_file("a.md", status);
  file.counts = LineCounts{insertions, deletions};
  return file;
}

StaleBlock block(std::optional<LineRange> source, std::optional<LineRange> translation,
                 bool before_last_touch) {
  StaleBlock stale;
  stale.source_lines = source;
  stale.translation_lines = translation;
  stale.before_last_touch = before_last_touch;
  return stale;
}

TEST(IssueSize, LinesAreThoseOfBothSidesAndOfOlderChanges) {
  FileReport file = with_counts(Status::kOutdated, 5, 3);
  EXPECT_EQ(lines_to_look_at(file), 8u);
  file.stale = {block(LineRange{1, 4}, {}, true), block({}, LineRange{7, 8}, true),
                block(LineRange{9, 9}, {}, false)};
  EXPECT_EQ(lines_to_look_at(file), 14u) << "what changed since is among the counts";
  file.counts.reset();
  EXPECT_EQ(lines_to_look_at(file), 7u);
}

TEST(IssueSize, GoesByTheLines) {
  const std::pair<std::size_t, std::string_view> cases[] = {
      {0, "XS"},  {9, "XS"},  {10, "S"},   {29, "S"},   {30, "M"},     {99, "M"},
      {100, "L"}, {499, "L"}, {500, "XL"}, {999, "XL"}, {1000, "XXL"}, {90'000, "XXL"}};
  for (const auto& [lines, size] : cases) {
    const auto found = size_of(with_counts(Status::kOutdated, lines, 0));
    ASSERT_TRUE(found) << lines;
    EXPECT_EQ(kSizes.at(*found), size) << lines;
  }
}

TEST(IssueSize, IsToldInLines) {
  EXPECT_EQ(size_words(0), "under 10");
  EXPECT_EQ(size_words(1), "10 to 29");
  EXPECT_EQ(size_words(4), "500 to 999");
  EXPECT_EQ(size_words(kSizes.size() - 1), "1000 or more");
}

TEST(IssueSize, ToMoveOrToRemoveIsLittleAndWhatHasNoLinesHasNone) {
  EXPECT_EQ(size_of(sample_file("a.md", Status::kRenamed)), 0u);
  EXPECT_EQ(size_of(sample_file("a.md", Status::kDeleted)), 0u);
  for (const Status status : {Status::kUntranslated, Status::kUnknown, Status::kOutdated}) {
    EXPECT_FALSE(size_of(sample_file("a.md", status))) << to_string(status);
  }
}

}  // namespace
}  // namespace l10n_drift
