#pragma once

#include <string>

#include "l10n_drift/report.h"

namespace l10n_drift {

// A line of the issue body: a file and what people claim it by, "M1".
struct IssueItem {
  const FileReport* file;
  std::string label;
};

// The body's last section, in Markdown: how to see what happened to the source of `item`, as
// commands that can be copied, and what to do with its translation.
std::string render_solution(const Report& report, const IssueItem& item);

}  // namespace l10n_drift
