#include "analysis/source_log.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "text/words.h"

namespace l10n_drift {
namespace {

// The day before the first of them in UTC, whatever their order.
std::optional<std::string> day_before(const Objects& objects,
                                      const std::vector<ObjectId>& commits) {
  constexpr std::int64_t kDay = 86'400;  // Seconds.
  std::optional<std::int64_t> first;
  for (const ObjectId& commit : commits) {
    const std::int64_t time = objects.read_commit(commit).time;
    first = std::min(first.value_or(time), time);
  }
  if (!first) return {};
  return std::string(day_of(iso_date(*first - kDay, 0)));
}

}  // namespace

void add_source_commits(const Objects& objects, const ObjectId& base, Report& report) {
  const auto phase = objects.measure(Phase::kCommits);
  std::vector<FileReport*> files;
  for (FileReport& file : report.files) {
    // A partially updated page is behind, but not behind its baseline.
    if (file.status == Status::kPartiallyUpdated) continue;
    if (is_drift(file.status) && file.baseline) files.push_back(&file);
  }
  // The commits of one baseline are marked once for all that have it.
  std::stable_sort(files.begin(), files.end(), [](const FileReport* a, const FileReport* b) {
    return a->baseline->commit < b->baseline->commit;
  });
  std::vector<LogQuery> queries;
  for (const FileReport* const file : files) {
    LogQuery query{.since = {}, .path = file->source};
    query.since.parse_hex(file->baseline->commit);
    queries.push_back(std::move(query));
  }
  const auto logs = objects.find_logs(base, queries);
  std::map<ObjectId, SourceCommit> described;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (report.web) files[i]->day_before_drift = day_before(objects, logs[i]);
    if (!report.with_commits) continue;
    for (const ObjectId& id : logs[i]) {
      const auto [place, is_new] = described.try_emplace(id);
      if (is_new) place->second = objects.describe(id);
      files[i]->commits.push_back(place->second);
    }
  }
}

}  // namespace l10n_drift
