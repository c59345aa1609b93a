#include "judge/replay_history.h"

#include <set>
#include <string>
#include <string_view>

#include "judge/replay.h"

namespace l10n_drift {

void ReplayHistories::add(const Objects& objects, const Touches& touches) {
  std::vector<std::string> then;
  std::set<std::string_view> paths;
  for (const auto& [page, touch] : touches) {
    then.push_back(layout_.source_of(touch.path));
    paths.insert(pages_[page].source);
  }
  paths.insert(then.begin(), then.end());
  const auto found = find_pages(objects, touches.front().touch.tree, paths);
  for (std::size_t i = 0; i < touches.size(); ++i) {
    const auto& [page, touch] = touches[i];
    if (touch.is_cut || !touch.is_file || !is_markdown(touch.path)) continue;
    auto place = found.find(then[i]);
    if (place == found.end()) place = found.find(pages_[page].source);
    ReplayedTouch replayed{touch.blob, {}};
    if (place != found.end()) replayed.source = place->second.id;
    histories_[page].push_back(replayed);
  }
}

}  // namespace l10n_drift
