// cmark-gfm 0.29.0.gfm.6 takes the square of the length for four shapes, each found by trying (200
// kB of them took 2 to 20 s, where prose takes 3 ms):
//
//   > > > > > a           containers in one line: every further line asks each of them
//   a\na\n...|a|\n|-|     a table's delimiter row after a long paragraph, which is read over again
//   |-|-|-|...            columns, and rows that have fewer cells than the table has columns
//   ![[]()![[]()   <?<?   brackets and declarations that are never closed
//
// All but the first end at a blank line, so it is enough to count between two of them. The bounds
// leave room for any table or list that people write: a thousand of anything costs milliseconds.

#include "markdown/limits.h"

#include <algorithm>
#include <cstddef>

#include "markdown/masks.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

// Bytes of a page; the square of less is nothing.
constexpr std::size_t kMinSize = 2'000;
constexpr std::size_t kMaxContainers = 100;
constexpr std::size_t kMaxLinesAboveTable = 1000;
constexpr std::size_t kMaxColumns = 200;
constexpr std::size_t kMaxMissingCells = 500'000;
constexpr std::size_t kMaxOpen = 1000;

// What has been seen since the last blank line.
struct SinceBlankLine {
  std::size_t lines = 0;
  std::size_t columns = 0;  // How many the widest table has.
  std::size_t open_brackets = 0;
  std::size_t declarations = 0;
};

bool is_blank_at(std::string_view line, std::size_t after) {
  return after == line.size() || line[after] == ' ' || line[after] == '\t';
}

// How many quotes and lists the line begins.
std::size_t count_containers(std::string_view line) {
  std::size_t count = 0;
  std::size_t at = 0;
  while (true) {
    at = skip_all(line, at, " \t");
    if (at == line.size()) return count;
    const std::size_t digits = skip_all(line, at, "0123456789");
    const bool is_number =
        digits > at && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
    const bool is_bullet = line[at] == '-' || line[at] == '+' || line[at] == '*';
    const std::size_t after = is_number ? digits + 1 : at + 1;
    if (line[at] != '>' && !((is_number || is_bullet) && is_blank_at(line, after))) return count;
    ++count;
    at = after;
  }
}

// A rule, `- - -`, is no nest of lists, however long.
bool is_rule(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == line.npos || (line[first] != '-' && line[first] != '*')) return false;
  return std::all_of(line.begin(), line.end(),
                     [&](char c) { return c == ' ' || c == '\t' || c == line[first]; });
}

// How many columns a table has whose delimiter row this is; 0 if it is none.
std::size_t count_columns(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t>");
  if (first == line.npos || line.find_first_not_of("|-: \t>", first) != line.npos ||
      line.find('-', first) == line.npos) {
    return 0;
  }
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), '|')) + 1;
}

void count_inlines(std::string_view line, SinceBlankLine& seen) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '[') {
      ++seen.open_brackets;
    } else if (line[at] == ']') {
      seen.open_brackets -= seen.open_brackets > 0 ? 1 : 0;
    } else if (line[at] == '<' && at + 1 < line.size()) {
      const bool is_declaration = line[at + 1] == '?' || line[at + 1] == '!';
      const std::string_view tag = line.substr(at);
      const bool is_closed = tag.starts_with("<!--") || Masks::stand_alone(tag);
      if (is_declaration && !is_closed) ++seen.declarations;
    }
  }
}

// Whether the line, and what is above it, is too much.
bool add_line(std::string_view line, SinceBlankLine& seen) {
  count_inlines(line, seen);
  if (seen.open_brackets > kMaxOpen || seen.declarations > kMaxOpen) return true;
  if (count_containers(line) > kMaxContainers && !is_rule(line)) return true;
  if (const std::size_t columns = count_columns(line)) {
    if (columns > kMaxColumns || seen.lines > kMaxLinesAboveTable) return true;
    seen.columns = std::max(seen.columns, columns);
  }
  ++seen.lines;
  return false;
}

// How many cells `line` lacks if it is a row of the widest table.
std::size_t count_missing_cells(std::string_view line, const SinceBlankLine& seen) {
  const auto pipes = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
  return seen.columns > pipes + 1 ? seen.columns - pipes - 1 : 0;
}

}  // namespace

bool is_entangled(std::string_view page) {
  if (page.size() < kMinSize) return false;
  SinceBlankLine seen;
  std::size_t missing_cells = 0;
  while (!page.empty()) {
    const std::string_view line = take_line(page);
    if (line.find_first_not_of(" \t") == line.npos) {
      seen = {};
      continue;
    }
    if (add_line(line, seen)) return true;
    if (seen.columns > 1) missing_cells += count_missing_cells(line, seen);
    if (missing_cells > kMaxMissingCells) return true;
  }
  return false;
}

}  // namespace l10n_drift
