#include "render/workflow_command.h"

#include <fmt/format.h>

#include <string_view>

#include "text/utf8.h"

namespace l10n_drift {
namespace {

// The runner undoes these escapes: those of `escapeData` and `escapeProperty` in
// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
std::string escape(std::string_view text, std::string_view special) {
  std::string result;
  for (const char c : replace_invalid_utf8(text)) {
    const bool is_special = special.find(c) != std::string_view::npos;
    result += is_special ? fmt::format("%{:02X}", static_cast<unsigned>(c)) : std::string(1, c);
  }
  return result;
}

std::string escape_message(std::string_view text) { return escape(text, "%\r\n"); }

std::string escape_property(std::string_view text) { return escape(text, "%\r\n:,"); }

}  // namespace

std::string workflow_command(const Annotation& annotation) {
  std::string place;
  if (annotation.file) {
    place = fmt::format("file={},line={},endLine={},", escape_property(*annotation.file),
                        annotation.lines.first, annotation.lines.last);
  }
  return fmt::format("::{} {}title={}::{}\n", annotation.level, place,
                     escape_property(annotation.title), escape_message(annotation.message));
}

}  // namespace l10n_drift
