#include "render/issue/label_table.h"

#include <gtest/gtest.h>

#include <set>

namespace l10n_drift {
namespace {

// The files that a table of these has, read back as a marker does.
std::vector<HashedFile> read_back(const std::vector<HashedFile>& runs) {
  std::vector<HashedFile> files;
  for (const HashedFile& run : runs) {
    const std::string& label = run.labels.front();
    EXPECT_TRUE(add_label_run(label[0], std::stoul(label.substr(1)), run.hash, files)) << run.hash;
  }
  return join_hashed_files(files);
}

TEST(LabelTable, RunsHaveTheHashesOfNumbersThatFollowEachOther) {
  EXPECT_EQ(label_table_text({}), "{}");
  EXPECT_EQ(label_table_text({{"ccccc", {"M9"}}, {"aaaaa", {"M1"}}, {"bbbbb", {"P1", "M2"}}}),
            R"({"M":{"1":"aaaaabbbbb","9":"ccccc"},"P":{"1":"bbbbb"}})");
}

TEST(LabelTable, IsReadBackWithTheIdsOfEachFileTogether) {
  const std::vector<HashedFile> expected = {
      {"aaaaa", {"M1"}}, {"bbbbb", {"M2", "P1"}}, {"ccccc", {"D7"}}};
  EXPECT_EQ(read_back({{"aaaaabbbbb", {"M1"}}, {"ccccc", {"D7"}}, {"bbbbb", {"P1"}}}), expected);
}

TEST(LabelTable, TwoFilesOfOneHashAreNobody) {
  EXPECT_EQ(read_back({{"aaaaabbbbbaaaaa", {"M1"}}}), (std::vector<HashedFile>{{"bbbbb", {"M2"}}}));
}

TEST(LabelTable, TakesNoRunThatWeDidNotWrite) {
  std::vector<HashedFile> files;
  for (const char* const hashes : {"aaaa", "aaaa-", "aaaa<", "aaaaabbbb"}) {
    EXPECT_FALSE(add_label_run('M', 1, hashes, files)) << hashes;
  }
  EXPECT_FALSE(add_label_run('M', 999'999, "aaaaabbbbb", files)) << "a number that is too high";
  EXPECT_FALSE(add_label_run('X', 1, "aaaaa", files)) << "a letter of no section";
}

TEST(LabelTable, PathsHaveHashesOfTheirOwn) {
  std::set<std::string> hashes;
  for (int i = 0; i < 2'000; ++i) {
    const std::string hash = path_hash("content/ko/docs/" + std::to_string(i) + ".md");
    EXPECT_EQ(hash.size(), 5u);
    hashes.insert(hash);
  }
  EXPECT_EQ(hashes.size(), 2'000u);
}

}  // namespace
}  // namespace l10n_drift
