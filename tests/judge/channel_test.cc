#include "judge/channel.h"

#include <gtest/gtest.h>

#include <future>
#include <memory>
#include <vector>

namespace l10n_drift {
namespace {

TEST(Channel, GivesWhatWasSentInOrderAndThenNothing) {
  Channel<int> channel;
  channel.send(1);
  channel.send(2);
  EXPECT_EQ(channel.size(), 2u);
  EXPECT_EQ(channel.receive(), 1);
  EXPECT_EQ(channel.try_receive(), 2);
  EXPECT_EQ(channel.try_receive(), std::nullopt);
  channel.send(3);
  channel.close();
  EXPECT_EQ(channel.receive(), 3) << "sent before it was closed";
  EXPECT_EQ(channel.receive(), std::nullopt);
  EXPECT_FALSE(channel.is_abandoned());
}

TEST(Channel, ForgetsEverythingOnceItIsAbandoned) {
  Channel<int> channel;
  channel.send(1);
  channel.abandon();
  EXPECT_EQ(channel.receive(), std::nullopt);
  EXPECT_TRUE(channel.is_abandoned());
}

TEST(Channel, CarriesWhatCannotBeCopied) {
  Channel<std::unique_ptr<int>> channel;
  channel.send(std::make_unique<int>(5));
  EXPECT_EQ(**channel.receive(), 5);
}

TEST(Channel, EachValueReachesOneOfSeveralThreadsThatWait) {
  Channel<int> channel;
  std::vector<std::future<std::vector<int>>> receivers;
  for (int i = 0; i < 4; ++i) {
    receivers.push_back(std::async(std::launch::async, [&channel] {
      std::vector<int> received;
      while (const auto value = channel.receive()) received.push_back(*value);
      return received;
    }));
  }
  constexpr int kValues = 1000;
  for (int i = 0; i < kValues; ++i) channel.send(i);
  channel.close();
  std::vector<int> times(kValues);
  for (auto& receiver : receivers) {
    int last = -1;
    for (const int value : receiver.get()) {
      EXPECT_LT(last, value) << "in order, for each of them";
      last = value;
      ++times[static_cast<std::size_t>(value)];
    }
  }
  EXPECT_EQ(times, std::vector<int>(kValues, 1));
}

}  // namespace
}  // namespace l10n_drift
