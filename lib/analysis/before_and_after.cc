// The same place in two lists
// ===========================
//
// What is open before a branch and after it are two lists of the same ledger, told at two of its
// touches. A place is the same in both if it is the same block of the source, or, where the source
// has the block no more, if the same block has gone:
//
//     before     a   b   c+   d-        c+ was added, d- removed
//     after          b        d-  e     a and c are settled, e is new
//
// Where several commits went into the branch, one may have settled what another has not. The branch
// can take credit for neither. So what was open before is what was open at all of them.

#include "analysis/before_and_after.h"

#include <algorithm>
#include <optional>

namespace l10n_drift {
namespace {

using OptionalBlock = std::optional<std::size_t>;

class OpenLists {
 public:
  explicit OpenLists(const PageDiff* source) : source_(source) {}

  // `before` was open at all commits, `somewhere` at one of them at least.
  BeforeAndAfter run(const std::vector<OpenChange>& before,
                     const std::vector<OpenChange>& somewhere,
                     const std::vector<OpenChange>& after) const {
    BeforeAndAfter found;
    for (const OpenChange& change : after) {
      found.origins.push_back(origin_of(change, before, somewhere));
    }
    for (const OpenChange& was : before) {
      if (was.severity != Severity::kSubstantive) continue;
      if (was.change == StaleChange::kOnlyInTranslation) continue;
      const bool is_settled =
          std::none_of(after.begin(), after.end(),
                       [&](const OpenChange& change) { return is_same(was, change); });
      found.open_before += 1;
      found.settled += is_settled ? 1 : 0;
      found.open_since += was.before_last_touch ? 0 : 1;
      found.settled_since += is_settled && !was.before_last_touch ? 1 : 0;
    }
    return found;
  }

  bool is_same(const OpenChange& was, const OpenChange& is) const;

 private:
  PlaceOrigin origin_of(const OpenChange& change, const std::vector<OpenChange>& before,
                        const std::vector<OpenChange>& somewhere) const {
    const auto is_this = [&](const OpenChange& was) { return is_same(was, change); };
    const auto was = std::find_if(before.begin(), before.end(), is_this);
    if (was != before.end()) {
      return was->before_last_touch ? PlaceOrigin::kOlder : PlaceOrigin::kSince;
    }
    if (is_own(change)) return PlaceOrigin::kOwnSource;
    if (change.change == StaleChange::kLost || change.has_returned) return PlaceOrigin::kLost;
    const bool was_open = std::any_of(somewhere.begin(), somewhere.end(), is_this);
    return was_open ? PlaceOrigin::kHere : PlaceOrigin::kNowhereBefore;
  }

  // Whether the source had another block in its place before, or none; or lacks one since.
  bool is_own(const OpenChange& change) const {
    if (source_ == nullptr) return false;
    if (!change.source) return true;
    return std::any_of(source_->changes.begin(), source_->changes.end(),
                       [&](const BlockChange& own) { return own.new_index == change.source; });
  }

  const PageDiff* source_;
};

bool OpenLists::is_same(const OpenChange& was, const OpenChange& is) const {
  const OptionalBlock block =
      was.source && source_ != nullptr ? source_->new_of[*was.source] : was.source;
  if (block && block == is.source) return true;
  const bool is_surplus =
      was.change == StaleChange::kOnlyInTranslation && is.change == StaleChange::kOnlyInTranslation;
  if (is_surplus) return true;  // Nobody asks which.
  return was.old_block && is.old_block && was.old_block->source == is.old_block->source;
}

}  // namespace

BeforeAndAfter compare_open(const std::vector<std::vector<OpenChange>>& before,
                            const std::vector<OpenChange>& after, const PageDiff* source) {
  std::vector<OpenChange> everywhere = before.front();
  std::vector<OpenChange> somewhere;
  const OpenLists same_source(nullptr);
  for (const std::vector<OpenChange>& other : before) {
    somewhere.insert(somewhere.end(), other.begin(), other.end());
    std::erase_if(everywhere, [&](const OpenChange& was) {
      return std::none_of(other.begin(), other.end(),
                          [&](const OpenChange& is) { return same_source.is_same(was, is); });
    });
  }
  return OpenLists(source).run(everywhere, somewhere, after);
}

}  // namespace l10n_drift
