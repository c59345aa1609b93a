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

// The check before a merge: of the translations that a branch changes, which does it leave behind?

// Whose drift it is, what weighs most first. docs/checking.md tells what each of them asks for.
enum class FindingKind {
  kLost,         // The branch took away what the page had.
  kForgotten,    // The page is new, and lacks blocks of its source.
  kLeftBehind,   // The page is new, or the branch brings it up to date, and leaves places open.
  kCopy,         // It is a copy of its source as that was before.
  kOrphaned,     // Its source was renamed or deleted, and was not so before.
  kWasBehind,    // It was behind before, and still is.
  kNotCompared,  // It is behind by its history, and nobody can look into it.
  kNever,        // There is no source at the path that the translation's own tells, nor was there.
  kUnknown,      // No baseline can be told.
  kInvalidBaseline,  // Somebody wrote down a baseline that is none.
};

// The words of `--fail-on` and of the JSON output: "lost", "forgotten", "left_behind", ...
const char* to_string(FindingKind kind);

inline constexpr FindingKind kFindingKinds[] = {
    FindingKind::kLost,           FindingKind::kForgotten, FindingKind::kLeftBehind,
    FindingKind::kCopy,           FindingKind::kOrphaned,  FindingKind::kWasBehind,
    FindingKind::kNotCompared,    FindingKind::kNever,     FindingKind::kUnknown,
    FindingKind::kInvalidBaseline};

// What fails a check: whose drift it is, or what the page is once the branch is merged, whoever is
// to blame.
struct FailOn {
  std::set<FindingKind> kinds = {};
  std::set<Status> statuses = {};
};

// The statuses that `--fail-on` takes.
inline constexpr Status kFailingStatuses[] = {Status::kOutdated, Status::kPartiallyUpdated,
                                              Status::kRenamed, Status::kDeleted};

// Which translations to look at.
enum class CheckScope {
  kChanged,  // Those whose content the branch changed since it left the base.
  kNamed,    // Those that `CheckRequest::paths` names.
  kAll,
};

struct CheckRequest {
  Comparison comparison;
  // The revision that the branch is to be merged into; without it, the base.
  std::optional<std::string> target;
  std::vector<std::string> languages;  // As in ReportRequest.
  CheckScope scope = CheckScope::kChanged;
  std::vector<std::string> paths;  // As in DiffRequest, or folders.
  // Without it, what the branch does to pages: kLost to kOrphaned. Of pages that are asked for by
  // name, and of all, what is outdated, renamed or deleted as well.
  std::optional<FailOn> fail_on;
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

// How loud a finding is.
enum class Level {
  kError,    // It fails the check.
  kWarning,  // Somebody should look at it.
  kNote,     // It is worth knowing, and nobody's business here.
};

// The words of the JSON output: "error", "warning", "note".
const char* to_string(Level level);

// Which version of its source a translation was made from, and what has happened to that since.
struct SourceStory {
  // The commit that gave the source the content that it has on the branch; nothing if the branch
  // has the newest.
  std::optional<CommitStamp> held;
  std::vector<SourceCommit> since;      // Those that changed it on the other side, newest first.
  std::optional<SourceCommit> gone_in;  // The one that removed or renamed it.
};

// A translation of the branch that is not up to date.
struct Finding {
  FindingKind kind = FindingKind::kUnknown;
  bool fails = false;  // Whether it was asked to fail the check.
  Level level = Level::kWarning;
  Side side = Side::kBase;
  bool is_new = false;                 // There was no such page before.
  std::vector<FindingKind> places;     // Whose each of `file.stale` is.
  SourceStory source;                  // Of what fails, and of what has no source any more.
  std::optional<std::string> nearest;  // For kNever: the source that may be meant.
  std::optional<std::string> move_to;  // Of a source with a new name: where this page belongs now.
  bool moved_on_base = false;          // The same: whether the base has moved it there.
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
  std::optional<Revision> target;        // If it is another one than the base.
  std::vector<std::string> merge_bases;  // Commits, sorted; see Repository::find_merge_bases.
  std::string source_language;
  std::vector<std::string> languages;  // Sorted; those that were looked at.
  CheckScope scope = CheckScope::kChanged;
  std::size_t pages = 0;          // How many translations were looked at.
  bool is_bulk = false;           // A milestone or the like: too much for single findings.
  std::vector<Finding> findings;  // Sorted by the translation's path.
  std::vector<Notice> notices;    // Sorted by the source's path, then by kind.
  bool with_texts = false;        // As in Report, like all that follow.
  std::vector<std::string> diff_options;
  std::vector<std::string> skipped;
  std::vector<LeftAside> left_aside;
  std::vector<std::string> layout_notes;
};

// A branch that changes more pages is read as a table.
inline constexpr std::size_t kMostPages = 20;

// How many findings fail the check, and how many have this level.
std::size_t count_failures(const CheckReport& report);
std::size_t count_findings(const CheckReport& report, Level level);

struct CheckAnalysis {
  CheckReport report;
  std::vector<Warning> warnings;
  std::vector<UncommittedPage> uncommitted;  // Of those that are looked at, or would be.
  Statistics statistics;                     // All but the phase of the renderers.
};

// Reads only. Throws Error for what `analyze` throws, for histories that have nothing in common,
// and for a path that is no translation on the branch.
CheckAnalysis check_branch(const CheckRequest& request, const Progress& progress);

}  // namespace l10n_drift
