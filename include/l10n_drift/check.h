#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "l10n_drift/drift.h"
#include "l10n_drift/report.h"
#include "l10n_drift/statistics.h"

namespace l10n_drift {

// The check before a merge: of the translations that a branch changes, which would be out of date
// once it is merged?

enum class FindingKind {
  kOutdated,
  kPartiallyUpdated,
  kRenamed,
  kDeleted,
  kNever,    // There is no source at the path that the translation's own tells, nor was there one.
  kUnknown,  // No baseline can be told.
};

// The words of `--fail-on` and of the JSON output: "outdated", "partially_updated", ...
const char* to_string(FindingKind kind);

inline constexpr FindingKind kFindingKinds[] = {
    FindingKind::kOutdated, FindingKind::kPartiallyUpdated,
    FindingKind::kRenamed,  FindingKind::kDeleted,
    FindingKind::kNever,    FindingKind::kUnknown};

// Which translations to look at.
enum class CheckScope {
  kChanged,  // Those whose content the branch changed since it left the base.
  kNamed,    // Those that `CheckRequest::paths` names.
  kAll,
};

struct CheckRequest {
  Comparison comparison;
  std::vector<std::string> languages;  // As in ReportRequest.
  CheckScope scope = CheckScope::kChanged;
  std::vector<std::string> paths;  // As in DiffRequest, or folders.
  std::set<FindingKind> fail_on = {FindingKind::kOutdated, FindingKind::kRenamed,
                                   FindingKind::kDeleted};
  // Leave out pages and notices with less. What has no severity stays. A change that no reader
  // would notice shall not hold up a merge.
  Severity min_severity = Severity::kMinor;
  bool with_texts = false;                        // As in ReportContents.
  Granularity granularity = Granularity::kBlock;  // As in ReportRequest, like all that follow.
  bool allow_shallow = false;
  unsigned threads = 0;
};

// Where the source is from that a translation is held against: of the side that changed it since
// the branch left the base, else of the base.
enum class Side { kBase, kBranch };

// The words of the JSON output: "base", "branch".
const char* to_string(Side side);

// A translation that somebody should look at before the merge.
struct Finding {
  FindingKind kind = FindingKind::kUnknown;
  bool fails = false;  // Whether it was asked to fail the check.
  Side side = Side::kBase;
  std::optional<std::string> nearest;  // For kNever: the source that may be meant.
  std::optional<std::string> move_to;  // For kRenamed: where the translation belongs now.
  bool moved_on_base = false;          // For kRenamed: whether the base has moved it there.
  FileReport file;                     // For kNever, `source` is the path at which there is none.
};

enum class NoticeKind {
  kChangedOnBothSides,  // Base and branch changed the source: it is the base's that counts.
  // The branch did this to a source, and left translations as they were:
  kSourceChanged,
  kSourceRenamed,
  kSourceDeleted,
  // A translation and it do not correspond block by block, and the page counts as up to date by its
  // history alone.
  kNotCompared,
  kOtherKind,  // The same of a translation of a kind that is not looked into.
};

// The words of the JSON output: "changed_on_both_sides", "source_changed", ...
const char* to_string(NoticeKind kind);

// What is worth knowing about a source, and fails no check.
struct Notice {
  NoticeKind kind = NoticeKind::kSourceChanged;
  std::string source;
  std::optional<std::string> renamed_to;  // For kSourceRenamed.
  std::vector<std::string> languages;     // Those of the translations, sorted.
  std::vector<std::string> translations;  // Those judged, or those left behind; sorted.
  std::optional<DraftChange> draft = {};  // For kSourceChanged: what the branch made of it.
};

struct CheckReport {
  Revision base;
  Revision branch;
  std::vector<std::string> merge_bases;  // Commits, sorted; see Repository::find_merge_bases.
  std::string source_language;
  std::vector<std::string> languages;  // Sorted; those that were looked at.
  CheckScope scope = CheckScope::kChanged;
  std::size_t pages = 0;          // How many translations were looked at.
  std::vector<Finding> findings;  // Sorted by the translation's path.
  std::vector<Notice> notices;    // Sorted by the source's path, then by kind.
  bool with_texts = false;        // As in Report, like all that follow.
  std::vector<std::string> diff_options;
  std::vector<std::string> skipped;
  std::vector<LeftAside> left_aside;
};

// How many findings fail the check.
std::size_t count_failures(const CheckReport& report);

struct CheckAnalysis {
  CheckReport report;
  std::vector<Warning> warnings;
  Statistics statistics;  // All but the phase of the renderers.
};

// Reads only. Throws Error for what `analyze` throws, for histories that have nothing in common,
// and for a path that is no translation on the branch.
CheckAnalysis check_branch(const CheckRequest& request, const Progress& progress);

}  // namespace l10n_drift
