// Reviews
// =======
//
// A source may change in a way that asks nothing of a translation, and no program will ever know:
// a word that the language does not tell apart, an example that the translation never had. Somebody
// looks, finds nothing to do, and says so in a file: up to this version of the source, the page is
// what it should be.
//
// A version is named by its blob, as the same words may have come by several commits, by a merge or
// by a rebase. It is newer than the baseline of a page if the history that the baseline was found
// in does not have the commit that made it. The same version counts, too: it is what lay beside the
// last touch, and somebody has looked at it since.
//
// A later touch is no reason to forget a review of before it. It stands between the touches, where
// it closes what was open by then (judge/playback.cc).

#include "baselines/reviewed_sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "baselines/source_versions.h"
#include "l10n_drift/error.h"
#include "text/path_text.h"

namespace l10n_drift {
namespace {

FoundBaseline baseline_of(const SourceVersion& version, const std::string& source) {
  return {.commit = version.commit,
          .tree = version.tree,
          .blob = version.blob,
          .source = source,
          .date = iso_date(version.time, version.offset_minutes),
          .similarity = {},
          .method = BaselineMethod::kReviewed};
}

const SourceVersion* version_of(const SourceVersions& versions, const ObjectId& blob) {
  const auto version = std::find_if(versions.begin(), versions.end(),
                                    [&](const SourceVersion& one) { return one.blob == blob; });
  return version == versions.end() ? nullptr : &*version;
}

// Reviews of versions that the base does not have, with their sources. Where the base is older than
// the branch, they may be newer than it, and say nothing of it. Throws Error for one that the
// branch does not have either.
void require_known(const Objects& objects, const Pairs& pairs,
                   const std::vector<std::pair<const Review*, const std::string*>>& reviews) {
  if (reviews.empty()) return;
  std::set<std::string> sources;
  for (const auto& [review, source] : reviews) sources.insert(*source);
  const auto versions = find_all_source_versions(objects, pairs, pairs.plan.branch, sources);
  for (const auto& [review, source] : reviews) {
    const auto known = versions.find(*source);
    if (known != versions.end() && version_of(known->second, review->source) != nullptr) continue;
    throw Error(fmt::format("line {} of {}: {} never was {}", review->line, in_quotes(kReviewsName),
                            in_quotes(*source), review->source.hex()),
                fmt::format("git rev-parse {}:{} tells what it is now", pairs.base.ref, *source));
  }
}

}  // namespace

std::map<std::size_t, std::vector<ReviewedSource>> find_reviewed_sources(const Objects& objects,
                                                                         const Pairs& pairs) {
  std::map<std::size_t, std::vector<ReviewedSource>> found;
  if (pairs.plan.reviews.empty()) return found;
  const auto phase = objects.measure(Phase::kBaselines);
  std::map<std::string_view, std::size_t> pages;
  for (std::size_t page = 0; page < pairs.translations.size(); ++page) {
    pages.emplace(pairs.translations[page].path, page);
  }
  std::set<std::string> sources;
  for (const Review& review : pairs.plan.reviews) {
    const auto page = pages.find(review.translation);
    if (page != pages.end()) sources.insert(pairs.translations[page->second].source);
  }
  const auto versions = find_all_source_versions(objects, pairs, pairs.base, sources);
  std::vector<std::pair<const Review*, const std::string*>> newer;
  for (const Review& review : pairs.plan.reviews) {
    const auto page = pages.find(review.translation);
    if (page == pages.end()) continue;
    const std::string& source = pairs.translations[page->second].source;
    const auto known = versions.find(source);
    if (known == versions.end()) continue;
    const SourceVersion* const version = version_of(known->second, review.source);
    if (version != nullptr) {
      found[page->second].push_back({review, baseline_of(*version, source)});
    } else if (!objects.is_shallow()) {
      newer.emplace_back(&review, &source);
    }
  }
  require_known(objects, pairs, newer);
  return found;
}

std::optional<FoundBaseline> newest_review(const Objects& objects,
                                           const std::vector<ReviewedSource>& reviews,
                                           const FoundBaseline& baseline) {
  const auto reaches = [&](const ObjectId& descendant, const ObjectId& ancestor) {
    return objects.find_ancestry({{.ancestor = ancestor, .descendant = descendant}}).front() ==
           Reach::kYes;
  };
  std::optional<FoundBaseline> newest;
  for (const auto& [review, version] : reviews) {
    if (review.lines || !review.heading.empty()) continue;
    const bool is_older = version.blob != baseline.blob && reaches(baseline.commit, version.commit);
    if (is_older) continue;
    // Of two that come from two sides of a merge, any will do, but always the same.
    const bool is_newer =
        !newest || reaches(version.commit, newest->commit) ||
        (!reaches(newest->commit, version.commit) && newest->commit < version.commit);
    if (is_newer) newest = version;
  }
  return newest;
}

}  // namespace l10n_drift
