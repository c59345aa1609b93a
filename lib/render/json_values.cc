#include "render/json_values.h"

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

void set_path(Json& object, const std::string& key, const std::optional<std::string>& path) {
  object[key] = text_or_null(path);
  if (path && !is_utf8(*path)) object[key + "_bytes"] = base64(*path);
}

}  // namespace l10n_drift
