#pragma once

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

// What base and branch did since their histories parted. See branch_changes.cc.
class BranchChanges {
 public:
  // Throws Error if they never had anything in common. Both must outlive the object.
  BranchChanges(const Objects& objects, const Plan& plan);

  // Commits, sorted.
  const std::vector<std::string>& merge_bases() const { return merge_bases_; }

  // Translations are the branch's on either side.
  const Pages& pages(Side side) const { return side == Side::kBase ? base_ : branch_; }
  // The pages of the first merge base.
  const Pages& before() const { return before_.front(); }
  const ObjectId& tree_before() const { return trees_before_.front(); }

  PageChange change_of(const Page& page) const;
  ExpectedSource expected_source(const std::string& source) const;

  // Whether that side's source, be it that there is none, is none of those before.
  bool is_source_changed(Side side, const std::string& source) const;
  bool are_sources_equal(const std::string& source) const;

 private:
  std::vector<std::string> merge_bases_;
  std::vector<ObjectId> trees_before_;
  std::vector<Pages> before_;  // Of each merge base.
  Pages base_;
  Pages branch_;
};

}  // namespace l10n_drift
