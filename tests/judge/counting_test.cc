#include "judge/counting.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

class CountingTest : public testing::Test {
 protected:
  JudgedPair pair(const std::string& baseline, const std::string& source) const {
    JudgedPair pair;
    pair.baseline = scratch_.store("blob", baseline);
    pair.source = scratch_.store("blob", source);
    return pair;
  }

  ScratchRepository scratch_;
  Counting counting_;
};

TEST_F(CountingTest, CountsTheLinesOfTextsAndTheBytesOfWhatIsNone) {
  JudgedPair text = pair("1\n2\n3\n", "1\n3\n4\n5\n");
  JudgedPair binary = pair(std::string("\0ab", 3), std::string("\0abcd", 5));
  const Objects objects = scratch_.objects();
  counting_.add(text);
  counting_.add(binary);
  EXPECT_EQ(counting_.waiting(), 2u);
  EXPECT_TRUE(counting_.count_one(objects));
  EXPECT_EQ(text.file.counts, (LineCounts{2, 1}));
  EXPECT_EQ(text.file.binary, std::nullopt);
  EXPECT_EQ(counting_.waiting(), 1u);
  EXPECT_TRUE(counting_.count_one(objects));
  EXPECT_EQ(binary.file.counts, std::nullopt);
  EXPECT_EQ(binary.file.binary, (BinarySizes{3, 5}));
  EXPECT_FALSE(counting_.count_one(objects)) << "none waits";
}

TEST_F(CountingTest, CountsWhatComesUntilItIsClosed) {
  std::vector<JudgedPair> pairs;
  for (int i = 0; i < 40; ++i) pairs.push_back(pair("0\n", std::to_string(i) + "\n0\n"));
  const Objects objects = scratch_.objects();
  std::thread one([&] { counting_.count_all_in_another(objects); });
  std::thread other([&] { counting_.count_all_in_another(objects); });
  for (JudgedPair& each : pairs) counting_.add(each);
  counting_.close();
  counting_.count_all(objects);
  one.join();
  other.join();
  for (const JudgedPair& each : pairs) EXPECT_EQ(each.file.counts, (LineCounts{1, 0}));
}

TEST_F(CountingTest, WithNothingToDoAnotherThreadReadsNothing) {
  const Objects objects = scratch_.objects();
  counting_.close();
  counting_.count_all_in_another(objects);
  EXPECT_EQ(objects.statistics().count(Phase::kCount), 0u);
}

}  // namespace
}  // namespace l10n_drift
