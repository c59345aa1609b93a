#include "markdown/containers.h"

#include <algorithm>
#include <string>

#include "text/ascii.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

constexpr std::size_t kMinColons = 3;

bool is_of_name(char c) { return is_alphanumeric(c) || c == '-' || c == '_'; }

// Takes what stands between two brackets at the front of `rest`, without them; empty if nothing.
std::string_view take_bracketed(std::string_view& rest, char open, char close) {
  if (!rest.starts_with(open)) return {};
  const std::size_t end = rest.find(close);
  if (end == rest.npos) return {};
  const std::string_view inside = rest.substr(1, end - 1);
  rest.remove_prefix(end + 1);
  return inside;
}

// A title in brackets may have brackets in it, those of a link.
std::string_view take_title(std::string_view& rest) {
  if (!rest.starts_with('[')) return {};
  std::size_t depth = 0;
  for (std::size_t at = 0; at < rest.size(); ++at) {
    if (rest[at] == '[') ++depth;
    if (rest[at] == ']' && --depth == 0) {
      const std::string_view title = rest.substr(1, at - 1);
      rest.remove_prefix(at + 1);
      return title;
    }
  }
  return {};
}

void skip_blanks(std::string_view& rest) { rest.remove_prefix(skip_all(rest, 0, " \t")); }

}  // namespace

std::optional<Masked> container_of(std::string_view line) {
  const std::string_view written = line.substr(skip_all(line, 0, " \t>"));
  const std::size_t colons = skip_all(written, 0, ":");
  if (colons < kMinColons) return {};
  Masked masked{MaskKind::kContainer, std::string(written), "/", {}};
  std::string_view rest = written.substr(colons);
  skip_blanks(rest);
  if (rest.empty()) return masked;
  const auto* const name_end = std::find_if_not(rest.begin(), rest.end(), is_of_name);
  masked.normal = std::string(rest.begin(), name_end);
  rest.remove_prefix(masked.normal.size());
  if (masked.normal.empty() && !rest.starts_with('{')) return {};
  if (!rest.empty() && std::string_view(" \t[{").find(rest[0]) == rest.npos) return {};
  std::string_view title = take_title(rest);
  skip_blanks(rest);
  const std::string_view attributes = take_bracketed(rest, '{', '}');
  skip_blanks(rest);
  if (title.empty()) title = rest;
  // MyST names a container in braces.
  if (!masked.normal.empty() && !attributes.empty()) masked.normal += ' ';
  masked.normal += attributes;
  masked.words = title;
  return masked;
}

}  // namespace l10n_drift
