#include "plan/named_pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "plan/plan_fixture.h"

namespace l10n_drift {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

using Names = std::vector<std::string>;

// ---- The name that was meant ----

TEST(NearestPath, IsAFileOfNearlyThatNameBesideItElseOneOfThatVeryNameNearby) {
  struct Row {
    const char* path;
    Names candidates;
    std::optional<std::string> nearest;
  };
  const Row rows[] = {
      {"a/install.md", {"a/instal.md", "a/other.md"}, "a/instal.md"},
      {"a/install.md", {"b/install.md"}, "b/install.md"},
      {"a/install.md", {"a/instal.md", "b/install.md"}, "a/instal.md"},
      {"a/b/install.md", {"a/c/install.md", "x/y/z/install.md"}, "a/c/install.md"},
      {"a/install.md", {"b/instal.md"}, {}},
      {"a/install.md", {"a/b/instal.md"}, {}},
      {"a/install.md", {"a/zzz.md"}, {}},
      {"a/install.md", {}, {}},
      {"install.md", {"instal.md"}, "instal.md"},
      {"a/b/c/d/x.md", {"a/b/c/d/quite another page.md"}, {}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(nearest_path(row.path, row.candidates), row.nearest)
        << row.path << " in " << testing::PrintToString(row.candidates);
  }
}

// ---- The pages that a path names ----

//     content/ko/a.md    content/ko/sub/b.md    content/ko/sub.md    content/ja/a.md
class NamedPagesTest : public testing::Test {
 protected:
  NamedPagesTest() {
    History history;
    history.commit("A", {},
                   {write_file("content/en/a.md", "1"), write_file("content/ko/a.md", "1"),
                    write_file("content/ko/sub/b.md", "1"), write_file("content/ko/sub.md", "1"),
                    write_file("content/ja/a.md", "1"), write_file("content/ko/out.md", "1"),
                    write_symlink("content/ko/link.md", "a.md"), write_file("README.md", "1")});
    history.point("refs/heads/main", "A");
    scratch_.import(history);
    std::filesystem::create_directories(scratch_.at("content/ko/sub"));
  }

  // The repository as it is opened from a folder of the work tree.
  Repository from(const std::string& folder) const {
    return Repository::open({.path = folder.empty() ? scratch_.path() : scratch_.at(folder)});
  }

  // What `use` makes of a repository, its plan and the pages that the globs let in.
  template <typename Use>
  static auto with_pages(const Repository& repository, Use use) {
    PlanRequest request;
    request.languages = {"all"};
    request.exclude = {"content/en/out.md"};
    const Plan plan = make_plan(repository, request).plan;
    const std::vector<Page> pages = considered_pages(plan, list_pages(repository.objects(), plan));
    return use(plan, pages);
  }

  Names below(const std::string& named, const std::string& folder = "") const {
    const Repository repository = from(folder);
    return with_pages(repository, [&](const Plan& plan, const std::vector<Page>& pages) {
      Names paths;
      for (const Page* const found : pages_below(repository, plan, pages, named)) {
        paths.push_back(found->path);
      }
      return paths;
    });
  }

  std::string error_of(const std::string& named) const {
    return error_text([&] { below(named); });
  }

  ScratchRepository scratch_;
};

TEST_F(NamedPagesTest, APathIsMeantFromTheFolderOfTheUserThenFromTheRoot) {
  EXPECT_EQ(possible_paths(from("content/ko"), "a.md"), (Names{"content/ko/a.md", "a.md"}));
  EXPECT_EQ(possible_paths(from("content/ko/sub"), "../a.md").front(), "content/ko/a.md");
  EXPECT_EQ(possible_paths(from(""), "./content//ko/a.md").front(), "content/ko/a.md");
  EXPECT_EQ(possible_paths(from("content/ko"), scratch_.at("content/ja/a.md")),
            (Names{"content/ja/a.md"}))
      << "an absolute path can be meant in one way only";
  EXPECT_THAT(below("a.md", "content/ko"), ElementsAre("content/ko/a.md"));
  EXPECT_THAT(below("b.md", "content/ko/sub"), ElementsAre("content/ko/sub/b.md"));
  EXPECT_THAT(below("content/ja/a.md", "content/ko"), ElementsAre("content/ja/a.md"));
  EXPECT_THAT(below(scratch_.at("content/ko/a.md")), ElementsAre("content/ko/a.md"));
}

TEST_F(NamedPagesTest, AFolderNamesAllPagesBelowItAndAPageItself) {
  EXPECT_THAT(below("content/ko"),
              ElementsAre("content/ko/a.md", "content/ko/sub.md", "content/ko/sub/b.md"));
  EXPECT_EQ(below("content/ko/"), below("content/ko"));
  EXPECT_THAT(below("content/ko/sub"), ElementsAre("content/ko/sub/b.md"));
  EXPECT_THAT(below("content/ko/a.md"), ElementsAre("content/ko/a.md"));
  EXPECT_THAT(below("."), ElementsAre("content/ja/a.md", "content/ko/a.md", "content/ko/sub.md",
                                      "content/ko/sub/b.md"));
  EXPECT_THAT(below(".", "content/ko/sub"), ElementsAre("content/ko/sub/b.md"));
  EXPECT_THAT(below("sub", "content/ko"), ElementsAre("content/ko/sub/b.md"));
  EXPECT_THAT(below("content/ja", "content/ko"), ElementsAre("content/ja/a.md"))
      << "there is no content/ko/content/ja";
  EXPECT_THAT(error_text([&] { below("content/k"); }), HasSubstr("no translation 'content/k'"))
      << "half a name is none";
}

TEST_F(NamedPagesTest, AHintSaysWhichPathWasMeant) {
  EXPECT_THAT(error_of("content\\ko\\a.md"), HasSubstr("did you mean 'content/ko/a.md'?"));
  EXPECT_THAT(error_of(".\\content\\ko\\sub\\b.md"),
              HasSubstr("did you mean 'content/ko/sub/b.md'?"));
  EXPECT_THAT(error_of("b.md"), HasSubstr("did you mean 'content/ko/sub/b.md'?"));
  EXPECT_THAT(error_of("a.md"), HasSubstr("each of these has that name: content/ja/a.md, "
                                          "content/ko/a.md"));
  EXPECT_THAT(error_of("content/fr/a.md"),
              HasSubstr("'content/en/a.md' has no translation into fr; it has content/ja/a.md, "
                        "content/ko/a.md"));
  EXPECT_THAT(error_of("content/ja/sub/b.md"),
              HasSubstr("'content/en/sub/b.md' has no translation into ja; it has "
                        "content/ko/sub/b.md"));
  for (const std::string path :
       {"nothing.md", "content\\ko\\nothing-like-it.md", "content/ja/zzz.md"}) {
    EXPECT_THAT(error_of(path), AllOf(Not(HasSubstr("did you")), Not(HasSubstr("has")))) << path;
  }
}

TEST_F(NamedPagesTest, TheErrorSaysWhatTheNamedPathIs) {
  EXPECT_THAT(error_of("content/ko/aa.md"),
              AllOf(HasSubstr("no translation 'content/ko/aa.md' on 'main'"),
                    HasSubstr("did you mean 'content/ko/a.md'?")));
  EXPECT_THAT(error_of("content/fr/nothing-like-it.md"), Not(HasSubstr("did you mean")));
  EXPECT_EQ(error_of("content/en/a.md"),
            "'content/en/a.md' is a source, not a translation | its translations: "
            "content/ja/a.md, content/ko/a.md");
  EXPECT_EQ(error_of("content/en/"),
            "'content/en/' is a folder of sources, not of translations | its translations: "
            "content/ja, content/ko");
  for (const std::string path : {"content/ko/out.md", "content/ko/link.md"}) {
    EXPECT_THAT(error_of(path), HasSubstr('\'' + path + "' is left out")) << path;
  }
  EXPECT_THAT(error_of("README.md"), HasSubstr("no translation 'README.md'"));
}

}  // namespace
}  // namespace l10n_drift
