#include "detection/new_words.h"

#include <gtest/gtest.h>

#include <string>

#include "markdown/blocks_of.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {
namespace {

TEST(NewWords, AreThoseThatATranslatorWrites) {
  struct Case {
    std::string before;
    std::string after;
    bool has_words;
  };
  const Case cases[] = {
      {"Die Muehle mahlt.", "Das Rad mahlt.", true},
      {"Die `mill` mahlt.", "Die `wheel` mahlt.", false},
      {"Die `mill` mahlt.", "Die `wheel` dreht.", true},
      {"Siehe [hier](/a).", "Siehe [hier](/b).", false},
      {"Siehe [hier](/a).", "Siehe [dort](/a).", true},
      {"Es sind 12 Sack.", "Es sind 13 Sack.", false},
      {"Mit --fast geht es.", "Mit --slow geht es.", false},
      {"물이 바퀴를 돌린다.", "당나귀가 바퀴를 돌린다.", true},
      {"```\na: 1\n```", "```\na: 1 # eins\n```", false},
      {"Die Muehle mahlt.", "Die Muehle mahlt!", false},
  };
  for (const Case& c : cases) {
    const SharedPage before = shared_page(c.before + "\n");
    const SharedPage after = shared_page(c.after + "\n");
    EXPECT_EQ(has_new_words(&before->blocks[0], after->blocks[0]), c.has_words)
        << c.before << " -> " << c.after;
  }
}

TEST(NewWords, OfAPageAreThoseOfAnyBlock) {
  const auto blocks = [](const std::string& text) { return shared_page(text); };
  const SharedPage page = blocks("# Rad\n\nEs dreht `mill`.\n");
  EXPECT_FALSE(has_new_words(page->blocks, blocks("# Rad\n\nEs dreht `wheel`.\n")->blocks));
  EXPECT_FALSE(has_new_words(page->blocks, blocks("# Rad\n")->blocks)) << "fewer are none";
  EXPECT_TRUE(has_new_words(page->blocks, blocks("# Das Rad\n\nEs dreht `mill`.\n")->blocks));
  EXPECT_TRUE(has_new_words(page->blocks, blocks("# Rad\n\nEs dreht `mill`.\n\nMehr.\n")->blocks));
}

TEST(NewWords, OfANewBlockAreAllItHas) {
  EXPECT_TRUE(has_new_words(nullptr, shared_page("Die Muehle mahlt.\n")->blocks[0]));
  EXPECT_FALSE(has_new_words(nullptr, shared_page("`mill` 12\n")->blocks[0]));
}

}  // namespace
}  // namespace l10n_drift
