#include "render/json_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "l10n_drift/version.h"
#include "text/path_text.h"
#include "text/utf8.h"

namespace l10n_drift {

Json tool_json() { return {{"name", "l10n-drift"}, {"version", kVersion}}; }

Json revision_json(const Revision& revision) {
  return {{"ref", replace_invalid_utf8(revision.ref)}, {"commit", revision.commit}};
}

Json text_or_null(const std::optional<std::string>& text) {
  return text ? Json(replace_invalid_utf8(*text)) : Json(nullptr);
}

std::string json_text(const Json& root) {
  const std::string dumped = root.dump(2) + '\n';
  // Control characters and ends of lines within strings are escapes already.
  const auto may_matter = [](char c) { return static_cast<unsigned char>(c) >= 0x7F || c == '['; };
  std::string text;
  for (std::string_view rest = dumped; !rest.empty();) {
    const auto found = std::find_if(rest.begin(), rest.end(), may_matter);
    const auto plain = static_cast<std::size_t>(found - rest.begin());
    text += rest.substr(0, plain);
    rest.remove_prefix(plain);
    if (rest.empty()) break;
    const Utf8Step step = decode_utf8(rest);
    const bool ends_log_command = rest[0] == '[' && text.ends_with("##");
    text += is_hidden(step.code_point) || ends_log_command
                ? fmt::format("\\u{:04x}", static_cast<unsigned>(step.code_point))
                : std::string(rest.substr(0, step.length));
    rest.remove_prefix(step.length);
  }
  return text;
}

void set_path(Json& object, const std::string& key, const std::optional<std::string>& path) {
  object[key] = text_or_null(path);
  if (path && !is_utf8(*path)) object[key + "_bytes"] = base64(*path);
}

}  // namespace l10n_drift
