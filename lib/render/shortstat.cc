#include "render/shortstat.h"

#include <fmt/format.h>

#include "text/words.h"

namespace l10n_drift {

std::string shortstat(const LineCounts& counts) {
  std::string text = "1 file changed";
  const bool is_empty = counts.insertions == 0 && counts.deletions == 0;
  if (counts.insertions > 0 || is_empty) {
    text += ", " + plural(counts.insertions, "insertion") + "(+)";
  }
  if (counts.deletions > 0 || is_empty) {
    text += ", " + plural(counts.deletions, "deletion") + "(-)";
  }
  return text;
}

std::string shortstat(const BinarySizes& sizes) {
  return fmt::format("Bin {} -> {} bytes", sizes.baseline, sizes.base);
}

}  // namespace l10n_drift
