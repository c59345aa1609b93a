#pragma once

#include <string>

#include "l10n_drift/check.h"
#include "l10n_drift/render.h"

namespace l10n_drift {

// One pure function a format, as in render.h.

// For people at a terminal: a paragraph for each finding, with the command that shows more, and
// what it comes to in the last line. No line begins with foreign text.
std::string render_check_text(const CheckReport& report, Color color);

// JSON, version 1, as docs/check.schema.json describes it.
std::string render_check_json(const CheckReport& report);

// Workflow commands of GitHub Actions, which it shows as annotations at the stale lines of the
// translations, and what it comes to in the last line.
std::string render_check_github(const CheckReport& report);

// Markdown for the summary of a job in GitHub Actions, never longer than that takes.
std::string render_check_summary(const CheckReport& report);

}  // namespace l10n_drift
