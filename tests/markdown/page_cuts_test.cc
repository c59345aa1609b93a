#include "markdown/page_cuts.h"

#include <gtest/gtest.h>

#include <string>

namespace l10n_drift {
namespace {

// The page with a '^' above each line where it may be cut.
std::string mark_cuts(const std::string& page) {
  const PageCuts cuts(page);
  std::string marked;
  std::size_t done = 0;
  for (std::size_t at = cuts.may_cut_at(0) ? 0 : cuts.next(0); at < page.size();
       at = cuts.next(at)) {
    marked += page.substr(done, at - done) + "^";
    done = at;
  }
  return marked + page.substr(done);
}

TEST(PageCuts, AreWhereListsAndQuotesEnd) {
  struct Case {
    const char* name;
    const char* page;
    const char* marked;
  };
  const Case cases[] = {
      {"nothing", "", ""},
      {"headings", "# a\n## b\n#c\n####### d\n#", "^# a\n^## b\n#c\n####### d\n^#"},
      {"text below a blank line", "a\nb\n\nc\n \t\n\nd", "^a\nb\n\n^c\n \t\n\n^d"},
      {"lists, quotes and what stands in them", "- a\n\n  b\n\n> c\n\n1. d\n\n* e\n\n*f*",
       "- a\n\n  b\n\n> c\n\n1. d\n\n* e\n\n^*f*"},
      {"fences and tables", "\n```\na\n```\n\n| b |\n|-|", "\n^```\na\n```\n\n^| b |\n|-|"},
      {"HTML and shortcodes", "<p>\n\n{{< a >}}\n\nb", "<p>\n\n{{< a >}}\n\n^b"},
      {"not in what a shortcode wraps", "a\n\n{{< b >}}\nc\n\nd\n\n{{< /b >}}\n\ne",
       "^a\n\n{{< b >}}\nc\n\nd\n\n{{< /b >}}\n\n^e"},
      {"nor between two that may belong together", "{{< a >}}\n\nb\n\n{{< c >}}\n{{< /a >}}\n\nd",
       "{{< a >}}\n\nb\n\n{{< c >}}\n{{< /a >}}\n\n^d"},
      {"but above a heading", "{{< a >}}\n\nb\n\n# c\n\n{{< /a >}}",
       "{{< a >}}\n\n^b\n\n^# c\n\n{{< /a >}}"},
  };
  for (const Case& c : cases) EXPECT_EQ(mark_cuts(c.page), c.marked) << c.name;
}

}  // namespace
}  // namespace l10n_drift
