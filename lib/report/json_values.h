#pragma once

#include <nlohmann/json.hpp>

#include "l10n_drift/report.h"

namespace l10n_drift {

// What all JSON outputs have in common.

// Keeps the order of the keys.
using Json = nlohmann::ordered_json;

// The program that wrote the output: its name and version.
Json tool_json();

Json revision_json(const Revision& revision);

}  // namespace l10n_drift
