#include "render/workflow_command.h"

#include <gtest/gtest.h>

#include "render/workflow_log.h"

namespace l10n_drift {
namespace {

TEST(WorkflowCommand, IsOneLineAsTheRunnerWantsIt) {
  EXPECT_EQ(workflow_command({"error", "Out of date", "a.md", {3, 14}, "See b.md"}),
            "::error file=a.md,line=3,endLine=14,title=Out of date::See b.md\n");
  EXPECT_EQ(workflow_command({"notice", "And more", {}, {}, "5 more places"}),
            "::notice title=And more::5 more places\n");
}

TEST(WorkflowCommand, TheRunnerReadsBackEveryText) {
  const char* const texts[] = {
      "plain", "a,b", "a:b", "::error::x", "100%", "%0A", "one\ntwo", "one\r\ntwo", "=",
  };
  for (const char* text : texts) {
    const std::string line = workflow_command({"warning", text, text, {1, 2}, text});
    EXPECT_EQ(line.find_first_of("\r\n"), line.size() - 1) << line;
    const auto command = parse_command(line.substr(0, line.size() - 1));
    ASSERT_TRUE(command.has_value()) << line;
    EXPECT_EQ(command->name, "warning") << line;
    EXPECT_EQ(command->properties.at("title"), text) << line;
    EXPECT_EQ(command->properties.at("file"), text) << line;
    EXPECT_EQ(command->properties.at("endLine"), "2") << line;
    EXPECT_EQ(command->message, text) << line;
  }
}

}  // namespace
}  // namespace l10n_drift
