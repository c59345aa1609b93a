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
    const bool has_blank_above = shown.empty() || shown.ends_with("\n\n");
    const bool has_blank_below = source.empty() || source.starts_with('\n');
    if (lines.count == 0) {
      // What is gone brings its own blank line, but for what stood close between its neighbours.
      if (!has_blank_above && has_blank_below && !lines.is_next_item) shown += '\n';
      shown += lines.shown + '\n';
      if (has_blank_above && !has_blank_below) shown += '\n';
    } else if (!lines.shown.empty()) {
      shown += lines.shown + '\n';
    } else if (has_blank_above && source.starts_with('\n')) {
      // What is new takes its own away.
      take_whole_line(source);
      ++line;
    }
  }
  while (!source.empty()) shown += take_whole_line(source);
  return shown;
}

}  // namespace l10n_drift
