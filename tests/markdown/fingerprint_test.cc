#include "markdown/fingerprint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "markdown/blocks_of.h"

namespace l10n_drift {
namespace {

std::string list_marks(std::string_view page) {
  constexpr const char* kNames[] = {"firm", "link", "name", "argument"};
  std::string list;
  const PageBlocks blocks = blocks_of(page);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    for (const Mark& mark : marks_of(blocks[i])) {
      if (!list.empty()) list += ", ";
      list += std::string(kNames[static_cast<int>(mark.kind)]) + " " + mark.text;
    }
  }
  return list;
}

TEST(Fingerprint, HasTheMarksOfABlock) {
  struct Case {
    const char* page;
    const char* marks;
  };
  const Case cases[] = {
      {"Plain words.", ""},
      {"On the 13th of 4Gi", "firm 13, firm 4"},
      {"the 3rd, a 2nd-level and the 11th", "name 3, name 2, firm 11"},
      {"---\ndescription: a _Service Policy_ for _v2_ and max_pods\n---\n",
       "firm 2, firm max_pods"},
      {"In 1.20 and v1.20, V2", "firm 1.20, firm 1.20, firm 2"},
      {"Version v1beta1", "name v1beta1"},
      {"5%, 10:30 and 1,000.", "firm 5%, firm 10:30, firm 1,000"},
      {"a 3-node cluster", "firm 3"},
      {"a base64-encoded value", "name base64"},
      {"HTTP/HTTPS and TCP-based", "name http, name https, name tcp"},
      {"the StatefulSet", "name statefulset"},
      {"--dry-run, max_pods and /etc/Hosts", "firm --dry-run, firm max_pods, firm /etc/hosts"},
      {"the kubelet.conf of a.b/c/d", "firm kubelet.conf, firm a.b/c/d"},
      {"Run `Get Pods`, `\"x\"` or ``", "firm get pods, firm x"},
      {"[a](/docs/b/#c)", "link /docs/b"},
      {"[a](/ko/docs/b) [a](/pt-br/docs/b)", "link /docs/b, link /docs/b"},
      {"[a](https://example.com/docs/b)", "link /docs/b"},
      {"[a](https://example.com/zh-cn/docs/b)", "link /docs/b"},
      {"[a](https://example.com) [b](#here)", ""},
      {"[a](../b.md)", "link ../b.md"},
      {"![a](/images/B.svg)", "firm b.svg"},
      {"{{< glossary_tooltip text=\"Some Words\" term_id=\"Pod\" >}}",
       "argument glossary_tooltip, argument text=\"some words, argument term_id=pod"},
      {"{{< note >}}", "argument note"},
      {"```\nkubectl get   pods # all of them\n  a: B // why\n# only a comment\n```",
       "firm kubectlgetpods, firm a:B"},
      {"```\ncurl http://a//b#c\n```", "firm curlhttp://a//b#c"},
  };
  for (const Case& c : cases) EXPECT_EQ(list_marks(c.page), c.marks) << c.page;
}

TEST(Fingerprint, IsTheSameInATranslation) {
  const PageBlocks source =
      blocks_of("Since v1.20 the [StatefulSet API](/docs/sts/) of `kubectl` takes --replicas 4Gi.");
  const PageBlocks translation = blocks_of(
      "1.20부터 `kubectl`의 [StatefulSet API](/ko/docs/sts)는 --replicas를 4기가로 받는다.");
  const Fingerprint a = fingerprint_of(source[0]);
  const Fingerprint b = fingerprint_of(translation[0]);
  EXPECT_EQ(a.marks, b.marks);
  EXPECT_EQ(a.landmark, b.landmark);
  EXPECT_TRUE(std::is_sorted(a.marks.begin(), a.marks.end()));
  EXPECT_EQ(fingerprint_of(blocks_of("길이")[0]).length, 2u);
}

TEST(Fingerprint, HasALandmarkForWhatCanBeToldByItself) {
  const auto landmark = [](const char* page) {
    return fingerprint_of(blocks_of(page)[0]).landmark;
  };
  EXPECT_EQ(landmark("words, and `one` mark"), 0u);
  EXPECT_EQ(landmark("{{< note >}}"), 0u);
  EXPECT_EQ(landmark("---\ntitle: `a` `b`\n---\n"), 0u);
  EXPECT_NE(landmark("`a` and `b`"), 0u);
  EXPECT_EQ(landmark("`a` and `b`"), landmark("- `b`와 `a`"));
  EXPECT_NE(landmark("`a` and `b`"), landmark("`a` and `c`"));
  EXPECT_EQ(landmark("# One {#a}"), landmark("# 하나 {#a}"));
  EXPECT_NE(landmark("# One {#a}"), landmark("## One {#a}"));
  EXPECT_EQ(landmark("```\na\n```"), landmark("```sh\na\n```"));
}

TEST(Fingerprint, MentionsWordsThatStandByThemselves) {
  struct Case {
    const char* text;
    const char* word;
    bool is_mentioned;
  };
  const Case cases[] = {
      {"a Pod here", "pod", true},        {"the Pods here", "pod", false},
      {"a tripod", "pod", false},         {"Pod를", "pod", true},
      {"a pod-like thing", "pod", true},  {"a pod_like thing", "pod", false},
      {"takes 20 minutes", "20", true},   {"takes 20min", "20", true},
      {"takes 120 minutes", "20", false}, {"takes 200 minutes", "20", false},
      {"since 1.20", "20", false},        {"since 20.1", "20", false},
      {"ends with 20.", "20", true},      {"since v1.20", "1.20", true},
      {"since dev1.20", "1.20", false},   {"`pod`", "pod", true},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(count_mentions(blocks_of(c.text)[0], c.word) > 0, c.is_mentioned)
        << c.word << " in: " << c.text;
  }
}

}  // namespace
}  // namespace l10n_drift
