#include "markdown/html_regions.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace l10n_drift {
namespace {

TEST(HtmlRegions, AreToldByPairsOfShortcodes) {
  struct Case {
    const char* page;
    const char* html;
    const char* markdown;
  };
  const Case cases[] = {
      {"a\n", "a\n", ""},
      {"{{% x %}}\na\n", "{{% x %}}\na\n", ""},
      {"{{% x y=\"z\" %}}\na\n{{% /x %}}\nb\n", "{{% x y=\"z\" %}}\n\n{{% /x %}}\nb\n",
       "\na\n\n\n"},
      {"{{< x >}}\na\n{{< /x >}}\n", "{{< x >}}\na\n{{< /x >}}\n", ""},
      {"{{% x %}}\n{{% x %}}\na\n{{% /x %}}\nb\n{{% /x %}}\n", "{{% x %}}\n\n\n\n\n{{% /x %}}\n",
       "\n{{% x %}}\na\n{{% /x %}}\nb\n\n"},
      {"{{% /x %}}\na\n{{% x %}}\n", "{{% /x %}}\na\n{{% x %}}\n", ""},
      {"{{% x %}}\n{{% y %}}\na\n{{% /x %}}\n", "{{% x %}}\n\n\n{{% /x %}}\n",
       "\n{{% y %}}\na\n\n"},
  };
  for (const Case& c : cases) {
    const HtmlRegions regions = split_regions(c.page);
    EXPECT_EQ(regions.html, c.html) << c.page;
    EXPECT_EQ(regions.markdown, c.markdown) << c.page;
  }
}

}  // namespace
}  // namespace l10n_drift
