#pragma once

#include <cstddef>
#include <vector>

#include "detection/open_change.h"
#include "detection/page_diff.h"

namespace l10n_drift {

// Whose an open place of a translation is.
enum class PlaceOrigin {
  kOlder,          // It was open before the branch, and an earlier touch had left it open.
  kSince,          // It was open before, as the source had changed since the last touch.
  kHere,           // It was open on one side of what was merged, and not on another.
  kNowhereBefore,  // It was open on none, and no touch has taken it away.
  kLost,           // It was not open, and the branch took it away, or brought an old text back.
  kOwnSource,      // It was not, and the branch changed that block of the source itself.
};

// A page before and after the branch.
struct BeforeAndAfter {
  std::vector<PlaceOrigin> origins;  // Of what is open after it, in the same order.
  // How many substantive changes of the source were open before, and how many of them are not
  // after; and the same of those that had come since the page was last touched.
  std::size_t open_before = 0;
  std::size_t settled = 0;
  std::size_t open_since = 0;
  std::size_t settled_since = 0;
  bool has_words = false;  // The page has got other words, as a script does not write.
};

// Compares what was open at each of the commits that the branch grew from, of which there is at
// least one, with what is open after it. What was settled at any of them was not open before.
// `source` leads from the blocks of the source that counted before to those of the one that counts
// after it; null if that is the same.
BeforeAndAfter compare_open(const std::vector<std::vector<OpenChange>>& before,
                            const std::vector<OpenChange>& after, const PageDiff* source);

}  // namespace l10n_drift
