#include "l10n_drift/report.h"

#include <algorithm>
#include <cassert>

namespace l10n_drift {
namespace {

const StatusFacts& facts_of(Status status) {
  const auto index = static_cast<std::size_t>(status);
  assert(index < std::size(kStatuses));
  return kStatuses[index];
}

constexpr bool are_in_order() {
  std::size_t index = 0;
  for (const StatusFacts& facts : kStatuses) {
    if (static_cast<std::size_t>(facts.status) != index++) return false;
  }
  return true;
}
static_assert(are_in_order(), "a status is the index of its facts");

void count(Summary& summary, const FileReport& file) {
  ++summary[file.status];
  if (file.status != Status::kUntranslated) ++summary.translations;
  if (file.alignment == Alignment::kWeak) ++summary.not_compared;
  if (file.status == Status::kOutdated && file.counts) {
    summary.insertions += file.counts->insertions;
    summary.deletions += file.counts->deletions;
  }
}

}  // namespace

const char* to_string(Status status) { return facts_of(status).word; }

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
    case BaselineMethod::kRecorded:
      return "recorded";
    case BaselineMethod::kReviewed:
      return "reviewed";
  }
  assert(false);
  return "unknown";
}

const char* to_string(DraftChange change) {
  return change == DraftChange::kWithdrawn ? "withdrawn" : "published";
}

bool is_drift(Status status) { return facts_of(status).is_drift; }

bool is_misplaced(const FileReport& file) {
  return file.renamed_to && file.renamed_from == file.renamed_to;
}

bool has_lost_source(const FileReport& file) {
  return file.status == Status::kRenamed || file.status == Status::kDeleted;
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
