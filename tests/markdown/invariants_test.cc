#include "markdown/invariants.h"

#include <gtest/gtest.h>

#include <string>

#include "markdown/blocks_of.h"

namespace l10n_drift {
namespace {

std::string list_invariants(std::string_view page) {
  constexpr const char* kNames[] = {"code", "line",  "number",   "identifier",
                                    "link", "image", "shortcode"};
  std::string list;
  const PageBlocks blocks = blocks_of(page);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    for (const Invariant& invariant : find_invariants(blocks[i])) {
      list.append(kNames[static_cast<int>(invariant.kind)])
          .append(" ")
          .append(invariant.text)
          .append("\n");
    }
  }
  return list;
}

TEST(Invariants, AreWhatTranslationLeavesAlone) {
  struct Case {
    const char* page;
    const char* invariants;
  };
  const Case cases[] = {
      {"Plain words, e.g. a Pod. A re-run (it's old).", ""},
      {"Run `ls -l` now", "code ls -l\n"},
      {"[the API](/docs/x) is", "link /docs/x\nidentifier API\n"},
      {"![a](/i/b.png?x=1)", "image b.png\n"},
      {"{{< param \"v\" >}}", "shortcode {{param v}}\n"},
      {"5 of 1,000, -1, 50% (2019-01-02).",
       "number 5\nnumber 1,000\nnumber -1\nnumber 50%\nnumber 2019-01-02\n"},
      {"a StatefulSet, max_pods; v1beta1. Use --all or -n!",
       "identifier StatefulSet\nidentifier max_pods\nidentifier v1beta1\nidentifier --all\n"
       "identifier -n\n"},
      {"in /etc/hosts, kubelet.conf and https://a.b/c.",
       "identifier /etc/hosts\nidentifier kubelet.conf\nidentifier https://a.b/c\n"},
      {"StatefulSet은 3개의 API를", "identifier StatefulSet\nnumber 3\nidentifier API\n"},
      {"```\na\n  b\n\n```", "line a\nline b\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(list_invariants(c.page), c.invariants) << c.page;
}

TEST(Invariants, AreTheSameInATranslation) {
  EXPECT_EQ(list_invariants("Set `replicas` to 3 in the [Deployment API](/docs/api)."),
            "code replicas\nlink /docs/api\nnumber 3\nidentifier API\n");
  EXPECT_EQ(list_invariants("[Deployment API](/docs/api)에서 `replicas`를 3으로 설정한다."),
            "link /docs/api\ncode replicas\nidentifier API\nnumber 3\n");
}

}  // namespace
}  // namespace l10n_drift
