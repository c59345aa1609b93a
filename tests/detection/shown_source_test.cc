#include "detection/shown_source.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

TEST(ShownSource, HasWhatTheTranslationShowsInPlaceOfWhatItDoesNot) {
  struct Case {
    const char* name;
    const char* source;
    std::vector<UnshownLines> unshown;
    const char* shown;
  };
  const Case cases[] = {
      {"nothing", "a\nb\n", {}, "a\nb\n"},
      {"a changed block", "a\n\nb\n\nc\n", {{3, 1, "x"}}, "a\n\nx\n\nc\n"},
      {"one of more lines", "a\nb\n\nc\n", {{1, 2, "x\ny\nz"}}, "x\ny\nz\n\nc\n"},
      {"an added block takes its blank line along", "a\n\nb\n\nc\n", {{3, 1, ""}}, "a\n\nc\n"},
      {"an added item does not", "- a\n- b\n- c\n", {{2, 1, ""}}, "- a\n- c\n"},
      {"a removed block brings a blank line", "a\n\nb\n", {{3, 0, "x"}}, "a\n\nx\n\nb\n"},
      {"below another block, too", "a\n\nb\n", {{2, 0, "x"}}, "a\n\nx\n\nb\n"},
      {"two of them", "a\n\nb\n", {{2, 0, "x"}, {2, 0, "y"}}, "a\n\nx\n\ny\n\nb\n"},
      {"the first block of all", "b\n", {{1, 0, "x"}}, "x\n\nb\n"},
      {"the last block of all", "a\n", {{2, 0, "x"}}, "a\n\nx\n"},
      {"an item among others", "- a\n- b\n", {{2, 0, "- x"}}, "- a\n- x\n- b\n"},
      {"the last item", "- a\n\nb\n", {{2, 0, "- x", true}}, "- a\n- x\n\nb\n"},
      {"a key among others", "---\nk: a\n---\n", {{3, 0, "l: x"}}, "---\nk: a\nl: x\n---\n"},
      {"several, in any order", "a\nb\nc\n", {{3, 1, "z"}, {1, 1, "y"}}, "y\nb\nz\n"},
      {"the last line without an end", "a\nb", {{2, 1, "x"}}, "a\nx\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(shown_source(c.source, c.unshown), c.shown) << c.name;
}

}  // namespace
}  // namespace l10n_drift
