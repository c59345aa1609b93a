#include "judge/replay_history.h"

#include "markdown/page_kind.h"

namespace l10n_drift {

void ReplayHistories::add(const CommitTouches& touches) {
  for (const auto& [page, touch, source, is_source_known] : touches) {
    const auto kind = page_kind(touch.path);
    if (touch.is_cut || !touch.is_file || !kind) continue;
    ReplayedTouch replayed{touch.commit, {touch.blob, *kind}, {}, touch.was_deleted_after};
    const auto source_kind = source ? page_kind(source->path) : std::nullopt;
    if (source_kind) replayed.source = PageVersion{source->blob, *source_kind};
    histories_[page].push_back(replayed);
  }
}

}  // namespace l10n_drift
