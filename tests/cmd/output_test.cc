#include "output.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "support/error_text.h"
#include "support/scratch_folder.h"

namespace l10n_drift {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class OutputTest : public testing::Test {
 protected:
  std::string at(const std::string& name) const { return folder_.at(name); }

  std::vector<std::string> names() const { return folder_.names(); }

  static mode_t mode_of(const std::string& path) {
    struct stat info {};
    EXPECT_EQ(stat(path.c_str(), &info), 0) << path;
    return info.st_mode & 07777;
  }

  static std::string error(const std::string& path, const std::string& text = "text") {
    return error_text([&] { write_output(path, text); });
  }

  ScratchFolder folder_;
};

TEST_F(OutputTest, WritesANewFileWithTheModeOfAnyNewFile) {
  const mode_t before = umask(027);
  write_output(at("new"), "text\n");
  umask(before);
  EXPECT_EQ(read_whole_file(at("new")), "text\n");
  EXPECT_EQ(mode_of(at("new")), 0640u);
  EXPECT_THAT(names(), ElementsAre("new"));
}

TEST_F(OutputTest, ReplacesAFileAndKeepsItsMode) {
  for (const mode_t mode : {0600, 0444, 0755}) {
    write_whole_file(at("old"), "something longer than the text");
    ASSERT_EQ(chmod(at("old").c_str(), mode), 0);
    write_output(at("old"), "text");
    EXPECT_EQ(read_whole_file(at("old")), "text");
    EXPECT_EQ(mode_of(at("old")), mode);
    fs::remove(at("old"));
  }
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(OutputTest, WritesAnEmptyTextAndBytesOfAnyKind) {
  write_output(at("empty"), "");
  EXPECT_EQ(read_whole_file(at("empty")), "");
  const std::string bytes("\0\r\n\xFF", 4);
  write_output(at("bytes"), bytes);
  EXPECT_EQ(read_whole_file(at("bytes")), bytes);
}

TEST_F(OutputTest, ReplacesTheTargetOfASymlink) {
  fs::create_directory(at("sub"));
  write_whole_file(at("sub/target"), "old");
  ASSERT_EQ(chmod(at("sub/target").c_str(), 0600), 0);
  fs::create_symlink("second", at("first"));
  fs::create_symlink("sub/target", at("second"));
  write_output(at("first"), "new");
  EXPECT_TRUE(fs::is_symlink(at("first")));
  EXPECT_TRUE(fs::is_symlink(at("second")));
  EXPECT_FALSE(fs::is_symlink(at("sub/target")));
  EXPECT_EQ(read_whole_file(at("sub/target")), "new");
  EXPECT_EQ(mode_of(at("sub/target")), 0600u);
}

TEST_F(OutputTest, MakesTheTargetOfADanglingSymlink) {
  fs::create_symlink(at("target"), at("link"));
  write_output(at("link"), "new");
  EXPECT_TRUE(fs::is_symlink(at("link")));
  EXPECT_EQ(read_whole_file(at("target")), "new");
}

TEST_F(OutputTest, AFileInTheCurrentFolderNeedsNoSlash) {
  const fs::path before = fs::current_path();
  fs::current_path(folder_.path());
  fs::create_symlink("target", "link");
  write_output("plain", "1");
  write_output("link", "2");
  fs::current_path(before);
  EXPECT_EQ(read_whole_file(at("plain")), "1");
  EXPECT_EQ(read_whole_file(at("target")), "2");
}

TEST_F(OutputTest, SaysWhyItCannotWriteAndLeavesNothing) {
  EXPECT_EQ(error(at("none/file")),
            "cannot write '" + at("none/file") + "': no such file or directory | ");
  fs::create_directory(at("folder"));
  EXPECT_EQ(error(at("folder")), "cannot write '" + at("folder") + "': is a directory | ");
  write_whole_file(at("file"), "x");
  EXPECT_EQ(error(at("file/below")), "cannot write '" + at("file/below") + "': not a directory | ");
  EXPECT_THAT(names(), UnorderedElementsAre("folder", "file"));
}

// A limit on the size of files stands in for a full disk.
TEST_F(OutputTest, ATextThatDoesNotFitLeavesTheOldFileAsItWas) {
  write_whole_file(at("old"), "old");
  rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  rlimit small = before;
  small.rlim_cur = 4096;
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  const std::string text = error(at("old"), std::string(10'000, 'x'));
  const std::string new_text = error(at("new"), std::string(10'000, 'x'));
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_EQ(text, "cannot write '" + at("old") + "': file too large | ");
  EXPECT_EQ(new_text, "cannot write '" + at("new") + "': file too large | ");
  EXPECT_EQ(read_whole_file(at("old")), "old");
  EXPECT_THAT(names(), ElementsAre("old"));
}

TEST_F(OutputTest, WritesDirectlyToWhatIsNoRegularFile) {
  write_output("/dev/null", "text");
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  EXPECT_EQ(error("/dev/full"), "cannot write '/dev/full': no space left on device | ");
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

TEST_F(OutputTest, WritesDirectlyToAPipe) {
  ASSERT_EQ(mkfifo(at("pipe").c_str(), 0600), 0);
  std::string received;
  std::thread reader([&] { received = read_whole_file(at("pipe")); });
  write_output(at("pipe"), "text");
  reader.join();
  EXPECT_EQ(received, "text");
  EXPECT_TRUE(fs::is_fifo(at("pipe")));
}

// ---- Standard output ----

// Lets standard output be another file for as long as the object lives.
class StandardOutput {
 public:
  explicit StandardOutput(int file) : saved_(dup(STDOUT_FILENO)) {
    std::fflush(stdout);
    dup2(file, STDOUT_FILENO);
    close(file);
  }
  StandardOutput(const StandardOutput&) = delete;
  StandardOutput& operator=(const StandardOutput&) = delete;
  ~StandardOutput() {
    dup2(saved_, STDOUT_FILENO);
    close(saved_);
  }

 private:
  int saved_;
};

TEST_F(OutputTest, WithoutAPathItIsStandardOutput) {
  {
    const StandardOutput redirected(open(at("out").c_str(), O_WRONLY | O_CREAT, 0600));
    write_output(std::nullopt, "text\n");
  }
  EXPECT_EQ(read_whole_file(at("out")), "text\n");
}

TEST_F(OutputTest, AFullStandardOutputIsAnError) {
  std::string text;
  {
    const StandardOutput redirected(open("/dev/full", O_WRONLY));
    text = error_text([] { write_output(std::nullopt, "text"); });
  }
  EXPECT_EQ(text, "cannot write to stdout: no space left on device | ");
}

TEST_F(OutputTest, AReaderThatHasGoneAwayIsNoError) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  close(ends[0]);
  std::string text;
  const auto handler = std::signal(SIGPIPE, SIG_IGN);
  {
    const StandardOutput redirected(ends[1]);
    text = error_text([] { write_output(std::nullopt, "text"); });
  }
  std::signal(SIGPIPE, handler);
  EXPECT_EQ(text, "no error");
}

TEST(SetUpSignals, AnInterruptEndsTheProgramWithStatus130) {
  for (const int signal : {SIGINT, SIGTERM}) {
    EXPECT_EXIT(
        {
          set_up_signals();
          std::raise(signal);
        },
        testing::ExitedWithCode(130), "");
  }
}

TEST(SetUpSignals, ABrokenPipeDoesNotEndTheProgram) {
  EXPECT_EXIT(
      {
        set_up_signals();
        std::raise(SIGPIPE);
        _exit(7);
      },
      testing::ExitedWithCode(7), "");
}

}  // namespace
}  // namespace l10n_drift
