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

// What every call needs: which commits of which repository are compared. Absent values take the
// defaults of the manual.
struct Comparison {
  std::string repository = ".";
  std::optional<std::string> base;
  std::optional<std::string> branch;  // "auto" for the language's newest milestone.
  std::optional<std::string> source_language;
  std::optional<std::string> config_file;
  bool fetch_missing = false;  // Have git fetch the blobs that a partial clone lacks.
};

// What a report shows of what has been found.
struct ReportContents {
  bool with_untranslated = false;          // List sources without a translation.
  bool with_commits = false;               // Fill `FileReport::commits`.
  bool with_texts = false;                 // Fill `StaleBlock::texts`.
  bool with_links = false;                 // Fill what `Report` has for links, of one language.
  std::optional<std::string> web_address;  // Of the repository; else that of its remote.
  // Leave out what is outdated or partially updated with less. What has no severity stays.
  Severity min_severity = Severity::kCosmetic;
};

struct ReportRequest {
  Comparison comparison;
  std::vector<std::string> languages;  // Codes or aliases; "all".
  std::optional<std::string> since;    // "auto" for the previous milestone.
  // Sources or translations, files or folders, from the root of the tree or from the folder
  // `comparison.repository` in a work tree; none for all pages.
  std::vector<std::string> paths;
  std::vector<std::string> include;  // Globs as in `.gitignore`, in place of the configuration's.
  std::vector<std::string> exclude;
  Granularity granularity = Granularity::kBlock;
  bool allow_shallow = false;  // Tell what a shallow clone can tell.
  bool with_records = true;    // Believe the commits that pages name; else history alone counts.
  unsigned threads = 0;        // 0: as many as the machine has cores.
  ReportContents contents;
};

// Something that the user should know of and that is no error: one line, and a hint as in Error.
struct Warning {
  std::string message;
  std::string hint;
};

// A translation that the work tree has otherwise than the commit that is looked at, which is the
// one that is checked out.
struct UncommittedPage {
  std::string path;
  bool is_new = false;  // The commit does not have it.
  bool operator==(const UncommittedPage&) const = default;
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
Analysis analyze(const ReportRequest& request, const Progress& progress);

}  // namespace l10n_drift
