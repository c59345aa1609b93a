#include "plan/language_folders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Paths = std::vector<std::string>;

class LanguageFoldersTest : public testing::Test {
 protected:
  static std::vector<Change> files(const Paths& paths) {
    std::vector<Change> changes;
    for (const std::string& path : paths) changes.push_back(write_file(path, "1"));
    return changes;
  }

  // What is found where the base has the files of one tree and the branch those of another.
  LanguageFolders find(const Layout& layout, const Config& config = {}, const Paths& asked = {},
                       bool all = true) {
    const ScratchRepository scratch(history_);
    const Repository repository = scratch.open();
    const ResolvedRevision base = repository.resolve("main");
    const ResolvedRevision branch = repository.find("other").value_or(base);
    return find_language_folders(repository.objects(), layout, config,
                                 {.base = base, .branch = branch, .asked = asked, .all = all});
  }

  void main_has(const Paths& paths) {
    history_.commit("A", {}, files(paths));
    history_.point("refs/heads/main", "A");
  }

  History history_;
  const Layout among_ = Layout("docs/{path}", "docs/{lang}/{path}", "en");
  const Layout beside_ = Layout("content/en/{path}", "content/{lang}/{path}", "en");
};

TEST_F(LanguageFoldersTest, AmongTheSourcesPagesTell) {
  struct Case {
    const char* name;
    Paths paths;  // Below docs/.
    Paths languages;
    Paths left_aside;
  };
  const std::vector<Case> cases = {
      {"a section that is translated", {"api/i.md", "zh/api/i.md"}, {"zh"}, {"api"}},
      {"a page that stands", {"a.md", "ko/a.md", "cli/b.md"}, {"ko"}, {"cli"}},
      {"an index page", {"index.md", "ko/index.md", "faq/index.md"}, {"ko"}, {"faq"}},
      {"an index page among others", {"index.md", "ml/index.md", "ml/a.md", "ml/b.md"}, {}, {"ml"}},
      {"one page of several, common code", {"a.md", "ko/a.md", "ko/b.md", "ko/c.md"}, {"ko"}, {}},
      {"one page of several, other code",
       {"a.md", "sdk/a.md", "sdk/b.md", "sdk/c.md"},
       {},
       {"sdk"}},
      {"half of the pages, other code", {"a.md", "fil/a.md", "fil/b.md"}, {"fil"}, {}},
      {"index pages do not help other codes",
       {"index.md", "a.md", "cli/index.md", "cli/a.md", "cli/b.md", "cli/c.md"},
       {},
       {"cli"}},
      {"other code, translated", {"a.md", "cli/a.md", "ko/a.md", "ko/cli/a.md"}, {"ko"}, {"cli"}},
      {"common code, translated",
       {"index.md", "a.md", "io/index.md", "ko/a.md", "ko/io/index.md"},
       {"ko"},
       {"io"}},
      {"a section's own translation",
       {"a.md", "api/x.md", "api/zh/a.md", "zh/a.md"},
       {"zh"},
       {"api"}},
      {"sections and their translations, crosswise",
       {"api/i.md", "api/zh/i.md", "zh/api/i.md", "zh/i.md"},
       {"zh"},
       {"api"}},
      {"a language within another", {"a.md", "ko/a.md", "zh/a.md", "ko/zh/a.md"}, {"ko", "zh"}, {}},
      {"pictures tell nothing beside prose", {"a.png", "ui/a.png", "ui/b.md"}, {}, {"ui"}},
      {"without prose all files tell", {"a.json", "ko/a.json", "api/b.json"}, {"ko"}, {"api"}},
      {"forms",
       {"a.md", "pt_BR/a.md", "zh-Hant/a.md", "es-419/a.md"},
       {"es-419", "pt_BR", "zh-Hant"},
       {}},
      {"the sources' language", {"a.md", "en/a.md"}, {}, {}},
  };
  for (const Case& c : cases) {
    history_ = {};
    Paths paths;
    for (const std::string& path : c.paths) paths.push_back("docs/" + path);
    main_has(paths);
    const LanguageFolders found = find(among_);
    EXPECT_EQ(found.languages, c.languages) << c.name;
    Paths left_aside;
    for (const LeftAside& folder : found.left_aside) left_aside.push_back(folder.folder.substr(5));
    EXPECT_EQ(left_aside, c.left_aside) << c.name;
    for (const std::string& path : paths) {
      if (!found.layout.is_translation(path)) continue;
      EXPECT_TRUE(found.layout.is_source(found.layout.source_of(path))) << c.name << ": " << path;
    }
  }
}

TEST_F(LanguageFoldersTest, BesideTheSourcesACommonCodeOrOnePageIsEnough) {
  main_has({"content/en/a.md", "content/ko/a.md", "content/fil/a.md", "content/fil/b.md",
            "content/fil/c.md", "content/img/a.svg", "content/io/b.md", "content/jp/b.md"});
  EXPECT_THAT(find(beside_).languages, ElementsAre("fil", "io", "ko"));
  EXPECT_EQ(find(beside_).left_aside.size(), 2u);
  EXPECT_THAT(find(beside_, {}, {"jp"}).languages, ElementsAre("fil", "io", "jp", "ko"));
  EXPECT_THAT(find(beside_, {}, {"jp"}, false).left_aside, IsEmpty()) << "not looked at";
}

TEST_F(LanguageFoldersTest, TheBaseTellsOfTheBranchAndTheBranchOfTheBase) {
  history_.commit("A", {}, files({"docs/a.md", "docs/ko/a.md", "docs/io/b.md"}));
  history_.commit("B", {}, files({"docs/c.md", "docs/fr/a.md", "docs/io/c.md"}));
  history_.point("refs/heads/main", "A");
  history_.point("refs/heads/other", "B");
  const LanguageFolders found = find(among_);
  EXPECT_THAT(found.languages, ElementsAre("fr", "io")) << "those with a folder on the branch";
  EXPECT_FALSE(found.layout.is_source("docs/ko/a.md")) << "which is one all the same";
}

TEST_F(LanguageFoldersTest, HistoryTellsOfLanguagesWhoseSourcesMoved) {
  history_.commit("A", {}, files({"docs/a.md", "docs/ko/a.md", "docs/io/a.md", "docs/cli/a.md"}));
  history_.commit("B", {"A"},
                  {write_file("docs/io/a.md", "2"), remove_file("docs/a.md"),
                   write_file("docs/guide/a.md", "1")});
  history_.point("refs/heads/main", "B");
  EXPECT_THAT(find(among_).languages, ElementsAre("ko"));
}

TEST_F(LanguageFoldersTest, TheConfigurationSettlesIt) {
  main_has({"docs/a.md", "docs/ko/a.md", "docs/api/b.md", "docs/fr/a.md"});
  Config config;
  config.languages = {"ko", "api", "zh", "en"};
  const LanguageFolders found = find(among_, config);
  EXPECT_THAT(found.languages, ElementsAre("api", "ko"));
  ASSERT_EQ(found.left_aside.size(), 2u);
  EXPECT_EQ(found.left_aside[0].folder, "docs/fr");
  EXPECT_THAT(found.left_aside[0].reason, HasSubstr("does not have it"));
  EXPECT_EQ(found.left_aside[1].folder, "docs/zh");
  EXPECT_THAT(found.left_aside[1].reason, HasSubstr("no such folder"));
  EXPECT_TRUE(found.layout.is_source("docs/fr/a.md"));
}

TEST_F(LanguageFoldersTest, AskingIsEnoughForACommonCodeThatNoLanguageHasAsAFolder) {
  main_has({"docs/a.md", "docs/ko/a.md", "docs/ko/io/x.md", "docs/io/x.md", "docs/fr/b.md",
            "docs/api/b.md"});
  EXPECT_THAT(find(among_).languages, ElementsAre("ko"));
  EXPECT_THAT(find(among_, {}, {"fr", "io", "api"}).languages, ElementsAre("fr", "ko"));
}

TEST_F(LanguageFoldersTest, ReasonsSayWhatWasSeen) {
  main_has({"docs/index.md", "docs/a.md", "docs/ko/a.md", "docs/ko/app/x.md", "docs/app/x.md",
            "docs/faq/index.md", "docs/cli/x.md", "docs/cli/y.md", "docs/one/x.md", "docs/sdk/a.md",
            "docs/sdk/x.md", "docs/sdk/y.md"});
  Paths reasons;
  for (const LeftAside& each : find(among_).left_aside) {
    reasons.push_back(each.folder + ": " + each.reason);
  }
  EXPECT_THAT(reasons,
              ElementsAre("docs/app: it is a section of the sources, as 'docs/ko' has a folder of "
                          "that name",
                          "docs/cli: none of its 2 pages stands in the source, too",
                          "docs/faq: of its pages, only index pages stand in the source, too",
                          "docs/one: its page does not stand in the source, too",
                          "docs/sdk: only 1 of its 3 pages stands in the source, too, and its code "
                          "is none of ISO 639-1"));
}

}  // namespace
}  // namespace l10n_drift
