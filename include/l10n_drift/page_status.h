#pragma once

#include <optional>
#include <string>
#include <vector>

#include "l10n_drift/drift.h"
#include "l10n_drift/render.h"
#include "l10n_drift/report.h"
#include "l10n_drift/statistics.h"

namespace l10n_drift {

// The answer to a translator's first question: what is the state of my page, and why?

// Who touched a translation last. `date` is the committer's, as everywhere, and the rest is what
// the commit says; it is foreign text.
struct LastTouch {
  std::string commit;
  std::string date;
  std::string author;
  std::string subject;
  bool operator==(const LastTouch&) const = default;
};

struct PageStatus {
  FileReport file;  // With the commits of the source, and with the texts of what is stale.
  std::optional<LastTouch> last_touch;
  std::optional<std::string> move_to;  // Where the translation of a renamed source belongs.
  bool moved_on_base = false;          // The base has moved it there.
  // The commit that removed or renamed its source; nothing if the source is there, or if the
  // history does not tell.
  std::optional<SourceCommit> source_gone_in = {};
  bool operator==(const PageStatus&) const = default;
};

struct PageStatusReport {
  Revision base;
  Revision branch;
  std::optional<Revision> since;
  std::string source_language;
  std::vector<std::string> diff_options;  // As in Report.
  std::vector<PageStatus> pages;          // Sorted by translation.
};

struct PageStatusAnalysis {
  PageStatusReport report;
  std::vector<Warning> warnings;
  Statistics statistics;
};

// The pages that `request.paths` name, or all. What the request says of contents does not matter,
// but for the severity: commits, texts and what is untranslated belong to the answer. Throws Error
// as `analyze` does.
PageStatusAnalysis describe_pages(ReportRequest request, const Progress& progress);

// Sentences for people.
std::string render_status_text(const PageStatusReport& report, Color color);

// JSON as docs/status.schema.json describes it.
std::string render_status_json(const PageStatusReport& report);

}  // namespace l10n_drift
