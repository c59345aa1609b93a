#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "l10n_drift/render.h"
#include "render/drift_text.h"
#include "render/stale_text.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {

namespace {

// Programs that read diffs pass over lines in front of a header.
constexpr char kOpen[] = "# Left open when the translation was last updated:\n";
constexpr char kSince[] = "# Changed since then:\n";

struct Names {
  std::string from;
  std::string to;
};

std::string git_header(const Names& names) {
  return fmt::format("diff --git {} {}\n", names.from, names.to);
}

std::string hunks_text(const Names& names, const std::string& hunks) {
  return fmt::format("--- {}\n+++ {}\n{}", names.from, names.to, hunks);
}

// The header of git's own (diff.c, "fill_metainfo" and "builtin_diff"): both names, the blobs, and
// the names again above the hunks. A rename needs no lines of its own, since both names are there.
std::string change_since(const TranslationDiff& diff) {
  if (diff.old_blob.empty() || diff.old_blob == diff.new_blob) return {};
  const Names names{quote_path("a/" + diff.old_source), quote_path("b/" + diff.new_source)};
  const std::string header =
      git_header(names) + fmt::format("index {}..{}\n", diff.old_blob, diff.new_blob);
  if (!diff.sizes) return header + hunks_text(names, diff.hunks);
  return header + fmt::format("Binary files {} and {} differ\n", names.from, names.to);
}

// What no hunk of the source can show.
std::string only_in_translation(const FileReport& file) {
  std::vector<StaleBlock> blocks;
  std::copy_if(file.stale.begin(), file.stale.end(), std::back_inserter(blocks),
               [](const StaleBlock& block) {
                 return block.change == StaleChange::kOnlyInTranslation && block.translation_lines;
               });
  std::string text;
  for (const StaleRun& run : stale_runs(blocks)) {
    text += fmt::format("# {} of {}: {}. The source had it before, or the translators added it.\n",
                        lines_text(*run.block.translation_lines), quote_path(file.translation),
                        run_text(run));
  }
  return text;
}

}  // namespace

std::string render_diff(const TranslationDiff& diff) {
  const std::string surplus = only_in_translation(diff.file);
  std::string since = change_since(diff);
  if (diff.open_hunks.empty()) return surplus + since;
  const Names names{quote_path("a/" + diff.new_source), quote_path("b/" + diff.new_source)};
  return surplus + kOpen + git_header(names) + hunks_text(names, diff.open_hunks) +
         (since.empty() ? "" : kSince + since);
}

std::string render_diff_stat(const TranslationDiff& diff) {
  std::string text;
  const std::string path = quote_path(diff.new_source);
  if (open_changes(diff.file) > 0) {
    text += fmt::format("{} {}\n", path, plural(open_changes(diff.file), "open change"));
  }
  if (!diff.old_blob.empty()) {
    text +=
        fmt::format("{} {}\n", path, diff.sizes ? shortstat(*diff.sizes) : shortstat(diff.counts));
  }
  return text;
}

}  // namespace l10n_drift
