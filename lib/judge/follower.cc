// From touches to judged pairs
// ============================
//
// Touches come in the order of the walk, and most of what follows from one can be done at once: its
// source is looked up, the pair is judged, and if it is outdated its lines are to be counted. While
// nothing new comes, the time goes to what would else be left for the end.
//
// A partial clone has no blobs but those of what was checked out. There, everything that looks into
// blobs waits until it is known which are needed, and git fetches them in few batches: first the
// translations, which may name the commit that they were made from; next what has to be compared in
// search of renames, together with the pairs that are known by then and the pages to look into; and
// then what has come out of that.

#include "judge/follower.h"

#include <set>
#include <string>
#include <utility>

#include "judge/lost_text.h"
#include "judge/replay.h"
#include "judge/status.h"

namespace l10n_drift {

Follower::Follower(const Objects& objects, const Pairs& pairs, const Followed& followed)
    : objects_(objects),
      pairs_(pairs),
      followed_(followed),
      renames_(objects, pairs),
      successors_(objects, pairs),
      recorded_(objects, pairs, renames_),
      search_(objects, pairs, renames_, recorded_),
      judge_(objects, pairs, renames_, successors_, followed.steps),
      text_pages_(objects) {}

void Follower::follow(Channel<CommitTouches>& channel) {
  read_records();
  followed_.steps = find_source_steps(objects_, pairs_);
  reviews_ = find_reviewed_sources(objects_, pairs_);
  while (auto received = next(channel)) {
    const CommitTouches touches = look_up_sources(*std::move(received));
    search_.add(touches);
    expect_successors(touches);
    if (pairs_.plan.granularity == Granularity::kBlock) followed_.histories.add(touches);
    if (!objects_.is_partial()) search_.resolve();
    judge_settled();
  }
  if (!channel.is_abandoned()) finish();
}

std::vector<ObjectId> blobs_with_records(const Pairs& pairs) {
  if (!pairs.plan.with_records || pairs.plan.config.baseline_keys.empty()) return {};
  std::set<ObjectId> blobs;
  for (const Page& page : pairs.translations) blobs.insert(page.entry.id);
  return {blobs.begin(), blobs.end()};
}

// Each page may have one, so that all are read.
void Follower::read_records() {
  if (!blobs_with_records(pairs_).empty()) recorded_.read_pages();
}

void Follower::follow_revision(const ResolvedRevision& since) {
  search_.add_revision(look_up_sources(touches_at(objects_, pairs_, since)));
  finish();
}

CommitTouches Follower::look_up_sources(CommitTouches touches) const {
  const auto phase = objects_.measure(Phase::kBaselines);
  return with_sources(objects_, pairs_, std::move(touches));
}

// Of sources that the base lacks it will be asked where they went.
void Follower::expect_successors(const CommitTouches& touches) {
  for (const PageTouch& touch : touches) {
    const bool is_lost = !pairs_.pages.sources.contains(pairs_.translations[touch.page].source);
    if (is_lost && touch.source) successors_.expect(touch.source->path);
  }
}

// Looks ahead and counts lines while there is nothing better to do.
std::optional<CommitTouches> Follower::next(Channel<CommitTouches>& channel) {
  auto touches = channel.try_receive();
  while (!touches && (successors_.look_ahead() || search_.look_ahead() || follow_lost_early() ||
                      followed_.counting.count_one(objects_))) {
    touches = channel.try_receive();
  }
  return touches ? std::move(touches) : channel.receive();
}

void Follower::finish() {
  search_.finish();
  settle();
  apply_reviews();
  if (objects_.is_partial()) {
    for (int batch = 1; batch <= 2 || !waiting_.empty(); ++batch) {
      want_blobs_to_read();
      objects_.obtain_wanted();
      settle();
    }
    want_blobs_to_read();  // Of what was judged last.
    objects_.obtain_wanted();
  }
  for (JudgedPair* const pair : outdated_) followed_.counting.add(*pair);
}

// Judges all pages that can be judged, those that have waited for blobs included.
void Follower::settle() {
  search_.resolve();
  judge_settled();
  follow_lost_sources();
  for (const std::size_t page : std::exchange(waiting_, {})) judge_followed(page);
}

// Those whose touches are there already. In a partial clone all blobs are obtained together.
bool Follower::follow_lost_early() {
  if (lost_.empty() || objects_.is_partial()) return false;
  follow_lost_sources();
  return true;
}

// Sources that the base lacks go through its history together.
void Follower::follow_lost_sources() {
  std::set<std::string> sources;
  for (const std::size_t page : lost_) {
    const std::string& source = search_.history(page).baseline->source;
    if (!pairs_.pages.sources.contains(source)) sources.insert(source);
  }
  successors_.add(sources);
  successors_.follow();
  for (const std::size_t page : std::exchange(lost_, {})) judge_followed(page);
}

void Follower::judge_settled() {
  const auto phase = objects_.measure(Phase::kBaselines);
  for (const std::size_t page : search_.take_settled()) judge(page);
  if (objects_.is_partial()) return;
  for (JudgedPair* const pair : std::exchange(outdated_, {})) followed_.counting.add(*pair);
}

void Follower::judge(std::size_t page) {
  const bool is_lost = !pairs_.pages.sources.contains(pairs_.translations[page].source) &&
                       search_.history(page).baseline;
  if (reviews_.contains(page)) {
    to_review_.push_back(page);
  } else if (is_lost) {
    lost_.push_back(page);
  } else {
    judge_followed(page);
  }
}

const PageHistory& Follower::history(std::size_t page) const {
  const auto reviewed = reviewed_.find(page);
  return reviewed != reviewed_.end() ? reviewed->second : search_.history(page);
}

// All touches are there, so that it is known which a review came after.
void Follower::apply_reviews() {
  for (const std::size_t page : std::exchange(to_review_, {})) {
    const auto& reviews = reviews_.at(page);
    if (pairs_.plan.granularity == Granularity::kBlock) add_reviews(page, reviews);
    PageHistory history = search_.history(page);
    if (history.baseline && history.invalid_reason.empty()) {
      auto newest = newest_review(objects_, reviews, *history.baseline);
      if (newest) history.baseline = std::move(newest);
      reviewed_.emplace(page, std::move(history));
    }
    judge_followed(page);
  }
}

void Follower::add_reviews(std::size_t page, const std::vector<ReviewedSource>& reviews) {
  for (const ReviewedSource& reviewed : reviews) {
    const ReplayHistory& history = followed_.histories.of(page);
    std::size_t place = 0;
    while (place < history.size() && !is_after(reviewed, history[place])) ++place;
    followed_.histories.add_review(page, place, reviewed);
  }
}

bool Follower::is_after(const ReviewedSource& reviewed, const ReplayedTouch& touch) const {
  if (touch.source && touch.source->blob == reviewed.version.blob) return true;
  const AncestryQuery query{.ancestor = reviewed.version.commit, .descendant = touch.commit};
  return objects_.find_ancestry({query}).front() != Reach::kYes;
}

void Follower::judge_followed(std::size_t page) {
  auto found = judge_.judge(pairs_.translations[page], history(page));
  if (!found) {
    waiting_.push_back(page);
    return;
  }
  JudgedPair& pair = followed_.judged[page] = *std::move(found);
  if (pair.file.status == Status::kOutdated) outdated_.push_back(&pair);
  if (!objects_.is_partial()) find_lost_text(text_pages_, pair);
}

// What is to be counted and looked into, of the pages that are judged by now.
void Follower::want_blobs_to_read() const {
  for (const JudgedPair* const pair : outdated_) {
    objects_.want({*pair->baseline, *pair->source});
    for (const auto& [from, to] : pair->stretches) objects_.want({from, to});
  }
  for (std::size_t page = 0; page < pairs_.translations.size(); ++page) {
    const JudgedPair& pair = followed_.judged[page];
    objects_.want(blobs_of(pair.text_candidates));
    if (!pair.text_candidates.empty()) objects_.want({*pair.baseline});
    const bool is_looked_into =
        pairs_.plan.granularity == Granularity::kBlock && can_be_looked_into(pair.file);
    if (!is_looked_into) continue;
    const ReplayHistory& history = followed_.histories.of(page);
    objects_.want(replayed_blobs(replayed_page(pairs_, page, history, followed_.steps), pair));
  }
}

}  // namespace l10n_drift
