#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/repository.h"
#include "site/config.h"
#include "site/milestone.h"

namespace l10n_drift {

// The milestone branches of a repository, local and remote. Of branches that differ in a remote's
// name alone, the local one counts, else the one of the remote in question.
class MilestoneBranches {
 public:
  // `config` must outlive the object.
  MilestoneBranches(const Repository& repository, const Config& config);

  // What the name of a revision says, with its alias applied to the language; nothing if it is no
  // milestone's.
  std::optional<Milestone> parse(std::string_view name) const;

  // The newest milestone of the language that is not merged into `base`; nothing if there is none.
  std::optional<ResolvedRevision> newest_unmerged(const std::string& language,
                                                  const ResolvedRevision& base) const;

  // The newest milestone of the language, and whether `base` reaches it; nothing if there is none.
  struct Newest {
    ResolvedRevision revision;
    Reach merged = Reach::kUnknown;
  };
  std::optional<Newest> newest(const std::string& language, const ResolvedRevision& base) const;

  // The milestone of the language that comes before `branch`; if `branch` is no milestone, the
  // newest of the language. Throws Error where there is none, and for a pattern without an order.
  ResolvedRevision previous(const std::string& language, const ResolvedRevision& branch) const;

 private:
  struct Found {
    Milestone milestone;
    ObjectId commit;
    int preference = 0;  // Among those of the same order, the smaller one wins.
  };

  // Those of the language that have an order, oldest first. Of several of the same order a local
  // one is taken, else that of `remote`, else the first by name.
  std::vector<Found> milestones_of(const std::string& language, std::string_view remote) const;
  // The remote that the name of a branch begins with, "" for a local one.
  std::string_view remote_of(std::string_view branch) const;
  std::string name_for_people(const std::string& branch) const;
  ResolvedRevision revision(const Found& found) const;

  const Repository& repository_;
  const Config& config_;
  std::vector<MilestonePattern> patterns_;
  std::vector<std::string> remotes_;
};

}  // namespace l10n_drift
