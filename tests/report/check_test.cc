#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "l10n_drift/render_check.h"
#include "report/golden.h"
#include "report/sample_check.h"
#include "report/sample_report.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  // The runner of a workflow takes a carriage return for the end of a line, too.
  for (std::string line; std::getline(stream, line);) {
    std::istringstream parts(line);
    for (std::string part; std::getline(parts, part, '\r');) lines.push_back(part);
  }
  return lines;
}

// ---- What the runner of GitHub Actions makes of a line ----

struct Command {
  std::string name;
  std::map<std::string, std::string> properties;
  std::string message;
};

std::string unescape(std::string text) {
  for (const auto& [escaped, byte] :
       {std::pair("%0D", "\r"), std::pair("%0A", "\n"), std::pair("%3A", ":"),
        std::pair("%2C", ","), std::pair("%25", "%")}) {
    for (std::size_t at = 0; (at = text.find(escaped, at)) != std::string::npos; ++at) {
      text.replace(at, 3, byte);
    }
  }
  return text;
}

// As TryParseV2 of its ActionCommand does.
std::optional<Command> parse_command(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  if (!line.starts_with("::")) return {};
  line.remove_prefix(2);
  const std::size_t end = line.find("::");
  if (end == std::string_view::npos) return {};
  Command command;
  std::string head(line.substr(0, end));
  const std::size_t blank = head.find(' ');
  command.name = head.substr(0, blank);
  command.message = unescape(std::string(line.substr(end + 2)));
  if (blank == std::string::npos) return command;
  std::istringstream properties(head.substr(blank + 1));
  for (std::string property; std::getline(properties, property, ',');) {
    const std::size_t equals = property.find('=');
    command.properties[property.substr(0, equals)] = unescape(property.substr(equals + 1));
  }
  return command;
}

// And as its older TryParse does, anywhere in a line.
bool has_old_command(const std::string& line) { return line.find("##[") != std::string::npos; }

std::vector<Command> commands_of(const CheckReport& report) {
  std::vector<Command> commands;
  for (const std::string& line : lines_of(render_check_github(report))) {
    auto command = parse_command(line);
    if (command) commands.push_back(*std::move(command));
  }
  return commands;
}

std::size_t count_level(const std::vector<Command>& commands, const std::string& level) {
  return static_cast<std::size_t>(
      std::count_if(commands.begin(), commands.end(),
                    [&](const Command& command) { return command.name == level; }));
}

// `count` pages, each with as many stale places.
CheckReport many_places(std::size_t count, std::size_t places) {
  CheckReport report = check_of(FindingKind::kOutdated, {});
  report.findings.clear();
  for (std::size_t i = 0; i < count; ++i) {
    FileReport file =
        sample_file(std::string(1, static_cast<char>('a' + i)) + ".md", Status::kOutdated);
    for (std::size_t k = 0; k < places; ++k) {
      const LineRange lines{10 * k + 1, 10 * k + 2};
      file.stale.push_back(
          newer(open_block(BlockKind::kParagraph, "H", StaleChange::kChanged, lines, lines)));
    }
    report.findings.push_back(check_of(FindingKind::kOutdated, file).findings.front());
  }
  return report;
}

// ---- Goldens ----

TEST(CheckText, PlainGolden) {
  expect_golden("check.txt", render_check_text(sample_check(), Color::kOff));
}

TEST(CheckText, ColorGolden) {
  expect_golden("check-color.txt", render_check_text(many_places(1, 2), Color::kOn));
}

TEST(CheckJson, Golden) { expect_golden("check.json", render_check_json(sample_check())); }

TEST(CheckGithub, Golden) {
  expect_golden("check-github.txt", render_check_github(sample_check()));
}

TEST(CheckSummary, Golden) {
  expect_golden("check-summary.md", render_check_summary(sample_check()));
}

TEST(CheckSummary, GoldenWithoutFindings) {
  CheckReport report = check_of(FindingKind::kUnknown, {});
  report.findings.clear();
  expect_golden("check-summary-empty.md", render_check_summary(report));
}

// ---- Foreign text ----

TEST(CheckText, GivesNoOrdersInTheLogOfAWorkflow) {
  for (const std::string& line : lines_of(render_check_text(sample_check(), Color::kOff))) {
    EXPECT_FALSE(parse_command(line).has_value()) << line;
    EXPECT_FALSE(has_old_command(line)) << line;
  }
}

TEST(CheckGithub, GivesNoOrdersButItsOwn) {
  const std::vector<std::string> lines = lines_of(render_check_github(sample_check()));
  for (const std::string& line : lines) {
    const auto command = parse_command(line);
    EXPECT_EQ(command.has_value(), &line != &lines.back()) << line;
    if (!command) continue;
    EXPECT_THAT(command->name, testing::AnyOf("error", "warning", "notice")) << line;
    for (const auto& [name, value] : command->properties) {
      EXPECT_THAT(name, testing::AnyOf("file", "line", "endLine", "title")) << line;
    }
  }
  EXPECT_THAT(lines.back(), StartsWith("Checked "));
  EXPECT_FALSE(has_old_command(lines.back()));
}

TEST(CheckGithub, NamesFilesAsTheyAre) {
  for (const Finding& finding : sample_check().findings) {
    CheckReport report = check_of(finding.kind, {});
    report.findings = {finding};
    const std::vector<Command> commands = commands_of(report);
    ASSERT_FALSE(commands.empty());
    EXPECT_EQ(commands.front().properties.at("file"),
              replace_invalid_utf8(finding.file.translation));
  }
}

// ---- Annotations ----

TEST(CheckGithub, EachPlaceIsToldAtItsLines) {
  const std::vector<Command> commands = commands_of(many_places(1, 2));
  ASSERT_THAT(commands, SizeIs(2));
  EXPECT_EQ(commands[0].properties.at("line"), "1");
  EXPECT_EQ(commands[0].properties.at("endLine"), "2");
  EXPECT_THAT(commands[0].message, AllOf(StartsWith("Its source content/en/a.md has changed"),
                                         HasSubstr("\nSee l10n-drift diff ")));
  EXPECT_EQ(commands[1].properties.at("line"), "11");
  EXPECT_EQ(commands[1].message, "paragraph changed (lines 11-12 of the source): H");
}

TEST(CheckGithub, APlaceWithoutLinesIsToldAtTheFirst) {
  FileReport file = sample_file("a.md", Status::kOutdated);
  file.stale = {newer(open_block(BlockKind::kHeading, "New", StaleChange::kAdded, {{7, 7}}))};
  const std::vector<Command> commands = commands_of(check_of(FindingKind::kOutdated, file));
  ASSERT_THAT(commands, SizeIs(1));
  EXPECT_EQ(commands[0].properties.at("line"), "1");
  EXPECT_THAT(commands[0].message, HasSubstr("\nheading added (line 7 of the source): New\n"));
}

TEST(CheckGithub, AtMostTenOfALevelAndTheRestCounted) {
  EXPECT_THAT(commands_of(many_places(5, 2)), SizeIs(10));
  const std::vector<Command> commands = commands_of(many_places(3, 8));
  ASSERT_THAT(commands, SizeIs(10));
  EXPECT_THAT(commands.back().message, StartsWith("15 more places"));
  EXPECT_FALSE(commands.back().properties.contains("file"));
  for (const char* const file : {"content/ko/a.md", "content/ko/b.md", "content/ko/c.md"}) {
    EXPECT_EQ(std::count_if(
                  commands.begin(), commands.end() - 1,
                  [&](const Command& command) { return command.properties.at("file") == file; }),
              3)
        << "all have their turn: " << file;
  }
}

TEST(CheckGithub, EveryLevelHasItsOwnTen) {
  CheckReport report = many_places(2, 9);
  report.findings.back().fails = false;
  const std::vector<Command> commands = commands_of(report);
  EXPECT_EQ(count_level(commands, "error"), 9u);
  EXPECT_EQ(count_level(commands, "warning"), 9u);
}

TEST(CheckGithub, WhatTheBranchLacksIsToldWithoutAFile) {
  CheckReport report = check_of(FindingKind::kUnknown, {});
  report.findings.clear();
  report.notices = {
      {NoticeKind::kSourceDeleted, "content/en/a.md", {}, {"ko"}, {"content/ko/a.md"}},
      {NoticeKind::kSourceRenamed,
       "content/en/b.md",
       "content/en/c.md",
       {"ko"},
       {"content/ko/b.md"}}};
  const std::vector<Command> commands = commands_of(report);
  ASSERT_THAT(commands, SizeIs(2));
  EXPECT_FALSE(commands[0].properties.contains("file"));
  EXPECT_EQ(commands[1].properties.at("file"), "content/en/c.md");
}

// ---- The summary ----

TEST(CheckSummary, StaysWithinWhatGithubTakes) {
  CheckReport report = many_places(20, 0);
  for (Finding& finding : report.findings) {
    for (std::size_t k = 0; k < 2000; ++k) {
      const LineRange lines{10 * k + 1, 10 * k + 2};
      finding.file.stale.push_back(
          newer(open_block(BlockKind::kParagraph, "Heading " + std::to_string(k),
                           StaleChange::kChanged, lines, lines)));
    }
  }
  const std::string summary = render_check_summary(report);
  EXPECT_LT(summary.size(), 1'048'576u);
  EXPECT_THAT(summary, HasSubstr("\nAnd 19 more.\n"));
  EXPECT_THAT(summary, EndsWith("```\n"));
}

// ---- Words ----

TEST(CheckText, OneLineWhereAllIsWell) {
  CheckReport report = check_of(FindingKind::kUnknown, {});
  report.findings.clear();
  const auto text = [&] { return render_check_text(report, Color::kOff); };
  EXPECT_EQ(text(), "Checked 1 changed translation of 'topic' against 'main': up to date\n");
  report.pages = 2;
  EXPECT_EQ(text(), "Checked 2 changed translations of 'topic' against 'main': all up to date\n");
  report.scope = CheckScope::kAll;
  EXPECT_EQ(text(), "Checked 2 translations of 'topic' against 'main': all up to date\n");
  report.pages = 0;
  EXPECT_EQ(text(), "Nothing to check: 'topic' changes no translation since it left 'main'\n");
  report.merge_bases = {report.branch.commit};
  EXPECT_EQ(text(), "Nothing to check: 'topic' has no commit that 'main' lacks\n");
}

TEST(CheckText, TheCommandTakesTheSourceOfTheSideThatChangedIt) {
  CheckReport report = check_of(FindingKind::kOutdated, sample_file("a.md", Status::kOutdated));
  report.diff_options = {"--config", "my file"};
  EXPECT_THAT(render_check_text(report, Color::kOff),
              HasSubstr("See l10n-drift diff --base main --branch topic --config 'my file' "
                        "content/ko/a.md\n"));
  report.findings.front().side = Side::kBranch;
  EXPECT_THAT(render_check_text(report, Color::kOff),
              AllOf(HasSubstr("has changed on 'topic'"), HasSubstr("--base topic --branch topic")));
}

TEST(CheckText, ACommitThatIsNamedByItsIdIsShort) {
  CheckReport report = check_of(FindingKind::kOutdated, sample_file("a.md", Status::kOutdated));
  report.branch.ref = report.branch.commit;
  const std::string text = render_check_text(report, Color::kOff);
  EXPECT_THAT(text, AllOf(HasSubstr("--branch eeeeeeeeeeee content"), HasSubstr("'eeeeeeeeeeee'")));
}

TEST(CheckText, ThereIsNoCommandWhereNothingCanBeShown) {
  for (const FindingKind kind :
       {FindingKind::kDeleted, FindingKind::kNever, FindingKind::kUnknown}) {
    const CheckReport report = check_of(kind, sample_file("a.md", Status::kDeleted));
    EXPECT_THAT(render_check_text(report, Color::kOff), Not(HasSubstr("See ")));
  }
}

}  // namespace
}  // namespace l10n_drift
