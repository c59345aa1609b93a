// That the blocks are those of the text alone is tested over random edits: parsed_page_test.cc.
// This is about what is taken from the earlier version, and when nothing is.

#include "markdown/reparse.h"

#include <gtest/gtest.h>

#include <utility>

namespace l10n_drift {
namespace {

// A letter for each block of the later version: 't' if it was taken, 'p' if it was parsed.
std::string list_taken(const std::string& earlier_text, const std::string& text) {
  const ParsedPage earlier = parse_page(earlier_text, PageKind::kMarkdown).value();
  const auto page = reparse(text, earlier);
  if (!page) return "nothing";
  std::string taken;
  for (std::size_t i = 0; i < page->blocks.size(); ++i) {
    bool is_shared = false;
    for (std::size_t j = 0; j < earlier.blocks.size(); ++j) {
      is_shared = is_shared || &page->blocks[i] == &earlier.blocks[j];
    }
    taken += is_shared ? 't' : 'p';
  }
  return taken;
}

TEST(Reparse, TakesSectionsThatBothVersionsHave) {
  struct Case {
    const char* name;
    const char* earlier;
    const char* later;
    const char* taken;
  };
  const Case cases[] = {
      {"the same page", "# a\n\nb\n", "# a\n\nb\n", "tt"},
      {"another paragraph", "# a\n\nb\n\n# c\n\nd\n", "# a\n\nx\n\n# c\n\nd\n", "tptt"},
      {"sections that moved, but for what stands on top", "# a\n\nb\n\n# c\n\nd\n\n# e\n",
       "# c\n\nd\n\n# a\n\nb\n\n# e\n", "ptptt"},
      {"a list as a whole", "a\n\n- b\n- c\n\nd\n", "a\n\n- b\n- x\n\nd\n", "pppt"},
      {"nothing below a fence that nobody closes", "a\n\n# b\n\nc\n", "```\n\n# b\n\nc\n", "p"},
      {"a heading whose anchor is another one now", "# a\n\nb\n\n# a\n", "b\n\n# a\n", "pp"},
  };
  for (const Case& c : cases) EXPECT_EQ(list_taken(c.earlier, c.later), c.taken) << c.name;
}

TEST(Reparse, LeavesPagesAloneInWhichOneLineWorksOnOthers) {
  const std::pair<const char*, const char*> cases[] = {
      {"# a\n\n[b]\n", "# a\n\n[b]\n\n[b]: /c\n"},
      {"# a\n\n[b]\n\n[b]: /c\n", "# a\n\n[b]\n"},
      {"# a\n\nb[^1]\n", "# a\n\nb[^1]\n\n[^1]: c\n"},
      {"---\nt: c\n---\n# a\n\nb\n", "---\nt: c\n# a\n\nb\n"},
  };
  for (const auto& [earlier, later] : cases)
    EXPECT_EQ(list_taken(earlier, later), "nothing") << later;
}

}  // namespace
}  // namespace l10n_drift
