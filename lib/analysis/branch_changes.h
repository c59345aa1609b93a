#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "git/objects.h"
#include "l10n_drift/check.h"
#include "plan/pages.h"
#include "plan/plan.h"

namespace l10n_drift {

// What the branch did to a translation.
enum class PageChange {
  kNone,     // Nothing, or to its mode alone.
  kMoved,    // It has the content that it had under another name, which is gone.
  kContent,  // Its content is another, or it is new.
};

// The source that a translation of the branch is to be held against.
struct ExpectedSource {
  Side side = Side::kBase;
  bool changed_on_both_sides = false;  // And not to the same content.
};

// Where a branch goes. `trunks` are the tips of the branches whose merges bring in what is not the
// branch's own.
struct Destination {
  ResolvedRevision target;
  std::vector<ObjectId> trunks = {};
};

// What base, target and branch did since their histories parted. See branch_changes.cc.
class BranchChanges {
 public:
  // Throws Error if they never had anything in common. All must outlive the object.
  BranchChanges(const Objects& objects, const Plan& plan, const Destination& destination);
  // The same for a branch that goes into the base.
  BranchChanges(const Objects& objects, const Plan& plan)
      : BranchChanges(objects, plan, {.target = plan.base}) {}

  // Where the histories of target and branch part: commits, sorted.
  const std::vector<std::string>& merge_bases() const { return merge_bases_; }

  // Translations are the branch's on either side.
  const Pages& pages(Side side) const { return side == Side::kBase ? base_ : branch_; }
  // The pages of the commits that the branch grew from: of each merge base first, then of what was
  // merged into it from a trunk.
  const std::vector<Pages>& before() const { return before_; }
  const std::vector<ResolvedRevision>& commits_before() const { return commits_before_; }
  // The sources of the target; those of the base where there is no other target.
  bool is_target_base() const { return !target_; }
  const Pages& target() const { return target_ ? *target_ : base_; }

  PageChange change_of(const Page& page) const;
  ExpectedSource expected_source(const std::string& source) const;

  // Whether that side's source, be it that there is none, is none of those where the histories of
  // base and branch part.
  bool is_source_changed(Side side, const std::string& source) const;
  // Whether the branch itself changed it: it is none of those before.
  bool is_source_own(const std::string& source) const;
  bool are_sources_equal(const std::string& source) const;

 private:
  void list_before(const Objects& objects, const Plan& plan, const std::vector<ObjectId>& commits);

  std::vector<std::string> merge_bases_;
  std::vector<ResolvedRevision> commits_before_;
  std::vector<Pages> before_;
  std::vector<Pages> parted_;  // Where the histories of base and branch part, if not the target's.
  std::optional<Pages> target_;
  std::size_t merge_base_count_ = 0;
  Pages base_;
  Pages branch_;
};

}  // namespace l10n_drift
