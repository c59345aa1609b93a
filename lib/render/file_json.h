#pragma once

#include "l10n_drift/report.h"
#include "render/json_values.h"

namespace l10n_drift {

// What is there only if it was asked for.
struct FileJsonParts {
  bool commits = false;
  bool texts = false;  // Of stale blocks.
};

// `#/$defs/file` of docs/report.schema.json.
Json file_json(const FileReport& file, const FileJsonParts& parts);

}  // namespace l10n_drift
