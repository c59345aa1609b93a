#include "l10n_drift/diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/error_text.h"
#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

//     A---B---C    B changes the sources `open` and `gone`, and touches the translation of the
//                  former without translating that; C changes `x`, and renames and deletes others.
class DiffTranslationsTest : public testing::Test {
 protected:
  DiffTranslationsTest() {
    History history;
    history.commit(
        "A", {},
        {write_file("content/en/x.md", "one\ntwo\n"),
         write_file("content/en/open.md", "# Mill\n\nWater turns it.\n"),
         write_file("content/en/old.md", "renamed\n"), write_file("content/en/gone.md", "gone\n"),
         write_file("content/ko/x.md", "eins\nzwei\n"),
         write_file("content/ko/open.md", "# Muehle {#mill}\n\nWasser dreht es.\n"),
         write_file("content/ko/old.md", "umbenannt\n"), write_file("content/ko/gone.md", "weg\n"),
         write_file("content/ko/own.md", "eigen\n")});
    history.commit(
        "B", {"A"},
        {write_file("content/en/open.md", "# Mill\n\nAn old donkey walks around in circles.\n"),
         write_file("content/ko/open.md", "# Die Muehle {#mill}\n\nWasser dreht es.\n")});
    history.commit(
        "C", {"B"},
        {write_file("content/en/x.md", "one\n2\n"), remove_file("content/en/old.md"),
         write_file("content/en/new.md", "renamed\n"), remove_file("content/en/gone.md")});
    history.point("refs/heads/main", "C");
    scratch_.import(history);
    request_.comparison.repository = scratch_.path();
  }

  TranslationDiff diff(const std::string& path) {
    request_.paths = {path};
    return diff_translations(request_, {}).report.pages.at(0);
  }

  ScratchRepository scratch_;
  DiffRequest request_;
};

TEST_F(DiffTranslationsTest, OfAnOutdatedPageItIsTheChangeOfTheSourceSinceItsBaseline) {
  const TranslationDiff found = diff("content/ko/x.md");
  EXPECT_EQ(found.page.file.status, Status::kOutdated);
  EXPECT_EQ(found.old_source, "content/en/x.md");
  EXPECT_EQ(found.new_source, "content/en/x.md");
  EXPECT_EQ(found.old_blob, scratch_.id("A:content/en/x.md").hex());
  EXPECT_EQ(found.new_blob, scratch_.id("C:content/en/x.md").hex());
  EXPECT_EQ(found.counts, (LineCounts{1, 1}));
  EXPECT_EQ(found.hunks, "@@ -1,2 +1,2 @@\n one\n-two\n+2\n");
  EXPECT_EQ(found.open_hunks, "");
}

TEST_F(DiffTranslationsTest, WhatTheLastTouchLeftOpenIsADiffOfItsOwn) {
  const TranslationDiff found = diff("content/ko/open.md");
  EXPECT_EQ(found.page.file.status, Status::kPartiallyUpdated);
  EXPECT_EQ(found.old_blob, "") << "nothing has changed since the last touch";
  EXPECT_EQ(found.hunks, "");
  EXPECT_EQ(found.open_hunks,
            "@@ -1,3 +1,3 @@\n # Mill\n \n-Water turns it.\n+An old donkey walks around in "
            "circles.\n");
}

TEST_F(DiffTranslationsTest, ByFileNothingIsLookedInto) {
  request_.granularity = Granularity::kFile;
  EXPECT_EQ(diff("content/ko/open.md").open_hunks, "");
}

TEST_F(DiffTranslationsTest, ARenamedSourceHasItsNewNameAndNoLines) {
  const TranslationDiff found = diff("content/ko/old.md");
  EXPECT_EQ(found.page.file.status, Status::kRenamed);
  EXPECT_EQ(found.old_source, "content/en/old.md");
  EXPECT_EQ(found.new_source, "content/en/new.md");
  EXPECT_EQ(found.old_blob, found.new_blob);
  EXPECT_EQ(found.hunks, "");
}

TEST_F(DiffTranslationsTest, WithoutTwoVersionsThereIsNothingToHoldAgainstEachOther) {
  for (const std::string path : {"content/ko/gone.md", "content/ko/own.md"}) {
    const TranslationDiff found = diff(path);
    EXPECT_EQ(found.old_source, "") << path;
    EXPECT_EQ(found.old_blob, "") << path;
    EXPECT_EQ(found.new_blob, "") << path;
    EXPECT_EQ(found.hunks, "") << path;
  }
}

TEST_F(DiffTranslationsTest, WhatIsNoTranslationIsAnError) {
  EXPECT_THAT(error_text([&] { diff("content/en/x.md"); }), HasSubstr("is a source"));
  EXPECT_THAT(error_text([&] { diff("content/ko/xx.md"); }),
              HasSubstr("did you mean 'content/ko/x.md'?"));
}

TEST_F(DiffTranslationsTest, OfASourceThatIsGoneTheCommitIsFound) {
  EXPECT_EQ(diff("content/ko/gone.md").page.source_gone_in->commit, scratch_.id("C").hex());
  EXPECT_EQ(diff("content/ko/old.md").page.source_gone_in->commit, scratch_.id("C").hex());
  EXPECT_EQ(diff("content/ko/old.md").page.move_to, "content/ko/new.md");
  EXPECT_FALSE(diff("content/ko/x.md").page.source_gone_in);
}

TEST_F(DiffTranslationsTest, AFolderIsAllOfItsPagesThatThereIsNewsOf) {
  request_.paths = {"content/ko", "content/ko/own.md", "content/ko/x.md", "content/ko/"};
  const DiffReport report = diff_translations(request_, {}).report;
  std::vector<std::string> pages;
  for (const TranslationDiff& page : report.pages) pages.push_back(page.page.file.translation);
  EXPECT_THAT(pages, ElementsAre("content/ko/gone.md", "content/ko/old.md", "content/ko/open.md",
                                 "content/ko/own.md", "content/ko/x.md"));
  EXPECT_FALSE(report.pages.at(0).is_named);
  EXPECT_TRUE(report.pages.at(3).is_named) << "and shown, though there is no news of it";
  EXPECT_TRUE(report.pages.at(4).is_named);
  ASSERT_EQ(report.folders.size(), 2U);
  EXPECT_EQ(report.folders.front().name, "content/ko");
  EXPECT_EQ(report.folders.front().shown, 4U);
  EXPECT_EQ(report.folders.front().pages.translations, 5U);
  EXPECT_EQ(report.folders.front().pages[Status::kUnpaired], 1U);
}

TEST_F(DiffTranslationsTest, EveryNameHasToBeOne) {
  request_.paths = {"content/ko/x.md", "content/ko/nothing"};
  EXPECT_THAT(error_text([&] { diff_translations(request_, {}); }),
              HasSubstr("no translation 'content/ko/nothing' on 'main'"));
}

}  // namespace
}  // namespace l10n_drift
