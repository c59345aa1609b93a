#include "judge/text_places.h"

#include <gmock/gmock.h>

#include <string>

#include "baselines/pairs_fixture.h"

namespace l10n_drift {

void PrintTo(const TextPlace& place, std::ostream* stream) {
  *stream << place.path << " (" << place.blocks << ")";
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string paragraphs(const std::string& topic, int first, int last) {
  std::string text;
  for (int i = first; i <= last; ++i) {
    text += "Paragraph " + std::to_string(i) + " tells what there is to know of " + topic + ".\n\n";
  }
  return text;
}

class FindTextTest : public testing::Test {
 protected:
  ObjectId page(const std::string& text) { return scratch_.store("blob", text); }

  // What candidates with these texts, named by letters, have of the page now.
  std::vector<TextPlace> find(const std::string& lost, const std::vector<std::string>& now,
                              const std::string& before = "") {
    std::vector<TextCandidate> candidates;
    for (const std::string& text : now) {
      const auto letter = static_cast<char>('a' + candidates.size());
      candidates.push_back({std::string(1, letter), {}, page(text)});
      if (!before.empty()) candidates.back().before = page(before);
    }
    const ObjectId id = page(lost);
    const Objects objects = scratch_.objects();
    PageCache pages(objects);
    return find_text(pages, {id, PageKind::kMarkdown}, candidates);
  }

  ScratchRepository scratch_;
};

TEST_F(FindTextTest, TheMostBlocksComeFirst) {
  EXPECT_THAT(find(paragraphs("x", 1, 9),
                   {paragraphs("x", 8, 9), paragraphs("y", 1, 9), paragraphs("x", 1, 7)}),
              ElementsAre(TextPlace{"c", 7}, TextPlace{"a", 2}));
}

TEST_F(FindTextTest, WhatAPageHadBeforeDoesNotCount) {
  const std::string before = paragraphs("x", 1, 3) + paragraphs("y", 1, 3);
  EXPECT_THAT(find(paragraphs("x", 1, 9), {before + paragraphs("x", 4, 5)}, before),
              ElementsAre(TextPlace{"a", 2}));
}

TEST_F(FindTextTest, FrontMatterHeadingsAndShortBlocksTellNothing) {
  const std::string same =
      "---\ntitle: A title that is the same in quite a lot of pages here\n---\n\n"
      "## A heading that is the same in quite a lot of pages here\n\nSee below.\n\n";
  EXPECT_THAT(find(same + paragraphs("x", 1, 3), {same + paragraphs("y", 1, 3)}), IsEmpty());
  EXPECT_THAT(find(same, {same}), IsEmpty());
}

TEST_F(FindTextTest, OtherLineBreaksAreTheSameText) {
  const std::string line = "This is a paragraph that is broken into lines in another place.\n";
  std::string wrapped = line;
  wrapped[wrapped.find(" broken")] = '\n';
  EXPECT_THAT(find(line, {wrapped}), ElementsAre(TextPlace{"a", 1}));
}

TEST_F(FindTextTest, ARewrittenPageHasLessThanHalfOfItsBlocks) {
  const PageVersion before{page(paragraphs("x", 1, 8))};
  const PageVersion half{page(paragraphs("x", 1, 4) + paragraphs("y", 1, 9))};
  const PageVersion less{page(paragraphs("x", 1, 3) + paragraphs("y", 1, 9))};
  const Objects objects = scratch_.objects();
  PageCache pages(objects);
  EXPECT_FALSE(is_rewritten(pages, before, before));
  EXPECT_FALSE(is_rewritten(pages, before, half));
  EXPECT_TRUE(is_rewritten(pages, before, less));
}

// ---- Where to look ----

class TextCandidatesTest : public PairsTest {
 protected:
  static std::vector<std::string> paths(const std::vector<TextCandidate>& candidates) {
    std::vector<std::string> paths;
    for (const TextCandidate& candidate : candidates) {
      paths.push_back(candidate.path + (candidate.before ? ", changed" : ", new"));
    }
    return paths;
  }
};

TEST_F(TextCandidatesTest, AreWhatTheCommitWroteAndTheBaseStillHas) {
  history_.commit("A", {},
                  {write_file("content/en/a.md", "1"), write_file("content/en/b.md", "1"),
                   write_file("content/en/c.md", "1"), write_file("content/en/p.png", "1"),
                   write_file(kKoreanX, "1")});
  history_.commit("B", {"A"},
                  {remove_file("content/en/a.md"), write_file("content/en/b.md", "2"),
                   write_file("content/en/d/e.md", "1"), write_file("content/en/f.md", "1"),
                   write_file("content/en/p.png", "2"), write_file(kKoreanX, "2")});
  history_.commit("C", {"B"}, {remove_file("content/en/f.md"), write_file("content/en/c.md", "2")});
  const PairsOf those = pairs(between("C", "C"));
  EXPECT_THAT(
      paths(changed_beside(those.objects(), *those, scratch_.tree("A"), scratch_.tree("B"))),
      ElementsAre("content/en/b.md, changed", "content/en/d/e.md, new"));
}

TEST_F(TextCandidatesTest, AreWhatCameIntoTheFolder) {
  history_.commit("A", {},
                  {write_file("content/en/a.md", "1"), write_file("content/en/b.md", "1"),
                   write_file(kKoreanX, "1")});
  history_.commit("B", {"A"},
                  {write_file("content/en/b.md", "2"), write_file("content/en/c.md", "1"),
                   write_file("content/en/d/e.md", "1")});
  const PairsOf those = pairs(between("B", "B"));
  EXPECT_THAT(paths(added_beside(those.objects(), *those, scratch_.tree("A"), "content/en/a.md")),
              ElementsAre("content/en/c.md, new"));
}

}  // namespace
}  // namespace l10n_drift
