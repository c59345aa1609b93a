// How pages stood before
// ======================
//
//     main       M---p          p and k both change the same page; m weaves them into one
//                 `   `
//     branch       k---m
//
// The touches of a page, played again, pass by the one that the branch found: where that is what
// the page was at the commit that the branch grew from, the ledger of then is told along with that
// of now, and costs next to nothing. That is nearly always so. But the way back from m leads by k
// to M, and never meets p, which is how the page stands at main. Such a page is judged once more,
// from there.
//
// If m leaves the page as k had it, nothing of p is in it, and no touch of the page tells so. What
// p had settled, and is open after m, that merge took away.

#include "analysis/standings.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "judge/parallel_run.h"
#include "markdown/page_kind.h"

namespace l10n_drift {
namespace {

bool has_new_words_since(const JudgedPair& pair) {
  return std::all_of(pair.before.begin(), pair.before.end(),
                     [](const Standing& standing) { return standing.has_new_words; });
}

Standing standing_of(JudgedPair pair) {
  const FileReport& file = pair.file;
  const bool is_good = file.status == Status::kInSync ? file.alignment != Alignment::kWeak
                                                      : file.alignment == Alignment::kGood;
  if (!can_be_looked_into(file) && file.status != Status::kPartiallyUpdated && !is_good) return {};
  return {.is_known = is_good,
          .alignment = is_good ? Alignment::kGood : Alignment::kWeak,
          .open = std::move(pair.open)};
}

}  // namespace

void Standings::complete(const std::vector<Page>& translations, const Before& before,
                         std::vector<JudgedPair>& judged, unsigned threads) {
  for (std::size_t commit = 0; commit < before.commits.size(); ++commit) {
    judge_at(commit, translations, before, judged, threads);
  }
}

void Standings::judge_at(std::size_t commit, const std::vector<Page>& translations,
                         const Before& before, std::vector<JudgedPair>& judged, unsigned threads) {
  Pages then = before.commits[commit];
  std::vector<Page> asked;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < judged.size(); ++i) {
    if (judged[i].open.empty() || judged[i].before.at(commit).is_known) continue;
    const Page* const former = find_translation(then, translations[i].path);
    if (former == nullptr) continue;
    asked.push_back(*former);
    places.push_back(i);
  }
  if (asked.empty()) return;
  then.sources = before.sources;
  Plan plan = plan_;
  plan.branch = changes_.commits_before()[commit];
  std::vector<JudgedPair> found =
      judge_pairs(objects_, {plan, plan_.base, then, asked}, threads, {});
  for (std::size_t i = 0; i < found.size(); ++i) {
    judged[places[i]].before[commit] = standing_of(std::move(found[i]));
  }
}

std::optional<BeforeAndAfter> Standings::compare(const JudgedPair& pair, const Before& before) {
  std::vector<std::vector<OpenChange>> lists;
  for (const Standing& standing : pair.before) {
    if (standing.is_known && standing.alignment == Alignment::kWeak) return {};
    if (standing.is_known) lists.push_back(standing.open);
  }
  if (lists.empty()) return {};
  const auto source = before.sources.find(pair.file.source);
  if (source == before.sources.end() || !pair.source) return {};
  auto changed = compare_sources_too(lists, pair, source->second.id);
  if (!changed) return {};
  changed->has_words = has_new_words_since(pair);
  for (std::size_t i = 0; i < pair.open.size(); ++i) {
    const auto& lost_in = pair.open[i].lost_in;
    const bool is_anothers = lost_in && !is_on_own_line(*lost_in);
    const bool is_new_here = changed->origins[i] == PlaceOrigin::kNowhereBefore;
    if (is_new_here && overrules_any(pair)) changed->origins[i] = PlaceOrigin::kLost;
    if (is_anothers && changed->origins[i] == PlaceOrigin::kLost) {
      changed->origins[i] = PlaceOrigin::kHere;
    }
  }
  return changed;
}

// The same where the branch may have changed the source as well.
std::optional<BeforeAndAfter> Standings::compare_sources_too(
    const std::vector<std::vector<OpenChange>>& lists, const JudgedPair& pair,
    const ObjectId& source) {
  if (source == *pair.source) return compare_open(lists, pair.open, nullptr);
  const auto kind = page_kind(pair.file.source);
  if (!kind) return {};
  const SharedPage was = parsed_.get({source, *kind});
  const SharedPage is = parsed_.get({*pair.source, *kind}, was);
  if (!was || !is) return {};
  const PageDiff diff = compare_pages(was->blocks, is->blocks);
  return compare_open(lists, pair.open, &diff);
}

// Whether a merge of the branch brought in how the page stood at one of the commits before, and
// left all of that out.
bool Standings::overrules_any(const JudgedPair& pair) const {
  for (std::size_t i = 0; i < pair.before.size(); ++i) {
    const ObjectId& before = changes_.commits_before()[i].commit;
    if (pair.before[i].is_known && overrules(pair.file.translation, before)) return true;
  }
  return false;
}

bool Standings::overrules(const std::string& path, const ObjectId& before) const {
  ObjectId id = plan_.branch.commit;
  while (id != before) {
    const RawCommit raw = objects_.read_commit(id);
    if (raw.parents.empty()) return false;
    const ObjectId& own = raw.parents.front();
    if (raw.parents.size() > 1 && !has(own, before)) {
      const auto kept = blob_at(own, path);
      if (!kept || blob_at(id, path) != kept || blob_at(before, path) == kept) return false;
      const std::vector<ObjectId> partings = objects_.find_merge_bases(own, before);
      return std::none_of(partings.begin(), partings.end(), [&](const ObjectId& parting) {
        return blob_at(parting, path) == blob_at(before, path);
      });
    }
    id = own;
  }
  return false;
}

bool Standings::has(const ObjectId& commit, const ObjectId& ancestor) const {
  if (commit == ancestor) return true;
  return objects_.find_ancestry({{.ancestor = ancestor, .descendant = commit}}).front() !=
         Reach::kNo;
}

std::optional<ObjectId> Standings::blob_at(const ObjectId& commit, const std::string& path) const {
  const auto file = objects_.find_files(objects_.read_commit(commit).tree, {path}).front();
  return file ? std::optional(file->id) : std::nullopt;
}

// Whether a commit is the branch's, and not one of a side that was merged into it. What such a side
// lost it has lost where it came from.
bool Standings::is_on_own_line(const ObjectId& commit) {
  if (own_line_.empty()) {
    const auto parts = [&](const ObjectId& id) {
      const auto& before = changes_.commits_before();
      return std::any_of(before.begin(), before.end(),
                         [&](const ResolvedRevision& then) { return then.commit == id; });
    };
    ObjectId id = plan_.branch.commit;
    while (own_line_.insert(id).second && !parts(id)) {
      const RawCommit raw = objects_.read_commit(id);
      if (raw.parents.empty()) break;
      id = raw.parents.front();
    }
  }
  return own_line_.contains(commit);
}

bool Standings::is_new(const JudgedPair& pair) const {
  const auto is_known = [](const Standing& standing) { return standing.is_known; };
  if (std::any_of(pair.before.begin(), pair.before.end(), is_known)) return false;
  return std::none_of(changes_.before().begin(), changes_.before().end(), [&](const Pages& before) {
    return find_translation(before, pair.file.translation) != nullptr;
  });
}

bool Standings::was_orphan(const FileReport& file) const {
  return std::any_of(changes_.before().begin(), changes_.before().end(), [&](const Pages& before) {
    return find_translation(before, file.translation) != nullptr &&
           !before.sources.contains(file.source) && !before.linked_sources.contains(file.source);
  });
}

}  // namespace l10n_drift
