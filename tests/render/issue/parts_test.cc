#include "render/issue/parts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "render/sample_report.h"
#include "support/error_text.h"
#include "text/characters.h"

namespace l10n_drift {
namespace {

using testing::Each;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

std::vector<std::string> cut(const Report& report, std::size_t max_chars,
                             const PreviousIssue& previous = {}, const IssueOptions& options = {}) {
  return render_issue_parts(report, options, previous, max_chars);
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += part;
  return text;
}

PreviousIssue read(const std::vector<std::string>& parts) {
  return read_issue({{"body", joined(parts)}});
}

// As a browser sends it.
std::size_t size_in_browser(const std::string& text) {
  return count_characters(text) +
         static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

Report many_files(std::size_t count) {
  std::vector<FileReport> files;
  for (std::size_t i = 0; i < count; ++i) {
    // Three bytes a character.
    const std::string name = "\xED\x95\x9C\xEA\xB5\xAD" + std::to_string(1000 + i) + ".md";
    files.push_back(sample_file(name, i % 3 == 0 ? Status::kDeleted : Status::kOutdated));
  }
  return make_report(std::move(files));
}

// Whether folds and fences end where they begin.
void expect_whole(const std::string& part) {
  const auto count = [&](const std::string& what) {
    std::size_t found = 0;
    for (std::size_t at = part.find(what); at != part.npos; at = part.find(what, at + 1)) ++found;
    return found;
  };
  EXPECT_EQ(count("<details>"), count("</details>")) << part;
  EXPECT_EQ(count("\n```") % 2, 0u) << part;
  EXPECT_EQ(count("<!-- l10n-drift-begin: "), count("<!-- l10n-drift-end -->")) << part;
  EXPECT_EQ(count("\n<!-- l10n-drift: {"), 1u) << part;
}

TEST(IssueParts, CharactersAreCodePoints) {
  EXPECT_EQ(count_characters(""), 0u);
  EXPECT_EQ(count_characters("a\n"), 2u);
  EXPECT_EQ(count_characters("\xED\x95\x9C\xEA\xB5\xAD"), 2u);
  EXPECT_EQ(count_characters("\xF0\x9F\x8C\x88"), 1u);
}

TEST(IssueParts, ABodyThatFitsIsOnePart) {
  const Report report = many_files(10);
  const std::string whole = cut(report, 0).front();
  EXPECT_THAT(cut(report, size_in_browser(whole)), testing::ElementsAre(whole));
  EXPECT_THAT(cut(report, size_in_browser(whole) - 1), SizeIs(2));
}

TEST(IssueParts, NoPartIsTooLongAndNoneIsBroken) {
  const Report report = many_files(60);
  IssueOptions options;
  options.details = IssueDetails::kStaleBlocks;
  for (const std::size_t max_chars : {1'800u, 2'000u, 2'500u, 3'333u, 5'000u, 8'000u, 20'000u}) {
    const std::vector<std::string> parts = cut(report, max_chars);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      EXPECT_LE(size_in_browser(parts[i]), max_chars);
      expect_whole(parts[i]);
      if (parts.size() == 1) continue;
      const std::string which =
          ", part " + std::to_string(i + 1) + " of " + std::to_string(parts.size()) + ".\n";
      EXPECT_THAT(parts[i], HasSubstr(which));
    }
    EXPECT_EQ(cut(report, max_chars, read(parts)), parts) << max_chars;
  }
}

TEST(IssueParts, TogetherHaveEachFileOnce) {
  const Report report = many_files(60);
  const std::string all = joined(cut(report, 2'000));
  for (const FileReport& file : report.files) {
    const std::size_t at = all.find('`' + file.source + '`');
    ASSERT_NE(at, std::string::npos) << file.source;
    EXPECT_EQ(all.find(". `" + file.source + '`', at), std::string::npos);
  }
  EXPECT_THAT(all, HasSubstr("### 40 files to be modified\n"));
  EXPECT_THAT(all, HasSubstr("### 40 files to be modified (continued)\n"));
}

TEST(IssueParts, HaveTheSameIdsHoweverTheyAreCut) {
  const Report report = many_files(40);
  const std::string whole = cut(report, 0).front();
  std::vector<std::string> parts = {whole};
  std::mt19937 random(1);
  for (int i = 0; i < 20; ++i) {
    parts = cut(report, 1'700 + random() % 6'000, read(parts));
    EXPECT_EQ(cut(report, 0, read(parts)).front(), whole);
  }
}

// A part with nothing in it, in the place of one that somebody has deleted.
std::string empty_part(const std::string& first, std::size_t number) {
  const std::size_t marker = first.rfind("<!-- l10n-drift: ");
  const std::size_t begin = first.find("\"parts\":", marker);
  return "<!-- l10n-drift-begin: rest -->\n<!-- l10n-drift-end -->\n"
         "<!-- l10n-drift: {\"base\":\"\",\"branch\":\"\",\"language\":\"ko\",\"part\":" +
         std::to_string(number) + "," + first.substr(begin, first.find(',', begin) - begin) +
         ",\"files\":0,\"highest\":{},\"ids\":{}} -->\n";
}

// Its list is much longer than what the marker has to remember of it.
Report many_files_with_commits(std::size_t count) {
  Report report = many_files(count);
  for (FileReport& file : report.files) {
    file.commits.assign(10,
                        {repeated_id('1'), "2021-02-03T10:00:00+09:00", "a subject of a commit"});
  }
  return report;
}

TEST(IssueParts, TheFirstHasTheIdsOfPartsThatAreLost) {
  const Report report = many_files_with_commits(40);
  const Report later = many_files_with_commits(42);
  for (const std::size_t max_chars : {8'000u, 11'000u}) {
    const std::vector<std::string> parts = cut(report, max_chars);
    const std::vector<std::string> next = cut(later, max_chars, read(parts));
    ASSERT_GE(parts.size(), 3u);
    for (std::size_t lost = 1; lost < parts.size(); ++lost) {
      std::vector<std::string> rest = parts;
      rest[lost] = empty_part(parts.front(), lost + 1);
      EXPECT_EQ(cut(later, max_chars, read(rest)), next);
      rest[1] = empty_part(parts.front(), 2);
      EXPECT_EQ(cut(later, max_chars, read(rest)), next) << "the second is lost, too";
    }
  }
}

// The list has grown, and the run was cut off before it had written the parts that were there.
TEST(IssueParts, AreTakenAsARunLeavesThemThatWasCutOff) {
  std::vector<std::string> parts = cut(many_files_with_commits(18), 8'000);
  ASSERT_THAT(parts, SizeIs(2));
  parts[1].insert(parts[1].find("<!-- l10n-drift-begin: D -->"), "below M\n");
  const Report report = many_files_with_commits(36);
  const std::vector<std::string> wanted = cut(report, 8'000, read(parts));
  ASSERT_THAT(wanted, SizeIs(4));
  parts.insert(parts.end(), wanted.begin() + 2, wanted.end());
  const std::string next = joined(cut(report, 8'000, read(parts)));
  EXPECT_EQ(next.find("below M\n"), next.rfind("below M\n"));
  const std::string posted = wanted[2] + wanted[3];
  for (const FileReport& file : report.files) {
    const std::string item = ". `" + file.source + '`';
    const std::size_t at = posted.find(item);
    if (at == posted.npos) continue;
    const std::size_t label = posted.rfind(' ', at) + 1;
    EXPECT_THAT(next, HasSubstr(posted.substr(label, at - label) + item));
  }
}

TEST(IssueParts, TheFirstHasTheIdsOfAllIfThereAreSeveral) {
  const auto first = [](const Report& report) { return cut(report, 8'000).front(); };
  for (const std::size_t files : {40u, 90u, 300u}) {
    EXPECT_THAT(first(many_files_with_commits(files)), HasSubstr("\"all\":{")) << files;
  }
  EXPECT_THAT(first(many_files_with_commits(8)), Not(HasSubstr("\"all\":{"))) << "one part";
}

TEST(IssueParts, WhatStandsBelowAnItemIsLeftOutIfItIsTooMuch) {
  FileReport file = sample_file("a.md", Status::kOutdated);
  file.commits.assign(100, {repeated_id('1'), "2021-02-03T10:00:00+09:00", "a subject"});
  const std::vector<std::string> parts =
      cut(make_report({file, sample_file("b.md", Status::kOutdated)}), 2'500);
  EXPECT_THAT(parts.front(), HasSubstr("\n- [ ] M1. `content/en/a.md` (too much to list it here)\n"
                                       "- [ ] M2. `content/en/b.md`\n"));
  EXPECT_THAT(parts, Each(Not(HasSubstr("a subject"))));
}

TEST(IssueParts, NoneIsMadeForWhatIsDone) {
  const PreviousIssue previous = read(cut(many_files(60), 0));
  const Report report = many_files(2);
  const std::vector<std::string> parts = cut(report, 4'000, previous);
  ASSERT_THAT(parts, SizeIs(1));
  EXPECT_THAT(parts.front(), HasSubstr("\n- 2 open (1 XS), 58 done.\n"));
  EXPECT_THAT(parts.front(), Not(HasSubstr("files done</summary>")));
  EXPECT_EQ(cut(report, 4'000, read(parts)), parts);
  const std::vector<std::string> back = cut(many_files(60), 0, read(parts));
  EXPECT_EQ(read(back).highest, previous.highest) << "those that come back have their ids";
}

Report on_day(const std::string& day, std::size_t files) {
  Report report = many_files(files);
  report.base.date = day + "T12:00:00Z";
  return report;
}

constexpr char kNothing[] = "\n\nNothing is listed here now.\n";

TEST(IssueParts, StayForTwoWeeksAfterTheyWereNeeded) {
  const auto cut_on = [](const char* day, std::size_t files,
                         const std::vector<std::string>& parts) {
    return cut(on_day(day, files), 4'500, read(parts));
  };
  const std::vector<std::string> full = cut(on_day("2026-02-20", 60), 4'500);
  ASSERT_GE(full.size(), 3u);
  const std::vector<std::string> shrunk = cut_on("2026-02-20", 3, full);
  ASSERT_EQ(shrunk.size(), full.size());
  EXPECT_THAT(shrunk.front(), Not(HasSubstr(kNothing)));
  for (std::size_t i = 1; i < shrunk.size(); ++i) {
    EXPECT_THAT(shrunk[i], HasSubstr(kNothing));
    EXPECT_THAT(shrunk[i], HasSubstr("\"empty_since\":\"2026-02-20\""));
  }
  EXPECT_EQ(cut_on("2026-02-20", 3, shrunk), shrunk) << "the same bytes";
  const std::vector<std::string> last_day = cut_on("2026-03-06", 3, shrunk);
  EXPECT_EQ(last_day.size(), full.size());
  EXPECT_THAT(cut_on("2026-03-07", 3, last_day), SizeIs(1));
  EXPECT_THAT(cut_on("2026-03-06", 60, last_day), Each(Not(HasSubstr(kNothing))))
      << "what comes again is written into them";

  std::vector<std::string> partly = cut_on("2026-03-01", 30, shrunk);
  ASSERT_EQ(partly.size(), full.size());
  EXPECT_THAT(partly[1], Not(HasSubstr(kNothing)));
  partly = cut_on("2026-03-06", 3, partly);
  EXPECT_EQ(partly.size(), full.size()) << "the last one is empty for 14 days, and stays";
  EXPECT_THAT(cut_on("2026-03-07", 3, partly), SizeIs(2)) << "the second was needed yesterday";
}

TEST(IssueParts, WordsInAPartThatIsEmptyMoveAndComeBackNever) {
  std::vector<std::string> parts = cut(on_day("2026-02-20", 60), 4'500);
  parts[1] += "words\n";
  parts = cut(on_day("2026-02-20", 3), 4'500, read(parts));
  EXPECT_THAT(parts[0], HasSubstr("words\n"));
  EXPECT_THAT(parts[1], Not(HasSubstr("words\n")));
  parts[1] += "more\n";
  const std::vector<std::string> next = cut(on_day("2026-02-20", 3), 4'500, read(parts));
  EXPECT_THAT(next[0], HasSubstr("words\n"));
  EXPECT_THAT(joined(next), HasSubstr("more\n"));
  EXPECT_EQ(cut(on_day("2026-02-20", 3), 4'500, read(next)), next);
}

std::size_t count_items(const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = part.find("\n- [ ] "); at != part.npos;
       at = part.find("\n- [ ] ", at + 1)) {
    ++count;
  }
  return count;
}

// A list that grows by one file at a time: each part that is posted has several.
TEST(IssueParts, AreBegunWithMoreThanAFewFiles) {
  constexpr std::size_t kMaxChars = 12'000;
  std::size_t posted = 0;
  std::vector<std::string> parts;
  for (std::size_t files = 60; files <= 125; ++files) {
    std::vector<std::string> next = cut(many_files(files), kMaxChars, read(parts));
    if (next.size() > parts.size() && !parts.empty()) {
      ASSERT_EQ(next.size(), parts.size() + 1);
      EXPECT_GE(count_items(next.back()), 3u) << files;
      const std::vector<std::string> again = cut(many_files(files), kMaxChars, read(next));
      EXPECT_TRUE(cut(many_files(files), kMaxChars, read(again)) == again) << files;
      ++posted;
    }
    EXPECT_GE(next.size(), parts.size()) << "none goes while the list grows";
    parts = std::move(next);
  }
  EXPECT_GE(posted, 1u);
}

TEST(IssueParts, SayWhatDoesNotFit) {
  for (const std::size_t max_chars : {1u, 3u, 7u, 99u}) {
    EXPECT_THAT(error_text([&] { cut(many_files(3), max_chars); }), HasSubstr("is too small"));
  }
  EXPECT_EQ(error_text([] { cut(many_files(3), 100); }),
            "--max-chars: 100 is too small for a part of this issue | --max-chars 65536 is what "
            "GitHub takes");
  FileReport file = sample_file(std::string(3'000, 'x'), Status::kOutdated);
  EXPECT_THAT(error_text([&] { cut(make_report({file}), 3'000); }), HasSubstr("is too small"));
  std::vector<std::string> parts = cut(many_files(3), 0);
  parts.front() += std::string(5'000, 'x') + '\n';
  EXPECT_EQ(
      error_text([&] { cut(many_files(3), 5'000, read(parts)); }),
      "what people wrote in part 1 of the issue leaves no room for the rest | move some of it "
      "into a comment of its own");
}

TEST(IssueParts, WhatPeopleWroteTakesRoomFromTheList) {
  const Report report = many_files(30);
  std::vector<std::string> parts = cut(report, 4'500);
  const std::string end = std::string(2'000, 'x') + '\n';
  parts.front() += end;
  const std::vector<std::string> next = cut(report, 4'500, read(parts));
  ASSERT_GT(next.size(), parts.size());
  EXPECT_TRUE(next.front().ends_with("} -->\n" + end));
  for (const std::string& part : next) EXPECT_LE(size_in_browser(part), 4'500u);
  EXPECT_EQ(cut(report, 4'500, read(next)), next);
}

// The list has shrunk: what people wrote into a part that is no more stands below the last list.
TEST(IssueParts, WhatPeopleWroteIntoAPartThatGoesStaysOnce) {
  std::vector<std::string> parts = cut(many_files(90), 4'500);
  ASSERT_GE(parts.size(), 3u);
  parts.back().insert(0, "above the last\n");
  parts.back() += "below the last\n";
  const std::size_t marker = parts.back().find("<!-- l10n-drift: ");
  parts.back().insert(marker, "between\n");
  for (const std::size_t files : {80u, 50u, 30u, 10u, 3u}) {
    const Report report = many_files(files);
    const std::vector<std::string> next = cut(report, 4'500, read(parts));
    EXPECT_LE(next.size(), parts.size());
    const std::string all = joined(next);
    for (const char* const text : {"above the last\n", "between\n", "below the last\n"}) {
      EXPECT_THAT(all, HasSubstr(text)) << files;
      EXPECT_EQ(all.find(text), all.rfind(text)) << files;
    }
    EXPECT_THAT(all, Not(HasSubstr("Nothing is listed here any more."))) << files;
    EXPECT_EQ(cut(report, 4'500, read(next)), next) << files;
    parts = next;
  }
}

// Rather than begin a second part, the lines say less.
TEST(IssueParts, LinesAreShorterBeforeThereIsASecondPart) {
  Report report = many_files(40);
  for (FileReport& file : report.files) file.counts = LineCounts{12, 3};
  report.web = WebPages{"https://github.com/OWNER/NAME", "main", "dev-1.29-ko.1"};
  const IssueOptions options{.web = report.web};
  const std::string whole = cut(report, 0, {}, options).front();
  const auto parts = cut(report, size_in_browser(whole) - 1, {}, options);
  ASSERT_THAT(parts, SizeIs(1));
  EXPECT_THAT(parts.front(), HasSubstr("1001.md` +12 -3\n"));
  EXPECT_EQ(cut(report, size_in_browser(whole) - 1, read(parts), options), parts);
  EXPECT_THAT(cut(report, size_in_browser(whole), read(parts), options),
              testing::ElementsAre(whole));
}

TEST(IssueParts, WhatPeopleWroteBelowAPieceGoesAfterItsLastFile) {
  const Report report = many_files(30);
  std::string whole = cut(report, 0).front();
  const std::string mark = "<!-- l10n-drift-begin: D -->";
  whole.insert(whole.find(mark), "a note on M\n");
  const std::vector<std::string> parts = cut(report, 3'000, read({whole}));
  std::string joined;
  for (const std::string& part : parts) joined += part;
  const std::size_t at = joined.find("a note on M\n");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(joined.find("a note on M\n", at + 1), std::string::npos);
  EXPECT_GT(at, joined.find(" M20. "));
  EXPECT_LT(at, joined.find(" D1. "));
}

}  // namespace
}  // namespace l10n_drift
