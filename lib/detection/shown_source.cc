#include "detection/shown_source.h"

#include <algorithm>

namespace l10n_drift {
namespace {

// Takes the first line off `text`. The line comes with its end, if it has one.
std::string_view take_whole_line(std::string_view& text) {
  const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
  const std::string_view line = text.substr(0, size);
  text.remove_prefix(size);
  return line;
}

}  // namespace

std::string shown_source(std::string_view source, std::vector<UnshownLines> unshown) {
  std::stable_sort(unshown.begin(), unshown.end(),
                   [](const UnshownLines& a, const UnshownLines& b) { return a.first < b.first; });
  std::string shown;
  std::size_t line = 1;
  const auto copy_up_to = [&](std::size_t end) {
    for (; line < end && !source.empty(); ++line) shown += take_whole_line(source);
  };
  for (const UnshownLines& lines : unshown) {
    if (lines.count > 0 && lines.first < line) continue;
    copy_up_to(lines.first);
    if (!shown.empty() && !shown.ends_with('\n')) shown += '\n';
    for (std::size_t i = 0; i < lines.count && !source.empty(); ++i, ++line)
      take_whole_line(source);
    if (!lines.shown.empty()) shown += lines.shown + '\n';
    // A block that is not there leaves one blank line, not two; one that is gone brings its own.
    const bool has_blank_above = shown.empty() || shown.ends_with("\n\n");
    if (lines.shown.empty() && has_blank_above && source.starts_with('\n')) {
      take_whole_line(source);
      ++line;
    }
    if (lines.count == 0 && !source.starts_with('\n')) shown += '\n';
  }
  while (!source.empty()) shown += take_whole_line(source);
  return shown;
}

}  // namespace l10n_drift
