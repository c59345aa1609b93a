#include "judge/replay.h"

#include <utility>

#include "judge/lost_objects.h"
#include "judge/recorded_history.h"
#include "judge/status.h"
#include "judge/text_places.h"
#include "markdown/page_kind.h"

namespace l10n_drift {
namespace {

PairVersions versions_of(const JudgedPair& pair, const ObjectId& translation) {
  const FileReport& file = pair.file;
  return {{pair.held_against.value_or(*pair.baseline),
           page_kind(file.renamed_from.value_or(file.source)).value()},
          {*pair.source, page_kind(file.source).value()},
          {translation, page_kind(file.translation).value()}};
}

}  // namespace

ReplayedPage replayed_page(const Pairs& pairs, std::size_t page, const ReplayHistory& history,
                           const StepsOfSources& steps) {
  const Page& replayed = pairs.translations[page];
  ReplayedPage found{.history = history, .translation = replayed.entry.id};
  const auto known = steps.find(replayed.source);
  if (known != steps.end()) found.steps = &known->second;
  if (pairs.before == nullptr) return found;
  found.commits_before = pairs.before->commits.size();
  const auto source = pairs.before->sources.find(replayed.source);
  if (source != pairs.before->sources.end()) found.source_before = source->second.id;
  return found;
}

std::vector<ObjectId> replayed_blobs(const ReplayedPage& page, const JudgedPair& pair) {
  std::vector<ObjectId> blobs = {page.translation, *pair.baseline, *pair.source};
  if (pair.held_against) blobs.push_back(*pair.held_against);
  if (page.source_before) blobs.push_back(*page.source_before);
  for (const ReplayedTouch& touch : page.history) {
    blobs.push_back(touch.translation.blob);
    if (touch.source) blobs.push_back(touch.source->blob);
  }
  if (page.steps != nullptr) {
    for (const SourceVersion& version : page.steps->versions) blobs.push_back(version.blob);
  }
  return blobs;
}

void Replay::run(const ReplayedPage& page, JudgedPair& pair) {
  const auto phase = objects_.measure(Phase::kReplay);
  for_one_pair(pair, [&] { look_into(page, pair); });
}

void Replay::look_into(const ReplayedPage& page, JudgedPair& pair) {
  const PairVersions versions = versions_of(pair, page.translation);
  if (pair.file.recorded && !baseline_keys_.empty()) {
    const ReplayHistory recorded =
        with_recorded_sources(objects_, page.history, pair.file.source, baseline_keys_);
    Playback(pages_, grammar_,
             {recorded, page.translation, page.commits_before, page.source_before, page.steps},
             versions, pair)
        .run(parts_);
  } else {
    Playback(pages_, grammar_, page, versions, pair).run(parts_);
  }
  // Its name may have been given to another page.
  const bool may_have_moved =
      pair.file.status == Status::kOutdated && !pair.text_candidates.empty();
  if (may_have_moved && is_rewritten(pages_, versions.baseline, versions.source)) {
    pair.file.text_now_in = find_text(pages_, versions.baseline, pair.text_candidates);
  }
}

}  // namespace l10n_drift
