#include "render/diff_command.h"

#include <fmt/format.h>

#include "text/shell.h"

namespace l10n_drift {

std::string diff_command(const DiffCommandLine& line) {
  std::string command = fmt::format("l10n-drift diff --base {} --branch {}", shell_quote(line.base),
                                    shell_quote(line.branch));
  if (line.since) command += " --since " + shell_quote(line.since->ref);
  for (const std::string& word : line.options) command += ' ' + shell_quote(word);
  return command + ' ' + shell_quote(line.translation);
}

}  // namespace l10n_drift
