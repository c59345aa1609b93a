#include "site/reviews.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "l10n_drift/error.h"

namespace l10n_drift {
namespace {

const std::string kBlobA(40, 'a');
const std::string kBlobB(40, 'b');

Review review_of(const std::string& translation, std::optional<LineRange> lines = {},
                 const std::string& heading = "", const std::string& reason = "typo") {
  Review review;
  EXPECT_TRUE(review.source.parse_hex(kBlobA));
  review.translation = translation;
  review.lines = lines;
  review.heading = heading;
  review.reason = reason;
  return review;
}

Review with_blob_b(Review review) {
  EXPECT_TRUE(review.source.parse_hex(kBlobB));
  return review;
}

Review at_line(Review review, std::size_t line) {
  review.line = line;
  return review;
}

// The message, and the hint behind " | ".
std::string error_of_reviews(const std::string& text) {
  try {
    parse_reviews(text, std::string(kReviewsName));
  } catch (const Error& error) {
    return std::string(error.what()) + " | " + error.hint();
  }
  return "no error";
}

TEST(Reviews, AreOneALine) {
  struct Case {
    std::string text;
    std::vector<Review> expected;
  };
  const std::string a = kBlobA;
  for (const Case& c : std::vector<Case>{
           {"", {}},
           {"\n\r\n \t\n# nothing\n#\n  # x\n", {}},
           {a + "  ko/a.md  # typo", {at_line(review_of("ko/a.md"), 1)}},
           {a + " ko/a.md # typo\n", {at_line(review_of("ko/a.md"), 1)}},
           {"\xEF\xBB\xBF# x\r\n" + a + "\tko/a.md\t#typo \r\n",
            {at_line(review_of("ko/a.md"), 2)}},
           {std::string(40, 'A') + "  ko/a b.md  # typo\n", {at_line(review_of("ko/a b.md"), 1)}},
           {a + "  ko/a.md  # see #12 # and C#\n",
            {at_line(review_of("ko/a.md", {}, "", "see #12 # and C#"), 1)}},
           {a + "  ko/a.md:12  # typo\n", {at_line(review_of("ko/a.md", LineRange{12, 12}), 1)}},
           {a + "  ko/a.md:12-14  # typo\n", {at_line(review_of("ko/a.md", LineRange{12, 14}), 1)}},
           {a + "  ko/a.md#Heading text  # typo\n",
            {at_line(review_of("ko/a.md", {}, "Heading text"), 1)}},
           {a + "  ko/a.md# Heading  # typo\n", {at_line(review_of("ko/a.md", {}, "Heading"), 1)}},
           {a + "  ko/a.md#C# for all #typo\n",
            {at_line(review_of("ko/a.md", {}, "C# for all"), 1)}},
           {a + "  ko/a.md#\"Issue # 5: \\\"x\\\"\"  # typo\n",
            {at_line(review_of("ko/a.md", {}, "Issue # 5: \"x\""), 1)}},
           {a + "  ko/a.md:3-4#Heading  # typo\n",
            {at_line(review_of("ko/a.md", LineRange{3, 4}, "Heading"), 1)}},
           {a + "  \"ko/c#\\t\\\\\\303\\251:7.md\":7  # typo\n",
            {at_line(review_of("ko/c#\t\\\xC3\xA9:7.md", LineRange{7, 7}), 1)}},
           {a + "  ko/a:b.md  # typo\n", {at_line(review_of("ko/a:b.md"), 1)}},
           {a + "  ko/a:1-b  # typo\n", {at_line(review_of("ko/a:1-b"), 1)}},
           {a + "  ko/a\"b.md  # typo\n", {at_line(review_of("ko/a\"b.md"), 1)}},
           // As a merge leaves them.
           {kBlobB + "  ko/a.md  # typo\n" + a + "  ko/a.md  # typo\n",
            {at_line(with_blob_b(review_of("ko/a.md")), 1), at_line(review_of("ko/a.md"), 2)}},
       }) {
    EXPECT_EQ(parse_reviews(c.text, "x"), c.expected) << c.text;
  }
}

TEST(Reviews, AnythingElseIsAnErrorWithItsLine) {
  const std::string place = "'.l10n-drift-reviewed' line ";
  const std::string a = kBlobA;
  struct Case {
    std::string text;
    std::string expected;
  };
  for (const Case& c : std::vector<Case>{
           {"# one\n\nabcd123  ko/a.md  # x\n",
            place + "3: 'abcd123' is abbreviated, and may come to mean another blob | "
                    "git rev-parse abcd123"},
           {"main:a.md  ko/a.md  # x\n",
            place + "1: 'main:a.md' is no full id of a blob | git rev-parse main:a.md"},
           {a + a.substr(16) + "  ko/a.md  # x\n",
            place + "1: '" + a + a.substr(16) + "' is no full id of a blob | git rev-parse " + a +
                a.substr(16)},
           {a, place + "1: it names no translation | "},
           {a + "  # x", place + "1: it names no translation | "},
           {a + "  \"\"  # x", place + "1: it names no translation | "},
           {a + "  :12  # x", place + "1: it names no translation | "},
           {a + "  ko/a.md", place + "1: the review of 'ko/a.md' has no reason | "
                                     "write why behind the path: ' # REASON'"},
           {a + "  ko/a.md  #  \r\n", place + "1: the review of 'ko/a.md' has no reason | "
                                              "write why behind the path: ' # REASON'"},
           {a + "  ko/a.md#  # x", place + "1: it names no heading behind '#' | "},
           {a + "  ko/a.md:0  # x", place + "1: there are no lines '0' | "},
           {a + "  ko/a.md:5-4  # x", place + "1: there are no lines '5-4' | "},
           {a + "  ko/a.md:99999999999999999999999  # x",
            place + "1: there are no lines '99999999999999999999999' | "},
           {a + "  \"ko/a.md\":x  # x", place + "1: there are no lines 'x' | "},
           {a + "  \"ko/a.md  # x",
            place + "1: the quotes of '\"ko/a.md  # x' are not closed, or hold no text | "},
           {a + "  \"ko/\\q\"  # x",
            place + "1: the quotes of '\"ko/\\q\"  # x' are not closed, or hold no text | "},
           {a + "  \"ko/a\".md  # x", place + "1: '.md  # x' is no place in 'ko/a' | "},
           {a + "  \"ko/a\"#\"b\"c  # x", place + "1: 'c  # x' is no place in 'ko/a' | "},
       }) {
    EXPECT_EQ(error_of_reviews(c.text), c.expected) << c.text;
  }
}

TEST(Reviews, WrittenAreReadAsTheyWere) {
  for (const std::string text :
       {"ko/a.md", "ko/a b.md", " a ", "a#b", "a # b", "#", "a:1", "a:1-2", ":", "\"a\"", "a\"b",
        "a\\b", "tab\tnew\nline\r", "\xC3\xA9\xEA\xB0\x80", "\xFF\xFE", "##[a]", "\xE2\x80\xAE",
        "a\v", "a:12  # no"}) {
    for (const std::optional<LineRange> lines :
         {std::optional<LineRange>(), std::optional(LineRange{3, 3}),
          std::optional(LineRange{3, 9})}) {
      for (const Review& review : {review_of(text, lines), review_of("ko/a.md", lines, text),
                                   review_of(text, lines, text, "why # not")}) {
        const std::string written = add_reviews("", {review});
        EXPECT_EQ(parse_reviews(written, "x"), std::vector{at_line(review, 1)}) << written;
        EXPECT_EQ(add_reviews(written, {review}), written);
      }
    }
  }
}

TEST(Reviews, AreWrittenWithoutQuotesWherePossible) {
  EXPECT_EQ(add_reviews("", {review_of("ko/a b.md", LineRange{2, 2}, "The end", " x ")}),
            kBlobA + "  ko/a b.md:2#The end  # x\n");
  EXPECT_EQ(add_reviews("", {review_of("ko/a:b", LineRange{2, 3}, "C#")}),
            kBlobA + "  \"ko/a:b\":2-3#\"C#\"  # typo\n");
}

TEST(AddReviews, SortsNewLinesAndKeepsTheOthers) {
  const std::string a = kBlobA + " ko/a.md # x";
  const std::string c = kBlobA + "   ko/c.md # x  ";
  const std::string e = kBlobA + "  ko/e.md  # x";
  const std::string b = kBlobA + "  ko/b.md  # typo";
  struct Case {
    std::string text;
    std::string expected;
  };
  for (const Case& k : std::vector<Case>{
           {"", b + "\n"},
           {"# ours", "# ours\n" + b + "\n"},
           {"# ours\r\n# y", "# ours\r\n# y\r\n" + b + "\r\n"},
           {a, a + "\n" + b + "\n"},
           {c, b + "\n" + c},
           {a + "\n" + c, a + "\n" + b + "\n" + c},
           {"\xEF\xBB\xBF" + a + "\r\n" + c + "\r\n",
            "\xEF\xBB\xBF" + a + "\r\n" + b + "\r\n" + c + "\r\n"},
           {"# of all\n" + c + "\n", "# of all\n" + b + "\n" + c + "\n"},
           {a + "\n\n# of c\n" + c + "\n", a + "\n" + b + "\n\n# of c\n" + c + "\n"},
           {a + "\n# the end", a + "\n" + b + "\n# the end"},
           // Not sorted: in front of the first that sorts behind it.
           {a + "\n" + e + "\n" + c + "\n", a + "\n" + b + "\n" + e + "\n" + c + "\n"},
       }) {
    const std::string added = add_reviews(k.text, {review_of("ko/b.md")});
    EXPECT_EQ(added, k.expected) << k.text;
    EXPECT_EQ(add_reviews(added, {review_of("ko/b.md")}), added) << k.text;
  }
}

TEST(AddReviews, ReplacesTheReviewOfTheSamePlace) {
  const std::string old_line = kBlobB + "  ko/b.md  # old";
  const std::string new_line = kBlobA + "  ko/b.md  # typo";
  const std::string part = kBlobB + "  ko/b.md:1  # part";
  const std::string other = kBlobB + "  ko/a.md  # x";
  struct Case {
    std::string text;
    std::string expected;
  };
  for (const Case& c : std::vector<Case>{
           {old_line, new_line},
           {"# 1\r\n" + old_line + "\r\n# 2\r\n", "# 1\r\n" + new_line + "\r\n# 2\r\n"},
           {kBlobA + "  ko/b.md  # another reason\n", new_line + "\n"},
           {part + "\n" + old_line + "\n", part + "\n" + new_line + "\n"},
           {part + "\n", new_line + "\n" + part + "\n"},
           // As it is if it says the same, in whatever form.
           {kBlobA + " \"ko/b.md\" #typo", kBlobA + " \"ko/b.md\" #typo"},
           // One is left of several.
           {old_line + "\n" + other + "\n" + new_line + "\n", other + "\n" + new_line + "\n"},
           {old_line + "\n" + other + "\n" + old_line + "\n", new_line + "\n" + other + "\n"},
       }) {
    EXPECT_EQ(add_reviews(c.text, {review_of("ko/b.md")}), c.expected) << c.text;
  }
}

TEST(AddReviews, KeepsTheSameLinesOfAnotherVersion) {
  const Review lines = review_of("ko/a.md", LineRange{2, 9});
  const std::string both = kBlobA + "  ko/a.md:2-9  # typo\n" + kBlobB + "  ko/a.md:2-9  # typo\n";
  EXPECT_EQ(add_reviews(kBlobB + "  ko/a.md:2-9  # typo\n", {lines}), both);
  EXPECT_EQ(add_reviews(both, {with_blob_b(lines), lines}), both);
  const Review section = review_of("ko/a.md", {}, "A");
  EXPECT_EQ(add_reviews(kBlobB + "  ko/a.md#A  # typo\n", {section}),
            kBlobA + "  ko/a.md#A  # typo\n");
}

TEST(AddReviews, TakesManyInAnyOrder) {
  const Review a = review_of("ko/a.md");
  const Review part = review_of("ko/a.md", LineRange{2, 9});
  const Review section = review_of("ko/a.md", {}, "A");
  const Review b = review_of("ko/b.md");
  const std::string expected = kBlobA + "  ko/a.md  # typo\n" + kBlobA + "  ko/a.md:2-9  # typo\n" +
                               kBlobA + "  ko/a.md#A  # typo\n" + kBlobA + "  ko/b.md  # typo\n";
  EXPECT_EQ(add_reviews("", {b, section, part, a}), expected);
  EXPECT_EQ(add_reviews("", {part, with_blob_b(a), a, b, section}), expected);
}

TEST(AddReviews, RefusesWhatCouldNotBeReadAgain) {
  const auto error = [](const std::string& text, const Review& review) -> std::string {
    try {
      add_reviews(text, {review});
    } catch (const Error& thrown) {
      return thrown.what();
    }
    return "no error";
  };
  EXPECT_EQ(error("", review_of("")), "a review names no translation");
  EXPECT_EQ(error("", review_of("a", LineRange{3, 2})), "the review of 'a' has no lines 3-2");
  EXPECT_EQ(error("", review_of("a", {}, "", " ")), "the review of 'a' has no reason");
  EXPECT_EQ(error("", review_of("a", {}, "", "x\ny")),
            "the reason 'x\\ny' is not one line of readable text");
  EXPECT_EQ(error("x y # z", review_of("a")),
            "'.l10n-drift-reviewed' line 1: 'x' is no full id of a blob");
}

}  // namespace
}  // namespace l10n_drift
