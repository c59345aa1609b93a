// A replay over pages that nobody writes. What is asked is that it takes about as long as their
// size warrants.

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "detection/ledger.h"
#include "detection/size_divisor.h"
#include "markdown/blocks_of.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {
namespace {

// Far more than it takes with sanitizers on a slow machine, far less than the square of the size.
constexpr std::chrono::seconds kLimit{60};

// A piece of a page for each number, until there are so many bytes.
std::string make_page(std::size_t bytes, const std::function<std::string(int)>& piece) {
  std::string page;
  for (int i = 0; page.size() < bytes / kSizeDivisor; ++i) page += piece(i);
  return page;
}

// The page with other words wherever it has `from`.
std::string replace_all(std::string_view page, std::string_view from, std::string_view to) {
  std::string result;
  for (std::size_t at = page.find(from); at != page.npos; at = page.find(from)) {
    result.append(page.substr(0, at)).append(to);
    page.remove_prefix(at + from.size());
  }
  return result.append(page);
}

// Measures itself.
class Step {
 public:
  explicit Step(std::string name) : name_(std::move(name)) {}
  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;
  ~Step() {
    const auto taken = std::chrono::steady_clock::now() - start_;
    EXPECT_LT(taken, kLimit) << name_;
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(taken);
    testing::Test::RecordProperty(name_, static_cast<int>(milliseconds.count()));
  }

 private:
  std::string name_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// "word" becomes "other thing" in the source, "Wort" becomes "Woerter" in the translation.
void replay(const std::string& name, const std::string& source_text,
            const std::string& translation_text) {
  SharedPage source;
  SharedPage translation;
  SharedPage new_source;
  SharedPage new_translation;
  {
    const Step step(name + ": parsing");
    source = shared_page(source_text);
    ASSERT_TRUE(source) << name;
    translation = shared_page(translation_text);
    new_source = shared_page(replace_all(source_text, "word", "other thing"), source);
    new_translation = shared_page(replace_all(translation_text, "Wort", "Woerter"), translation);
  }
  const Grammar grammar("en");
  Ledger ledger(grammar);
  {
    const Step step(name + ": the first touch");
    ledger.begin(source, translation);
  }
  {
    const Step step(name + ": beside a changed source");
    ledger.finish(compare_sources(source, new_source), translation);
  }
  {
    const Step step(name + ": a touch of everything");
    ledger.touch(compare_sources(new_source, source), {translation, new_translation}, ObjectId());
  }
  // Nothing of the one is in the other.
  const SharedPage nothing = shared_page("nothing `else`\n\n- at all\n");
  const Step step(name + ": another page");
  ledger.touch(compare_sources(source, nothing), {new_translation, source}, ObjectId());
  ledger.touch(compare_sources(nothing, new_source), {source, nothing}, ObjectId());
}

TEST(LargePages, AreReplayedInTime) {
  constexpr std::size_t kBytes = 2'000'000;
  const auto number = [](int i) { return std::to_string(i); };
  const std::pair<const char*, std::string> cases[] = {
      {"prose", make_page(kBytes,
                          [&](int i) {
                            return (i % 20 == 0 ? "## Part " + number(i) + "\n\n" : "") +
                                   "A word about `item" + number(i) + "` and the other " +
                                   number(i * 7 % 1000) + " of them.\n\n";
                          })},
      {"one line", make_page(kBytes, [](int) { return "a word, `code`, "; })},
      {"one line of many numbers",
       make_page(1'000'000, [&](int i) { return "a word, `code" + number(i) + "`, "; })},
      {"headings",
       make_page(350'000, [&](int i) { return "## A word " + number(i) + "\n\ntext\n\n"; })},
      {"equal headings", make_page(200'000, [](int) { return "## Same\n\na word\n\n"; })},
      {"items without any mark",
       make_page(300'000, [](int) { return "- a word as good as any\n"; })},
      {"equal items", make_page(1'000'000, [](int) { return "- word\n"; })},
      {"rows", "|a|b|\n|-|-|\n" +
                   make_page(500'000, [&](int i) { return "| word | " + number(i) + " |\n"; })},
      {"large paragraphs", make_page(1'000'000,
                                     [&](int i) {
                                       return "word `code" + number(i) + "` of it" +
                                              (i % 1000 == 999 ? "\n\n" : "\n");
                                     })},
      {"an unclosed fence",
       "```\n" + make_page(500'000, [&](int i) { return "word " + number(i) + "\n"; })},
      {"an unclosed fence of equal lines",
       "```\n" + make_page(kBytes, [](int) { return "word 1\n"; })},
      {"unclosed front matter",
       "---\n" + make_page(500'000, [&](int i) { return "key" + number(i) + ": word\n\n"; })},
      {"CRLF and a byte order mark",
       "\xEF\xBB\xBF" +
           make_page(1'000'000,
                     [&](int i) { return "A word of `item" + number(i) + "` here.\r\n\r\n"; })},
      {"shortcodes", make_page(500'000, [](int) { return "{{< a b=\"word\" >}}\n\n"; })},
  };
  for (const auto& [name, page] : cases) replay(name, page, replace_all(page, "word", "Wort"));
}

TEST(LargePages, MayCorrespondInPart) {
  const auto number = [](int i) { return std::to_string(i); };
  const auto section = [&](int i) {
    return "## Part " + number(i) + " {#p" + number(i) + "}\n\nRun `a" + number(i) + "` now.\n\n";
  };
  const std::string same = make_page(500'000, section);
  const auto paragraph = [&](int i) { return "A word of `b" + number(i) + "` more.\n\n"; };
  const auto code = [&](int i) { return "    Wort " + number(i) + "\n\nx\n\n"; };
  replay("nothing in place of a tenth", same + make_page(50'000, paragraph) + same, same + same);
  replay("code in place of a fifth", same + make_page(200'000, paragraph) + same,
         same + make_page(200'000, code) + same);
  const auto large = [&](int i) {
    return "word `code" + number(i) + "` of it" + (i % 1000 == 999 ? ", `word`.\n\n" : "\n");
  };
  const std::string paragraphs = make_page(1'000'000, large);
  replay("large paragraphs that differ in part", paragraphs,
         replace_all(paragraphs, "word", "Wort"));
  const auto small = [&](int i) { return "A word of `word" + number(i) + "` and `b`.\n\n"; };
  const std::string many = make_page(1'000'000, small);
  replay("paragraphs that differ in part", many, replace_all(many, "word", "Wort"));
  const auto numbers = [&](int i) { return "word `word" + number(i) + "` of it\n"; };
  const std::string one = make_page(1'000'000, numbers);
  replay("a large paragraph that differs in all", one, replace_all(one, "word", "Wort"));
}

}  // namespace
}  // namespace l10n_drift
