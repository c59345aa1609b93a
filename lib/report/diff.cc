#include <fmt/format.h>

#include <string>

#include "l10n_drift/render.h"
#include "report/shortstat.h"
#include "text/path_text.h"

namespace l10n_drift {

// The header of git's own (diff.c, "fill_metainfo" and "builtin_diff"): both names, the blobs, and
// the names again above the hunks. A rename needs no lines of its own, since both names are there.
std::string render_diff(const TranslationDiff& diff) {
  if (diff.old_blob.empty() || diff.old_blob == diff.new_blob) return {};
  const std::string from = quote_path("a/" + diff.old_source);
  const std::string to = quote_path("b/" + diff.new_source);
  const std::string header =
      fmt::format("diff --git {} {}\nindex {}..{}\n", from, to, diff.old_blob, diff.new_blob);
  if (diff.sizes) return fmt::format("{}Binary files {} and {} differ\n", header, from, to);
  return fmt::format("{}--- {}\n+++ {}\n{}", header, from, to, diff.hunks);
}

std::string render_diff_stat(const TranslationDiff& diff) {
  if (diff.old_blob.empty()) return {};
  return fmt::format("{} {}\n", quote_path(diff.new_source),
                     diff.sizes ? shortstat(*diff.sizes) : shortstat(diff.counts));
}

}  // namespace l10n_drift
