#include "baselines/touches.h"

#include <utility>

namespace l10n_drift {
namespace {

// Gathers the touches of a commit, which the walk tells of one after the other.
class Sender {
 public:
  explicit Sender(const std::function<void(Touches)>& send) : send_(send) {}

  void add(std::size_t page, const Touch& touch) {
    if (!touches_.empty() && touches_.front().touch.commit != touch.commit) flush();
    touches_.push_back({page, touch});
  }

  void flush() {
    if (!touches_.empty()) send_(std::exchange(touches_, {}));
  }

 private:
  const std::function<void(Touches)>& send_;
  Touches touches_;
};

}  // namespace

std::map<std::string_view, TreeEntry> find_pages(const Objects& objects, const ObjectId& tree,
                                                 const std::set<std::string_view>& paths) {
  const std::vector<std::string_view> sorted(paths.begin(), paths.end());
  const auto entries = objects.find_files(tree, sorted);
  std::map<std::string_view, TreeEntry> found;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (entries[i] && entries[i]->kind() == EntryKind::kFile) found.emplace(sorted[i], *entries[i]);
  }
  return found;
}

void send_touches(const Objects& objects, const Pairs& pairs,
                  const std::function<void(Touches)>& send, const Progress& progress) {
  const auto phase = objects.measure(Phase::kWalk);
  const Plan& plan = pairs.plan;
  const std::vector<Page>& pages = pairs.translations;
  std::vector<FollowedFile> files;
  files.reserve(pages.size());
  for (const Page& page : pages) files.push_back({page.path, page.entry});
  Sender sender(send);
  std::vector<bool> is_told_of(pages.size());
  const auto has_source = [&](std::size_t page, const Touch& touch) {
    const std::string then = plan.layout.source_of(touch.path);
    return !find_pages(objects, touch.tree, {pages[page].source, then}).empty();
  };
  const auto visit = [&](std::size_t page, const Touch& touch) {
    sender.add(page, touch);
    if (touch.is_cut) return Onward::kStop;
    if (pairs.pages.sources.contains(pages[page].source)) {
      return plan.granularity == Granularity::kBlock ? Onward::kFirstWithPath : Onward::kStop;
    }
    const bool is_last = !is_told_of[page];
    is_told_of[page] = true;
    return is_last && has_source(page, touch) ? Onward::kStop : Onward::kAllParents;
  };
  objects.walk_history(plan.branch.commit, files, plan.layout, visit, progress);
  sender.flush();
}

}  // namespace l10n_drift
