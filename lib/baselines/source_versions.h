#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "git/objects.h"
#include "plan/pairs.h"

namespace l10n_drift {

// A version of a source, and the commit of the base's history that made it.
struct SourceVersion {
  ObjectId commit;
  ObjectId tree;
  ObjectId blob;
  std::int64_t time = 0;  // The commit's, as in RawCommit.
  int offset_minutes = 0;
};

// The newest first.
using SourceVersions = std::vector<SourceVersion>;

// What each of these sources was at the base and before, under the name that it has there: the
// commits of one line, from each to the first parent that has the source, as the walk goes. One
// walk for all. A source that the base lacks has no versions. Reads no blob.
std::map<std::string, SourceVersions> find_source_versions(const Objects& objects,
                                                           const Pairs& pairs,
                                                           const std::set<std::string>& sources);

// The same of a revision, which need not be the base, on all sides of merges, in no order that can
// be relied on.
std::map<std::string, SourceVersions> find_all_source_versions(
    const Objects& objects, const Pairs& pairs, const ResolvedRevision& revision,
    const std::set<std::string>& sources);

}  // namespace l10n_drift
