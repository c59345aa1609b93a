#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace l10n_drift {

// What the runner of GitHub Actions makes of what a step prints.

// A carriage return is the end of a line, too.
std::vector<std::string> lines_of_log(const std::string& text);

struct WorkflowCommand {
  std::string name;
  std::map<std::string, std::string> properties;
  std::string message;
};

// The command that a line is; nothing if it is none. As TryParseV2 of the runner's ActionCommand.
std::optional<WorkflowCommand> parse_command(std::string_view line);

// Whether there is a command of the older kind anywhere in the line, as TryParse looks for it.
bool has_old_command(const std::string& line);

}  // namespace l10n_drift
