#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "l10n_drift/report.h"

namespace l10n_drift {

// What all JSON outputs have in common.

// Keeps the order of the keys.
using Json = nlohmann::ordered_json;

// The program that wrote the output: its name and version.
Json tool_json();

Json revision_json(const Revision& revision);

// Valid UTF-8, with U+FFFD for what is none.
Json text_or_null(const std::optional<std::string>& text);

// JSON has no place for bytes that are not UTF-8: they go beside the readable form, whole.
void set_path(Json& object, const std::string& key, const std::optional<std::string>& path);

}  // namespace l10n_drift
