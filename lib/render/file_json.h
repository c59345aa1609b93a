#pragma once

#include "l10n_drift/report.h"
#include "render/json_values.h"

namespace l10n_drift {

enum class CommitLists { kWithout, kWith };

// `#/$defs/file` of docs/report.schema.json.
Json file_json(const FileReport& file, CommitLists commits);

}  // namespace l10n_drift
