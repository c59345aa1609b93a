#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "l10n_drift/render_check.h"
#include "render/golden.h"
#include "render/sample_check.h"
#include "render/sample_report.h"
#include "render/workflow_log.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

using testing::AllOf;
using testing::AnyOf;
using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;
using Commands = std::vector<WorkflowCommand>;

Commands commands_of(const CheckReport& report) {
  Commands commands;
  for (const std::string& line : lines_of_log(render_check_github(report))) {
    auto command = parse_command(line);
    if (command) commands.push_back(*std::move(command));
  }
  return commands;
}

std::size_t count_level(const Commands& commands, const std::string& level) {
  return static_cast<std::size_t>(
      std::count_if(commands.begin(), commands.end(),
                    [&](const WorkflowCommand& command) { return command.name == level; }));
}

TEST(CheckGithub, Golden) {
  expect_golden("check-github.txt", render_check_github(sample_check()));
}

TEST(CheckGithub, GivesNoOrdersButItsOwn) {
  const std::vector<std::string> lines = lines_of_log(render_check_github(sample_check()));
  for (const std::string& line : lines) {
    const auto command = parse_command(line);
    EXPECT_EQ(command.has_value(), &line != &lines.back()) << line;
    if (!command) continue;
    EXPECT_THAT(command->name, AnyOf("error", "warning", "notice")) << line;
    for (const auto& [name, value] : command->properties) {
      EXPECT_THAT(name, AnyOf("file", "line", "endLine", "title")) << line;
    }
  }
  EXPECT_THAT(lines.back(), StartsWith("Checked "));
  EXPECT_FALSE(has_old_command(lines.back()));
}

TEST(CheckGithub, NamesFilesAsTheyAre) {
  for (const Finding& finding : sample_check().findings) {
    CheckReport report = check_of(finding.kind, {});
    report.findings = {finding};
    const Commands commands = commands_of(report);
    if (finding.level == Level::kNote) {
      EXPECT_TRUE(commands.empty()) << "notes are for the summary";
      continue;
    }
    ASSERT_FALSE(commands.empty());
    EXPECT_EQ(commands.front().properties.at("file"),
              replace_invalid_utf8(finding.file.translation));
  }
}

TEST(CheckGithub, EachPlaceIsToldAtItsLines) {
  const Commands commands = commands_of(check_of_places(1, 2));
  ASSERT_THAT(commands, SizeIs(2));
  EXPECT_EQ(commands[0].properties.at("line"), "1");
  EXPECT_EQ(commands[0].properties.at("endLine"), "2");
  EXPECT_THAT(commands[0].message, AllOf(StartsWith("This branch brings the page up to date"),
                                         HasSubstr("\nSee l10n-drift diff ")));
  EXPECT_EQ(commands[1].properties.at("line"), "11");
  EXPECT_EQ(commands[1].message, "paragraph changed (lines 11-12 of the source): H");
}

TEST(CheckGithub, APlaceWithoutLinesIsToldAtTheFirst) {
  FileReport file = sample_file("a.md", Status::kOutdated);
  file.stale = {newer(open_block(BlockKind::kHeading, "New", StaleChange::kAdded, {{7, 7}}))};
  const Commands commands = commands_of(check_of(FindingKind::kLeftBehind, file));
  ASSERT_THAT(commands, SizeIs(1));
  EXPECT_EQ(commands[0].properties.at("line"), "1");
  EXPECT_THAT(commands[0].message, HasSubstr("\nheading added (line 7 of the source): New\n"));
}

TEST(CheckGithub, AtMostTenOfALevelAndTheRestCounted) {
  EXPECT_THAT(commands_of(check_of_places(5, 2)), SizeIs(10));
  const Commands commands = commands_of(check_of_places(3, 8));
  ASSERT_THAT(commands, SizeIs(10));
  EXPECT_THAT(commands.back().message, StartsWith("15 more places"));
  EXPECT_FALSE(commands.back().properties.contains("file"));
  for (const char* const file : {"content/ko/a.md", "content/ko/b.md", "content/ko/c.md"}) {
    EXPECT_EQ(std::count_if(commands.begin(), commands.end() - 1,
                            [&](const WorkflowCommand& command) {
                              return command.properties.at("file") == file;
                            }),
              3)
        << "all have their turn: " << file;
  }
}

TEST(CheckGithub, EveryLevelHasItsOwnTen) {
  CheckReport report = check_of_places(2, 9);
  report.findings.back().fails = false;
  report.findings.back().level = Level::kWarning;
  const Commands commands = commands_of(report);
  EXPECT_EQ(count_level(commands, "error"), 9u);
  EXPECT_EQ(count_level(commands, "warning"), 9u);
}

TEST(CheckGithub, WhatWasOpenBeforeIsAListOfItsOwn) {
  CheckReport report = check_of_places(1, 3);
  report.findings.front().places[1] = FindingKind::kWasBehind;
  const Commands commands = commands_of(report);
  ASSERT_THAT(commands, SizeIs(2));
  EXPECT_THAT(commands[0].message, HasSubstr("\n1 other place here was open before, and still is:\n"
                                             "paragraph changed (lines 11-12 of the source): H"));
  EXPECT_EQ(commands[1].properties.at("line"), "21");
}

TEST(CheckGithub, OfManyPagesThereIsOneAnnotation) {
  CheckReport report = check_of_places(21, 2);
  report.pages = 60;
  report.is_bulk = true;
  const Commands commands = commands_of(report);
  ASSERT_THAT(commands, SizeIs(1));
  EXPECT_EQ(commands[0].message, "21 of 60 translations: see the table in the summary of this job");
}

TEST(CheckGithub, WhatTheBranchLacksIsToldWithoutAFile) {
  CheckReport report = empty_check();
  report.notices = {
      {NoticeKind::kSourceDeleted, "content/en/a.md", {}, {"ko"}, {"content/ko/a.md"}},
      {NoticeKind::kSourceRenamed,
       "content/en/b.md",
       "content/en/c.md",
       {"ko"},
       {"content/ko/b.md"}}};
  const Commands commands = commands_of(report);
  ASSERT_THAT(commands, SizeIs(2));
  EXPECT_FALSE(commands[0].properties.contains("file"));
  EXPECT_EQ(commands[1].properties.at("file"), "content/en/c.md");
}

}  // namespace
}  // namespace l10n_drift
