#pragma once

#include <optional>
#include <string>
#include <vector>

#include "git/repository.h"
#include "l10n_drift/drift.h"
#include "site/config.h"
#include "site/glob.h"
#include "site/layout.h"

namespace l10n_drift {

// A source that the configuration leaves alone.
struct IgnoredSources {
  GlobSet sources;
  std::string reason;
};

// A request with every default filled in and every name resolved: what the analysis works from.
struct Plan {
  ResolvedRevision base;
  ResolvedRevision branch;
  std::optional<ResolvedRevision> since;
  Layout layout;
  std::vector<std::string> languages;  // Folders' names, sorted; for a report at least one.
  Config config;                       // As it was read.
  GlobSet include;
  GlobSet exclude;
  std::vector<IgnoredSources> ignored;
  Granularity granularity = Granularity::kBlock;
  std::vector<Warning> warnings;

  // Whether the globs let a source in.
  bool considers(const std::string& source) const {
    return (include.empty() || include.matches(source)) && !exclude.matches(source);
  }
  std::optional<std::string> ignore_reason(const std::string& source) const;
};

// What a plan is for.
enum class Purpose {
  kReport,
  // Whether a branch may be merged. The configuration is the base's, which the branch cannot change
  // to excuse itself; the branch's name tells no language, as it is what it changes that counts;
  // and a branch that contains the base is as it should be.
  kCheck,
  // Which languages there are.
  kList,
};

// The repository that is asked for. Throws Error for one that cannot be read, or not to the end.
Repository open_for(const Request& request);

// Throws Error for whatever cannot be resolved. If one of `paths` is that of a translation, it
// tells the language.
Plan make_plan(const Repository& repository, const Request& request,
               const std::vector<std::string>& paths = {}, Purpose purpose = Purpose::kReport);

// The revision as a report names it.
Revision to_revision(const ResolvedRevision& revision);

// The options of a request that `l10n-drift diff` needs to see the same pairs, as words.
std::vector<std::string> diff_options(const Request& request);

}  // namespace l10n_drift
