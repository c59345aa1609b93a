#include "git/shared_reads.h"

#include <gtest/gtest.h>

#include <cstring>

namespace l10n_drift {
namespace {

ObjectId numbered_id(std::uint32_t number) {
  ObjectId id;
  std::memcpy(id.bytes.data(), &number, sizeof number);
  return id;
}

RawCommit family_of(std::vector<ObjectId> parents) {
  return {.tree = numbered_id(7),
          .parents = std::move(parents),
          .time = -5,
          .offset_minutes = -330,
          .is_cut = true};
}

TEST(SharedReads, CommitsComeBackAsTheyWere) {
  SharedReads shared;
  const std::vector<std::vector<ObjectId>> families = {
      {}, {numbered_id(1)}, {numbered_id(1), numbered_id(2)}};
  for (std::uint32_t i = 0; i < families.size(); ++i) {
    EXPECT_FALSE(shared.find_commit(numbered_id(i)));
    shared.keep_commit(numbered_id(i), family_of(families[i]));
    const auto commit = shared.find_commit(numbered_id(i));
    ASSERT_TRUE(commit);
    EXPECT_EQ(commit->tree, numbered_id(7));
    EXPECT_EQ(commit->parents, families[i]);
    EXPECT_EQ(commit->time, -5);
    EXPECT_EQ(commit->offset_minutes, -330);
    EXPECT_TRUE(commit->is_cut);
  }
}

TEST(SharedReads, ACommitOfManyParentsIsReadAgainRatherThanCutShort) {
  SharedReads shared;
  shared.keep_commit(numbered_id(9), family_of({numbered_id(1), numbered_id(2), numbered_id(3)}));
  EXPECT_FALSE(shared.find_commit(numbered_id(9)));
}

TEST(SharedReads, ThatAFolderIsMissingIsKnownToo) {
  SharedReads shared;
  EXPECT_FALSE(shared.find_step(numbered_id(1), "docs").is_known);
  shared.keep_step(numbered_id(1), "docs", {});
  EXPECT_TRUE(shared.find_step(numbered_id(1), "docs").is_known);
  EXPECT_FALSE(shared.find_step(numbered_id(1), "docs").folder);
}

TEST(SharedReads, FoldersOfOneTreeAreToldApart) {
  SharedReads shared;
  shared.keep_step(numbered_id(1), "docs", numbered_id(2));
  shared.keep_step(numbered_id(1), "blog", numbered_id(3));
  shared.keep_step(numbered_id(4), "docs", numbered_id(5));
  EXPECT_EQ(shared.find_step(numbered_id(1), "docs").folder, numbered_id(2));
  EXPECT_EQ(shared.find_step(numbered_id(1), "blog").folder, numbered_id(3));
  EXPECT_EQ(shared.find_step(numbered_id(4), "docs").folder, numbered_id(5));
  EXPECT_FALSE(shared.find_step(numbered_id(4), "blog").is_known);
}

TEST(SharedReads, WhatComesWhenTheyAreFullIsNotKept) {
  constexpr std::uint32_t kMany = 120'000;
  SharedReads shared;
  for (std::uint32_t i = 0; i < kMany; ++i) {
    shared.keep_commit(numbered_id(i), family_of({}));
    shared.keep_step(numbered_id(i), i % 2 == 0 ? "docs" : "blog", numbered_id(i));
  }
  EXPECT_TRUE(shared.find_commit(numbered_id(0)));
  EXPECT_FALSE(shared.find_commit(numbered_id(kMany - 1)));
  EXPECT_TRUE(shared.find_step(numbered_id(0), "docs").is_known);
  EXPECT_FALSE(shared.find_step(numbered_id(kMany - 1), "blog").is_known);
}

}  // namespace
}  // namespace l10n_drift
