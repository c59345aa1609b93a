#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <type_traits>

#include "l10n_drift/report.h"

namespace l10n_drift {

// What all JSON outputs have in common.

// Keeps the order of the keys.
using Json = nlohmann::ordered_json;

// The program that wrote the output: its name and version.
Json tool_json();

Json revision_json(const Revision& revision);

// The value, or null; of an enumeration, its word.
template <typename Value>
Json value_or_null(const std::optional<Value>& value) {
  if (!value) return nullptr;
  if constexpr (std::is_enum_v<Value>) {
    return to_string(*value);
  } else {
    return *value;
  }
}

// Valid UTF-8, with U+FFFD for what is none.
Json text_or_null(const std::optional<std::string>& text);

// The whole output. Characters that a reader would not see, and what a workflow's log would take
// for a command, are written as escapes: the values are the same.
std::string json_text(const Json& root);

// JSON has no place for bytes that are not UTF-8: they go beside the readable form, whole.
void set_path(Json& object, const std::string& key, const std::optional<std::string>& path);

}  // namespace l10n_drift
