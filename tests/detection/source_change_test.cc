#include "detection/source_change.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "detection/change_text.h"
#include "markdown/blocks_of.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {
namespace {

std::string list_visible(const std::string& before, const std::string& after) {
  const SourceChange source = compare_sources(shared_page(before), shared_page(after));
  std::string list;
  for (const std::size_t k : source.visible) {
    const BlockChange& change = source.diff.changes.at(k);
    list += text_of_change(change, source.before->blocks, source.after->blocks) + "\n";
  }
  return list;
}

TEST(SourceChange, IsWhatAReaderSees) {
  struct Case {
    const char* name;
    const char* before;
    const char* after;
    const char* visible;
  };
  const Case cases[] = {
      {"nothing", "One.\n", "One.\n", ""},
      {"emphasis", "One.\n", "*One.*\n", ""},
      {"words", "One.\n", "Two.\n", "changed -One. +Two.\n"},
      {"an addition", "One.\n", "One.\n\nTwo.\n", "added +Two.\n"},
      {"a removal", "One.\n\nTwo.\n", "One.\n", "removed -Two.\n"},
      {"a move", "One a.\n\nTwo b.\n", "Two b.\n\nOne a.\n", ""},
      {"shortcodes around something", "One.\n", "{{< note >}}\nOne.\n{{< /note >}}\n", ""},
      {"other shortcodes around something", "{{< note >}}\nOne.\n{{< /note >}}\n",
       "{{< tip >}}\nOne.\n{{< /tip >}}\n", ""},
      {"a shortcode with an argument", "One.\n", "One.\n\n{{< picture \"a.png\" >}}\n",
       "added +{{picture a.png}}\n"},
      {"another argument", "{{< picture \"a.png\" >}}\n", "{{< picture \"b.png\" >}}\n",
       "changed -{{picture a.png}} +{{picture b.png}}\n"},
      {"a paragraph divided", "One two three. Four five six.\n",
       "One two three.\n\nFour five six.\n", ""},
      {"two paragraphs joined", "One two three.\n\nFour five six.\n",
       "One two three. Four five six.\n", ""},
      {"a paragraph that became two items", "One two three. Four five six.\n",
       "- One two three.\n- Four five six.\n", ""},
      {"two paragraphs where there was one, and other words", "One two three. Four five six.\n",
       "One two three.\n\nFour eleven twelve.\n",
       "changed -One two three. Four five six. +One two three.\nadded +Four eleven twelve.\n"},
      {"a paragraph that was cut", "One two three. Four five six.\n", "One two three.\n",
       "changed -One two three. Four five six. +One two three.\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(list_visible(c.before, c.after), c.visible) << c.name;
}

}  // namespace
}  // namespace l10n_drift
