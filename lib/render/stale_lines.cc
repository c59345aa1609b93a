#include "render/stale_lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/paint.h"
#include "text/path_text.h"

namespace l10n_drift {
namespace {

struct Line {
  std::string where;
  std::string what;
  std::string heading;
};

}  // namespace

std::string stale_lines(const std::vector<StaleBlock>& blocks, const StaleColumns& columns,
                        Color color) {
  std::vector<StaleRun> runs = stale_runs(blocks);
  runs.resize(std::min(runs.size(), columns.most));
  std::vector<Line> lines;
  std::size_t where_width = 0;
  std::size_t what_width = 0;
  std::size_t left = blocks.size();
  for (const StaleRun& run : runs) {
    lines.push_back(
        {columns.where(run.block), columns.what(run), heading_text(run.block, printable)});
    where_width = std::max(where_width, lines.back().where.size());
    what_width = std::max(what_width, lines.back().what.size());
    left -= run.count;
  }
  std::string text;
  for (const Line& line : lines) {
    const std::string what = fmt::format("{:<{}}", line.what, what_width);
    text += fmt::format("    {:<{}}  {}  {}\n", line.where, where_width,
                        paint(what, columns.color, color), line.heading);
  }
  return left == 0 ? text : text + fmt::format("    ... and {} more\n", left);
}

}  // namespace l10n_drift
