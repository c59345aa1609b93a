#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "l10n_drift/report.h"
#include "l10n_drift/statistics.h"

namespace l10n_drift {

// How closely to look: at files as a whole, or at the blocks of Markdown pages, too.
enum class Granularity { kBlock, kFile };

// What the user asks for. Absent values take the defaults of the manual.
struct Request {
  std::string repository = ".";
  std::optional<std::string> base;
  std::optional<std::string> branch;   // "auto" for the language's newest milestone.
  std::vector<std::string> languages;  // Codes or aliases; "all".
  std::optional<std::string> since;    // "auto" for the previous milestone.
  std::optional<std::string> source_language;
  std::vector<std::string> include;  // Globs as in GlobSet; they replace the configuration's.
  std::vector<std::string> exclude;
  std::optional<std::string> config_file;
  bool with_untranslated = false;          // List sources without a translation in `Report::files`.
  bool with_commits = false;               // Fill `FileReport::commits`.
  bool with_links = false;                 // Fill what `Report` has for links, of one language.
  std::optional<std::string> web_address;  // Of the repository; else that of its remote.
  unsigned threads = 0;                    // 0: as many as the machine has cores.
  bool allow_shallow = false;              // Tell what a shallow clone can tell.
  bool fetch_missing = false;              // Have git fetch the blobs that a partial clone lacks.
  Granularity granularity = Granularity::kBlock;
  // Leave out what is outdated or partially updated with less. What has no severity stays.
  Severity min_severity = Severity::kCosmetic;
};

// Something that the user should know of and that is no error: one line, and a hint as in Error.
struct Warning {
  std::string message;
  std::string hint;
};

struct Analysis {
  Report report;
  std::vector<Warning> warnings;
  Statistics statistics;  // All but the phase of the renderers.
};

// Called now and then, from the thread that called `analyze`, with the commits visited so far and
// the translations whose baseline is still to be found. May throw to stop the analysis.
using Progress = std::function<void(std::size_t commits, std::size_t translations)>;

// Holds the translations of a branch against the sources of a base. Reads only. Throws Error for
// what the user can mend: revisions, languages, configuration, the repository itself.
Analysis analyze(const Request& request, const Progress& progress);

// One translation, and what happened to its source since its baseline: the change from one blob to
// another. Without a baseline, or where the source lives on nowhere, paths and blobs are empty.
struct TranslationDiff {
  FileReport file;
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
  std::vector<Warning> warnings;
  Statistics statistics;
};

// `path` names a translation from the root of the tree, or from the folder `request.repository` in
// a work tree. Throws Error for a path that is no translation on the branch, with the nearest one
// as a hint, and for what `analyze` throws. The language is that of the path.
TranslationDiff diff_translation(const Request& request, const std::string& path,
                                 const Progress& progress);

}  // namespace l10n_drift
