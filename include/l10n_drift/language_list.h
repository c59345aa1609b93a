#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "l10n_drift/drift.h"
#include "l10n_drift/report.h"
#include "l10n_drift/statistics.h"

namespace l10n_drift {

// The newest milestone branch of a language.
struct NewestMilestone {
  Revision revision;
  std::optional<bool> merged;  // Into the base; nothing if a shallow clone cannot tell.
  bool operator==(const NewestMilestone&) const = default;
};

struct LanguageEntry {
  std::string language;   // The folder's name.
  std::string folder;     // From the root of the tree, "content/ko"; or the pattern of its pages
                          // where it has none, "content/{path}.ko.md".
  std::size_t files = 0;  // Translations that a report would have.
  std::optional<NewestMilestone> milestone;
  bool operator==(const LanguageEntry&) const = default;
};

// The languages that have translations on a branch: those of a report with `--lang all`.
struct LanguageList {
  Revision branch;
  std::string source_language;
  std::vector<LanguageEntry> languages;    // Sorted by language; may be empty.
  std::vector<LeftAside> left_aside = {};  // Folders that are none, sorted.
};

struct LanguageListing {
  LanguageList list;
  Statistics statistics;
  std::vector<std::string> layout_notes = {};  // As in Report.
};

struct LanguagesRequest {
  Comparison comparison;
  std::vector<std::string> languages = {};  // As in ReportRequest; none for all.
};

// A shallow clone is good enough. Throws Error as `analyze` does, but not where there are no
// translations at all.
LanguageListing list_languages(const LanguagesRequest& request);

}  // namespace l10n_drift
