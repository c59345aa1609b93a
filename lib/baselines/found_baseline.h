#pragma once

#include <optional>
#include <string>

#include "baselines/touches.h"
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

// The baseline that a source in the tree of a touch is.
inline FoundBaseline baseline_at(const Touch& touch, const SourceBeside& source,
                                 BaselineMethod method) {
  return {.commit = touch.commit,
          .tree = touch.tree,
          .blob = source.blob,
          .source = source.path,
          .date = iso_date(touch.time, touch.offset_minutes),
          .similarity = {},
          .method = method};
}

}  // namespace l10n_drift
