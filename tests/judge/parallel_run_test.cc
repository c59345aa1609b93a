#include "judge/parallel_run.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "baselines/pairs_fixture.h"
#include "support/error_text.h"

namespace l10n_drift {
namespace {

constexpr unsigned kThreads[] = {1, 2, 3, 8};

// A page of five sections, in which no line is like one of another page. The section at `changed`
// has another text than usual.
std::string page(const std::string& title, const std::string& name, int changed = -1) {
  std::string text = "# " + title + "\n";
  for (int i = 0; i < 5; ++i) {
    const std::string part = std::to_string(i) + " of " + name;
    text += "\n## Section `" + std::to_string(i) + "` of " + name + "\n\n";
    text += i == changed ? "Whoever reads part " + part + " shall know that it is new.\n"
                         : "What there is to say of part " + part + ".\n";
  }
  return text;
}

// A hundred pages of all kinds, more than one thread takes:
//
//     A---B---C---D    A has all pages. B changes sources, C touches translations, D does the rest.
class ParallelRunTest : public PairsTest {
 protected:
  ParallelRunTest() {
    std::map<std::string, std::vector<Change>> changes;
    changes["A"].push_back(write_file("content/en/_index.md", "Index.\n"));
    for (int i = 0; i < 100; ++i) {
      const std::string name = std::to_string(i);
      const std::string source = "content/en/" + name + ".md";
      const std::string translation = "content/ko/" + name + ".md";
      changes["A"].push_back(write_file(translation, page("Title", "ko " + name)));
      if (i % 10 == 9) {  // A source that comes later, or never.
        if (i % 20 == 9) changes["D"].push_back(write_file(source, page("Title", "en " + name)));
        continue;
      }
      changes["A"].push_back(write_file(source, page("Title", "en " + name)));
      if (i % 2 == 0) changes["B"].push_back(write_file(source, page("Title", "en " + name, 1)));
      if (i % 3 == 0)
        changes["C"].push_back(write_file(translation, page("Another title", "ko " + name)));
      if (i % 10 == 5) changes["D"].push_back(remove_file(source));
      if (i % 20 == 5) {
        changes["D"].push_back(
            write_file("content/en/new-" + name + ".md", page("Title", "en " + name, 2)));
      }
    }
    history_.commit("A", {}, changes["A"]);
    history_.commit("B", {"A"}, changes["B"]);
    history_.commit("C", {"B"}, changes["C"]);
    history_.commit("D", {"C"}, changes["D"]);
  }

  static std::vector<JudgedPair> run(const PairsOf& pairs, unsigned threads) {
    return judge_pairs(pairs.objects(), *pairs, threads, {});
  }

  void expect_same_answers(const PairsOf& pairs) const {
    const std::vector<JudgedPair> alone = run(pairs, 1);
    ASSERT_EQ(alone.size(), pairs->translations.size());
    for (const unsigned threads : kThreads) {
      const std::vector<JudgedPair> found = run(pairs, threads);
      ASSERT_EQ(found.size(), alone.size());
      for (std::size_t page = 0; page < found.size(); ++page) {
        EXPECT_EQ(found[page].file.translation, pairs->translations[page].path);
        EXPECT_EQ(found[page].file, alone[page].file)
            << found[page].file.translation << " by " << threads << " threads";
        EXPECT_EQ(found[page].unshown.size(), alone[page].unshown.size());
      }
    }
  }

  // How many pages have each status.
  static std::map<std::string, int> count(const std::vector<JudgedPair>& pairs) {
    std::map<std::string, int> counts;
    for (const JudgedPair& pair : pairs) ++counts[to_string(pair.file.status)];
    return counts;
  }
};

TEST_F(ParallelRunTest, AnyNumberOfThreadsHasTheSameAnswer) {
  const PairsOf by_block = pairs(between("D", "D"));
  EXPECT_THAT(
      count(run(by_block, 0)),
      testing::ElementsAre(testing::Pair("deleted", 5), testing::Pair("in_sync", 35),
                           testing::Pair("outdated", 33), testing::Pair("partially_updated", 17),
                           testing::Pair("renamed", 5), testing::Pair("unpaired", 5)))
      << "so that there is something of each";
  expect_same_answers(by_block);
}

TEST_F(ParallelRunTest, SoItIsByFileAndAgainstARevision) {
  expect_same_answers(pairs(by_file(between("D", "D"))));
  expect_same_answers(pairs(since("A", between("D", "D"))));
  expect_same_answers(pairs(by_file(since("A", between("D", "D")))));
}

TEST_F(ParallelRunTest, SoItIsInAPartialClone) {
  const PairsOf whole = pairs(between("D", "D"));
  const std::vector<JudgedPair> expected = run(whole, 1);
  make_partial();
  for (const unsigned threads : kThreads) {
    const PairsOf partial = pairs(between("D", "D"));
    const std::vector<JudgedPair> found = run(partial, threads);
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t page = 0; page < found.size(); ++page) {
      EXPECT_EQ(found[page].file, expected[page].file);
    }
  }
}

TEST_F(ParallelRunTest, OutdatedPairsAreCountedAndLookedInto) {
  const PairsOf those = pairs(between("D", "D"));
  for (const JudgedPair& pair : run(those, 3)) {
    const bool is_outdated = pair.file.status == Status::kOutdated;
    EXPECT_EQ(pair.file.counts.has_value(), is_outdated) << pair.file.translation;
    if (!is_outdated || pair.file.baseline->method != BaselineMethod::kHistory) continue;
    EXPECT_EQ(pair.file.counts, (LineCounts{1, 1})) << pair.file.translation;
    EXPECT_EQ(pair.file.severity, Severity::kSubstantive) << pair.file.translation;
  }
}

TEST_F(ParallelRunTest, ByFileNoPageIsLookedInto) {
  const PairsOf those = pairs(by_file(between("D", "D")));
  const std::vector<JudgedPair> found = run(those, 2);
  EXPECT_EQ(count(found).count("partially_updated"), 0u);
  for (const JudgedPair& pair : found) EXPECT_EQ(pair.file.severity, std::nullopt);
}

//     A---B    A is missing, and the walk comes to it.
TEST_F(PairsTest, WhatStopsTheWalkIsToldWithAnyNumberOfThreads) {
  history_.commit("A", {}, {write_file(kSourceX, "1"), write_file(kKoreanX, "1")});
  history_.commit("B", {"A"}, {write_file(kSourceX, "2")});
  const PairsOf those = pairs(between("B", "B"));
  const std::string hex = scratch_.id("A").hex();
  std::filesystem::remove(scratch_.at(".git/objects/" + hex.substr(0, 2) + '/' + hex.substr(2)));
  for (const unsigned threads : kThreads) {
    const PairsOf broken = pairs(between("B", "B"));
    EXPECT_THAT(error_text([&] { judge_pairs(broken.objects(), *broken, threads, {}); }),
                testing::HasSubstr(hex))
        << threads;
  }
}

TEST_F(ParallelRunTest, WithoutPairsThereIsNothingToJudge) {
  const PairsOf those = pairs(between("D", "D"));
  const std::vector<Page> no_pages;
  const Pairs nothing{those->plan, those->base, those->pages, no_pages};
  for (const unsigned threads : kThreads) {
    EXPECT_TRUE(judge_pairs(those.objects(), nothing, threads, {}).empty());
  }
}

}  // namespace
}  // namespace l10n_drift
