#include "render/stale_lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/paint.h"
#include "render/stale_text.h"
#include "text/path_text.h"

namespace l10n_drift {
namespace {

struct Line {
  std::string where;
  std::string what;
  std::string heading;
  std::vector<StaleQuote> quotes;
};

std::string quote_lines(const std::vector<StaleQuote>& quotes) {
  std::string text;
  for (const auto& [label, quote] : quotes) {
    text += fmt::format("        {}: {}\n", label, printable(quote));
  }
  return text;
}

}  // namespace

std::string stale_lines(const std::vector<StaleBlock>& blocks, std::size_t most, Color color) {
  std::vector<StaleRun> runs = stale_runs(blocks);
  runs.resize(std::min(runs.size(), most));
  std::vector<Line> lines;
  std::size_t where_width = 0;
  std::size_t what_width = 0;
  std::size_t left = blocks.size();
  for (const StaleRun& run : runs) {
    lines.push_back(
        {place_text(run.block), run_text(run), heading_text(run.block, printable), quotes_of(run)});
    where_width = std::max(where_width, lines.back().where.size());
    what_width = std::max(what_width, lines.back().what.size());
    left -= run.count;
  }
  std::string text;
  for (const Line& line : lines) {
    const std::string what = fmt::format("{:<{}}", line.what, what_width);
    text += fmt::format("    {:<{}}  {}  {}\n", line.where, where_width,
                        paint(what, kYellow, color), line.heading);
    text += quote_lines(line.quotes);
  }
  return left == 0 ? text : text + fmt::format("    ... and {} more\n", left);
}

}  // namespace l10n_drift
