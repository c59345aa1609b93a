#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/repository.h"
#include "site/config.h"
#include "site/milestone.h"

namespace l10n_drift {

// The milestone branches of a repository, local and remote. Of milestones that differ in a remote's
// name alone, the local one counts, else the one of the remote in question.
class MilestoneBranches {
 public:
  // `config` must outlive the object.
  MilestoneBranches(const Repository& repository, const Config& config);

  // What the name of a revision says, with its alias applied to the language; nothing if it is no
  // milestone's.
  std::optional<Milestone> parse(std::string_view name) const;

  // The languages that any branch is of, sorted.
  std::vector<std::string> languages() const;

  // The newest milestone of the language that is not merged into `base`, else a branch without an
  // order, such as `dev-ko`, that has something which `base` lacks; nothing if there is none.
  std::optional<ResolvedRevision> newest_unmerged(const std::string& language,
                                                  const ResolvedRevision& base) const;

  // The newest milestone of the language, and whether `base` reaches it. If it does, or if there is
  // none, a branch without an order that is open; else one that is not. Nothing if there is none.
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

  enum class Order { kYes, kNo };

  // The branches of the language whose names have an order, or none.
  std::vector<Found> branches_of(const std::string& language, std::string_view remote,
                                 Order order) const;
  // Those of the language that have an order, oldest first. Of several of the same order a local
  // one is taken, else that of `remote`, else the first by name.
  std::vector<Found> milestones_of(const std::string& language, std::string_view remote) const;
  // Those that have none. Here a local branch hides none of a remote: it may be merged and
  // forgotten, and the team's go on. It comes last, as what is preferred.
  std::vector<Found> lasting_branches_of(const std::string& language,
                                         std::string_view remote) const;
  std::vector<Found> auto_order(const std::string& language, std::string_view remote) const;
  std::vector<Reach> are_merged(const std::vector<Found>& found,
                                const ResolvedRevision& base) const;
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
