#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "l10n_drift/drift.h"
#include "l10n_drift/page_status.h"
#include "l10n_drift/render.h"
#include "l10n_drift/report.h"
#include "l10n_drift/statistics.h"

namespace l10n_drift {

// What changed in the sources of some translations.

struct DiffRequest {
  Comparison comparison;
  // Translations, or folders of them, from the root of the tree or from the folder
  // `comparison.repository` in a work tree; at least one. Their languages are those that are looked
  // at.
  std::vector<std::string> paths;
  std::optional<std::string> since;  // As in ReportRequest, like all that follow.
  Granularity granularity = Granularity::kBlock;
  bool allow_shallow = false;
  unsigned threads = 0;
};

// One translation, and what happened to its source since its baseline: the change from one blob to
// another. Without a baseline, or where the source lives on nowhere, paths and blobs are empty.
struct TranslationDiff {
  PageStatus page;         // With the texts of what is stale, and without commits of the source.
  bool is_named = false;   // By its own path, and not by that of a folder alone.
  std::string old_source;  // The source's path at the baseline,
  std::string new_source;  // and at the base.
  std::string old_blob;
  std::string new_blob;
  LineCounts counts;
  std::optional<BinarySizes> sizes;  // Where git calls either side binary.
  std::string hunks;  // As `git diff OLD_BLOB NEW_BLOB` prints them below its header.
  // What the last touch left open: from the source as the translation shows it to that at the base.
  // Empty if nothing is open.
  std::string open_hunks;
};

// Whether there is anything to show of it: a change, what is open, or that its source is gone.
bool has_news(const TranslationDiff& diff);

// A folder that was named.
struct DiffedFolder {
  std::string name;       // As it was given.
  Summary pages;          // All translations in it.
  std::size_t shown = 0;  // How many of them there is something to show of.
};

struct DiffReport {
  Revision base;
  Revision branch;
  std::optional<Revision> since;
  bool with_blocks = true;  // Whether pages were looked into.
  // Those that are named, and of those in folders the ones that there is something to show of;
  // sorted by translation.
  std::vector<TranslationDiff> pages;
  std::vector<DiffedFolder> folders;  // In the order in which they were named.
};

struct DiffAnalysis {
  DiffReport report;
  std::vector<Warning> warnings;
  std::vector<UncommittedPage> uncommitted;  // Of those that are looked at, or would be.
  Statistics statistics;
};

// Throws Error for a path that is no translation on the branch and no folder of any, with the
// nearest one as a hint, and for what `analyze` throws.
DiffAnalysis diff_translations(const DiffRequest& request, const Progress& progress);

// The unified diff of each source since the baseline of its translation, as `git diff` prints it
// for a file of that name. What the last touch left open comes first, as a diff of its own. Above
// either stand lines that begin with '#': which places are stale, and what each was and is; and of
// a source that is gone, what became of it. Behind the line numbers of each hunk stands whether it
// is of before the last touch or of after it. Empty if there is nothing to show. Without colours,
// it is a diff for programs, too.
std::string render_diff(const DiffReport& report, Color color);

// The same in a line for each of the two: "PATH 3 open changes", and as `git diff --shortstat`
// counts: "PATH 1 file changed, 2 insertions(+)". A source that is gone "is deleted". Of several
// pages, each line ends with its translation.
std::string render_diff_stat(const DiffReport& report);

}  // namespace l10n_drift
