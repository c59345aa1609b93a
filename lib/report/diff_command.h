#pragma once

#include <optional>
#include <string>
#include <vector>

#include "l10n_drift/report.h"

namespace l10n_drift {

// What `l10n-drift diff` is to be told. All must outlive the object.
struct DiffCommandLine {
  const std::string& base;
  const std::string& branch;
  const std::optional<Revision>& since;
  const std::vector<std::string>& options;  // As in Report::diff_options.
  const std::string& translation;
};

// The command, quoted for a shell.
std::string diff_command(const DiffCommandLine& line);

}  // namespace l10n_drift
