#include "judge/recorded_history.h"

#include <cstddef>
#include <optional>

#include "baselines/recorded_commits.h"
#include "markdown/page_kind.h"

namespace l10n_drift {

// The oldest come first: whether a version says that the page is older than it looked is told by
// what was known of it until then.
ReplayHistory with_recorded_sources(const Objects& objects, const ReplayHistory& history,
                                    const std::string& source,
                                    const std::vector<std::string>& keys) {
  ReplayHistory recorded = history;
  const ReplayedTouch* before = nullptr;
  ObjectId known_commit;  // Of the source that goes with `before`.
  for (std::size_t place = recorded.size(); place-- > 0;) {
    ReplayedTouch& touch = recorded[place];
    if (touch.review) continue;
    const auto named =
        named_source(objects, objects.read_blob(touch.translation.blob), keys, source);
    const auto kind = named ? page_kind(named->source.path) : std::nullopt;
    if (kind) {
      touch.source = PageVersion{named->source.blob, *kind};
      const AncestryQuery query{.ancestor = named->commit, .descendant = known_commit};
      touch.begins_anew = before != nullptr && before->source != touch.source &&
                          objects.find_ancestry({query}).front() == Reach::kYes;
    }
    known_commit = kind ? named->commit : touch.commit;
    before = &touch;
  }
  return recorded;
}

}  // namespace l10n_drift
