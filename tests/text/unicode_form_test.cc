#include "text/unicode_form.h"

#include <gtest/gtest.h>

#include <string>

namespace l10n_drift {
namespace {

TEST(UnicodeForm, LettersAndTheirMarksBecomeOne) {
  EXPECT_EQ(to_nfc("cafe\xCC\x81.md"), "caf\xC3\xA9.md");
  EXPECT_EQ(to_nfc("caf\xC3\xA9.md"), "caf\xC3\xA9.md");
  EXPECT_EQ(to_nfc("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB"), "\xED\x95\x9C") << "Hangul";
}

TEST(UnicodeForm, AnythingElseStaysAsItIs) {
  EXPECT_EQ(to_nfc("content/en/a.md"), "content/en/a.md");
  EXPECT_EQ(to_nfc(""), "");
  EXPECT_EQ(to_nfc("caf\xE9.md"), "caf\xE9.md") << "no UTF-8";
  const std::string with_nul("\xC3\xA9\0x", 4);
  EXPECT_EQ(to_nfc(with_nul), with_nul);
}

}  // namespace
}  // namespace l10n_drift
