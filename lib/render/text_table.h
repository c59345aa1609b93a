#pragma once

#include <string>

#include "l10n_drift/render.h"
#include "l10n_drift/report.h"

namespace l10n_drift {

// Whether somebody has to do something about files of this status, or has to find out.
bool needs_attention(Status status);

// The files that need attention, each in a row, under the names of their languages if the report
// has several. What the last touch left open stands below a row, then the commits of the source, if
// the report has them. Empty if there are no such files.
std::string text_table(const Report& report, Color color);

}  // namespace l10n_drift
