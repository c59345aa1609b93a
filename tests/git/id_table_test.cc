#include "git/id_table.h"

#include <gtest/gtest.h>

#include <map>
#include <memory_resource>

namespace l10n_drift {
namespace {

// An id of which `head` stands in the bytes that tell its place, and `tail` in the others.
ObjectId id_with(std::uint64_t head, std::uint8_t tail = 1) {
  ObjectId id;
  for (std::size_t i = 0; i < sizeof head; ++i) {
    id.bytes[i] = static_cast<std::uint8_t>(head >> (8 * i));
  }
  id.bytes.back() = tail;
  return id;
}

class IdTableTest : public testing::Test {
 protected:
  // Adds a value at each of these ids, and looks all of them up after each.
  void add_all(const std::vector<ObjectId>& ids) {
    for (const ObjectId& id : ids) {
      ASSERT_EQ(table_.find(id), nullptr) << id.hex();
      table_.add(id, static_cast<int>(added_.size()));
      added_.emplace(id, added_.size());
    }
    ASSERT_EQ(table_.size(), added_.size());
    for (const auto& [id, value] : added_) {
      const int* const found = table_.find(id);
      ASSERT_NE(found, nullptr) << id.hex();
      EXPECT_EQ(*found, value) << id.hex();
    }
  }

  std::pmr::monotonic_buffer_resource memory_;
  IdTable<int> table_{memory_};
  std::map<ObjectId, int> added_;
};

TEST_F(IdTableTest, NothingIsInAnEmptyOne) {
  EXPECT_EQ(table_.find(id_with(1)), nullptr);
  EXPECT_EQ(table_.size(), 0u);
}

TEST_F(IdTableTest, ManyIdsAreFoundWhileItGrows) {
  std::vector<ObjectId> ids;
  for (std::uint64_t i = 0; i < 5000; ++i) ids.push_back(id_with(i * 0x9e3779b97f4a7c15));
  add_all(ids);
}

TEST_F(IdTableTest, IdsThatWantTheSamePlaceAreToldApart) {
  std::vector<ObjectId> ids;
  for (std::uint64_t i = 0; i < 50; ++i) ids.push_back(id_with(i << 32));  // The same place,
  for (std::uint64_t i = 1; i < 50; ++i) ids.push_back(id_with(i << 20));
  for (std::uint8_t i = 2; i < 50; ++i) ids.push_back(id_with(7, i));  // and the same tag.
  add_all(ids);
}

TEST_F(IdTableTest, TheZeroIdIsLikeAnyOther) { add_all({ObjectId{}, id_with(0)}); }

TEST_F(IdTableTest, TheLastPlacesGoOnAtTheFirst) {
  std::vector<ObjectId> ids;
  for (std::uint64_t i = 0; i < 20; ++i) ids.push_back(id_with(0xffffffff | i << 32));
  add_all(ids);
}

TEST_F(IdTableTest, TheFirstValueStays) {
  table_.add(id_with(1), 1);
  table_.add(id_with(1), 2);
  EXPECT_EQ(*table_.find(id_with(1)), 1);
  EXPECT_EQ(table_.size(), 1u);
}

}  // namespace
}  // namespace l10n_drift
