#include "plan/languages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class LanguagesTest : public testing::Test {
 protected:
  // The languages in a tree with these files.
  std::vector<std::string> languages(const std::vector<std::string>& paths,
                                     const Layout& layout) const {
    std::vector<Change> files;
    for (const std::string& path : paths) files.push_back(write_file(path, "1"));
    History history;
    history.commit("A", {}, files);
    const ScratchRepository repository(history);
    return find_languages(repository.objects(), repository.tree("A"), layout);
  }

  const Layout content_ = Layout("content/en/{path}", "content/{lang}/{path}", "en");
};

TEST_F(LanguagesTest, AreTheFoldersWithSomethingInThemSorted) {
  EXPECT_THAT(languages({"content/en/x.md", "content/zh-cn/x.md", "content/ko/a/b/c.md",
                         "content/ja/x.txt", "content/file.md", "ko/x.md"},
                        content_),
              ElementsAre("ja", "ko", "zh-cn"));
}

TEST_F(LanguagesTest, AreNeitherTheSourcesNorWhatIsNoCode) {
  EXPECT_THAT(languages({"content/en/x.md", "content/images/x.png", "content/notes/x.md",
                         "content/KO/x.md"},
                        content_),
              IsEmpty());
}

TEST_F(LanguagesTest, NeedTheWholeFolderThatTheLayoutExpects) {
  const Layout deep("docs/{path}", "i18n/{lang}/current/{path}", "en");
  EXPECT_THAT(
      languages({"docs/x.md", "i18n/ko/current/x.md", "i18n/ja/other/x.md", "i18n/fr/current"},
                deep),
      ElementsAre("ko"));
}

TEST_F(LanguagesTest, MayLieBesideTheSourcesFolderOrBelowIt) {
  const Layout below("docs/{path}", "docs/{lang}/{path}", "en");
  EXPECT_THAT(languages({"docs/x.md", "docs/ko/x.md", "docs/images/x.png"}, below),
              ElementsAre("ko"));
}

TEST_F(LanguagesTest, WithoutTheFolderThereAreNone) {
  EXPECT_THAT(languages({"x.md"}, content_), IsEmpty());
}

}  // namespace
}  // namespace l10n_drift
