#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "l10n_drift/stale.h"

namespace l10n_drift {

// The values that a run of the program produces, from the analysis to the renderers. Plain data:
// nothing here refers to a repository, and a test can write a report down by hand.
//
// Paths are the bytes that git stores, relative to the root of the tree, with '/' between their
// components; they need not be UTF-8. Object ids are 40 lower-case hexadecimal digits.

// What a pair of source and translation is. docs/design.md gives the rule that decides it.
enum class Status {
  kInSync,            // The translation belongs to the newest source.
  kOutdated,          // The source changed since the baseline.
  kPartiallyUpdated,  // The baseline is the newest source, and yet some changes stay untranslated.
  kRenamed,           // The source has a new name, which nobody has translated yet.
  kDeleted,           // The source is gone, or its new name is translated already.
  kUnpaired,          // A page of its own: it never had a source.
  kUnknown,           // No baseline can be told; `reason` says why.
  kInvalidBaseline,   // Somebody wrote down a baseline that is none; `reason` says why.
  kIgnored,           // The configuration says so; `reason` is its reason.
  kUntranslated,      // A source without a translation.
};

// What is said of a status everywhere. A new status is a line in the enumeration and one here.
struct StatusFacts {
  Status status;
  const char* word;  // In the JSON output.
  bool is_drift;     // Whether it asks somebody to do something about a translation.
};

// In the order of the enumeration, which is that of the JSON output, too.
inline constexpr StatusFacts kStatuses[] = {
    {Status::kInSync, "in_sync", false},
    {Status::kOutdated, "outdated", true},
    {Status::kPartiallyUpdated, "partially_updated", true},
    {Status::kRenamed, "renamed", true},
    {Status::kDeleted, "deleted", true},
    {Status::kUnpaired, "unpaired", false},
    {Status::kUnknown, "unknown", false},
    {Status::kInvalidBaseline, "invalid_baseline", false},
    {Status::kIgnored, "ignored", false},
    {Status::kUntranslated, "untranslated", false},
};

// How the baseline was found.
enum class BaselineMethod {
  kHistory,       // The source in the tree of the translation's last touch.
  kSince,         // The source at the revision that `--since` names.
  kContent,       // The translation is byte for byte the newest source.
  kFirstVersion,  // The first version of a source that came after the last touch.
  kRecorded,      // The source at a commit that the translation names (RecordedCommit).
  kReviewed,      // The version up to which somebody found nothing to translate.
};

// What became of a source that is published only if it is no draft (`draft: true`).
enum class DraftChange {
  kWithdrawn,  // It was published at the baseline, and is a draft at the base.
  kPublished,  // The other way round.
};

// The words of the JSON output: "in_sync", "partially_updated", ...
const char* to_string(Status status);
const char* to_string(BaselineMethod method);
const char* to_string(DraftChange change);

// A commit and its committer date as `git log --format=%cI` prints it
// ("2020-10-16T19:44:12-07:00"; UTC is "+00:00").
struct CommitStamp {
  std::string commit;
  std::string date;
  bool operator==(const CommitStamp&) const = default;
};

// A commit that changed a source. `subject` is its first paragraph on one line, as `%s` gives it.
struct SourceCommit {
  std::string commit;
  std::string date;
  std::string subject;
  bool operator==(const SourceCommit&) const = default;
};

// The version of the source that a translation corresponds to.
struct Baseline {
  std::string commit;
  std::string blob;
  std::string date;  // As in CommitStamp.
  BaselineMethod method = BaselineMethod::kHistory;
  bool operator==(const Baseline&) const = default;
};

// A commit that a translation, or whoever touched it last, names as that of its source.
struct RecordedCommit {
  std::string value;      // As it stands there.
  std::string where;      // The key of the front matter, "l10n.sourceCommit"; "comment"; "message".
  std::string suggested;  // Where it is invalid: the commit by what history tells; may be empty.
  bool operator==(const RecordedCommit&) const = default;
};

// The drift in lines, as `git diff --numstat` counts them.
struct LineCounts {
  std::size_t insertions = 0;
  std::size_t deletions = 0;
  bool operator==(const LineCounts&) const = default;
};

// The drift of a binary file, which has no lines: its sizes in bytes.
struct BinarySizes {
  std::uint64_t baseline = 0;
  std::uint64_t base = 0;
  bool operator==(const BinarySizes&) const = default;
};

// A page of the base that has text now which another source had: so many of its blocks.
struct TextPlace {
  std::string path;
  std::size_t blocks = 0;
  bool operator==(const TextPlace&) const = default;
};

// One pair. For an untranslated source, `translation` is the path that its translation would have.
struct FileReport {
  std::string language;
  std::string source;
  std::string translation;
  Status status = Status::kUnknown;
  std::optional<std::string> reason;      // Why it is kUnknown, kInvalidBaseline or kIgnored.
  std::optional<LineCounts> counts;       // What changed in text that is outdated.
  std::optional<BinarySizes> binary;      // The same if git calls either side binary.
  bool verbatim = false;                  // It is outdated, and a copy of the baseline's source.
  std::optional<std::string> renamed_to;  // The source's new name, if it was renamed (or deleted).
  std::optional<std::string> renamed_from;  // The source's name at the baseline, if it was another.
  // Other names that the translation had, the newest first, as far as its history was read: to its
  // first version if blocks were asked for, else to its last touch.
  std::vector<std::string> former_translations = {};
  std::optional<int> similarity;  // How similar the two are (in %), if measured.
  // Where the text of a source lives on that is gone, or that another text has taken the place of:
  // most blocks first, then by path. Empty if nowhere, or if nobody has looked.
  std::vector<TextPlace> text_now_in = {};
  std::optional<Baseline> baseline;
  std::optional<RecordedCommit> recorded;  // Nothing, too, with `--since`.
  // The blob of the source at the base, under its new name if it has one; empty if there is none.
  std::string source_blob;
  std::optional<CommitStamp> last_touch;  // Nothing with `--since`.
  // What looking into the pages has shown (stale.h). A pair is looked into if it is outdated or
  // partially updated, both pages are Markdown, MDX or HTML, and blocks were asked for.
  std::optional<Severity> severity;  // The greatest of all that is to be translated.
  // It would be looked into if it were of such a kind: of its text, only the history is known.
  bool is_of_other_kind = false;
  std::optional<DraftChange> draft;    // Nothing if it is published, or a draft, as it was.
  std::optional<Alignment> alignment;  // Nothing if not looked at, or if in sync and good.
  std::vector<StaleBlock> stale;       // What the last touch left open first, then by source line.
  // The commits of `git log BASELINE..BASE -- SOURCE`, newest first. Empty if nobody has asked for
  // them.
  std::vector<SourceCommit> commits;
  // A day (UTC) on which none of these commits had been made, "2020-10-16", for links. Nothing
  // without links, or if the commits are not known, or there are none.
  std::optional<std::string> day_before_drift;
  bool operator==(const FileReport&) const = default;
};

// What keeps a pair out of a report.
enum class LeftOutBy {
  kGlobs,         // --include and --exclude.
  kPaths,         // The paths that are named are others.
  kSeverity,      // --min-severity.
  kUntranslated,  // Nobody has asked for what is untranslated.
};

// A pair that is there, and that a request keeps out of the report.
struct LeftOutFile {
  std::string source;
  std::string translation;
  LeftOutBy by = LeftOutBy::kGlobs;
  std::optional<std::string> renamed_from = {};       // As in FileReport, if it is known;
  std::vector<std::string> former_translations = {};  // this, too.
  bool is_translated = true;
  bool operator==(const LeftOutFile&) const = default;
};

// How many pairs of a language there are. `translations` is the sum of all statuses but
// kUntranslated; the lines are those of the outdated pairs.
struct Summary {
  std::size_t translations = 0;
  std::array<std::size_t, std::size(kStatuses)> pairs = {};  // In the order of kStatuses.
  std::size_t insertions = 0;
  std::size_t deletions = 0;
  std::size_t not_compared = 0;  // Pages whose `alignment` is weak.

  std::size_t& operator[](Status status) { return pairs.at(static_cast<std::size_t>(status)); }
  std::size_t operator[](Status status) const { return pairs.at(static_cast<std::size_t>(status)); }
  bool operator==(const Summary&) const = default;
};

// A revision as the user named it, and the commit that it stands for.
struct Revision {
  std::string ref;
  std::string commit;
  std::string date =
      {};  // When it was committed, "2020-10-16T19:44:12-07:00". Reports alone have it.
  bool operator==(const Revision&) const = default;
};

// A repository on the web, with the pages that GitHub has.
struct WebPages {
  std::string repository;  // "https://github.com/OWNER/NAME".
  std::string base;        // A branch's name there, or a commit.
  std::string branch;
  bool operator==(const WebPages&) const = default;
};

// A folder that has the name of a language, and is none.
struct LeftAside {
  std::string folder;  // From the root of the tree: "docs/api".
  std::string reason;  // "none of its 3 pages stands in the source".
  bool operator==(const LeftAside&) const = default;
};

struct Report {
  Revision base;
  Revision branch;
  std::optional<Revision> since;
  bool with_blocks = true;  // Whether pages were looked into.
  // The first words of an issue, as the configuration has them; nothing: the default of its layout.
  std::optional<std::string> issue_title = {};
  std::optional<std::string> issue_intro = {};
  bool is_bug_report = true;  // Whether that default is a bug report, as Kubernetes' teams post it.
  std::string source_language;
  std::vector<std::string> languages;        // Those that were asked for, sorted.
  std::map<std::string, Summary> summaries;  // One for each of `languages`.
  std::vector<FileReport> files;             // Sorted by `translation`, bytewise.
  std::vector<LeftOutFile> left_out;         // Those of all languages, sorted in the same way.
  std::vector<std::string>
      diff_options;                   // Words that `l10n-drift diff` needs to see the same pairs.
  std::optional<WebPages> web;        // Where links lead to; nothing without links.
  bool with_commits = false;          // Whether `FileReport::commits` was asked for.
  bool with_texts = false;            // Whether `StaleBlock::texts` was.
  std::vector<std::string> skipped;   // The symlinks and submodules among the pages, sorted.
  std::vector<LeftAside> left_aside;  // Where languages were looked for, sorted.
  std::vector<std::string> layout_notes;  // Why the layout is what it is (LayoutFinding::reasons).
};

// Whether the status asks somebody to do something about a translation.
bool is_drift(Status status);

// Whether the translation was moved away from its source, which is still where it was
// (`renamed_to`).
bool is_misplaced(const FileReport& file);

// Whether its source is not where the translation's path looks for it, and was there: renamed or
// deleted.
bool has_lost_source(const FileReport& file);

// The blocks that the last touch of a translation left open.
std::size_t open_changes(const FileReport& file);

// Counts `files` for each of `languages`.
std::map<std::string, Summary> summarize(const std::vector<std::string>& languages,
                                         const std::vector<FileReport>& files);

}  // namespace l10n_drift
