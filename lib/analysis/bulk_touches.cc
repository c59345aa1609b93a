#include "l10n_drift/bulk_touches.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "analysis/report.h"
#include "baselines/touches.h"
#include "git/repository.h"
#include "git/unreadable_blob.h"
#include "plan/pages.h"
#include "plan/path_selection.h"
#include "plan/plan.h"
#include "plan/selection.h"

namespace l10n_drift {
namespace {

constexpr std::size_t kMostLines = 2;

// What a commit made of a page; nothing before it if it is the first.
struct TouchedPage {
  std::optional<ObjectId> before;
  ObjectId after;
};

// The changes of pages by the commits that made them.
class TouchedPages {
 public:
  explicit TouchedPages(std::size_t pages) : newest_(pages) {}

  // Of each page, the newest touch comes first.
  void add(const PageTouch& found) {
    if (found.touch.is_cut) return;
    std::optional<Newest>& newest = newest_[found.page];
    if (newest) changes_[newest->commit][newest->change].before = found.touch.blob;
    std::vector<TouchedPage>& of_commit = changes_[found.touch.commit];
    newest = Newest{found.touch.commit, of_commit.size()};
    of_commit.push_back({{}, found.touch.blob});
  }

  const std::map<ObjectId, std::vector<TouchedPage>>& by_commit() const { return changes_; }

 private:
  struct Newest {
    ObjectId commit;
    std::size_t change = 0;
  };
  std::vector<std::optional<Newest>> newest_;  // Of each page, what was told last.
  std::map<ObjectId, std::vector<TouchedPage>> changes_;
};

bool is_slight(const Objects& objects, const TouchedPage& change) {
  if (!change.before) return false;
  try {
    const BlobDrift drift = objects.drift(*change.before, change.after);
    return !drift.binary && drift.lines.insertions <= kMostLines &&
           drift.lines.deletions <= kMostLines;
  } catch (const UnreadableBlob&) {
    return false;
  }
}

}  // namespace

BulkTouches find_bulk_touches(const ReportRequest& request, std::size_t more_than,
                              const Progress& progress) {
  const Repository repository = open_for(report_plan_request(request));
  const Objects& objects = repository.objects();
  auto [plan, warnings] = make_plan(repository, report_plan_request(request));
  const Pages all = list_pages(objects, plan);
  require_sources(plan, all);
  require_selection(plan, all, Untranslated::kNotAsked);
  const PathSelection selection(repository, plan, all, request.paths);
  std::vector<Page> pages = considered_pages(plan, all);
  std::erase_if(pages, [&](const Page& page) { return !selection.may_have(page, all); });

  TouchedPages changes(pages.size());
  const auto receive = [&](const CommitTouches& touches) {
    for (const PageTouch& touch : touches) {
      if (touch.worth == TouchWorth::kCounts) changes.add(touch);
    }
  };
  send_touches(objects, {plan, plan.base, all, pages}, receive, progress);

  BulkTouches found{
      .more_than = more_than, .commits = {}, .warnings = std::move(warnings), .statistics = {}};
  for (const auto& [commit, of_commit] : changes.by_commit()) {
    if (of_commit.size() <= more_than) continue;
    std::vector<ObjectId> blobs;
    for (const TouchedPage& change : of_commit) {
      if (change.before) blobs.insert(blobs.end(), {*change.before, change.after});
    }
    std::sort(blobs.begin(), blobs.end());
    blobs.erase(std::unique(blobs.begin(), blobs.end()), blobs.end());
    objects.require(blobs);
    const bool is_bulk = std::all_of(of_commit.begin(), of_commit.end(), [&](const auto& change) {
      return is_slight(objects, change);
    });
    if (is_bulk) found.commits.push_back({objects.describe(commit), of_commit.size()});
  }
  std::sort(found.commits.begin(), found.commits.end(), [](const BulkTouch& a, const BulkTouch& b) {
    return std::tuple(b.translations, a.commit.commit) <
           std::tuple(a.translations, b.commit.commit);
  });
  found.statistics = objects.statistics();
  return found;
}

}  // namespace l10n_drift
