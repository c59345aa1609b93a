#pragma once

#include <string>

#include "l10n_drift/render.h"
#include "l10n_drift/report.h"

namespace l10n_drift {

// The files that somebody has to do something about, a row each, under the names of their languages
// if the report has several. What the last touch left open stands below a row, then the commits of
// the source, if the report has them. Empty if there are no such files.
std::string text_table(const Report& report, Color color);

}  // namespace l10n_drift
