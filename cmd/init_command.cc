#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <system_error>

#include "commands.h"
#include "l10n_drift/configuration_draft.h"
#include "l10n_drift/error.h"
#include "messages.h"
#include "text/shell.h"

namespace l10n_drift {
namespace {

constexpr char kUsualPath[] = ".l10n-drift.json";

// A file, or a link to one or to nothing; what is neither, such as /dev/null, is no loss.
bool would_replace(const std::string& path) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::symlink_status(path, error);
  return std::filesystem::is_regular_file(status) || std::filesystem::is_symlink(status);
}

// What to type when the file is there.
std::string next_command(const InitCommand& command, const std::string& path) {
  std::string line = "l10n-drift languages";
  if (command.comparison.repository != ".") {
    line += " -C " + shell_quote(command.comparison.repository);
  }
  if (path != kUsualPath) line += " --config " + shell_quote(path);
  return line;
}

}  // namespace

Outcome run_command(const Options& options, const InitCommand& command) {
  const bool to_file = options.output && *options.output != "-";
  if (to_file && !command.force && would_replace(*options.output)) {
    throw Error(fmt::format("'{}' is there already", *options.output),
                "--force replaces it; without -o, the configuration is printed");
  }
  const ConfigurationDraft draft = draft_configuration(command.comparison);
  for (const std::string& note : draft.layout_notes) {
    to_file ? print_remark(note) : print_note(note);
  }
  print_remark(to_file ? fmt::format("{} is written; to see what it finds: {}",
                                     shell_quote(*options.output),
                                     next_command(command, *options.output))
                       : fmt::format("to write it: l10n-drift init -o {}", kUsualPath));
  return {draft.text, kDone, draft.statistics};
}

}  // namespace l10n_drift
