#include "markdown/page_lines.h"

#include <algorithm>

namespace l10n_drift {
namespace {

// Where each line begins, and where one after the last would.
std::vector<std::size_t> find_line_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size();
       at = std::min(text.find('\n', at), text.size() - 1) + 1) {
    starts.push_back(at);
  }
  starts.push_back(text.size());
  return starts;
}

}  // namespace

std::vector<std::size_t> settle_lines(std::vector<PlacedBlock>& blocks, std::string_view body,
                                      std::size_t above, SharedLines shared) {
  std::vector<std::size_t> starts = find_line_starts(body);
  const std::size_t count = starts.size() - 1;
  const auto stands_above = [](const PlacedBlock& a, const PlacedBlock& b) {
    return a.lines.first < b.lines.first;
  };
  // Nearly always.
  const bool is_sorted = std::is_sorted(blocks.begin(), blocks.end(), stands_above);
  if (!is_sorted) std::stable_sort(blocks.begin(), blocks.end(), stands_above);
  const auto is_blank = [&](std::size_t line) {
    const std::string_view text = body.substr(starts[line - 1], starts[line] - starts[line - 1]);
    return text.find_first_not_of(" \t\n") == text.npos;
  };
  std::size_t next = count + 1;  // The first line of the block below.
  for (std::size_t i = blocks.size(); i-- > 0;) {
    LineRange& lines = blocks[i].lines;
    lines.first = std::clamp<std::size_t>(lines.first, 1, count);
    lines.last =
        std::max(lines.first, std::min(lines.last, shared == SharedLines::kSome ? next : next - 1));
    while (lines.last > lines.first && is_blank(lines.last)) --lines.last;
    next = lines.first;
    std::string& source = blocks[i].block.source;
    source = body.substr(starts[lines.first - 1], starts[lines.last] - starts[lines.first - 1]);
    source.erase(source.find_last_not_of('\n') + 1);
    lines = {lines.first + above, lines.last + above};
  }
  return starts;
}

}  // namespace l10n_drift
