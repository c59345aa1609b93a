// From touches to judged pairs
// ============================
//
// Touches come in the order of the walk, and most of what follows from one can be done at once: its
// source is looked up, the pair is judged, and if it is outdated its lines are to be counted. While
// nothing new comes, the time goes to what would else be left for the end.
//
// A partial clone has no blobs but those of what was checked out. There, everything that looks into
// blobs waits until it is known which are needed, and git fetches them in two batches at most:
// first what has to be compared in search of renames, together with the pairs that are known by
// then and the pages to look into, and next what has come out of that.

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
      search_(objects, pairs, renames_),
      judge_(objects, pairs, renames_, successors_),
      text_pages_(objects) {}

void Follower::follow(Channel<CommitTouches>& channel) {
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
  if (is_lost) {
    lost_.push_back(page);
  } else {
    judge_followed(page);
  }
}

void Follower::judge_followed(std::size_t page) {
  auto found = judge_.judge(pairs_.translations[page], search_.history(page));
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
  for (const JudgedPair* const pair : outdated_) objects_.want({*pair->baseline, *pair->source});
  for (std::size_t page = 0; page < pairs_.translations.size(); ++page) {
    const JudgedPair& pair = followed_.judged[page];
    objects_.want(blobs_of(pair.text_candidates));
    if (!pair.text_candidates.empty()) objects_.want({*pair.baseline});
    const bool is_looked_into =
        pairs_.plan.granularity == Granularity::kBlock && can_be_looked_into(pair.file);
    if (!is_looked_into) continue;
    objects_.want(replayed_blobs(replayed_page(pairs_, page, followed_.histories.of(page)), pair));
  }
}

}  // namespace l10n_drift
