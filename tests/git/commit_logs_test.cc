#include "git/commit_logs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "git/objects.h"
#include "support/random_history.h"
#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using Names = std::vector<std::string>;

// `git log SINCE..TIP -- PATH`, by the commits' names.
Names log_of_git(const ScratchRepository& scratch, const std::string& since, const std::string& tip,
                 const std::string& path) {
  return scratch.names_by_git(
      {"--literal-pathspecs", "log", "--format=%H", since + ".." + tip, "--", path});
}

Names log_of(const ScratchRepository& scratch, const std::string& since, const std::string& tip,
             const std::string& path) {
  const auto logs = scratch.objects().find_logs(scratch.id(tip), {{scratch.id(since), path}});
  return scratch.names(logs.front());
}

TEST(CommitLogs, ListsTheCommitsThatChangedThePathNewestFirst) {
  History history;
  history.commit("A", {}, {write_file("d/x", "1"), write_file("d/y", "1")});
  history.commit("B", {"A"}, {write_file("d/x", "2")});
  history.commit("C", {"B"}, {write_file("d/y", "2")});
  history.commit("D", {"C"}, {write_executable("d/x", "2")});
  history.commit("E", {"D"}, {remove_file("d/x")});
  const ScratchRepository scratch(history);
  EXPECT_THAT(log_of(scratch, "A", "E", "d/x"), ElementsAre("E", "D", "B"));
  EXPECT_THAT(log_of(scratch, "A", "E", "d/y"), ElementsAre("C"));
  EXPECT_THAT(log_of(scratch, "B", "E", "d/x"), ElementsAre("E", "D"));
  EXPECT_THAT(log_of(scratch, "E", "E", "d/x"), ElementsAre());
  EXPECT_THAT(log_of(scratch, "E", "A", "d/x"), ElementsAre()) << "SINCE is newer";
  EXPECT_THAT(log_of(scratch, "A", "E", "d/none"), ElementsAre());
}

TEST(CommitLogs, AMergeLeadsToTheSideThatItTook) {
  History history;
  history.commit("A", {}, {write_file("x", "1")});
  history.commit("B", {"A"}, {write_file("x", "2")});
  history.commit("C", {"A"}, {write_file("x", "3")});
  history.commit("M", {"B", "C"}, {write_file("x", "3")});
  history.commit("N", {"B", "C"}, {write_file("x", "4")});
  const ScratchRepository scratch(history);
  EXPECT_THAT(log_of(scratch, "A", "M", "x"), ElementsAre("C"));
  EXPECT_THAT(log_of(scratch, "A", "N", "x"), ElementsAre("N", "C", "B"));
  EXPECT_THAT(log_of(scratch, "C", "M", "x"), ElementsAre()) << "C has what M has";
  EXPECT_EQ(log_of(scratch, "B", "M", "x"), log_of_git(scratch, "B", "M", "x"));
}

TEST(CommitLogs, ARootIsListedWhereItHasThePath) {
  History history;
  history.commit("A", {}, {write_file("x", "1")});
  history.commit("R", {}, {write_file("y", "1")});
  history.commit("M", {"A", "R"}, {write_file("y", "1")});
  const ScratchRepository scratch(history);
  EXPECT_THAT(log_of(scratch, "A", "M", "y"), ElementsAre("R"));
  EXPECT_EQ(log_of(scratch, "A", "M", "x"), log_of_git(scratch, "A", "M", "x"));
}

struct Query {
  std::string since;
  std::string path;
};

// Many questions at once, with SINCE anywhere in the history,
// an ancestor of TIP or not.
void compare_logs_with_git(std::uint32_t seed, Clocks clocks) {
  const Names paths = {"content/en/a", "content/en/b/c", "content/en/b/d"};
  RandomText random(1000 + seed);
  const RandomHistory generated = random_history(random, paths, 25, clocks);
  const ScratchRepository scratch(generated.history);
  const std::string& tip = generated.commits.back();
  std::vector<Query> questions;
  std::vector<LogQuery> queries;
  for (int i = 0; i < 8; ++i) {
    questions.push_back({generated.commits[random.below(25)], paths[random.below(paths.size())]});
    queries.push_back({scratch.id(questions.back().since), questions.back().path});
  }
  const auto logs = scratch.objects().find_logs(scratch.id(tip), queries);
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const auto& [since, path] = questions[i];
    EXPECT_EQ(scratch.names(logs[i]), log_of_git(scratch, since, tip, path))
        << "seed " << seed << ": git log " << since << ".." << tip << " -- " << path;
  }
}

TEST(CommitLogs, RandomHistoriesGiveWhatGitLogGivesInItsOrder) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) compare_logs_with_git(seed, Clocks::kRight);
}

TEST(CommitLogs, WrongClocksLeadToTheSameOrder) {
  for (std::uint32_t seed = 20; seed < 40; ++seed) compare_logs_with_git(seed, Clocks::kWrong);
}

// See the drawing in commit_logs.cc.
TEST(CommitLogs, AnAncestorOfSinceThatGitMeetsTooEarlyCountsAsForGit) {
  History history;
  history.commit_at(1'000, "o", {}, {write_file("x", "1")});
  history.commit_at(2'000, "P", {"o"}, {write_file("x", "2")});
  history.commit_at(2'500, "O", {"P"}, {write_file("y", "0")});
  history.commit_at(3'000, "Q", {"O"}, {write_file("y", "1")});
  history.commit_at(1'500, "N", {"o"}, {write_file("x", "3")});
  history.commit_at(4'000, "M", {"N", "P"}, {write_file("x", "2")});
  history.commit_at(5'000, "R", {"Q"}, {write_file("y", "2")});
  history.commit_at(6'000, "S", {"R"}, {write_file("x", "4")});
  history.commit_at(7'000, "T", {"M", "S"}, {write_file("y", "2")});
  const ScratchRepository scratch(history);
  EXPECT_EQ(log_of_git(scratch, "S", "T", "x"), Names{});
  EXPECT_EQ(log_of(scratch, "S", "T", "x"), Names{});
}

}  // namespace
}  // namespace l10n_drift
