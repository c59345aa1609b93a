#include "render/issue/encoding.h"

#include <fmt/format.h>

#include <string>

#include "l10n_drift/error.h"
#include "text/path_text.h"
#include "text/position.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

// UTF-16 begins with a mark, or has a zero in each letter of English.
bool is_utf16(std::string_view text) {
  return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
         text.find('\0') != text.npos;
}

}  // namespace

void check_encoding(const IssueText& text) {
  const auto fail = [&](const std::string& what) {
    throw Error(
        fmt::format("cannot take {} for a previous body: {}", in_quotes(text.name), what),
        "in PowerShell, have it written as it is: cmd /c \"gh issue view NUMBER --json body "
        "--jq .body > body.md\"");
  };
  if (is_utf16(text.text)) fail("it is in UTF-16, and GitHub has UTF-8");
  const auto invalid = find_invalid_utf8(text.text);
  if (invalid) fail(fmt::format("line {} is not UTF-8", position_of(text.text, *invalid).line));
}

}  // namespace l10n_drift
