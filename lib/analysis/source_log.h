#pragma once

#include <optional>
#include <string>
#include <vector>

#include "git/objects.h"
#include "l10n_drift/report.h"
#include "plan/ignored_commits.h"

namespace l10n_drift {

// The commits that changed a source since the baseline of its translation, newest first.
struct SourceLog {
  std::vector<SourceCommit> commits;  // As FileReport has both.
  std::optional<std::string> day_before_drift;
};

// What a report shows of these commits.
struct SourceLogParts {
  bool commits = false;
  bool day_before_drift = false;
};

// The log of each of the files, in their order: of what is outdated, renamed or deleted the commits
// that `git log BASELINE..BASE -- SOURCE` lists, but for those that are ignored, for all files in
// one walk; of others nothing.
std::vector<SourceLog> find_source_logs(const Objects& objects, const ObjectId& base,
                                        const IgnoredCommits& ignored,
                                        const std::vector<FileReport>& files, SourceLogParts parts);

}  // namespace l10n_drift
