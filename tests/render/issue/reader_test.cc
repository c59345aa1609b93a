#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "l10n_drift/issue.h"
#include "render/issue/marker.h"
#include "render/sample_report.h"
#include "support/error_text.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// "b.md" is in another section than "a.md".
Report small_report() {
  return make_report(
      {sample_file("a.md", Status::kOutdated), sample_file("b.md", Status::kDeleted)});
}

std::string body(const PreviousIssue& previous = {}) {
  return render_issue_parts(small_report(), {}, previous, 0).front();
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

PreviousIssue read(const std::string& text) { return read_issue({{"body.md", text}}); }

std::string regenerated(const std::string& text) { return body(read(text)); }

std::string error(const std::vector<IssueText>& texts) {
  return error_text([&] { read_issue(texts); });
}

std::string error(const std::string& text) { return error({{"body.md", text}}); }

const std::string kSecondPiece = "<!-- l10n-drift-begin: D -->\n";

TEST(IssueReader, ReadsBackWhatWasWritten) {
  const PreviousIssue previous = read(body());
  EXPECT_EQ(previous.language, "ko");
  ASSERT_THAT(previous.files, SizeIs(2));
  EXPECT_EQ(previous.files[0].path, "content/ko/a.md");
  EXPECT_THAT(previous.files[0].labels, ElementsAre("M1"));
  EXPECT_FALSE(previous.files[0].ticked);
  EXPECT_EQ(regenerated(body()), body());
}

TEST(IssueReader, TakesBlankTextForNoBody) {
  for (const char* text : {"", "\n", " \r\n\t\n"}) {
    const PreviousIssue previous = read(text);
    EXPECT_THAT(previous.files, IsEmpty());
    EXPECT_EQ(body(previous), body());
  }
}

TEST(IssueReader, FindsTicksOnLinesThatPeopleHaveMovedAndWrittenOn) {
  struct Case {
    const char* line;
    bool ticked;
  };
  const Case cases[] = {
      {"1. [x] M1. `content/en/a.md`", true},
      {"17. [X] M1. anything", true},
      {"  3) [x] M1. `content/en/a.md` (@name)", true},
      {"- [x] M1. `content/en/a.md`", true},
      {"* [x] M1. `content/en/a.md`", true},
      {" + [x] M1. `content/en/a.md`", true},
      // The id is made to look otherwise.
      {"1. [x] ~~M1. `content/en/a.md`~~", true},
      {"1. [x] **M1.** `content/en/a.md`", true},
      {"1. [x] **M1**. `content/en/a.md`", true},
      {"1. [x] __M1__. anything", true},
      {"1. [x] ~~**M1**~~. anything", true},
      {"1. [x] <ins>M1</ins>. anything", true},
      {"1. [x] `M1`. anything", true},
      {"1. [x] [M1](https://example.org/pull/2). anything", true},
      {"1. [x] [**M1**](https://example.org/pull/2). anything", true},
      {"1. [x] [M1. anything](https://example.org/pull/2)", true},
      {"1. ~~[x] M1. anything~~", true},
      // Other blanks.
      {"1.[x]M1.`content/en/a.md`", true},
      {"1.\t[ x ]   M1 .  anything", true},
      {"1. [x]\u00A0M1. anything\r", true},
      {"- [x] @kim M1. anything", true},
      {"- [x] (kim) M1. anything", true},
      {"- [x] M1: anything", true},
      {"- [x] m1. anything", true},
      {"- [x] M1 - anything", true},
      {" - [x] M1. anything", true},
      // The id is no more where it was: the path tells.
      {"1. [x] `content/en/a.md`", true},
      {"* [x] content/en/a.md", true},
      {"- [X] [content/en/a.md](https://example.org/blob/main/content/en/a.md)", true},
      {"- [x] [`content/en/a.md`](https://example.org/pull/2): done", true},
      {"1. [x] @name took content/en/a.md.", true},
      {"1. [x] _content/en/a.md_", true},
      {"1. [x] content/en/a.md는 @name", true},
      {"1. [x] - M1. `content/en/a.md`", true},
      {"1. [x] M1 `content/en/a.md`", true},
      {"1. [x] (M1) `content/en/a.md`", true},
      {"1. [x] M11. `content/en/a.md`", true},
      {"1. [x] `content/en/a.md` -> `content/en/b.md`", true},
      // Another item, or none.
      {"1. [x] `content/en/b.md` -> `content/en/a.md`", false},
      {"1. [x] D1. `content/en/a.md`", false},
      {"1. [x] `content/en/a.md.orig`", false},
      {"1. [x] `docs/content/en/a.md`", false},
      {"1. [x] https://example.org/content/en/a.md", false},
      {"1. [x] `content/en/aa.md`", false},
      {"1. [ ] M1. `content/en/a.md`", false},
      {"1. [ ] `content/en/a.md`", false},
      {"1. [] M1. `content/en/a.md`", false},
      {"1. [x] M1 is mine", true},
      {"1. [x] M1.5 is not it", false},
      {"1. [x] See M1. anything", true},
      {"   - [x] M1. in a list below an item", false},
      {"   - [x] `content/en/a.md`", false},
      {"> 1. [x] M1. `content/en/a.md`", false},
      {"1. M1. [x] `content/en/a.md`", false},
      {"[x] M1. `content/en/a.md`", false},
      {"`content/en/a.md`", false},
      {"", false},
  };
  for (const Case& c : cases) {
    const std::string text = replaced(body(), "- [ ] M1. `content/en/a.md`", c.line);
    const bool ticked = regenerated(text).find("\n- [x] M1. `content/en/a.md`") != text.npos;
    EXPECT_EQ(ticked, c.ticked) << c.line;
  }
}

TEST(IssueReader, APathTellsTheItemThoughOtherItemsLostTheirIdsToo) {
  const Report report = make_report({sample_file("_index.md", Status::kOutdated),
                                     sample_file("docs/_index.md", Status::kOutdated),
                                     sample_file("docs/a b [1].md", Status::kOutdated),
                                     sample_file("한국어.md", Status::kOutdated)});
  std::string text = render_issue_parts(report, {}, {}, 0).front();
  const std::string expected = text;
  for (const char* label : {"] M1. ", "] M2. ", "] M3. ", "] M4. "})
    text = replaced(text, label, "] ");
  EXPECT_EQ(render_issue_parts(report, {}, read(text), 0).front(), expected);
  for (const char* path : {"content/en/_index.md", "content/en/docs/_index.md",
                           "content/en/docs/a b [1].md", "content/en/한국어.md"}) {
    const std::string item = std::string("`") + path + "`";
    const std::string ticked = replaced(text, "[ ] " + item, "[x] " + item);
    const std::string next = render_issue_parts(report, {}, read(ticked), 0).front();
    EXPECT_THAT(next, testing::ContainsRegex("\\[x\\] M[1-4]. ")) << path;
    EXPECT_EQ(next.find("[x]"), next.rfind("[x]")) << path;
    EXPECT_EQ(next.substr(next.find("[x]") + 8, item.size()), item);
  }
}

TEST(IssueReader, TicksOutsideOfItsPiecesAreNone) {
  EXPECT_FALSE(read("1. [x] M1. mine\n" + body()).files.front().ticked);
}

TEST(IssueReader, KeepsWhatPeopleWroteWhereTheyWroteIt) {
  const std::string before = "Hello\n\n* `x`\t\r\n";
  const std::string text = before + replaced(body(), kSecondPiece, "between\r\n" + kSecondPiece) +
                           "after 1. [x] M1.\n\uFFFD\n";
  const std::string again = regenerated(text);
  EXPECT_EQ(again, text);
  EXPECT_EQ(regenerated(again), again);
}

// The list is ours. What people wrote into it stands below it from then on, in their words.
TEST(IssueReader, WhatPeopleWroteIntoAListStandsBelowItOnce) {
  const std::string item = "- [ ] M1. `content/en/a.md`\n";
  struct Case {
    const char* line;   // In place of the item.
    const char* below;  // What stands below the section then.
  };
  const Case cases[] = {
      {"- [ ] M1. `content/en/a.md` @kim\n", "- M1: @kim\n"},
      {"- [ ] @kim M1. `content/en/a.md`\n", "- M1: @kim\n"},
      {"- [ ] (kim) M1: `content/en/a.md`\n", "- M1: (kim)\n"},
      {"- [ ] @kim m1. `content/en/a.md` until Friday\n", "- M1: @kim ... until Friday\n"},
      {"- [ ] ~~M1. `content/en/a.md`~~ see #12\n", "- M1: see #12\n"},
      {"- [ ] M1. is mine\n", "- M1: M1. is mine\n"},
      {"- [ ] `content/en/a.md`\n", ""},
      {"- [ ] @kim: `content/en/a.md`\n", "- @kim:\n"},
      {"- [ ] M1. `content/en/a.md`\n  Ask Lee first.\n", "  Ask Lee first.\n"},
      {"Please, whole folders.\n\n- [ ] M1. `content/en/a.md`\n", "Please, whole folders.\n"},
      // What makes text bold or a link adds no words.
      {"- [ ] **M1**. `content/en/a.md`\n", ""},
      {"- [ ] ~~M1. `content/en/a.md`~~\n", ""},
      {"- [ ] [M1](https://example.org/pull/2). `content/en/a.md`\n", ""},
      {"* [ ] M1. `content/en/a.md`\n", ""},
  };
  for (const Case& c : cases) {
    const std::string next = regenerated(replaced(body(), item, c.line));
    const std::string below(c.below);
    const std::string expected =
        below.empty() ? body()
                      : replaced(body(), "<!-- l10n-drift-end -->\n\n" + kSecondPiece,
                                 "<!-- l10n-drift-end -->\n\n" + below + "\n" + kSecondPiece);
    EXPECT_EQ(next, expected) << c.line;
    EXPECT_EQ(regenerated(next), next) << "once, of " << c.line;
  }
}

// Half of the comments around a piece, or words before them.
TEST(IssueReader, ABodyWhoseCommentsAreDamagedIsRepaired) {
  const std::string begin = "<!-- l10n-drift-begin: M -->\n";
  const std::string end = "<!-- l10n-drift-end -->\n";
  const std::string heading = "### 1 file to be modified\n\n";
  const std::string item = "- [ ] M1. `content/en/a.md`\n";
  struct Case {
    const char* what;
    std::string from;
    std::string to;
    const char* words;  // Of people, which have to be there.
  };
  const Case cases[] = {
      {"no end", item + "\n" + end, item + "\n", ""},
      {"no beginning", begin, "", ""},
      {"two ends", begin, "<!-- l10n-drift-end -->\n", ""},
      {"no comment at all", begin + heading + item + "\n" + end, heading + item + "\n", ""},
      {"none, and words", begin + heading + item + "\n" + end, "mine\n" + heading + item, "mine"},
      {"a blank before the end", item + "\n" + end, item + "\n " + end, ""},
      {"a word before the end", item + "\n" + end, item + "\nmine " + end, "mine"},
      {"a word behind the beginning", begin, "<!-- l10n-drift-begin: M --> mine\n", "mine"},
      {"words below a list without its end", item + "\n" + end, item + "\nmine\n", "mine"},
      {"words above one without its beginning", begin, "mine\n", "mine"},
  };
  for (const Case& c : cases) {
    const std::string damaged = replaced(replaced(body(), c.from, c.to), "[ ] M1", "[x] M1");
    const std::string next = regenerated(damaged);
    const std::string ticked = "- [x] M1. `content/en/a.md`\n";
    EXPECT_THAT(next, HasSubstr(begin + "### 1 file to be modified\n\n" + ticked)) << c.what;
    EXPECT_EQ(next.find(ticked), next.rfind(ticked)) << c.what;
    EXPECT_THAT(next, HasSubstr(c.words)) << c.what;
    EXPECT_EQ(next.find("### 1 file to be modified"), next.rfind("### 1 file to be modified"))
        << c.what;
    EXPECT_EQ(regenerated(next), next) << c.what;
  }
}

TEST(IssueReader, KeepsWhatPeopleWroteBelowASectionThatIsGone) {
  const std::string text = replaced(body(), kSecondPiece, "below M\n" + kSecondPiece);
  const Report report = make_report({sample_file("b.md", Status::kDeleted)});
  const std::string next = render_issue_parts(report, {}, read(text), 0).front();
  EXPECT_THAT(next, HasSubstr("<!-- l10n-drift-end -->\n\nbelow M\n<!-- l10n-drift-begin: D -->"));
}

TEST(IssueReader, TakesABodyThatABrowserSentAndAnswersInKind) {
  std::string text;
  for (const char c : body() + "bye\n") text += c == '\n' ? "\r\n" : std::string(1, c);
  EXPECT_EQ(regenerated(text), text);
}

TEST(IssueReader, TakesABodyWithoutItsLastLineEnd) {
  std::string text = body();
  text.pop_back();
  EXPECT_EQ(regenerated(text), body());
  EXPECT_EQ(regenerated(body() + "bye"), body() + "bye\n");
}

TEST(IssueReader, TakesABodyThatAShellHasPutAByteOrderMarkBefore) {
  EXPECT_EQ(regenerated("\xEF\xBB\xBF" + body()), body());
  EXPECT_EQ(regenerated("\xEF\xBB\xBF\r\n"), body()) << "an empty one is no body";
}

TEST(IssueReader, RefusesAnotherEncodingThanGitHubs) {
  std::string wide;
  for (const char c : body()) wide += {c, '\0'};
  std::string swapped;
  for (const char c : body()) swapped += {'\0', c};
  for (const std::string& text : {wide, "\xFF\xFE" + wide, "\xFE\xFF" + swapped}) {
    EXPECT_EQ(
        error(text),
        "cannot take 'body.md' for a previous body: it is in UTF-16, and GitHub has UTF-8 | in "
        "PowerShell, have it written as it is: cmd /c \"gh issue view NUMBER --json body "
        "--jq .body > body.md\"");
  }
  EXPECT_THAT(error(body() + "\n\xB0\xA1 is mine\n"), HasSubstr(": line 52 is not UTF-8"));
}

std::vector<std::string> parts(const PreviousIssue& previous = {}) {
  std::vector<FileReport> files;
  for (char name = 'a'; name <= 'z'; ++name) {
    files.push_back(sample_file(std::string(20, name) + ".md", Status::kOutdated));
  }
  return render_issue_parts(make_report(files), {}, previous, 2500);
}

TEST(IssueReader, TakesPartsJoinedOrOneByOneInAnyOrder) {
  const std::vector<std::string> all = parts();
  ASSERT_THAT(all, SizeIs(3));
  EXPECT_EQ(parts(read(all[0] + all[1] + all[2])), all);
  EXPECT_EQ(parts(read(all[2] + "\n" + all[0] + "\n\n" + all[1])), all);
  EXPECT_EQ(parts(read_issue({{"2", all[1]}, {"", "\n"}, {"1", all[0]}, {"3", all[2]}})), all);
  std::string glued = all[0] + all[1] + all[2];
  while (glued.find("} -->\n<!--") != glued.npos)
    glued = replaced(glued, "} -->\n<!--", "} --><!--");
  EXPECT_EQ(parts(read(glued)), all);
}

TEST(IssueReader, KeepsWhatPeopleWroteIntoEachPart) {
  std::vector<std::string> all = parts();
  ASSERT_THAT(all, SizeIs(3));
  all[0] = "top of 1\n" + all[0] + "end of 1\n";
  all[1] += "end of 2\n";
  all[2] = replaced(all[2], "<!-- l10n-drift: ", "foot of 3\n<!-- l10n-drift: ");
  const std::vector<std::string> next = parts(read(all[0] + all[1] + all[2]));
  ASSERT_THAT(next, SizeIs(3));
  EXPECT_TRUE(next[0].starts_with("top of 1\n<!-- l10n-drift-begin: head -->"));
  EXPECT_TRUE(next[0].ends_with("} -->\nend of 1\n"));
  EXPECT_TRUE(next[1].ends_with("} -->\nend of 2\n"));
  EXPECT_THAT(next[2], HasSubstr("<!-- l10n-drift-end -->\n\nfoot of 3\n<!-- l10n-drift: "));
  EXPECT_EQ(parts(read(all[0] + "\n" + all[1] + "\r\n\n" + all[2])), next);
  // One by one, what stands above a part stays there.
  all[2] = "top of 3\n" + all[2];
  const std::vector<std::string> one_by_one =
      parts(read_issue({{"1", all[0]}, {"2", all[1]}, {"3", all[2]}}));
  EXPECT_TRUE(one_by_one[2].starts_with("top of 3\n<!--"));
  // A part that has nothing to list any more goes, and what people wrote into it stays.
  const PreviousIssue previous = read(all[0] + all[1] + all[2]);
  const Report nothing = make_report({});
  const auto few = render_issue_parts(nothing, {}, previous, 6000);
  ASSERT_THAT(few, SizeIs(1));
  for (const char* text : {"top of 1\n", "end of 1\n", "end of 2\n", "top of 3\n", "foot of 3\n"}) {
    EXPECT_THAT(few[0], HasSubstr(text));
    EXPECT_EQ(few[0].find(text), few[0].rfind(text));
  }
  EXPECT_EQ(render_issue_parts(nothing, {}, read(few[0]), 6000), few);
  const std::string whole = render_issue_parts(nothing, {}, previous, 0).front();
  for (const char* text : {"top of 1\n", "end of 1\n", "end of 2\n", "top of 3\n", "foot of 3\n"}) {
    EXPECT_THAT(whole, HasSubstr(text));
  }
}

TEST(IssueReader, RefusesWhatIsNoBodyOfOurs) {
  EXPECT_EQ(error("# A list\n\n1. [ ] M1. `a.md`\n"),
            "cannot take 'body.md' for a previous body: it has no marker of l10n-drift | "
            "leave out --previous for the first body");
}

TEST(IssueReader, RefusesMarkersThatSomebodyHasSpoilt) {
  struct Case {
    const char* from;
    const char* to;
    const char* error;
  };
  const Case cases[] = {
      {"begin: M -->", "begin: M", "line 17 is a marker without an end"},
      {"<!-- l10n-drift: ", "<!-- ", "the marker is missing"},
      {"{\"base\"", "{base", "'body.md', line 50: the marker is spoilt: it is no JSON object"},
      {"\"language\":\"ko\",", "", "it has no 'language'"},
      {"\"language\":\"ko\"", "\"language\":1", "'language' is of the wrong type"},
      {"\"part\":1", "\"part\":-1", "'part' is of the wrong type"},
      {"\"part\":1", "\"part\":1000000", "'part' is no number that we wrote"},
      {"\"part\":1", "\"part\":2", "the previous body lacks part 1 of 2"},
      {"\"highest\":{\"D\"", "\"highest\":{\"X\"", "'highest' has an unknown letter"},
      {"\"ids\":{", "\"ids\":{\"x\":1,", "'ids' has something that is no folder"},
      {"\"ids\":{", "\"ids\":{\"x\":{\"y\":1},", "'ids' has an entry that is no text"},
      {"\"M1 ", "\"", "it has a file without an id"},
      {"\"M1 ", "\"M01 ", "it has an entry that we did not write"},
      {"\"M1 ", "\"M1 @name ", "it has an entry that we did not write"},
      {"\"M1 ", "\"M1234567 ", "it has an entry that we did not write"},
  };
  for (const Case& c : cases) {
    EXPECT_THAT(error(replaced(body(), c.from, c.to)), HasSubstr(c.error)) << c.from << c.to;
  }
  EXPECT_THAT(error(body() + kSecondPiece), HasSubstr("the marker is missing"));
  // Without the marks of our lines nobody can tell which are ours.
  const std::string json = body().substr(body().find("\"lines\":"));
  const std::string former = replaced(body(), "," + json.substr(0, json.find('}')), "");
  EXPECT_EQ(regenerated(former), body());
  EXPECT_THAT(error(replaced(former, "<!-- l10n-drift-end -->\n\n", "")),
              HasSubstr("begins a piece within another"));
  EXPECT_THAT(error(replaced(former, "<!-- l10n-drift-begin: M -->\n", "")),
              HasSubstr("ends a piece that has no beginning"));
  EXPECT_THAT(error(body() + body()), HasSubstr("the previous body has part 1 twice"));
}

TEST(IssueReader, RefusesPartsThatDoNotBelongTogether) {
  const std::vector<std::string> all = parts();
  EXPECT_THAT(error({{"1", all[0]}, {"3", all[2]}}),
              HasSubstr("the previous body lacks part 2 of 3"));
  EXPECT_THAT(error(all[0] + all[1]), HasSubstr("the previous body lacks part 3 of 3"));
  const std::string other = replaced(all[1], "\"language\":\"ko\"", "\"language\":\"ja\"");
  EXPECT_THAT(error(all[0] + other + all[2]), HasSubstr("parts of two languages, 'ko' and 'ja'"));
}

TEST(IssueReader, RefusesABodyOfAnotherLanguage) {
  Report report = small_report();
  report.languages = {"ja"};
  EXPECT_EQ(error_text([&] { render_issue_parts(report, {}, read(body()), 0); }),
            "the previous body is about 'ko', and the report about 'ja' | --lang ko");
  report = small_report();
  report.branch.ref = "dev-1.30-ko.1";
  EXPECT_THAT(render_issue_parts(report, {}, read(body()), 0).front(),
              HasSubstr("in the dev-1.30-ko.1 branch"));
}

// As a run leaves it that was cut off between two parts.
TEST(IssueReader, FindsTheTickOfAFileThatTwoPartsList) {
  const std::string first = replaced(body(), "\"parts\":1", "\"parts\":2");
  const std::string second = replaced(first, "\"part\":1", "\"part\":2");
  const auto is_ticked = [](const std::vector<IssueText>& texts) {
    return read_issue(texts).files.front().ticked;
  };
  const std::string ticked = replaced(second, "[ ] M1.", "[x] M1.");
  EXPECT_TRUE(is_ticked({{"1.md", first}, {"2.md", ticked}}));
  EXPECT_FALSE(is_ticked({{"1.md", first}, {"2.md", second}}));
  // That was for another change.
  EXPECT_FALSE(is_ticked({{"1.md", first}, {"2.md", replaced(ticked, "\"M1 0", "\"M1 1")}}));
}

TEST(IssueReader, GivesAnIdThatStandsTwiceToOneFile) {
  const PreviousIssue previous = read(replaced(body(), "\"D1 ", "\"M1 D7 "));
  ASSERT_THAT(previous.files, SizeIs(2));
  EXPECT_THAT(previous.files[0].labels, ElementsAre("M1"));
  EXPECT_THAT(previous.files[1].labels, ElementsAre("D7"));
  EXPECT_EQ(previous.highest.at('D'), 7u);
}

}  // namespace
}  // namespace l10n_drift
