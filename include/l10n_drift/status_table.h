#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "l10n_drift/render.h"
#include "l10n_drift/report.h"

namespace l10n_drift {

// In which order the pages of a language stand.
enum class TableOrder {
  kPath,
  kAge,       // Those first that nobody has touched for longest.
  kSize,      // The most changed lines first.
  kSeverity,  // What asks for most first, and of the same the most changed lines.
};

struct TableOptions {
  TableOrder order = TableOrder::kPath;
  std::optional<std::size_t> width = {};  // Columns of the terminal; nothing: as many as it takes.
  Color color = Color::kOff;
};

// The pages that need attention, a row each, between the totals of each language. No line is wider
// than the terminal: paths that are too long for a column get a line of their own, and those that
// are too long for a line lose their middle.
std::string render_status_table(const Report& report, const TableOptions& options);

}  // namespace l10n_drift
