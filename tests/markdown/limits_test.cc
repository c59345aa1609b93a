#include "markdown/limits.h"

#include <gtest/gtest.h>

#include <string>

namespace l10n_drift {
namespace {

std::string repeat(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

TEST(Limits, KeepOutWhatCostsTheSquare) {
  const std::pair<const char*, std::string> cases[] = {
      {"quotes", repeat("> ", 2000) + "a"},
      {"quotes without blanks", repeat(">", 2000)},
      {"lists", repeat("- ", 2000) + "a"},
      {"numbers", repeat("1. ", 2000) + "a"},
      {"quotes in one of many lines", repeat("a\n", 2000) + repeat(">", 200)},
      {"columns", repeat("a|", 1000) + "\n" + repeat("-|", 1000) + "\n"},
      {"missing cells", repeat("a|", 150) + "\n" + repeat("-|", 150) + "\n" + repeat("a\n", 5000)},
      {"lines above a table", repeat("a\n", 2000) + "|-|\n"},
      {"brackets", repeat("![[]()", 2000)},
      {"declarations", repeat("<!A ", 2000)},
      {"instructions", repeat("<? ", 2000)},
  };
  for (const auto& [name, page] : cases) EXPECT_TRUE(is_entangled(page)) << name;
}

TEST(Limits, LetInWhatPeopleWrite) {
  const std::pair<const char*, std::string> cases[] = {
      {"nothing", ""},
      {"quotes in a small page", repeat("> ", 200) + "a"},
      {"rules", repeat("-", 500) + "\n" + repeat("* ", 500) + "\n  " + repeat("=", 500)},
      {"a drawn table", "+" + repeat("-----+", 200) + "\n"},
      {"columns of dashes", repeat("------  ", 200) + "\n"},
      {"a long table", "|a|b|\n|-|-|\n" + repeat("|c|d|\n", 200'000)},
      {"a long list", repeat("- [a](b) <!-- c -->\n", 100'000)},
      {"a long paragraph", repeat("a [b](c) <b>d</b>\n", 100'000)},
      {"many small ones", repeat("![a](b) <!A>\n\n", 5000)},
  };
  for (const auto& [name, page] : cases) EXPECT_FALSE(is_entangled(page)) << name;
}

}  // namespace
}  // namespace l10n_drift
