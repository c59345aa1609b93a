#include "detection/untranslated.h"

#include <gtest/gtest.h>

#include <string>

#include "markdown/parsed_page.h"

namespace l10n_drift {
namespace {

// The blocks without a counterpart, one a line.
std::string list_untranslated(const std::string& source_text, const std::string& translation_text) {
  const ParsedPage source = parse_page(source_text, PageKind::kMarkdown).value();
  const ParsedPage translation = parse_page(translation_text, PageKind::kMarkdown).value();
  std::string list;
  for (const std::size_t i :
       find_untranslated(source, translation, align_pages(source, translation))) {
    list += source.blocks[i].text + "\n";
  }
  return list;
}

TEST(Untranslated, IsWhatHasNoCounterpart) {
  struct Case {
    const char* name;
    const char* more;         // Of the source, at its end.
    const char* translation;  // Of that.
    const char* untranslated;
  };
  const std::string source =
      "# Mill\n\nThe mill grinds `corn`.\n\n- one `a`\n- two `b`\n- three `c`\n\nSee "
      "[it](/mill).\n\n";
  const std::string translation =
      "# Muehle {#mill}\n\nDie Muehle mahlt `corn`.\n\n- eins `a`\n- zwei `b`\n- drei `c`\n\n"
      "Sieh [sie](/de/mill).\n\n";
  const Case cases[] = {
      {"nothing", "", "", ""},
      {"a section", "## Wheel\n\nWater turns the wheel `round`.\n", "",
       "Wheel\nWater turns the wheel `round`.\n"},
      {"a paragraph without any mark", "## Wheel\n\nWater turns the big wheel all day.\n",
       "## Rad {#wheel}\n", "Water turns the big wheel all day.\n"},
      {"code", "Do this:\n\n```\nmill start\n```\n", "Tu das:\n", "mill start\n"},
      {"a shortcode is none", "{{< picture file=\"mill.png\" >}}\n", "", ""},
      {"HTML is none", "<div>mill</div>\n", "", ""},
      {"what the translation says in another paragraph",
       "Water turns the wheel.\n\nIt turns `round`.\n",
       "Wasser dreht das Rad, und es dreht sich `round`.\n", ""},
      {"what has another order of its words", "Water turns `round` the wheel.\n",
       "Das Rad wird vom Wasser `round` gedreht.\n", ""},
      {"a translation that has more", "", "Noch etwas, das niemand geschrieben hat.\n", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(list_untranslated(source + c.more, translation + c.translation), c.untranslated)
        << c.name;
  }
}

TEST(Untranslated, IsNothingWherePagesCorrespondTooLittle) {
  std::string source;
  std::string translation;
  for (int i = 0; i < 12; ++i) {
    source += "Room `" + std::to_string(i) + "` is warm.\n\n";
    if (i < 8) translation += "Zimmer `" + std::to_string(i) + "` ist warm.\n\n";
  }
  EXPECT_EQ(list_untranslated(source, translation), "") << "a third is missing";
  translation += "Zimmer `8` ist warm.\n\nZimmer `9` ist warm.\n\n";
  EXPECT_EQ(list_untranslated(source, translation), "Room `10` is warm.\nRoom `11` is warm.\n");
  EXPECT_EQ(list_untranslated("", translation), "");
}

TEST(Untranslated, IsAllThatAStubLacks) {
  std::string source;
  std::string most;
  for (int i = 0; i < 8; ++i) {
    source += "The room number `" + std::to_string(i) + "` is warm, even in winter.\n\n";
    if (i > 0) most += "The room number `" + std::to_string(i) + "` is warm, even in winter.\n";
  }
  EXPECT_EQ(list_untranslated(source, "Zimmer `0`.\n"), most);
  for (const char* const page : {"", "---\ntitle: Zimmer\n---\n", "<!-- later -->\n"}) {
    EXPECT_EQ(list_untranslated("Warm.\n", page), "Warm.\n") << page;
  }
  EXPECT_EQ(list_untranslated(source, "Zimmer `0`.\n\nZimmer `1`.\n"), "")
      << "somebody has said it in short";
  EXPECT_EQ(list_untranslated("---\ntitle: Rooms\n---\n", ""), "") << "nothing is to be said";
}

}  // namespace
}  // namespace l10n_drift
