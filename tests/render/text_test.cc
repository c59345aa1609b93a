#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "l10n_drift/render.h"
#include "render/golden.h"
#include "render/sample_report.h"

namespace l10n_drift {
namespace {

using ::testing::HasSubstr;

FileReport french(FileReport file) {
  file.language = "fr";
  file.translation.replace(8, 2, "fr");
  return file;
}

std::string without_colors(const std::string& text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\x1B') {
      at = text.find('m', at);
    } else {
      plain += text[at];
    }
  }
  return plain;
}

Report with_languages(std::vector<FileReport> files, std::vector<std::string> languages) {
  Report report = make_report(std::move(files));
  report.summaries = summarize(languages, report.files);
  report.languages = std::move(languages);
  return report;
}

TEST(Text, PlainGolden) { expect_golden("text.txt", render_text(sample_report(), Color::kOff)); }

TEST(Text, ColorGolden) {
  expect_golden("text-color.txt", render_text(sample_report_since(), Color::kOn));
}

TEST(Text, GroupsSeveralLanguages) {
  FileReport big = sample_file("docs/a.md", Status::kOutdated);
  big.counts = LineCounts{12345, 1000000};
  FileReport small = french(sample_file("docs/a.md", Status::kOutdated));
  small.counts = LineCounts{1, 0};
  const Report report = with_languages(
      {big, small, french(sample_file("b.md", Status::kDeleted)),
       sample_file("c.md", Status::kInSync), sample_file("d.md", Status::kPartiallyUpdated)},
      {"fr", "ko", "zh-cn"});
  expect_golden("text-languages.txt", render_text(report, Color::kOff));
}

TEST(Text, ColorsChangeNothingElse) {
  const Report report = sample_report();
  const std::string plain = render_text(report, Color::kOff);
  const std::string colored = render_text(report, Color::kOn);
  EXPECT_NE(colored, plain);
  EXPECT_EQ(without_colors(colored), plain);
}

TEST(Text, ListsWhatTheLastTouchLeftOpenInLinesOfEqualWidth) {
  FileReport file = sample_file("a.md", Status::kOutdated);
  const StaleBlock block = open_block(BlockKind::kCode, "Usage", StaleChange::kAdded, {{1, 1}});
  file.stale = {
      open_block(BlockKind::kCode, "", StaleChange::kNeverTranslated, {{2, 3}}),
      open_block(BlockKind::kCode, "a\x1B[2J\xFF", StaleChange::kRemoved, {}, {{4, 5}}),
      open_block(BlockKind::kCode, "Usage", StaleChange::kRemoved, {}),
      newer(block),
  };
  EXPECT_THAT(render_text(make_report({file}), Color::kOff),
              HasSubstr("content/ko/a.md  (3 older changes still open)\n"
                        "    source 2-3       code block never translated  (above the first "
                        "heading)\n"
                        "    translation 4-5  code block removed           a\\033[2J\\377\n"
                        "    -                code block removed           Usage\n"
                        "\n"));
}

// Five lines, and the number of the blocks that are not in them.
TEST(Text, EndsALongListOfWhatIsOpenEarly) {
  FileReport file = sample_file("a.md", Status::kPartiallyUpdated);
  for (const std::size_t line : {1, 2, 4, 6, 8, 10}) {
    const LineRange lines{line, line};
    file.stale.push_back(open_block(BlockKind::kCode, "A", StaleChange::kAdded, lines));
  }
  EXPECT_THAT(render_text(make_report({file}), Color::kOff),
              HasSubstr("content/ko/a.md  (6 open changes)\n"
                        "    source 1-2  2 code blocks added  A\n"
                        "    source 4    code block added     A\n"
                        "    source 6    code block added     A\n"
                        "    source 8    code block added     A\n"
                        "    source 10   code block added     A\n"
                        "\n"));
  file.stale.push_back(open_block(BlockKind::kCode, "A", StaleChange::kAdded, {{12, 12}}));
  file.stale.push_back(open_block(BlockKind::kCode, "A", StaleChange::kAdded, {{13, 13}}));
  EXPECT_THAT(render_text(make_report({file}), Color::kOff),
              HasSubstr("    source 10   code block added     A\n"
                        "    ... and 2 more\n"
                        "\n"));
}

TEST(Text, IsTotalsAloneWhereNothingNeedsAttention) {
  const Report report = make_report({sample_file("a.md", Status::kInSync)});
  EXPECT_EQ(render_text(report, Color::kOff),
            "Translations of dev-1.29-ko.1 (eeeeeeeeeeee), sources of main (aaaaaaaaaaaa)\n"
            "\n"
            "ko  1 translation: 1 in sync\n");
}

TEST(Text, ALanguageWithoutTranslationsHasATotal) {
  EXPECT_THAT(render_text(make_report({}), Color::kOff), HasSubstr("\nko  0 translations\n"));
}

TEST(Text, ForeignTextCannotSteerTheTerminal) {
  Report report = sample_report();
  report.branch.ref = "a\x1B[2J\xFF";
  for (const char c : render_text(report, Color::kOff)) {
    const bool is_control = static_cast<unsigned char>(c) < 0x20 && c != '\n';
    EXPECT_FALSE(is_control || c == '\x7F');
  }
}

}  // namespace
}  // namespace l10n_drift
