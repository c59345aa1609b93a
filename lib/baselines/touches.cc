#include "baselines/touches.h"

#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "site/sibling.h"

namespace l10n_drift {
namespace {

// Gathers the touches of a commit, which the walk tells of one after the other.
class Sender {
 public:
  explicit Sender(const std::function<void(CommitTouches)>& send) : send_(send) {}

  void add(PageTouch touch) {
    if (!touches_.empty() && touches_.front().touch.commit != touch.touch.commit) flush();
    touches_.push_back(std::move(touch));
  }

  void flush() {
    if (!touches_.empty()) send_(std::exchange(touches_, {}));
  }

 private:
  const std::function<void(CommitTouches)>& send_;
  CommitTouches touches_;
};

}  // namespace

void send_touches(const Objects& objects, const Pairs& pairs,
                  const std::function<void(CommitTouches)>& send, const Progress& progress) {
  const auto phase = objects.measure(Phase::kWalk);
  const Plan& plan = pairs.plan;
  const std::vector<Page>& pages = pairs.translations;
  std::vector<FollowedFile> files;
  files.reserve(pages.size());
  for (const Page& page : pages) files.push_back({page.path, page.entry});
  Sender sender(send);
  std::vector<bool> is_told_of(pages.size());
  // Of pages that were touched by nothing but commits that do not count, the oldest of these.
  std::map<std::size_t, PageTouch> last_resorts;
  const bool is_any_ignored = !plan.ignored_commits.empty();
  std::vector<bool> has_counted(is_any_ignored ? pages.size() : 0);
  const auto visit = [&](std::size_t page, const Touch& touch) {
    PageTouch found{page, touch};
    if (touch.is_cut) {
      if (is_any_ignored) has_counted[page] = true;
      sender.add(std::move(found));
      return Onward::kStop;
    }
    if (is_any_ignored && plan.ignored_commits.has(objects, touch.commit)) {
      found.worth = TouchWorth::kIgnored;
      if (!has_counted[page]) last_resorts.insert_or_assign(page, found);
      sender.add(std::move(found));
      return plan.granularity == Granularity::kBlock ? Onward::kPastDeletions
                                                     : Onward::kFirstWithPath;
    }
    if (is_any_ignored) has_counted[page] = true;
    if (pairs.pages.sources.contains(pages[page].source)) {
      sender.add(std::move(found));
      return plan.granularity == Granularity::kBlock ? Onward::kPastDeletions : Onward::kStop;
    }
    const bool is_last = !is_told_of[page];
    is_told_of[page] = true;
    if (is_last) found = with_sources(objects, pairs, {std::move(found)}).front();
    const bool has_source = found.source.has_value();
    sender.add(std::move(found));
    return has_source ? Onward::kStop : Onward::kAllParents;
  };
  objects.walk_history(plan.branch.commit, files, plan.layout, visit, progress);
  for (auto& [page, touch] : last_resorts) {
    if (has_counted[page]) continue;
    touch.worth = TouchWorth::kLastResort;
    sender.add(std::move(touch));
  }
  sender.flush();
}

CommitTouches touches_at(const Objects& objects, const Pairs& pairs,
                         const ResolvedRevision& revision) {
  const RawCommit commit = objects.read_commit(revision.commit);
  CommitTouches touches;
  for (std::size_t page = 0; page < pairs.translations.size(); ++page) {
    touches.push_back({page,
                       {.commit = revision.commit,
                        .tree = revision.tree,
                        .time = commit.time,
                        .offset_minutes = commit.offset_minutes,
                        .blob = {},
                        .path = pairs.translations[page].path}});
  }
  return touches;
}

std::vector<std::string> sources_then(const Layout& layout, const Touch& touch) {
  if (touch.source.empty()) return layout.sources_of(touch.path);
  return {touch.source};
}

CommitTouches with_sources(const Objects& objects, const Pairs& pairs, CommitTouches touches) {
  const auto is_open = [](const PageTouch& touch) {
    return !touch.is_source_known && !touch.touch.is_cut;
  };
  // For each touch, the names that go with the translation's; and outside the layout, where the
  // source may have moved in another commit, the name that it would have beside it.
  std::vector<std::vector<std::string>> then;
  std::vector<std::string> beside(touches.size());
  std::set<std::string_view> paths;
  for (const PageTouch& touch : touches) {
    then.push_back(sources_then(pairs.plan.layout, touch.touch));
    if (is_open(touch)) paths.insert(pairs.translations[touch.page].source);
  }
  if (paths.empty()) return touches;
  for (std::size_t i = 0; i < touches.size(); ++i) {
    if (!is_open(touches[i])) continue;
    paths.insert(then[i].begin(), then[i].end());
    if (touches[i].touch.source.empty()) continue;
    const Page& page = pairs.translations[touches[i].page];
    beside[i] = sibling_path(touches[i].touch.path, page.path, page.source).value_or("");
    if (!beside[i].empty()) paths.insert(beside[i]);
  }
  const auto found = look_up_pages(objects, touches.front().touch.tree, paths);
  for (std::size_t i = 0; i < touches.size(); ++i) {
    PageTouch& touch = touches[i];
    if (!is_open(touch)) continue;
    touch.is_source_known = true;
    auto place = found.end();
    for (auto name = then[i].begin(); name != then[i].end() && place == found.end(); ++name) {
      place = found.find(*name);
    }
    if (place == found.end()) place = found.find(pairs.translations[touch.page].source);
    if (place == found.end()) place = found.find(beside[i]);
    if (place == found.end()) continue;
    touch.source = SourceBeside{std::string(place->first), place->second.id};
  }
  return touches;
}

}  // namespace l10n_drift
