#include "judge/replay_history.h"

#include "judge/status.h"

namespace l10n_drift {

void ReplayHistories::add(const CommitTouches& touches) {
  for (const auto& [page, touch, source, is_source_known] : touches) {
    if (touch.is_cut || !touch.is_file || !is_markdown(touch.path)) continue;
    ReplayedTouch replayed{touch.commit, touch.blob, {}, touch.was_deleted_after};
    if (source) replayed.source = source->blob;
    histories_[page].push_back(replayed);
  }
}

}  // namespace l10n_drift
