#include "detection/page_diff.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "detection/change_text.h"
#include "markdown/blocks_of.h"

namespace l10n_drift {
namespace {

// "changed a -> b", "added c", ... of two pages given as lines, each a paragraph or another block.
std::string list_changes(const std::string& old_text, const std::string& new_text) {
  const PageBlocks old_page = blocks_of(old_text);
  const PageBlocks new_page = blocks_of(new_text);
  std::string list;
  for (const BlockChange& change : compare_pages(old_page, new_page).changes) {
    list += text_of_change(change, old_page, new_page) + "\n";
  }
  return list;
}

TEST(PageDiff, TellsWhatHappened) {
  struct Case {
    const char* name;
    const char* old_text;
    const char* new_text;
    const char* changes;
  };
  const Case cases[] = {
      {"nothing", "a\n\nb", "a\n\nb", ""},
      {"blank lines between blocks", "a\n\nb", "\na\n\n\n\nb\n", ""},
      {"from nothing", "", "a", "added +a\n"},
      {"to nothing", "a", "", "removed -a\n"},
      {"added and removed", "a a\n\nb b\n\nc c", "b b\n\nd d\n\nc c", "removed -a a\nadded +d d\n"},
      {"a change between two that stay", "# A\n\none\n\n# B", "# A\n\ntwo\n\n# B",
       "changed -one +two\n"},
      {"spelled otherwise", "*a*", "_a_", "changed -a +a\n"},
      {"the likest are a pair", "# A\n\none two three four\n\n# B",
       "# A\n\nquite another thing\n\none two three five\n\n# B",
       "added +quite another thing\nchanged -one two three four +one two three five\n"},
      {"kinds do not mix", "# A\n\n    code\n\n# B", "# A\n\ncode\n\n# B",
       "added +code\nremoved -code\n"},
      {"but a paragraph becomes an item", "one two", "- one two", "changed -one two +one two\n"},
      {"moved down", "a\n\nb\n\nc", "b\n\nc\n\na", "moved -a +a\n"},
      {"headings by their anchors", "# One {#a}\n\n# Two {#b}", "# Three {#b}\n\n# Four {#c}",
       "removed -One\nchanged -Two +Three\nadded +Four\n"},
      {"moved and changed at once", "# A\n\none two three four five\n\n# B\n\nother words\n\n# C",
       "# A\n\n# B\n\nother words\n\n# C\n\none two three four six",
       "changed -one two three four five +one two three four six\n"},
      {"too little like what it was for another place", "# A\n\none two three\n\n# B\n\n# C",
       "# A\n\n# B\n\n# C\n\none four five", "removed -one two three\nadded +one four five\n"},
      {"what took the only place", "# A\n\none two\n\n# B", "# A\n\nthree\n\n# B",
       "changed -one two +three\n"},
      {"what moved does not take the place of what it has no word of",
       "# A\n\none two three four five\n\n# B\n\nother words\n\n# C",
       "# A\n\n# B\n\none two three four six\n\n# C",
       "changed -one two three four five +one two three four six\nremoved -other words\n"},
      {"two that took each other's place, one of them changed",
       "# A\n\none two three four five\n\n# B\n\nsix seven eight\n\n# C",
       "# A\n\nsix seven eight\n\n# B\n\none two three four nine\n\n# C",
       "moved -B +B\n"
       "changed -one two three four five +one two three four nine\n"},
      {"an item that moved into another list",
       "# A\n\n- a\n- one two three four\n\n# B\n\n- other words\n",
       "# A\n\n- a\n\n# B\n\n- one two three five\n",
       "changed -one two three four +one two three five\nremoved -other words\n"},
      {"keys go by their names", "---\na: One two\nb: Three four\n---\n",
       "---\nb: One two\na: Three four\n---\n",
       "changed -Three four +One two\nchanged -One two +Three four\n"},
      {"a key that a page has twice", "---\na: One a\na: Two a\n---\n",
       "---\na: Three b\na: Four b\n---\n", "changed -One a +Three b\nchanged -Two a +Four b\n"},
      {"shortcodes that recur do not move", "{{< n >}}\na\n{{< /n >}}\nb",
       "a\n{{< n >}}\nb\n{{< /n >}}",
       "removed -{{n}}\nadded +{{n}}\nremoved -{{/n}}\nadded +{{/n}}\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(list_changes(c.old_text, c.new_text), c.changes) << c.name;
}

TEST(PageDiff, NamesEachBlockOnceAndInOrder) {
  std::string old_text, new_text;
  for (int i = 0; i < 300; ++i) {
    old_text += "word" + std::to_string(i * 7 % 50) + " x y\n\n";
    new_text += "word" + std::to_string(i * 11 % 50) + " x z\n\n- item\n\n";
  }
  const PageBlocks old_page = blocks_of(old_text);
  const PageBlocks new_page = blocks_of(new_text);
  std::vector<int> old_seen(old_page.size()), new_seen(new_page.size());
  std::size_t last_new = 0;
  for (const BlockChange& change : compare_pages(old_page, new_page).changes) {
    if (change.old_index) ++old_seen[*change.old_index];
    if (!change.new_index) continue;
    ++new_seen[*change.new_index];
    EXPECT_GE(*change.new_index, last_new);
    last_new = *change.new_index;
  }
  for (const int seen : old_seen) EXPECT_LE(seen, 1);
  for (const int seen : new_seen) EXPECT_LE(seen, 1);
}

TEST(PageDiff, TellsWhatBecameOfEachBlock) {
  const PageBlocks old_page = blocks_of("# A\n\none two\n\nthree four");
  const PageBlocks new_page = blocks_of("three four\n\n# A\n\nnew {{< x >}}\n\n1. one two");
  const PageDiff diff = compare_pages(old_page, new_page);
  using Partners = std::vector<std::optional<std::size_t>>;
  EXPECT_EQ(diff.new_of, (Partners{1, 3, 0}));
  EXPECT_EQ(diff.old_of, (Partners{2, 0, std::nullopt, 1}));
}

}  // namespace
}  // namespace l10n_drift
