#pragma once

#include <optional>
#include <string>

#include "git/objects.h"
#include "l10n_drift/report.h"

namespace l10n_drift {

// The version of the source that a translation corresponds to, with where it was found.
struct FoundBaseline {
  ObjectId commit;
  ObjectId tree;  // Of the commit, for looking further into it.
  ObjectId blob;
  std::string source;             // The source's path in that tree.
  std::string date;               // The commit's, as in CommitStamp.
  std::optional<int> similarity;  // If a rename had to be found, in per cent.
  BaselineMethod method = BaselineMethod::kHistory;
};

// The source at the path `source` in the tree of a touch.
inline FoundBaseline baseline_at(const Touch& touch, const std::string& source,
                                 const ObjectId& blob, BaselineMethod method) {
  return {.commit = touch.commit,
          .tree = touch.tree,
          .blob = blob,
          .source = source,
          .date = iso_date(touch.time, touch.offset_minutes),
          .similarity = {},
          .method = method};
}

}  // namespace l10n_drift
