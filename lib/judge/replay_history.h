#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "baselines/touches.h"
#include "git/objects.h"
#include "plan/pairs.h"

namespace l10n_drift {

// What a touch left in the tree: the blob of the translation, and that of its source if it was
// there under the name that the translation has now or had then.
struct ReplayedTouch {
  ObjectId translation;
  std::optional<ObjectId> source;
};

// The touches of a translation, the newest first.
using ReplayHistory = std::vector<ReplayedTouch>;

// Collects the histories of pages out of touches as the walk tells of them.
class ReplayHistories {
 public:
  explicit ReplayHistories(const Pairs& pairs)
      : layout_(pairs.plan.layout),
        pages_(pairs.translations),
        histories_(pairs.translations.size()) {}

  // Looks into the tree of these touches, which are of one commit. Reads no blob.
  void add(const Objects& objects, const Touches& touches);

  const ReplayHistory& of(std::size_t page) const { return histories_[page]; }

 private:
  const Layout& layout_;
  const std::vector<Page>& pages_;
  std::vector<ReplayHistory> histories_;
};

}  // namespace l10n_drift
