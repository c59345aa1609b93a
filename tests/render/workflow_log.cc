#include "render/workflow_log.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace l10n_drift {
namespace {

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

}  // namespace

std::vector<std::string> lines_of_log(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) {
    std::istringstream parts(line);
    for (std::string part; std::getline(parts, part, '\r');) lines.push_back(part);
  }
  return lines;
}

std::optional<WorkflowCommand> parse_command(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  if (!line.starts_with("::")) return {};
  line.remove_prefix(2);
  const std::size_t end = line.find("::");
  if (end == std::string_view::npos) return {};
  WorkflowCommand command;
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

bool has_old_command(const std::string& line) { return line.find("##[") != std::string::npos; }

}  // namespace l10n_drift
