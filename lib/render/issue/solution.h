#pragma once

#include <string>

#include "l10n_drift/report.h"

namespace l10n_drift {

// A file of the issue to show commands by, and its id, "M1".
struct SolutionExample {
  const FileReport* file;
  std::string label;
};

// The body's last section, in Markdown: how to see what happened to the source of `example`, as
// commands that can be copied, and what to do with its translation.
std::string render_solution(const Report& report, const SolutionExample& example);

}  // namespace l10n_drift
