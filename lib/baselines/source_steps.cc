// Changes of the source that do not count
// =======================================
//
// A commit that puts new links into all pages of all languages is a change of each source, and asks
// no translator for anything. Where it is named as one that does not count, it is left out of the
// drift, and the changes before and after it stay:
//
//     source     S0 ---a---> S1 ---x---> S2 ---b---> S3       x does not count
//     drift      S0 ------> S1           S2 ------> S3
//
// Counts are those of the two stretches. If x comes right after the baseline, the baseline moves on
// to S2, and if nothing but x came, the translation is in sync. Blocks are followed through x
// (judge/playback.cc).
//
// The versions are those of one line of the base's history. Who has several sides merged sees the
// changes of a side as one, by its merge.

#include "baselines/source_steps.h"

#include <algorithm>
#include <set>

namespace l10n_drift {

std::optional<std::size_t> SourceSteps::find_newest(const ObjectId& blob) const {
  for (std::size_t i = versions.size(); i-- > 0;) {
    if (versions[i].blob == blob) return i;
  }
  return {};
}

std::optional<std::size_t> SourceSteps::find(const ObjectId& blob, std::size_t from) const {
  for (std::size_t i = from; i < versions.size(); ++i) {
    if (versions[i].blob == blob) return i;
  }
  return {};
}

StepsOfSources find_source_steps(const Objects& objects, const Pairs& pairs) {
  const IgnoredCommits& ignored = pairs.plan.ignored_commits;
  StepsOfSources found;
  if (ignored.empty()) return found;
  const auto phase = objects.measure(Phase::kBaselines);
  std::set<std::string> sources;
  for (const Page& page : pairs.translations) sources.insert(page.source);
  for (auto& [source, versions] : find_source_versions(objects, pairs, sources)) {
    std::reverse(versions.begin(), versions.end());
    SourceSteps steps{std::move(versions), {}};
    for (const SourceVersion& version : steps.versions) {
      steps.counts.push_back(!ignored.has(objects, version.commit));
    }
    // The first version is what there is, whoever made it.
    steps.counts.front() = true;
    const bool do_all =
        std::find(steps.counts.begin(), steps.counts.end(), false) == steps.counts.end();
    if (!do_all) found.emplace(source, std::move(steps));
  }
  return found;
}

FoundBaseline advance_baseline(const SourceSteps& steps, FoundBaseline baseline) {
  auto place = steps.find_newest(baseline.blob);
  if (!place) return baseline;
  std::size_t at = *place;
  while (at + 1 < steps.versions.size() && !steps.counts[at + 1]) ++at;
  if (at == *place) return baseline;
  const SourceVersion& version = steps.versions[at];
  baseline.commit = version.commit;
  baseline.tree = version.tree;
  baseline.blob = version.blob;
  baseline.date = iso_date(version.time, version.offset_minutes);
  return baseline;
}

std::vector<std::pair<ObjectId, ObjectId>> counted_stretches(const SourceSteps& steps,
                                                             const ObjectId& baseline) {
  const auto place = steps.find_newest(baseline);
  if (!place) return {};
  std::vector<std::pair<ObjectId, ObjectId>> stretches;
  std::size_t begin = *place;
  const auto end_stretch = [&](std::size_t last) {
    if (last > begin) {
      stretches.emplace_back(steps.versions[begin].blob, steps.versions[last].blob);
    }
  };
  bool are_all_counted = true;
  for (std::size_t i = *place + 1; i < steps.versions.size(); ++i) {
    if (steps.counts[i]) continue;
    are_all_counted = false;
    end_stretch(i - 1);
    begin = i;
  }
  if (are_all_counted) return {};
  end_stretch(steps.versions.size() - 1);
  return stretches;
}

}  // namespace l10n_drift
