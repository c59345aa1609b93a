#include "progress_line.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <string>
#include <thread>

namespace l10n_drift {
namespace {

// What `speak` writes to standard error while that is a terminal.
std::string said_at_a_terminal(const std::function<void()>& speak) {
  int terminal = -1;
  const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
  if (child == 0) {
    speak();
    _exit(0);
  }
  std::string said;
  char buffer[256];
  // Linux ends the reading with an error once the other side is closed.
  for (ssize_t size = 0; (size = read(terminal, buffer, sizeof buffer)) > 0;) {
    said.append(buffer, static_cast<std::size_t>(size));
  }
  close(terminal);
  int status = -1;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  return said;
}

void walk_for(std::chrono::milliseconds time, ProgressLine::When when) {
  ProgressLine line(when);
  line.show(1, 744);
  std::this_thread::sleep_for(time);
  line.show(14'054, 12);
}

constexpr std::chrono::milliseconds kLong{1'100};
constexpr std::chrono::milliseconds kShort{50};

TEST(ProgressLine, ShowsALongWalkAndLeavesNothingBehind) {
  EXPECT_EQ(said_at_a_terminal([] { walk_for(kLong, ProgressLine::When::kAtTerminal); }),
            "\r\x1b[Kl10n-drift: 14054 commits read, 12 translations still to place\r\x1b[K");
}

TEST(ProgressLine, SaysNothingOfAShortWalk) {
  EXPECT_EQ(said_at_a_terminal([] { walk_for(kShort, ProgressLine::When::kAtTerminal); }), "");
}

TEST(ProgressLine, SaysNothingWhereItIsNotWanted) {
  EXPECT_EQ(said_at_a_terminal([] { walk_for(kLong, ProgressLine::When::kNever); }), "");
}

TEST(ProgressLine, SaysNothingToAFile) {
  const std::string said = said_at_a_terminal([] {
    const int terminal = dup(STDERR_FILENO);
    const int file = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(file, STDERR_FILENO);
    walk_for(kLong, ProgressLine::When::kAtTerminal);
    dup2(terminal, STDERR_FILENO);
  });
  EXPECT_EQ(said, "");
}

}  // namespace
}  // namespace l10n_drift
