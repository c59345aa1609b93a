#include "values/object_id.h"

#include <gtest/gtest.h>

#include <string>
#include <unordered_set>

namespace l10n_drift {
namespace {

constexpr char kHex[] = "00ff10a9b8c7d6e5f40123456789abcdef7f8081";

TEST(ObjectId, ReadsWhatItPrints) {
  ObjectId id;
  ASSERT_TRUE(id.parse_hex(kHex));
  EXPECT_EQ(id.hex(), kHex);
  EXPECT_EQ(ObjectId::from_raw(id.bytes.data()), id);
}

TEST(ObjectId, RefusesWhatIsNoFortyLowerCaseDigits) {
  const std::string hex = kHex;
  for (const std::string& text :
       {std::string(), hex.substr(1), hex + "0", "g" + hex.substr(1), hex.substr(0, 39) + "G",
        "A" + hex.substr(1), " " + hex.substr(1), hex.substr(0, 39) + '\0'}) {
    ObjectId id;
    EXPECT_FALSE(id.parse_hex(text)) << text;
  }
}

TEST(ObjectId, IsZeroUntilItNamesSomething) {
  ObjectId id;
  EXPECT_TRUE(id.is_zero());
  EXPECT_EQ(id.hex(), std::string(40, '0'));
  id.bytes.back() = 1;
  EXPECT_FALSE(id.is_zero());
}

TEST(ObjectId, IsOrderedAsItsDigitsAre) {
  ObjectId small;
  ObjectId large;
  ASSERT_TRUE(small.parse_hex("7f" + std::string(38, 'f')));
  ASSERT_TRUE(large.parse_hex("80" + std::string(38, '0')));
  EXPECT_LT(small, large) << "bytes are unsigned";
}

TEST(ObjectId, IsAKeyOfHashTables) {
  ObjectId id;
  ASSERT_TRUE(id.parse_hex(kHex));
  const std::unordered_set<ObjectId> set = {id, ObjectId{}};
  EXPECT_TRUE(set.contains(ObjectId::from_raw(id.bytes.data())));
  id.bytes.back() ^= 1;
  EXPECT_FALSE(set.contains(id)) << "ids that differ in their last byte alone";
}

}  // namespace
}  // namespace l10n_drift
