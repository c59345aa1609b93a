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

std::vector<SourceLog> find_source_logs(const Objects& objects, const ObjectId& base,
                                        const IgnoredCommits& ignored,
                                        const std::vector<FileReport>& files,
                                        SourceLogParts parts) {
  const auto phase = objects.measure(Phase::kCommits);
  std::vector<std::size_t> behind;
  for (std::size_t i = 0; i < files.size(); ++i) {
    // A partially updated page is behind, but not behind its baseline.
    if (files[i].status == Status::kPartiallyUpdated) continue;
    if (is_drift(files[i].status) && files[i].baseline) behind.push_back(i);
  }
  // The commits of one baseline are marked once for all that have it.
  std::stable_sort(behind.begin(), behind.end(), [&](std::size_t a, std::size_t b) {
    return files[a].baseline->commit < files[b].baseline->commit;
  });
  std::vector<LogQuery> queries;
  for (const std::size_t i : behind) {
    LogQuery query{.since = {}, .path = files[i].source};
    query.since.parse_hex(files[i].baseline->commit);
    queries.push_back(std::move(query));
  }
  auto logs = objects.find_logs(base, queries);
  if (!ignored.empty()) {
    for (auto& log : logs) {
      std::erase_if(log, [&](const ObjectId& commit) { return ignored.has(objects, commit); });
    }
  }
  std::map<ObjectId, SourceCommit> described;
  std::vector<SourceLog> found(files.size());
  for (std::size_t k = 0; k < behind.size(); ++k) {
    SourceLog& log = found[behind[k]];
    if (parts.day_before_drift) log.day_before_drift = day_before(objects, logs[k]);
    if (!parts.commits) continue;
    for (const ObjectId& id : logs[k]) {
      const auto [place, is_new] = described.try_emplace(id);
      if (is_new) place->second = objects.describe(id);
      log.commits.push_back(place->second);
    }
  }
  return found;
}

}  // namespace l10n_drift
