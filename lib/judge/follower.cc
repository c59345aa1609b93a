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

#include <utility>

#include "judge/replay.h"

namespace l10n_drift {

Follower::Follower(const Repository& repository, const Plan& plan, const Pages& pages,
                   const std::vector<Page>& chosen, const Followed& followed)
    : repository_(repository),
      granularity_(plan.granularity),
      missing_(plan.missing),
      chosen_(chosen),
      followed_(followed),
      renames_(repository, plan),
      search_(repository, plan, chosen, pages.sources, renames_),
      judge_(repository, plan, pages, renames_),
      lacks_blobs_(repository.is_partial()) {}

void Follower::follow(Channel<Touches>& channel) {
  while (const auto touches = next(channel)) {
    search_.add(*touches);
    if (granularity_ == Granularity::kBlock) record(*touches);
    if (!lacks_blobs_) search_.resolve();
    judge_settled();
  }
  if (!channel.is_abandoned()) finish();
}

void Follower::follow_revision(const ResolvedRevision& since) {
  search_.add_revision(since);
  finish();
}

void Follower::record(const Touches& touches) {
  const auto phase = repository_.measure(Phase::kBaselines);
  followed_.histories.add(repository_, touches);
}

// Looks ahead and counts lines while there is nothing better to do.
std::optional<Touches> Follower::next(Channel<Touches>& channel) {
  auto touches = channel.try_receive();
  while (!touches && (search_.look_ahead() || followed_.counting.count_one(repository_))) {
    touches = channel.try_receive();
  }
  return touches ? std::move(touches) : channel.receive();
}

void Follower::finish() {
  search_.finish();
  if (lacks_blobs_) {
    judge_settled();
    require(blobs_to_compare());
    lacks_blobs_ = false;
  }
  search_.resolve();
  judge_settled();
  for (const std::size_t page : std::exchange(postponed_, {})) judge(page);
  require(blobs_to_read());
  for (Judged* const pair : outdated_) followed_.counting.add(*pair);
}

void Follower::judge_settled() {
  const auto phase = repository_.measure(Phase::kBaselines);
  for (const std::size_t page : search_.take_settled()) {
    const bool must_wait =
        lacks_blobs_ && !judge_.blobs_to_judge(chosen_[page], search_.history(page)).empty();
    must_wait ? postponed_.push_back(page) : judge(page);
  }
  if (repository_.is_partial()) return;
  for (Judged* const pair : std::exchange(outdated_, {})) followed_.counting.add(*pair);
}

void Follower::judge(std::size_t page) {
  Judged& pair = followed_.judged[page];
  pair = judge_.judge_page(chosen_[page], search_.history(page));
  if (pair.file.status == Status::kOutdated) outdated_.push_back(&pair);
}

void Follower::require(std::vector<ObjectId> blobs) const {
  require_blobs(repository_, std::move(blobs), missing_);
}

// All that has to be compared as far as can be told without a look into blobs.
std::vector<ObjectId> Follower::blobs_to_compare() {
  std::vector<ObjectId> blobs = blobs_to_read();
  const auto append = [&](const std::vector<ObjectId>& more) {
    blobs.insert(blobs.end(), more.begin(), more.end());
  };
  append(search_.blobs_to_resolve());
  for (const std::size_t page : postponed_) {
    append(judge_.blobs_to_judge(chosen_[page], search_.history(page)));
  }
  return blobs;
}

// What is to be counted and looked into, of the pages that are judged by now.
std::vector<ObjectId> Follower::blobs_to_read() const {
  std::vector<ObjectId> blobs;
  if (!repository_.is_partial()) return blobs;
  for (const Judged* const pair : outdated_) {
    blobs.push_back(*pair->baseline);
    blobs.push_back(*pair->source);
  }
  if (granularity_ == Granularity::kFile) return blobs;
  for (std::size_t page = 0; page < chosen_.size(); ++page) {
    if (!can_replay(followed_.judged[page])) continue;
    const std::vector<ObjectId> more = blobs_to_replay(
        followed_.histories.of(page), chosen_[page].entry.id, followed_.judged[page]);
    blobs.insert(blobs.end(), more.begin(), more.end());
  }
  return blobs;
}

}  // namespace l10n_drift
