#include <gtest/gtest.h>

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "git/objects.h"
#include "support/error_text.h"
#include "support/random_text.h"
#include "support/scratch_repository.h"
#include "support/two_trees.h"

namespace l10n_drift {
namespace {

struct Pair {
  std::string from;
  std::string to;
};

// What git says of one file.
struct GitDiff {
  std::string insertions;  // "-" for a binary file.
  std::string deletions;
  std::string hunks;
};

// Counts and hunks of all pairs, each a file of two trees, against `git diff` of the trees.
class BlobDriftTest : public TwoTreesTest {
 protected:
  void add(std::string from, std::string to) {
    if (from != to) pairs_.push_back({std::move(from), std::move(to)});
  }

  void compare_all() {
    import_pairs();
    const auto expected = diffs_of_git();
    ASSERT_EQ(expected.size(), pairs_.size());
    const Objects objects = scratch_.objects();
    const std::map<std::string, ObjectId> before = blobs(objects, "A");
    const std::map<std::string, ObjectId> after = blobs(objects, "B");
    for (const auto& [path, of_git] : expected) {
      const ObjectId from = before.at(path);
      const ObjectId to = after.at(path);
      const BlobDrift drift = objects.drift(from, to);
      const BlobDiff diff = objects.diff(from, to);
      const bool is_binary = of_git.insertions == "-";
      EXPECT_EQ(drift.binary.has_value(), is_binary) << describe(path);
      EXPECT_EQ(diff.drift, drift) << describe(path);
      EXPECT_EQ(diff.hunks, of_git.hunks) << describe(path);
      if (is_binary) continue;
      EXPECT_EQ(std::to_string(drift.lines.insertions), of_git.insertions) << describe(path);
      EXPECT_EQ(std::to_string(drift.lines.deletions), of_git.deletions) << describe(path);
    }
  }

 private:
  static std::string name_of(std::size_t pair) { return "p" + std::to_string(10'000 + pair); }

  std::string describe(const std::string& path) const {
    const Pair& pair = pairs_[std::stoul(path.substr(1)) - 10'000];
    return path + ": from " + testing::PrintToString(pair.from.substr(0, 2000)) + " to " +
           testing::PrintToString(pair.to.substr(0, 2000));
  }

  std::map<std::string, ObjectId> blobs(const Objects& objects, const std::string& revision) const {
    std::map<std::string, ObjectId> blobs;
    for (const TreeFile& file : objects.list_files(scratch_.tree(revision), "")) {
      blobs[file.path] = file.entry.id;
    }
    return blobs;
  }

  void import_pairs() {
    std::vector<Change> before;
    std::vector<Change> after;
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      before.push_back(write_file(name_of(i), pairs_[i].from));
      after.push_back(write_file(name_of(i), pairs_[i].to));
    }
    have(before, after);
  }

  std::map<std::string, GitDiff> diffs_of_git() const {
    std::map<std::string, GitDiff> diffs;
    std::istringstream counts(scratch_.git({"diff", "--no-renames", "--numstat", "A", "B"}));
    for (std::string insertions, deletions, path; counts >> insertions >> deletions >> path;) {
      diffs[path] = {insertions, deletions, {}};
    }
    // A line of a file never begins with "diff": it has its mark in front.
    std::istringstream lines(scratch_.git({"diff", "--no-renames", "A", "B"}));
    std::string path;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("diff --git ")) path = line.substr(line.rfind('/') + 1);
      std::string& hunks = diffs.at(path).hunks;
      if (!hunks.empty() || line.starts_with("@@")) hunks += line + '\n';
    }
    return diffs;
  }

  std::vector<Pair> pairs_;
};

TEST_F(BlobDriftTest, IsGitsForRandomlyEditedPages) {
  RandomText random(11);
  for (int i = 0; i < 400; ++i) {
    const std::vector<std::string> lines = random.lines(random.below(80));
    std::string from = join_lines(lines);
    std::string to = join_lines(random.edit(lines, 1 + random.below(1 + lines.size() / 2)));
    if (random.one_in(8) && !from.empty()) from.pop_back();
    if (random.one_in(8) && !to.empty()) to.pop_back();
    add(std::move(from), std::move(to));
  }
  compare_all();
}

std::string with_crlf(const std::string& text) {
  std::string result;
  for (const char c : text) result += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return result;
}

TEST_F(BlobDriftTest, IsGitsForOddFiles) {
  RandomText random(12);
  const std::vector<std::string> lines = random.lines(50);
  const std::string page = join_lines(lines);
  const std::string edited = join_lines(random.edit(lines, 5));
  const std::string nul(1, '\0');
  add("", page);
  add(page, "");
  add("", "\n");
  add("\n", "\n\n");
  add("a", "a\n");
  add("a\n", "a");
  add("a\nb", "a\nc");
  add("a\nb\nc", "a\nB\nc");
  add(page, with_crlf(page));
  add(with_crlf(page), with_crlf(edited));
  add(with_crlf(page), with_crlf(page).substr(0, page.size()));
  add("a\rb\rc", "a\rb\rd");
  add(page, nul + page);
  add(nul + page, nul + edited);
  add(page + nul, edited + nul);
  add(std::string(7999, 'x') + nul, std::string(7999, 'x') + nul + "y");
  add(std::string(8000, 'x') + nul, std::string(8000, 'x') + nul + "y");
  add("\xFF\xFE"
      "a" +
          nul + "\n" + nul,
      "\xFF\xFE"
      "b" +
          nul + "\n" + nul);
  add("\xEF\xBB\xBF" + page, page);
  add("\xFF\xFE\x80\n" + page, "\xFF\xFE\x81\n" + page);
  add("\x01\x02\x03\x7F\n", "\x01\x02\x03\x7F\x04\n");
  add(std::string(300'000, 'x'), std::string(300'000, 'x') + "y");
  add(page + std::string(300'000, 'x') + '\n' + page,
      edited + std::string(300'000, 'x') + '\n' + page);
  compare_all();
}

// A hunk's "@@" line ends with the last line before it that looks like a heading of code.
TEST_F(BlobDriftTest, IsGitsForLinesThatHunksAreNamedAfter) {
  const std::string body = "  1\n  2\n  3\n  4\n  5\n  6\n  7\n  8\n";
  for (const std::string& heading :
       {std::string("function f() {"), std::string("heading   \t"), std::string("carriage\r"),
        std::string("$dollar _underscore"), std::string("# comment"), std::string(79, 'a'),
        std::string(80, 'b'), std::string(81, 'c'), std::string(200, 'd'),
        "abc" + std::string(90, ' ') + "d", std::string("\xED\x95\x9C\xEA\xB8\x80 heading"),
        "e" + std::string(78, 'e') + "\xED\x95\x9C", std::string("@@ -1 +1 @@"),
        std::string("diff --git a/x b/x")}) {
    add(heading + '\n' + body + "old\n", heading + '\n' + body + "new\n");
  }
  compare_all();
}

TEST_F(BlobDriftTest, IsGitsForLinesThatLookLikePartsOfADiff) {
  const std::string body = "1\n2\n3\n";
  for (const std::string line : {"@@ -1,2 +3,4 @@  ", "--- a/x", "+++ b/x", "-x", "+x", " x",
                                 "\\ No newline at end of file", "diff --git a/x b/x"}) {
    add(body + line + '\n', body);
    add(body, body + line + '\n');
    add(body + line, body + line + '\n');
  }
  compare_all();
}

TEST(BlobDrift, TheSameBlobHasNoDrift) {
  const ScratchRepository scratch;
  const Objects objects = scratch.objects();
  const ObjectId blob = scratch.store("blob", "a\nb\n");
  EXPECT_EQ(objects.drift(blob, blob).lines, LineCounts{});
  EXPECT_FALSE(objects.drift(blob, blob).binary);
  EXPECT_EQ(objects.diff(blob, blob).hunks, "");
}

TEST(BlobDrift, ABinaryFileHasSizes) {
  const ScratchRepository scratch;
  const Objects objects = scratch.objects();
  const ObjectId text = scratch.store("blob", "text\n");
  const ObjectId image = scratch.store("blob", std::string("\0\0\0", 3));
  const auto sizes = objects.drift(text, image).binary;
  ASSERT_TRUE(sizes);
  EXPECT_EQ(*sizes, (BinarySizes{.baseline = 5, .base = 3}));
  EXPECT_TRUE(objects.diff(text, image).drift.binary.has_value());
}

TEST(BlobDrift, AMissingBlobIsAnErrorThatNamesIt) {
  const ScratchRepository scratch;
  const Objects objects = scratch.objects();
  const ObjectId text = scratch.store("blob", "text\n");
  const ObjectId missing = id_from_hex(std::string(40, '1'));
  const std::string expected =
      "corrupt repository: blob '" + missing.hex() + "' is missing | git fsck --full";
  EXPECT_EQ(error_text([&] { objects.drift(text, missing); }), expected);
  EXPECT_EQ(error_text([&] { objects.diff(missing, text); }), expected);
}

}  // namespace
}  // namespace l10n_drift
