#include "plan/selection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "plan/pages.h"
#include "plan/plan_fixture.h"

namespace l10n_drift {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// Two folders of sources, of which Korean has the first; Japanese has one page.
class SelectionTest : public PlanTest {
 protected:
  SelectionTest() {
    history_.commit("S", {},
                    {write_file("content/en/a/x.md", "1"), write_file("content/en/a/y.md", "1"),
                     write_file("content/en/b/z.md", "1"), write_file("content/ko/a/x.md", "1"),
                     write_file("content/ko/a/y.md", "1"), write_file("content/ko/own.md", "1"),
                     write_file("content/ja/b/z.md", "1")});
    history_.point("refs/heads/main", "S");
    scratch_.import(history_);
  }

  static PlanRequest globs(const std::string& language, const std::vector<std::string>& include,
                           const std::vector<std::string>& exclude = {}) {
    PlanRequest request = in({language});
    request.include = include;
    request.exclude = exclude;
    return request;
  }

  // What is said of no pages; empty if there are some.
  std::string selection_error(const PlanRequest& request,
                              Untranslated untranslated = Untranslated::kNotAsked) {
    const Repository repository = scratch_.open();
    const Plan plan = make_plan(repository, request).plan;
    return error_text(
        [&] { require_selection(plan, list_pages(repository.objects(), plan), untranslated); });
  }

  std::string warnings(const PlanRequest& request) {
    const Repository repository = scratch_.open();
    const Plan plan = make_plan(repository, request).plan;
    std::string text;
    for (const auto& warning :
         warn_of_translation_globs(plan, list_pages(repository.objects(), plan))) {
      text += warning.message + " | " + warning.hint + "\n";
    }
    return text;
  }
};

TEST_F(SelectionTest, GlobsThatLetNoPageInAreAnError) {
  EXPECT_THAT(selection_error(globs("ko", {})), HasSubstr("no error"));
  EXPECT_THAT(selection_error(globs("ko", {"x.md"})), HasSubstr("no error"));
  EXPECT_THAT(selection_error(globs("ko", {"own.md"})), HasSubstr("no error"))
      << "a page without a source";
  EXPECT_THAT(selection_error(globs("ko", {"/a/"})),
              HasSubstr("globs are matched from the root, as '/content/en/' is"));
  EXPECT_THAT(selection_error(globs("ko", {}, {"*"})), HasSubstr("no page is left"));
}

TEST_F(SelectionTest, SourcesAloneAreSomethingOnlyIfTheyAreAskedFor) {
  const PlanRequest request = globs("ko", {"/content/en/b/"});
  EXPECT_THAT(
      selection_error(request),
      AllOf(HasSubstr("in ko: include and exclude let in 1 source, and no translation of it"),
            HasSubstr("--untranslated lists it")));
  EXPECT_THAT(selection_error(request, Untranslated::kAsked), HasSubstr("no error"));
  EXPECT_THAT(
      selection_error(globs("ja", {"/content/en/a/"})),
      AllOf(HasSubstr("let in 2 sources, and no translation of them"), HasSubstr("lists them")));
}

TEST_F(SelectionTest, GlobsOfTranslationsAreTold) {
  for (const auto& [glob, meant] :
       std::vector<std::pair<std::string, std::string>>{{"/content/ko/a/", "/content/en/a/"},
                                                        {"content/ko/a/*.md", "content/en/a/*.md"},
                                                        {"content/ko", "content/en"},
                                                        {"content/ko/**", "content/en/**"}}) {
    const std::string error = selection_error(globs("ko", {glob}));
    EXPECT_THAT(error,
                HasSubstr("'" + glob + "' is of translations; did you mean '" + meant + "'?"));
  }
  // Of a language that is not looked at, and where no source has such a path.
  EXPECT_THAT(selection_error(globs("ko", {"/content/ja/b/"})), HasSubstr("'/content/en/b/'"));
  EXPECT_THAT(selection_error(globs("ko", {"/content/ko/c/"})),
              AllOf(HasSubstr("is of translations"), Not(HasSubstr("did you mean"))));
}

TEST_F(SelectionTest, SoAreThoseBesideGlobsThatDoMatch) {
  EXPECT_EQ(warnings(globs("ko", {"x.md"}, {"y.md"})), "");
  EXPECT_EQ(warnings(globs("ko", {"x.md", "!/content/ko/a/"})), "");
  EXPECT_EQ(
      warnings(globs("ko", {"x.md", "/content/ko/a/y.md"}, {"content/ja/b/"})),
      "globs are of sources, and '/content/ko/a/y.md' in include is of translations | did you "
      "mean '/content/en/a/y.md'?\n"
      "globs are of sources, and 'content/ja/b/' in exclude is of translations | did you mean "
      "'content/en/b/'?\n");
  configure(R"({"ignore": [{"source": "/content/ko/a/x.md", "reason": "r"}]})");
  EXPECT_THAT(warnings(globs("ko", {})), HasSubstr("in ignore is of translations"));
}

TEST_F(SelectionTest, ALayoutOfAnotherSiteHasNoSources) {
  const auto source_error = [&] {
    const Repository repository = scratch_.open();
    const Plan plan = make_plan(repository, in({"ko"})).plan;
    return error_text([&] { require_sources(plan, list_pages(repository.objects(), plan)); });
  };
  EXPECT_THAT(source_error(), HasSubstr("no error"));
  configure(R"({"layout": {"source": "site/en/{path}", "translation": "content/{lang}/{path}"}})");
  EXPECT_THAT(source_error(), AllOf(HasSubstr("no sources on 'main'"),
                                    HasSubstr("looked for them in 'site/en', as 'layout'")));
}

}  // namespace
}  // namespace l10n_drift
