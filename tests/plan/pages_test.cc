#include "plan/pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "plan/languages.h"
#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class PagesTest : public testing::Test {
 protected:
  // `base` holds the sources, `branch` the translations; what each has of the other's is older.
  PagesTest() {
    const std::string commit(40, '1');
    History history;
    history.commit(
        "base", {},
        {write_file("content/en/a.md", "new"), write_file("content/en/b.html", "1"),
         write_file("content/en/d/c.md", "1"), write_symlink("content/en/link.md", "a.md"),
         write_file("content/ko/only-on-base.md", "1"), write_file("README.md", "1")});
    history.commit(
        "branch", {},
        {write_file("content/en/a.md", "old"), write_file("content/en/old.md", "1"),
         write_file("content/ko/a.md", "1"), write_file("content/ko/own.md", "1"),
         write_file("content/ko/b.html", "1"), write_file("content/ja/d/c.md", "1"),
         write_submodule("content/ko/module", commit), write_symlink("content/ja/link.md", "x"),
         write_file("content/fr", "no folder"), write_file("content/notes/x.md", "no language")});
    history.point("refs/heads/main", "base");
    scratch_.import(history);
  }

  static Plan make(const Repository& repository, const std::vector<std::string>& languages,
                   PlanRequest request = {}) {
    request.comparison.base = "base";
    request.comparison.branch = "branch";
    request.languages = languages;
    return make_plan(repository, request).plan;
  }

  Pages list(const std::vector<std::string>& languages) {
    const Repository repository = scratch_.open();
    return list_pages(repository.objects(), make(repository, languages));
  }

  static std::vector<std::string> sources_of(const Pages& pages) {
    std::vector<std::string> paths;
    for (const auto& [path, entry] : pages.sources) paths.push_back(path);
    return paths;
  }

  // "TRANSLATION of SOURCE".
  static std::vector<std::string> lines_of(const std::vector<Page>& pages) {
    std::vector<std::string> lines;
    for (const Page& page : pages) lines.push_back(page.path + " of " + page.source);
    return lines;
  }

  ScratchRepository scratch_;
};

TEST_F(PagesTest, SourcesAreTheBasesAndTranslationsTheBranches) {
  const Pages pages = list({"all"});
  EXPECT_THAT(sources_of(pages),
              ElementsAre("content/en/a.md", "content/en/b.html", "content/en/d/c.md"));
  EXPECT_THAT(lines_of(pages.translations), ElementsAre("content/ja/d/c.md of content/en/d/c.md",
                                                        "content/ko/a.md of content/en/a.md",
                                                        "content/ko/b.html of content/en/b.html",
                                                        "content/ko/own.md of content/en/own.md"));
  EXPECT_EQ(pages.sources.at("content/en/a.md").id, scratch_.id("base:content/en/a.md"));
  EXPECT_EQ(pages.translations[1].language, "ko");
  EXPECT_EQ(pages.translations[1].entry.id, scratch_.id("branch:content/ko/a.md"));
}

TEST_F(PagesTest, LinksAndSubmodulesAreSkippedAndNamed) {
  EXPECT_THAT(list({"all"}).skipped,
              ElementsAre("content/en/link.md", "content/ja/link.md", "content/ko/module"));
  EXPECT_THAT(list({"ko"}).skipped, ElementsAre("content/en/link.md", "content/ko/module"));
}

TEST_F(PagesTest, GlobsAreAboutTheSourcesPathAndHideNoPageFromTheRest) {
  PlanRequest request;
  request.include = {"content/en/*.md"};
  request.exclude = {"own.md", "link.md"};
  const Repository repository = scratch_.open();
  const Plan plan = make(repository, {"ko"}, request);
  const Pages pages = list_pages(repository.objects(), plan);
  EXPECT_THAT(lines_of(considered_pages(plan, pages)),
              ElementsAre("content/ko/a.md of content/en/a.md"));
  EXPECT_THAT(pages.skipped, IsEmpty());
  const Pages all = list({"ko"});
  EXPECT_EQ(sources_of(pages), sources_of(all));
  EXPECT_EQ(lines_of(pages.translations), lines_of(all.translations));
  EXPECT_THAT(pages.linked_sources, ElementsAre("content/en/link.md"));
}

TEST_F(PagesTest, LanguagesAreTheFoldersThatHaveTheFormOfOne) {
  const Layout layout("content/en/{path}", "content/{lang}/{path}", "en");
  EXPECT_THAT(find_languages(scratch_.objects(), scratch_.tree("branch"), layout),
              ElementsAre("ja", "ko"));
  const Layout deeper("content/en/{path}", "content/{lang}/d/{path}", "en");
  EXPECT_THAT(find_languages(scratch_.objects(), scratch_.tree("branch"), deeper),
              ElementsAre("ja"));
  const Layout elsewhere("en/{path}", "{lang}/{path}", "en");
  EXPECT_THAT(find_languages(scratch_.objects(), scratch_.tree("branch"), elsewhere), IsEmpty());
}

}  // namespace
}  // namespace l10n_drift
