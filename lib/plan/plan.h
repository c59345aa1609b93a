#pragma once

#include <optional>
#include <string>
#include <vector>

#include "git/repository.h"
#include "l10n_drift/drift.h"
#include "l10n_drift/layout_finding.h"
#include "plan/ignored_commits.h"
#include "site/config.h"
#include "site/glob.h"
#include "site/layout.h"
#include "site/reviews.h"

namespace l10n_drift {

// What a plan is for.
enum class Purpose {
  kReport,
  // Whether a branch may be merged. The configuration is the base's, which the branch cannot change
  // to excuse itself; the branch's name tells no language, as it is what it changes that counts;
  // and a branch that contains the base is as it should be.
  kCheck,
  // Which languages there are.
  kList,
  // What a configuration would say. One that is there already is not read, unless it is named.
  kDraft,
};

// What a plan is made from: that part of a call's request which leaves something out.
struct PlanRequest {
  Purpose purpose = Purpose::kReport;
  Comparison comparison;
  std::vector<std::string> languages = {};  // As in ReportRequest, like all that follow.
  std::optional<std::string> since = {};
  std::vector<std::string> include = {};
  std::vector<std::string> exclude = {};
  Granularity granularity = Granularity::kBlock;
  bool with_texts = false;
  bool allow_shallow = false;
  bool with_records = true;
  // Pages that tell the languages, as in DiffRequest and ReportRequest.
  std::vector<std::string> named = {};
};

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
  std::vector<LeftAside> left_aside;   // Folders that look like languages, as far as looked at.
  LayoutFinding finding;               // Why it is this layout.
  Config config;                       // As it was read.
  GlobSet include;
  GlobSet exclude;
  std::vector<std::string> include_patterns;  // What the sets are made of.
  std::vector<std::string> exclude_patterns;
  std::vector<IgnoredSources> ignored;
  IgnoredCommits ignored_commits;
  std::vector<Review> reviews;  // In the order of their file. With `--since`, nobody asks.
  Granularity granularity = Granularity::kBlock;
  bool with_records = true;  // As in ReportRequest.
  bool with_texts = false;   // As in Report, like all that follow.
  std::vector<std::string> diff_options;

  // Whether the globs let a source in.
  bool considers(const std::string& source) const {
    return (include.empty() || include.matches(source)) && !exclude.matches(source);
  }
  std::optional<std::string> ignore_reason(const std::string& source) const;
};

struct Planned {
  Plan plan;
  std::vector<Warning> warnings;
};

// The repository that is asked for. Throws Error for one that cannot be read, or not to the end.
Repository open_for(const PlanRequest& request);

// Throws Error for whatever cannot be resolved.
Planned make_plan(const Repository& repository, const PlanRequest& request);

// The revision as a report names it.
Revision to_revision(const ResolvedRevision& revision);

}  // namespace l10n_drift
