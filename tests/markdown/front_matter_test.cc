#include "markdown/front_matter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace l10n_drift {
namespace {

std::string list_keys(std::string_view page) {
  std::string list;
  for (const auto& [block, lines] : read_front_matter(page).blocks) {
    list += std::to_string(lines.first) + "-" + std::to_string(lines.last) + " " + block.name +
            ": " + block.text + "\n";
  }
  return list;
}

TEST(FrontMatter, HasABlockForEachKey) {
  struct Case {
    const char* name;
    const char* page;
    const char* keys;
  };
  const Case cases[] = {
      {"none", "a\n---\nb: c\n---\n", ""},
      {"empty", "---\n---\n", ""},
      {"never ended", "---\na: b\n", ""},
      {"a longer rule", "----\ntitle: a\n----\n", ""},
      {"the end of the file ends it", "---\ntitle: a\n---", "2-2 title: a\n"},
      {"a sequence at the margin", "---\nreviewers:\n- a\n- b\ntitle: c\n---\n",
       "2-4 reviewers: \n5-5 title: c\n"},
      {"comments and blank lines", "---\n# a: b\n\ntitle: c\n# d\n\n---\n", "4-5 title: c\n"},
      {"a folded block", "---\ndescription: >\n  a\n\n  b\nweight: 1\n---\n",
       "2-5 description: a b\n6-6 weight: \n"},
      {"quotes", "---\n\"title\": 'a  b'\n---\n", "2-2 title: a b\n"},
      {"a colon in a value", "---\ntitle: a: b\n---\n", "2-2 title: a: b\n"},
      {"keys in capitals", "---\nlinkTitle: a\nTITLE: b\n---\n",
       "2-2 linkTitle: a\n3-3 TITLE: b\n"},
      {"TOML", "+++\ntitle = \"a\"\n[params]\ntext = 'Two words'\n+++\n",
       "2-2 title: a\n3-3 [params]: \n4-4 text: Two words\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(list_keys(c.page), c.keys) << c.name;
}

TEST(FrontMatter, TellsProseByItsForm) {
  const auto is_read = [](const std::string& value) {
    return list_keys("---\nkey: " + value + "\n---\n") !=
           "2-" + std::to_string(1 + std::count(value.begin(), value.end(), '\n') + 1) + " key: \n";
  };
  for (const char* prose : {"Two words", "\"Two words.\"", ">\n  In a block,\n  folded", "파드",
                            "\n  title: The nested one"}) {
    EXPECT_TRUE(is_read(prose)) << prose;
  }
  for (const char* data :
       {"word", "10", "2020-01-01 10:00:00", "v1.19", "true", "[a, b]", "/a/b",
        "https://example.com/a", "\n- alice\n- bob", "\n  name: tasks\n  weight: 50"}) {
    EXPECT_FALSE(is_read(data)) << data;
  }
}

TEST(FrontMatter, HasLinksWithoutAText) {
  const auto target_of = [](const std::string& line) {
    const auto keys = read_front_matter("---\n" + line + "\n---\n").blocks;
    const Block& block = keys.at(0).block;
    return block.spans.empty() ? "" : block.text + block.spans[0].target;
  };
  EXPECT_EQ(target_of("full_link: https://example.com/a "), "https://example.com/a");
  EXPECT_EQ(target_of("full_link: '/docs/a/#b'"), "/docs/a/#b");
  for (const char* other : {"full_link:", "full_link: a/b", "thumbnail: /images/a.png",
                            "aliases: /docs/a/", "url: /docs/a/", "full_link:\n- /docs/a"}) {
    EXPECT_EQ(target_of(other), "") << other;
  }
}

TEST(FrontMatter, MeasuresItself) {
  const FrontMatter found = read_front_matter("---\na: b\n---\nText\n");
  EXPECT_EQ(found.size, 13u);
  EXPECT_EQ(found.lines, 3u);
  EXPECT_EQ(read_front_matter("---\na: b\n").size, 0u);
}

}  // namespace
}  // namespace l10n_drift
