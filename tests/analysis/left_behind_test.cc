#include "analysis/left_behind.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <string>
#include <vector>

#include "baselines/pairs_fixture.h"
#include "support/error_text.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr char kOldPage[] = "# Mill\n\nThe mill grinds corn.\n";
constexpr char kWrappedPage[] = "# Mill\n\nThe mill\ngrinds corn.\n";
constexpr char kMendedPage[] = "# Mill\n\nThe mill grinds corn!\n";
constexpr char kNewPage[] = "# Mill\n\nNobody has used this mill since 1950.\n";
constexpr char kJapaneseX[] = "content/ja/x.md";

class LeftBehindTest : public PairsTest {
 protected:
  LeftBehindTest() {
    history_.commit("M", {},
                    {write_file(kSourceX, kOldPage), write_file(kSourceY, "y\n"),
                     write_file("content/en/data.txt", "1\n"), write_file(kKoreanX, "x\n"),
                     write_file(kJapaneseX, "x\n"), write_file(kKoreanY, "y\n"),
                     write_file("content/ko/data.txt", "x\n")});
  }

  // "KIND SOURCE to NEW NAME: LANGUAGES: TRANSLATIONS", of what the branch left behind.
  std::vector<std::string> left_behind(const PlanRequest& request,
                                       Severity min_severity = Severity::kMinor) {
    const PairsOf those = pairs(request);
    const BranchChanges changes(those.objects(), those->plan);
    std::vector<std::string> lines;
    for (const Notice& notice :
         find_left_behind(those.objects(), those->plan, changes, {min_severity})) {
      std::string line = std::string(to_string(notice.kind)) + ' ' + notice.source;
      if (notice.renamed_to) line += " to " + *notice.renamed_to;
      line += ':';
      for (const std::string& language : notice.languages) line += ' ' + language;
      line += ':';
      for (const std::string& path : notice.translations) line += ' ' + path;
      lines.push_back(line);
    }
    return lines;
  }
};

TEST_F(LeftBehindTest, ASourceThatTheBranchChangedLeavesItsTranslationsBehind) {
  history_.commit("S", {"M"}, {write_file(kSourceX, kNewPage)});
  EXPECT_THAT(
      left_behind(between("M", "S")),
      ElementsAre("source_changed content/en/x.md: ja ko: content/ja/x.md content/ko/x.md"));
}

TEST_F(LeftBehindTest, WhatTheBranchTranslatedIsNotLeftBehind) {
  history_.commit("S", {"M"}, {write_file(kSourceX, kNewPage), write_file(kKoreanX, "new\n")});
  history_.commit("T", {"S"}, {write_file(kJapaneseX, "new\n")});
  EXPECT_THAT(left_behind(between("M", "S")),
              ElementsAre("source_changed content/en/x.md: ja: content/ja/x.md"));
  EXPECT_THAT(left_behind(between("M", "T")), IsEmpty());
}

TEST_F(LeftBehindTest, WhatTheBaseChangedTheBranchLeavesNobodyBehindBy) {
  history_.commit("s", {"M"}, {write_file(kSourceX, kNewPage)});
  history_.commit("same", {"M"}, {write_file(kSourceX, kNewPage)});
  history_.commit("other", {"M"}, {write_file(kSourceY, "changed\n")});
  EXPECT_THAT(left_behind(between("s", "same")), IsEmpty()) << "both to the same";
  EXPECT_THAT(left_behind(between("s", "other")),
              ElementsAre("source_changed content/en/y.md: ko: content/ko/y.md"));
}

TEST_F(LeftBehindTest, SourcesThatAreGoneOrHaveAnotherNameAreTold) {
  history_.commit(
      "S", {"M"},
      {remove_file(kSourceX), remove_file(kSourceY), write_file("content/en/z.md", kOldPage)});
  EXPECT_THAT(left_behind(between("M", "S")),
              ElementsAre("source_renamed content/en/x.md to content/en/z.md: ja ko: "
                          "content/ja/x.md content/ko/x.md",
                          "source_deleted content/en/y.md: ko: content/ko/y.md"));
}

// The Japanese page is moved along with its source, and is the only one that is where it should be.
TEST_F(LeftBehindTest, APageThatIsMovedAlongIsHeldAgainstTheSourceUnderItsOldName) {
  const std::string page = lines_of("mill", 20);
  history_.commit("N", {"M"}, {write_file(kSourceX, page)});
  history_.commit(
      "moved", {"N"},
      {remove_file(kSourceX), write_file("content/en/z.md", page), remove_file(kJapaneseX),
       write_file("content/ja/z.md", "x\n"), remove_file(kKoreanX)});
  history_.commit("changed", {"moved"}, {write_file("content/en/z.md", page + "More.\n")});
  EXPECT_THAT(left_behind(between("N", "moved")), IsEmpty());
  EXPECT_THAT(left_behind(by_file(between("N", "moved"))), IsEmpty());
  EXPECT_THAT(left_behind(between("N", "changed")),
              ElementsAre("source_changed content/en/z.md: ja: content/ja/z.md"));
}

TEST_F(LeftBehindTest, AChangeBelowTheSeverityIsNotWorthTelling) {
  history_.commit("wrapped", {"M"}, {write_file(kSourceX, kWrappedPage)});
  history_.commit("mended", {"M"}, {write_file(kSourceX, kMendedPage)});
  history_.commit("new", {"M"}, {write_file(kSourceX, kNewPage)});
  struct Row {
    const char* branch;
    Severity severity;
  };
  for (const Row& row : {Row{"wrapped", Severity::kCosmetic}, Row{"mended", Severity::kMinor},
                         Row{"new", Severity::kSubstantive}}) {
    for (const Severity asked : {Severity::kCosmetic, Severity::kMinor, Severity::kSubstantive}) {
      EXPECT_EQ(left_behind(between("M", row.branch), asked).size(),
                row.severity >= asked ? 1u : 0u)
          << row.branch << ' ' << to_string(asked);
    }
  }
}

TEST_F(LeftBehindTest, WhatIsNotLookedIntoIsToldWhateverTheSeverity) {
  history_.commit("wrapped", {"M"}, {write_file(kSourceX, kWrappedPage)});
  history_.commit("data", {"M"}, {write_file("content/en/data.txt", "1 \n")});
  EXPECT_EQ(left_behind(by_file(between("M", "wrapped")), Severity::kSubstantive).size(), 1u);
  EXPECT_EQ(left_behind(between("M", "data"), Severity::kSubstantive).size(), 1u);
}

TEST_F(LeftBehindTest, AChangeOfTheModeAloneIsNone) {
  history_.commit("S", {"M"}, {write_executable(kSourceX, kOldPage)});
  EXPECT_THAT(left_behind(by_file(between("M", "S")), Severity::kCosmetic), IsEmpty());
}

TEST_F(LeftBehindTest, NobodyCanTellWhatALinkIsNow) {
  history_.commit("S", {"M"}, {write_symlink(kSourceX, "y.md")});
  EXPECT_THAT(left_behind(between("M", "S")), IsEmpty());
}

TEST_F(LeftBehindTest, WhatTheConfigurationOrTheGlobsLeaveOutIsNotTold) {
  history_.commit("S", {"M"}, {write_file(kSourceX, kNewPage), write_file(kSourceY, "new\n")});
  PlanRequest request = between("M", "S");
  request.exclude = {"content/en/x.md"};
  EXPECT_THAT(left_behind(request),
              ElementsAre("source_changed content/en/y.md: ko: content/ko/y.md"));
  write_whole_file(scratch_.at(".l10n-drift.json"),
                   R"({"ignore": [{"source": "content/en/y.md", "reason": "on purpose"}]})");
  EXPECT_THAT(left_behind(request), IsEmpty());
}

TEST_F(LeftBehindTest, APartialCloneHasTheSameAnswer) {
  history_.commit("S", {"M"},
                  {write_file(kSourceY, "other\n"), remove_file(kSourceX),
                   write_file("content/en/z.md", std::string(kOldPage) + "\nMore.\n")});
  const std::vector<std::string> whole = left_behind(between("M", "S"));
  EXPECT_EQ(whole.size(), 2u);
  make_partial();
  EXPECT_EQ(left_behind(between("M", "S")), whole);
}

TEST_F(LeftBehindTest, APartialCloneThatLacksAVersionIsToldHowToGetIt) {
  history_.commit("S", {"M"}, {write_file(kSourceX, kNewPage)});
  pairs(between("M", "S"));
  make_partial();
  const std::string hex = scratch_.id(std::string("S:") + kSourceX).hex();
  std::filesystem::remove(scratch_.at(".git/objects/" + hex.substr(0, 2) + '/' + hex.substr(2)));
  EXPECT_THAT(error_text([&] { left_behind(between("M", "S")); }),
              testing::HasSubstr("--fetch-missing"));
  EXPECT_EQ(left_behind(by_file(between("M", "S"))).size(), 1u) << "without a look into it";
}

}  // namespace
}  // namespace l10n_drift
