#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "l10n_drift/language_list.h"
#include "support/error_text.h"
#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

//     A---B    main
//      `--K
class ListLanguagesTest : public testing::Test {
 protected:
  ListLanguagesTest() {
    History history;
    history.commit("A", {},
                   {write_file("content/en/x.md", "1"), write_file("content/ko/x.md", "1"),
                    write_file("content/ko/out/y.md", "1"), write_file("content/ja/x.md", "1")});
    history.commit("B", {"A"}, {write_file("content/en/x.md", "2")});
    history.commit("K", {"A"}, {write_file("content/ko/x.md", "2")});
    history.commit("none", {}, {write_file("content/en/x.md", "1")});
    history.point("refs/heads/main", "B");
    history.point("refs/heads/dev-1.9-ko.1", "K");
    history.point("refs/heads/dev-1.9-ja.1", "A");
    scratch_.import(history);
    request_.comparison.repository = scratch_.path();
  }

  ScratchRepository scratch_;
  LanguagesRequest request_;
};

TEST_F(ListLanguagesTest, EachHasItsFolderItsPagesAndItsNewestMilestone) {
  const LanguageList list = list_languages(request_).list;
  EXPECT_EQ(list.branch, (Revision{"main", scratch_.id("B").hex()}));
  EXPECT_EQ(list.source_language, "en");
  const LanguageEntry ja{"ja", "content/ja", 1,
                         NewestMilestone{{"dev-1.9-ja.1", scratch_.id("A").hex()}, true}};
  const LanguageEntry ko{"ko", "content/ko", 2,
                         NewestMilestone{{"dev-1.9-ko.1", scratch_.id("K").hex()}, false}};
  EXPECT_THAT(list.languages, ElementsAre(ja, ko));
}

TEST_F(ListLanguagesTest, PagesAreThoseThatAReportWouldHave) {
  write_whole_file(scratch_.at(".l10n-drift.json"), R"({"exclude": ["content/en/out/"]})");
  const LanguageList list = list_languages(request_).list;
  ASSERT_EQ(list.languages.size(), 2u);
  EXPECT_EQ(list.languages[1].files, 1u);
}

TEST_F(ListLanguagesTest, AShallowCloneMayNotTellWhetherAMilestoneIsMerged) {
  write_whole_file(scratch_.at(".git/shallow"), scratch_.id("B").hex() + "\n");
  const LanguageList list = list_languages(request_).list;
  ASSERT_EQ(list.languages.size(), 2u);
  ASSERT_TRUE(list.languages[0].milestone);
  EXPECT_EQ(list.languages[0].milestone->merged, std::nullopt);
}

TEST_F(ListLanguagesTest, NoTranslationsAtAllAreAnError) {
  request_.comparison.branch = "none";
  EXPECT_THAT(error_text([&] { list_languages(request_); }),
              HasSubstr("looked for folders such as 'content/ko'"));
}

}  // namespace
}  // namespace l10n_drift
