#include "output_parts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/error_text.h"
#include "support/scratch_folder.h"

namespace l10n_drift {
namespace {

namespace fs = std::filesystem;
using testing::UnorderedElementsAre;

const std::string kPart = "text\n<!-- l10n-drift: {} -->\n";

class OutputPartsTest : public testing::Test {
 protected:
  std::string at(const std::string& name) const { return folder_.at(name); }

  std::vector<std::string> names() const { return folder_.names(); }

  ScratchFolder folder_;
};

TEST_F(OutputPartsTest, WritesAFileForEachPart) {
  write_parts(folder_.path(), {"one\n", "two\n"});
  EXPECT_THAT(names(), UnorderedElementsAre("1.md", "2.md"));
  EXPECT_EQ(read_whole_file(at("1.md")), "one\n");
  EXPECT_EQ(read_whole_file(at("2.md")), "two\n");
}

TEST_F(OutputPartsTest, MakesTheFolderAndThoseAbove) {
  write_parts(at("a/b/"), {"one\n"});
  EXPECT_EQ(read_whole_file(at("a/b/1.md")), "one\n");
}

TEST_F(OutputPartsTest, RemovesThePartsOfALongerIssueAndNothingElse) {
  for (const char* name : {"1.md", "2.md", "3.md", "10.md", "03.md", "3.txt", "3.md.bak", "a.md",
                           "99999999999999999999.md"}) {
    write_whole_file(at(name), kPart);
  }
  write_whole_file(at("4.md"), "somebody's own, about <!-- l10n-drift: {} -->\n");
  write_whole_file(at("target"), kPart);
  fs::create_symlink(at("target"), at("5.md"));
  fs::create_directory(at("6.md"));
  write_parts(folder_.path(), {"one\n", "two\n"});
  EXPECT_THAT(names(),
              UnorderedElementsAre("1.md", "2.md", "03.md", "3.txt", "3.md.bak", "a.md",
                                   "99999999999999999999.md", "4.md", "target", "5.md", "6.md"));
  EXPECT_EQ(read_whole_file(at("1.md")), "one\n");
}

TEST_F(OutputPartsTest, SaysWhatItCannotWrite) {
  write_whole_file(at("file"), "");
  EXPECT_EQ(error_text([&] { write_parts(at("file"), {"one\n"}); }),
            "cannot write to '" + at("file") + "': not a directory | ");
  EXPECT_EQ(error_text([&] { write_parts(at("file/below"), {"one\n"}); }),
            "cannot make the folder '" + at("file/below") + "': not a directory | ");
  fs::create_directory(at("1.md"));
  EXPECT_EQ(error_text([&] { write_parts(folder_.path(), {"one\n"}); }),
            "cannot write '" + at("1.md") + "': is a directory | ");
}

}  // namespace
}  // namespace l10n_drift
