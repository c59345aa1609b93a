#pragma once

#include <optional>
#include <string>
#include <vector>

#include "l10n_drift/report.h"

namespace l10n_drift {

// What `l10n-drift diff` is to be told. What it refers to must outlive it.
struct DiffCommandLine {
  std::string base;
  std::string branch;
  std::optional<Revision> since;
  const std::vector<std::string>& options;  // As in Report::diff_options.
  const std::string& translation;
};

// The command, quoted for a shell.
std::string diff_command(const DiffCommandLine& line);

}  // namespace l10n_drift
