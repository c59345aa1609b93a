#include "judge/replay_history.h"

#include <algorithm>
#include <utility>

#include "markdown/page_kind.h"

namespace l10n_drift {
namespace {

std::set<ObjectId> translations_gone(const Pages& before, const Pages& now) {
  std::set<ObjectId> gone;
  for (const Page& page : before.translations) {
    if (find_translation(now, page.path) == nullptr) gone.insert(page.entry.id);
  }
  return gone;
}

bool is_found_at(const ReplayHistory& touches, std::size_t commit) {
  return std::any_of(touches.begin(), touches.end(), [&](const ReplayedTouch& touch) {
    return std::find(touch.stood_at.begin(), touch.stood_at.end(), commit) != touch.stood_at.end();
  });
}

}  // namespace

ReplayHistories::ReplayHistories(const Pairs& pairs)
    : pairs_(pairs),
      histories_(pairs.translations.size()),
      former_names_(pairs.translations.size()) {
  if (pairs.before == nullptr) return;
  for (const Pages& before : pairs.before->commits) {
    gone_.push_back(translations_gone(before, pairs.pages));
  }
}

void ReplayHistories::add(const CommitTouches& touches) {
  for (const PageTouch& found : touches) {
    if (found.worth == TouchWorth::kLastResort) continue;  // It is there.
    const Touch& touch = found.touch;
    for (const std::string& name : touch.passed_names) add_name(found.page, name);
    add_name(found.page, touch.path);
    const auto kind = page_kind(touch.path);
    if (touch.is_cut || !touch.is_file || !kind) continue;
    ReplayedTouch replayed{touch.commit, {touch.blob, *kind}, {}, touch.was_deleted_after};
    const auto source_kind = found.source ? page_kind(found.source->path) : std::nullopt;
    if (source_kind) replayed.source = PageVersion{found.source->blob, *source_kind};
    replayed.stood_at = standing_at(found);
    replayed.is_ignored = found.worth == TouchWorth::kIgnored;
    histories_[found.page].push_back(std::move(replayed));
  }
}

void ReplayHistories::add_review(std::size_t page, std::size_t place,
                                 const ReviewedSource& reviewed) {
  ReplayHistory& history = histories_[page];
  const auto kind = page_kind(reviewed.version.source);
  if (place >= history.size() || !kind) return;
  ReplayedTouch entry{.commit = reviewed.version.commit,
                      .translation = history[place].translation,
                      .source = PageVersion{reviewed.version.blob, *kind}};
  entry.review = ReviewedPlace{reviewed.review.lines, reviewed.review.heading};
  history.insert(history.begin() + static_cast<std::ptrdiff_t>(place), std::move(entry));
}

void ReplayHistories::add_name(std::size_t page, const std::string& name) {
  std::vector<std::string>& names = former_names_[page];
  const bool is_known = name == pairs_.translations[page].path ||
                        std::find(names.begin(), names.end(), name) != names.end();
  if (!is_known) names.push_back(name);
}

// Where the same text was there at several touches, it is the last of them that tells how the page
// stood. A page that is not at its path there had another one, which is gone by now, or is new.
std::vector<std::size_t> ReplayHistories::standing_at(const PageTouch& found) const {
  std::vector<std::size_t> commits;
  for (std::size_t k = 0; k < gone_.size(); ++k) {
    const Page* const former =
        find_translation(pairs_.before->commits[k], pairs_.translations[found.page].path);
    const bool is_former = former != nullptr ? former->entry.id == found.touch.blob
                                             : gone_[k].contains(found.touch.blob);
    if (is_former && !is_found_at(histories_[found.page], k)) commits.push_back(k);
  }
  return commits;
}

}  // namespace l10n_drift
