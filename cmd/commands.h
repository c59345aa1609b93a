#pragma once

#include <optional>
#include <string>
#include <vector>

#include "l10n_drift/statistics.h"
#include "options.h"

namespace l10n_drift {

inline constexpr int kDone = 0;
inline constexpr int kDriftFound = 1;

// What a command has to say, and the exit status that goes with it.
struct Outcome {
  std::string text;
  int exit_status = kDone;
  Statistics statistics;
  std::vector<std::string> parts = {};    // In place of the text, for a folder of their own.
  std::optional<std::string> pager = {};  // What shows the text, in place of standard output.
};

// Each command in a file of its own. Throws Error. Warnings go to standard error on the way.
Outcome run_command(const Options& options, const ReportCommand& command);
Outcome run_command(const Options& options, const StatusCommand& command);
Outcome run_command(const Options& options, const CheckCommand& command);
Outcome run_command(const Options& options, const DiffCommand& command);
Outcome run_command(const Options& options, const PinsCommand& command);
Outcome run_command(const Options& options, const ReviewedCommand& command);
Outcome run_command(const Options& options, const TouchesCommand& command);
Outcome run_command(const Options& options, const LanguagesCommand& command);
Outcome run_command(const Options& options, const InitCommand& command);

// A text that was asked for is all that it has.
inline Outcome run_command(const Options&, const PrintCommand& command) {
  return {command.text, kDone, {}};
}

}  // namespace l10n_drift
