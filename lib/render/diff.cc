#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
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

// Which of the two diffs a place belongs to, and what is said above it. Programs that read diffs
// pass over lines in front of a header.
enum class DiffPart { kLeftOpen, kChangedSince };

std::string part_heading(DiffPart part, bool has_other_part) {
  if (part == DiffPart::kLeftOpen) return "# Left open when the translation was last updated:\n";
  return has_other_part ? "# Changed since then:\n" : "# Changed in the source:\n";
}

// Nobody shall take it for what is to be removed.
std::string surplus_note(std::size_t count) {
  return fmt::format(". The source had {0} before, or the translators added {0}.",
                     count == 1 ? "it" : "them");
}

// What each place was and is, in words, above the hunks: of these, one may show several places, and
// none shows what only the translation has.
std::string part_places(const FileReport& file, DiffPart part) {
  std::vector<StaleBlock> blocks;
  std::copy_if(file.stale.begin(), file.stale.end(), std::back_inserter(blocks),
               [&](const StaleBlock& block) {
                 return block.before_last_touch == (part == DiffPart::kLeftOpen);
               });
  std::string text;
  for (const StaleRun& run : stale_runs(blocks)) {
    const bool is_surplus = run.block.change == StaleChange::kOnlyInTranslation;
    text += fmt::format("#   {}: {}{}\n", place_text(run.block), run_text(run),
                        is_surplus ? surplus_note(run.count) : "");
    for (const auto& [label, quote] : quotes_of(run)) {
      text += fmt::format("#     {}: {}\n", label, printable(quote));
    }
  }
  return text;
}

std::string open_diff(const TranslationDiff& diff) {
  const std::string places = part_places(diff.file, DiffPart::kLeftOpen);
  if (places.empty()) return {};
  std::string text = part_heading(DiffPart::kLeftOpen, true) + places;
  if (diff.open_hunks.empty()) return text;
  const Names names{quote_path("a/" + diff.new_source), quote_path("b/" + diff.new_source)};
  return text + git_header(names) + hunks_text(names, diff.open_hunks);
}

// Hunks alone would not tell that there may be more to do.
std::string other_kind(const FileReport& file) {
  if (!file.is_of_other_kind || file.binary || file.verbatim) return {};
  return fmt::format("# {} is of a kind that is not looked into: only its history counts.\n",
                     quote_path(file.translation));
}

}  // namespace

std::string render_diff(const TranslationDiff& diff) {
  const std::string open = open_diff(diff);
  const std::string places = part_places(diff.file, DiffPart::kChangedSince);
  const std::string since = change_since(diff);
  const bool has_heading = !places.empty() || (!open.empty() && !since.empty());
  return other_kind(diff.file) + open +
         (has_heading ? part_heading(DiffPart::kChangedSince, !open.empty()) : "") + places + since;
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
