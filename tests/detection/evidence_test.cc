#include "detection/evidence.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "markdown/blocks_of.h"

namespace l10n_drift {

// GoogleTest looks for it by this name.
void PrintTo(Evidence evidence, std::ostream* stream) {
  constexpr const char* kWords[] = {"done", "undone", "silent"};
  *stream << kWords[static_cast<int>(evidence)];
}

namespace {

Block block_of(const std::string& page) { return blocks_of(page)[0]; }

Evidence weigh(const std::string& before, const std::string& after, const std::string& translation,
               const std::string& earlier = "") {
  const Block old_block = before.empty() ? Block() : block_of(before);
  const Block new_block = block_of(after);
  const Block old_translation = earlier.empty() ? Block() : block_of(earlier);
  return weigh_change({before.empty() ? nullptr : &old_block, new_block, {}}, block_of(translation),
                      earlier.empty() ? nullptr : &old_translation);
}

constexpr Evidence kDone = Evidence::kDone;
constexpr Evidence kUndone = Evidence::kUndone;
constexpr Evidence kSilent = Evidence::kSilent;

TEST(Evidence, IsWhatCameAndWhatWent) {
  struct Case {
    const char* name;
    const char* before;
    const char* after;
    const char* translation;
    Evidence evidence;
  };
  const Case cases[] = {
      {"words alone", "One thing.", "Another thing.", "Una cosa.", kSilent},
      {"a flag that is new", "Run `a`.", "Run `b`.", "Lauf `b`.", kDone},
      {"a flag that is old", "Run `a`.", "Run `b`.", "Lauf `a`.", kUndone},
      {"one of each", "Run `a`.", "Run `b`.", "Lauf `a` und `b`.", kSilent},
      {"neither", "Run `a`.", "Run `b`.", "Lauf.", kUndone},
      {"a number", "Wait 5 days.", "Wait 6 days.", "Warte 6 Tage.", kDone},
      {"an old number", "Wait 5 days.", "Wait 6 days.", "Warte 5 Tage.", kUndone},
      {"a number with another unit", "Wait 5 days.", "On the 6th.", "6일에", kDone},
      {"a version with and without a v", "In 1.19.", "In v1.20.", "1.20에서", kDone},
      {"a name in another case", "The foreman.", "The CraneMaster.", "Der cranemaster.", kDone},
      {"a name in another alphabet", "The foreman.", "The CraneMaster.", "크레인마스터", kSilent},
      {"a name that went and is still there", "The CraneMaster.", "The foreman.",
       "Der CraneMaster.", kUndone},
      {"a name that became code", "The CraneMaster here.", "The `CraneMaster` here.",
       "Der CraneMaster.", kSilent},
      {"what is said more often", "Run `a`.", "Run `a`, then `a`.", "Lauf `a`.", kSilent},
      {"an added block", "", "Run `a` now.", "Lauf `a`.", kDone},
      {"an added block that is not there", "", "Run `a` now.", "Lauf.", kUndone},
      {"an added block of words", "", "Run now.", "Lauf.", kSilent},
      {"a link that moved", "See [a](/b).", "See [a](/c).", "Sieh [a](/de/c/).", kDone},
      {"a link that did not", "See [a](/b).", "See [a](/c).", "Sieh [a](/de/b/).", kSilent},
      {"a shortcode's argument that may be translated", "{{< a t=\"One\" >}} x",
       "{{< a t=\"Two\" >}} x", "{{< a t=\"Zwei\" >}} x", kSilent},
      {"a line of code that is new", "```\na\nb\n```", "```\na\nc\n```", "```\na\nc\n```", kDone},
      {"a line of code that is old", "```\na\nb\n```", "```\na\nc\n```", "```\na\nb\n```", kUndone},
      {"a line of code with a translated comment", "```\na\nb # x\n```", "```\na\nc # x\n```",
       "```\na\nc # y\n```", kDone},
      {"a line of code that was translated", "```\na\nb\n```", "```\na\nhello\n```",
       "```\na\nhallo\n```", kSilent},
      {"a heading with its new anchor", "# A", "# B {#b}", "# Z {#b}", kDone},
      {"a heading with its old anchor", "# A {#a}", "# B {#b}", "# Z {#a}", kSilent},
      {"a cell that was emptied", "|a|b|\n|-|-|\n", "|a|b|\n|-|-|\n", "|x|y|\n|-|-|\n", kSilent},
  };
  for (const Case& c : cases)
    EXPECT_EQ(weigh(c.before, c.after, c.translation), c.evidence) << c.name;
}

TEST(Evidence, IsTheAbsenceOfWhatWasThere) {
  EXPECT_EQ(weigh("Run `a` fast.", "Run fast.", "Lauf schnell.", "Lauf `a` schnell."), kDone);
  EXPECT_EQ(weigh("Run `a` fast.", "Run fast.", "Lauf schnell.", "Lauf sehr schnell."), kSilent)
      << "it was not there before";
  EXPECT_EQ(weigh("Run `a`, `b`.", "Run `b`.", "Lauf `b`."), kDone)
      << "it has all that stayed, but not what went";
  EXPECT_EQ(weigh("Run `a`, `b`.", "Run `b`.", "Lauf."), kSilent) << "it has nothing of all that";
}

TEST(Evidence, OfCodeIsNotHiddenByAnotherLineOfIt) {
  const char* const before = "```\na\nb\n```";
  const char* const after = "```\na\nb\nc\n```";
  EXPECT_EQ(weigh(before, after, "```\na\nb\n```", "```\nA\nb\n```"), kUndone);
  EXPECT_EQ(weigh(before, after, "```\na\nb\nz\n```", "```\na\nb\n```"), kSilent)
      << "the line may have been translated";
}

TEST(Evidence, IsNoneInCodeThatWasAlwaysTranslated) {
  EXPECT_EQ(weigh("Run `x` with `a`.", "Run `x` with `b`.", "Lauf `x` mit `z`."), kSilent);
  EXPECT_EQ(weigh("Run `x` at [a](/a).", "Run `x` at [b](/b).", "Lauf `x` zu `z`."), kDone)
      << "code does not stand for a link";
}

TEST(Evidence, IsNoneInWhatWentToANeighbour) {
  const Block before = block_of("Run CraneMaster and `b`.");
  const Block after = block_of("Run `b`.");
  const Block beside = block_of("Then the CraneMaster.");
  const Block translation = block_of("Lauf CraneMaster und `b`.");
  EXPECT_EQ(weigh_change({&before, after, {}}, translation, nullptr), kUndone);
  EXPECT_EQ(weigh_change({&before, after, {&beside}}, translation, nullptr), kSilent);
}

}  // namespace
}  // namespace l10n_drift
