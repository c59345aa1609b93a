#include "l10n_drift/report.h"

#include <algorithm>
#include <cassert>

namespace l10n_drift {
namespace {

// The field of a summary that counts pairs of this status.
std::size_t& field_of(Summary& summary, Status status) {
  switch (status) {
    case Status::kInSync:
      return summary.in_sync;
    case Status::kOutdated:
      return summary.outdated;
    case Status::kPartiallyUpdated:
      return summary.partially_updated;
    case Status::kRenamed:
      return summary.renamed;
    case Status::kDeleted:
      return summary.deleted;
    case Status::kUnpaired:
      return summary.unpaired;
    case Status::kUnknown:
      return summary.unknown;
    case Status::kIgnored:
      return summary.ignored;
    case Status::kUntranslated:
      return summary.untranslated;
  }
  assert(false);
  return summary.unknown;
}

void count(Summary& summary, const FileReport& file) {
  ++field_of(summary, file.status);
  if (file.status != Status::kUntranslated) ++summary.translations;
  if (file.status == Status::kOutdated && file.counts) {
    summary.insertions += file.counts->insertions;
    summary.deletions += file.counts->deletions;
  }
}

}  // namespace

const char* to_string(Status status) {
  switch (status) {
    case Status::kInSync:
      return "in_sync";
    case Status::kOutdated:
      return "outdated";
    case Status::kPartiallyUpdated:
      return "partially_updated";
    case Status::kRenamed:
      return "renamed";
    case Status::kDeleted:
      return "deleted";
    case Status::kUnpaired:
      return "unpaired";
    case Status::kUnknown:
      return "unknown";
    case Status::kIgnored:
      return "ignored";
    case Status::kUntranslated:
      return "untranslated";
  }
  assert(false);
  return "unknown";
}

const char* to_string(BaselineMethod method) {
  switch (method) {
    case BaselineMethod::kHistory:
      return "history";
    case BaselineMethod::kSince:
      return "since";
    case BaselineMethod::kContent:
      return "content";
    case BaselineMethod::kFirstVersion:
      return "first_version";
  }
  assert(false);
  return "unknown";
}

bool is_drift(Status status) {
  switch (status) {
    case Status::kOutdated:
    case Status::kPartiallyUpdated:
    case Status::kRenamed:
    case Status::kDeleted:
      return true;
    case Status::kInSync:
    case Status::kUnpaired:
    case Status::kUnknown:
    case Status::kIgnored:
    case Status::kUntranslated:
      return false;
  }
  assert(false);
  return false;
}

std::size_t open_changes(const FileReport& file) {
  return static_cast<std::size_t>(
      std::count_if(file.stale.begin(), file.stale.end(),
                    [](const StaleBlock& block) { return block.before_last_touch; }));
}

std::map<std::string, Summary> summarize(const std::vector<std::string>& languages,
                                         const std::vector<FileReport>& files) {
  std::map<std::string, Summary> summaries;
  for (const std::string& language : languages) summaries[language] = Summary{};
  for (const FileReport& file : files) {
    const auto found = summaries.find(file.language);
    if (found != summaries.end()) count(found->second, file);
  }
  return summaries;
}

}  // namespace l10n_drift
