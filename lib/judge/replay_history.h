#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "baselines/reviewed_sources.h"
#include "baselines/touches.h"
#include "judge/page_cache.h"
#include "l10n_drift/stale.h"
#include "plan/pairs.h"

namespace l10n_drift {

// What a review has found to be as it should be: the blocks in these lines of the source, those
// under this heading, or, without either, all.
struct ReviewedPlace {
  std::optional<LineRange> lines;
  std::string heading;

  bool is_whole() const { return !lines && heading.empty(); }
};

// What a touch left in the tree: the translation, and the source beside it.
struct ReplayedTouch {
  ObjectId commit;
  PageVersion translation;
  std::optional<PageVersion> source;  // Nothing, too, for a file that no blocks are made of.
  bool was_deleted_after = false;     // It came back with the next touch.
  // The commits of Pairs::before, by their indices, at which the page was as this touch left it.
  std::vector<std::size_t> stood_at = {};
  bool is_ignored = false;  // Its commit does not count.
  // It says that the page was made from an older source than was thought before.
  bool begins_anew = false;
  std::optional<ReviewedPlace> review = {};  // It is no touch, but a review of `source`.
};

// The touches of a translation, the newest first.
using ReplayHistory = std::vector<ReplayedTouch>;

// Collects the histories of pages out of touches as the walk tells of them.
class ReplayHistories {
 public:
  // `pairs` must outlive the object.
  explicit ReplayHistories(const Pairs& pairs);

  // These touches are of one commit, and their sources are known (`with_sources`).
  void add(const CommitTouches& touches);

  const ReplayHistory& of(std::size_t page) const { return histories_[page]; }

  // Puts a review among the touches of a page, before the one at `place`: it is newer. What it was
  // a review of is read as the page was then.
  void add_review(std::size_t page, std::size_t place, const ReviewedSource& reviewed);

  // Other names that the translation had, the newest first.
  const std::vector<std::string>& former_names(std::size_t page) const {
    return former_names_[page];
  }

 private:
  void add_name(std::size_t page, const std::string& name);
  std::vector<std::size_t> standing_at(const PageTouch& found) const;

  const Pairs& pairs_;
  std::vector<ReplayHistory> histories_;
  std::vector<std::vector<std::string>> former_names_;
  // For each commit of `pairs.before`, the translations that are gone from there by now.
  std::vector<std::set<ObjectId>> gone_;
};

}  // namespace l10n_drift
