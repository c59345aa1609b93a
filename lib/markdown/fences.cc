#include "markdown/fences.h"

#include "text/lines.h"

namespace l10n_drift {

std::string_view fence_of(std::string_view line) {
  line.remove_prefix(skip_all(line, 0, " \t>"));
  if (!line.starts_with("```") && !line.starts_with("~~~")) return {};
  const std::string_view fence = line.substr(0, skip_all(line, 0, line.substr(0, 1)));
  // What closes in its line is a span of code.
  const bool is_span = fence[0] == '`' && line.find('`', fence.size()) != line.npos;
  return is_span ? std::string_view() : fence;
}

bool closes_fence(std::string_view line, std::string_view fence) {
  const std::string_view other = fence_of(line);
  if (other.size() < fence.size() || other[0] != fence[0]) return false;
  line.remove_prefix(static_cast<std::size_t>(other.end() - line.begin()));
  return line.find_first_not_of(" \t") == line.npos;
}

}  // namespace l10n_drift
