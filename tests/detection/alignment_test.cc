#include "detection/alignment.h"

#include <gtest/gtest.h>

#include <string>

#include "markdown/parsed_page.h"

namespace l10n_drift {
namespace {

// "a=x b=y": which blocks belong together, each called by the first word of its text.
std::string list_pairs(const std::string& source_text, const std::string& translation_text) {
  const ParsedPage source = parse_page(source_text, PageKind::kMarkdown).value();
  const ParsedPage translation = parse_page(translation_text, PageKind::kMarkdown).value();
  const PageAlignment alignment = align_pages(source, translation);
  const auto first_word = [](const Block& block) {
    const std::string& text = block.text;
    return text.substr(0, text.find_first_of(" \n,"));
  };
  std::string list;
  for (std::size_t i = 0; i < source.blocks.size(); ++i) {
    const auto j = alignment.translation_of[i];
    if (!j) continue;
    EXPECT_EQ(alignment.source_of[*j], i);
    if (!list.empty()) list += ' ';
    list += first_word(source.blocks[i]) + "=" + first_word(translation.blocks[*j]);
  }
  return list;
}

TEST(Alignment, PairsWhatSaysTheSame) {
  struct Case {
    const char* name;
    const char* source;
    const char* translation;
    const char* pairs;
  };
  const Case cases[] = {
      {"nothing", "", "", ""},
      {"nothing with something", "a b c\n", "", ""},
      {"paragraph by paragraph", "one a b\n\ntwo a b\n", "uno a b\n\ndos a b\n", "one=uno two=dos"},
      {"headings by their anchors", "# one\n\n# two {#b}\n\n# three {#c}\n",
       "# uno {#one}\n\n# tres {#c}\n", "one=uno three=tres"},
      {"what stands under a heading stays there", "# one\n\na a a\n\n# two\n\nb b b\n",
       "# uno {#one}\n\n# dos {#two}\n\nz z z\n", "one=uno two=dos b=z"},
      {"headings by what follows them", "# one\n\na a\n\n# two\n\nb `x` and `y`\n",
       "# dos\n\nz `x` y `y`\n", "two=dos b=z"},
      {"items by what is in them", "- one `a`\n- two `b`\n- three `c`\n", "- uno `a`\n- tres `c`\n",
       "one=uno three=tres"},
      {"items by the links in them", "- one [x](/a)\n- two [y](/b)\n", "- dos [y](/es/b/)\n",
       "two=dos"},
      {"a paragraph and an item", "one `a b c`\n\ntwo `d e f`\n", "- uno `a b c`\n- dos `d e f`\n",
       "one=uno two=dos"},
      {"code that is the same", "one\n\n```\na\nb\n```\n\n```\nc\nd\n```\n",
       "uno\n\n```\nc\nd\n```\n", "one=uno c=c"},
      {"code with a line of its own", "```\na 1\nb 2\n```\n\n```\nc 3\nd 4\n```\n",
       "```\nc 3\nx 9\nd 4\n```\n", "c=c"},
      {"kinds do not mix", "one `a`\n", "```\na\n```\n", ""},
      {"rows by their cells", "|h|i|\n|-|-|\n|`a`|one|\n|`b`|two|\n|`c`|three|\n",
       "|k|l|\n|-|-|\n|`a`|uno|\n|`c`|tres|\n", "h=k `a`=`a` `c`=`c`"},
      {"keys by their names", "---\ntitle: one\ndescription: two\n---\n",
       "---\ndescription: dos\ntitle: uno\n---\n", "one=uno two=dos"},
      {"a key that the source has twice", "---\ntitle: one\ntitle: two\n---\n",
       "---\ntitle: uno\n---\n", "one=uno"},
      {"a key that the translation has twice", "---\ntitle: one\n---\n",
       "---\ntitle: uno\ntitle: dos\n---\n", "one=uno"},
      {"a key that both have twice", "---\ntitle: one\ntitle: two\n---\n",
       "---\ntitle: uno\ntitle: dos\n---\n", "one=uno two=dos"},
      {"shortcodes by their names", "{{< a x=1 >}}\n\n{{< b >}}\n\nrest of it\n",
       "{{< b >}}\n\nresto de ello\n", "{{b}}={{b}} rest=resto"},
      {"the longer of two that became one",
       "one two three four five six seven eight nine ten\n\nab `x`\n\nthe `y` end\n",
       "uno dos tres cuatro cinco seis siete ocho nueve diez ab `x`\n\nel fin `y`\n",
       "ab=uno the=el"},
  };
  for (const Case& c : cases) EXPECT_EQ(list_pairs(c.source, c.translation), c.pairs) << c.name;
}

bool is_weak(const std::string& source, const std::string& translation) {
  return align_pages(parse_page(source, PageKind::kMarkdown).value(),
                     parse_page(translation, PageKind::kMarkdown).value())
      .is_weak();
}

TEST(Alignment, IsWeakWherePagesCorrespondTooLittle) {
  const std::string page =
      "# A {#a}\n\nRun `a`.\n\n# B {#b}\n\nRun `b` on 8.\n\n# C {#c}\n\nRun `c`.\n\n"
      "# D {#d}\n\nRun `d` on 7.\n\n# E {#e}\n\nRun `e`.\n";
  struct Case {
    const char* name;
    std::string translation;
    bool is_weak;
  };
  const Case cases[] = {
      {"itself", page, false},
      {"without its last section", page.substr(0, page.find("# E")), false},
      {"without most of it", page.substr(0, page.find("# B")), true},
      {"nothing", "", true},
      {"other code and numbers",
       "# Z\n\nLaufe `q`.\n\n# Y\n\nLaufe `w` auf 3.\n\n# X\n\nLaufe `r`.\n\n# W\n\nLaufe `t` auf "
       "4.\n\n# V\n\nLaufe `z`.\n",
       true},
      {"the same in the other direction",
       "# E {#e}\n\nRun `e`.\n\n# D {#d}\n\nRun `d` on 7.\n\n# C {#c}\n\nRun `c`.\n\n"
       "# B {#b}\n\nRun `b` on 8.\n\n# A {#a}\n\nRun `a`.\n",
       true},
  };
  for (const Case& c : cases) EXPECT_EQ(is_weak(page, c.translation), c.is_weak) << c.name;
}

TEST(Alignment, IsNotWeakForWantOfEvidence) {
  EXPECT_FALSE(is_weak("One.\n\nTwo.\n", "Uno.\n\nDos.\n"));
  EXPECT_FALSE(is_weak("", ""));
}

TEST(Alignment, WeighsRareMarksMoreThanCommonOnes) {
  const ParsedPage source =
      parse_page("`often` `once`\n\n`often`\n\n`often`\n\n`often`\n", PageKind::kMarkdown).value();
  const ParsedPage translation = parse_page("`often`\n\n`once`\n", PageKind::kMarkdown).value();
  const PageAlignment alignment = align_pages(source, translation);
  EXPECT_LT(alignment.overlap(source.blocks.fingerprint(0), translation.blocks.fingerprint(0)),
            alignment.overlap(source.blocks.fingerprint(0), translation.blocks.fingerprint(1)));
  EXPECT_EQ(alignment.overlap(source.blocks.fingerprint(1), translation.blocks.fingerprint(0)), 1);
  EXPECT_EQ(alignment.overlap(source.blocks.fingerprint(1), translation.blocks.fingerprint(1)), 0);
}

}  // namespace
}  // namespace l10n_drift
