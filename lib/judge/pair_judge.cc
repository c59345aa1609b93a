#include "judge/pair_judge.h"

#include <fmt/format.h>

#include <string_view>
#include <tuple>
#include <utility>

#include "judge/lost_objects.h"
#include "markdown/page_kind.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

void describe_baseline(const FoundBaseline& baseline, FileReport& file) {
  file.baseline = {baseline.commit.hex(), baseline.blob.hex(), baseline.date, baseline.method};
  if (baseline.source != file.source) file.renamed_from = baseline.source;
  file.similarity = baseline.similarity;
}

// With the commit that would be right, if history knows one.
std::string invalid_reason(const PageHistory& history) {
  const std::string& suggested = history.recorded->suggested;
  if (suggested.empty()) return history.invalid_reason;
  return fmt::format("{}; by its history it is {}", history.invalid_reason, suggested);
}

// Why a page has its status, where that wants a reason.
std::optional<std::string> reason_for(Status status, const PairFacts& facts,
                                      const PageHistory& history) {
  switch (status) {
    case Status::kUnknown:
      return facts.source_is_link && !facts.touch_is_cut
                 ? "its source is a symbolic link or a submodule"
                 : history.unknown_reason;
    case Status::kInvalidBaseline:
      return invalid_reason(history);
    case Status::kIgnored:
      return facts.ignore_reason;
    default:
      return {};
  }
}

}  // namespace

PairJudge::PairJudge(const Objects& objects, const Pairs& pairs, SourceRenames& renames,
                     const SourceSuccessors& successors, const StepsOfSources& steps)
    : objects_(objects),
      pairs_(pairs),
      plan_(pairs.plan),
      base_(pairs.base),
      pages_(pairs.pages),
      renames_(renames),
      successors_(successors),
      steps_(steps) {
  for (const Page& page : pages_.translations) translated_.emplace(page.language, page.source);
  for (const auto& [path, entry] : pages_.sources) by_blob_[entry.id].push_back(path);
}

std::optional<JudgedPair> PairJudge::judge(const Page& page, const PageHistory& history) {
  JudgedPair judged;
  bool waits = false;
  for_one_pair(judged, [&] { waits = !judge(page, history, judged); });
  if (waits) return {};
  return judged;
}

bool PairJudge::judge(const Page& page, const PageHistory& history, JudgedPair& judged) {
  FileReport& file = judged.file;
  file.language = page.language;
  file.source = page.source;
  file.translation = page.path;
  file.last_touch = history.last_touch;
  if (history.error) throw UnreadableBlob(*history.error);
  PairFacts facts{.ignore_reason = plan_.ignore_reason(page.source),
                  .translation = page.entry.id,
                  .source = {},
                  .baseline = {},
                  .source_is_link = pages_.linked_sources.contains(page.source),
                  .touch_is_cut = history.unknown_reason == kTouchIsCut,
                  .source_is_cut = history.unknown_reason == kSourceIsCut,
                  .record_is_invalid = !history.invalid_reason.empty(),
                  .source_is_new = history.source_is_new,
                  .successor = Successor::kNone};
  if (const auto source = pages_.sources.find(page.source); source != pages_.sources.end()) {
    facts.source = source->second.id;
  }
  file.recorded = history.recorded;
  std::optional<FoundBaseline> baseline;
  if (!facts.record_is_invalid) baseline = history.baseline;
  if (baseline) judged.held_against = baseline->blob;
  if (baseline && facts.source) {
    baseline = without_ignored(page.source, *std::move(baseline), judged);
  }
  if (baseline && !facts.source_is_link) {
    facts.baseline = baseline->blob;
    describe_baseline(*baseline, file);
    if (!facts.source) {
      const auto successor = find_successor(*baseline, file);
      if (!successor) {
        want_texts(*baseline);
        return false;
      }
      facts.successor = *successor;
    }
  }
  const Verdict verdict = decide_status(facts);
  file.status = verdict.status;
  file.verbatim = verdict.verbatim;
  file.reason = reason_for(verdict.status, facts, history);
  if (verdict.same_content) describe_same_content(*facts.source, file);
  judged.baseline = facts.baseline;
  judged.source = facts.source;
  if (file.renamed_to) judged.source = pages_.sources.at(*file.renamed_to).id;
  if (judged.source) file.source_blob = judged.source->hex();
  if (baseline) judged.text_candidates = text_candidates(file, *baseline);
  return true;
}

// Without what came by commits that do not count.
FoundBaseline PairJudge::without_ignored(const std::string& source, FoundBaseline baseline,
                                         JudgedPair& judged) const {
  const auto known = steps_.find(source);
  if (known == steps_.end()) return baseline;
  baseline = advance_baseline(known->second, std::move(baseline));
  judged.stretches = counted_stretches(known->second, baseline.blob);
  return baseline;
}

// What became of a source that the base lacks. Nothing as long as blobs are not there that tell.
std::optional<Successor> PairJudge::find_successor(const FoundBaseline& baseline,
                                                   FileReport& file) {
  if (!successors_.is_followed(baseline.source)) return {};
  auto name = find_new_name(baseline, file.language);
  if (!name) {
    if (!renames_.can_find(baseline.tree, baseline.source)) return {};
    name = find_similar(baseline);
  }
  if (name && !name->similarity && name->path != baseline.source) {
    const ObjectId& now = pages_.sources.at(name->path).id;
    if (!objects_.want({baseline.blob, now})) return {};
    name->similarity = objects_.similarity(baseline.blob, now);
  }
  return describe_successor(name, file);
}

// What may have to be read once the successor is known comes in the same batch.
void PairJudge::want_texts(const FoundBaseline& baseline) {
  objects_.want({baseline.blob});
  objects_.want(blobs_of(find_text_candidates(baseline)));
}

// Where to look for the text of the baseline: of a source that is gone; that was renamed and
// changed at once, as it may have been divided; or whose name may have been given to another page.
std::vector<TextCandidate> PairJudge::text_candidates(const FileReport& file,
                                                      const FoundBaseline& baseline) {
  const bool may_be_divided = file.renamed_to && file.similarity.value_or(100) < 100;
  const bool is_gone = file.status == Status::kDeleted && !file.renamed_to;
  const bool is_lost = file.status == Status::kDeleted || file.status == Status::kRenamed;
  if (is_gone || (is_lost && may_be_divided)) return find_text_candidates(baseline);
  const bool may_be_taken = file.status == Status::kOutdated && page_kind(file.source) &&
                            plan_.granularity == Granularity::kBlock;
  if (!may_be_taken) return {};
  std::vector<TextCandidate> added = added_beside(objects_, pairs_, baseline.tree, baseline.source);
  // A source with a new name is a new file, too. The text in it is where it belongs.
  std::erase_if(added, [&](const TextCandidate& found) { return found.path == file.source; });
  return added;
}

// A page with the content of the base's source belongs to the base, whatever it was made from.
void PairJudge::describe_same_content(const ObjectId& source, FileReport& file) {
  if (base_date_.empty()) base_date_ = objects_.stamp(base_.commit).date;
  file.baseline = {base_.commit.hex(), source.hex(), base_date_, BaselineMethod::kContent};
  file.renamed_from.reset();
  file.similarity.reset();
}

Successor PairJudge::describe_successor(const std::optional<NewName>& name,
                                        FileReport& file) const {
  if (!name) return Successor::kNone;
  file.renamed_to = name->path;
  file.similarity = name->similarity;
  return is_translated(file.language, name->path) ? Successor::kTranslated
                                                  : Successor::kUntranslated;
}

bool PairJudge::is_translated(const std::string& language, const std::string& source) const {
  return translated_.contains({language, source});
}

// Where the source of then lives now. It may be where it was: then it is the translation that was
// moved away. Next comes the same blob, then what history tells step by step. Only where that ends
// nowhere, whoever asks compares the two ends (find_similar).
std::optional<PairJudge::NewName> PairJudge::find_new_name(const FoundBaseline& baseline,
                                                           const std::string& language) const {
  if (pages_.sources.contains(baseline.source)) return NewName{baseline.source, {}};
  if (auto name = find_same_blob(baseline, language)) return name;
  if (auto name = successors_.find(baseline.source)) return NewName{*std::move(name), {}};
  return {};
}

// Where the text may be of a source that lives on under no name.
std::vector<TextCandidate> PairJudge::find_text_candidates(const FoundBaseline& baseline) {
  if (!page_kind(baseline.source)) return {};
  if (const auto removal = successors_.removal(baseline.source)) return changed_in(*removal);
  return added_beside(objects_, pairs_, baseline.tree, baseline.source);
}

// What the commit of a removal changed, which many pages and all languages ask for.
const std::vector<TextCandidate>& PairJudge::changed_in(const Removal& removal) {
  const auto known = changed_in_.find(removal.commit);
  if (known != changed_in_.end()) return known->second;
  auto changed = changed_beside(objects_, pairs_, objects_.read_commit(removal.parent).tree,
                                objects_.read_commit(removal.commit).tree);
  return changed_in_.emplace(removal.commit, std::move(changed)).first->second;
}

std::optional<PairJudge::NewName> PairJudge::find_similar(const FoundBaseline& baseline) {
  auto rename = renames_.later_name(baseline.tree, baseline.source);
  if (!rename || !pages_.sources.contains(rename->to)) return {};
  return NewName{std::move(rename->to), rename->similarity};
}

// The same blob at a path that the baseline's tree lacks. Of several paths, best one that nobody
// has translated, and with the same file name.
std::optional<PairJudge::NewName> PairJudge::find_same_blob(const FoundBaseline& baseline,
                                                            const std::string& language) const {
  std::optional<std::string> best;
  const auto rank = [&](const std::string& path) {
    return std::tuple(is_translated(language, path), file_name(path) != file_name(baseline.source),
                      std::string_view(path));
  };
  const auto same = by_blob_.find(baseline.blob);
  if (same == by_blob_.end()) return {};
  for (const std::string& path : same->second) {
    if (objects_.find_files(baseline.tree, {path}).front()) continue;
    if (!best || rank(path) < rank(*best)) best = path;
  }
  if (!best) return {};
  return NewName{*std::move(best), 100};
}

}  // namespace l10n_drift
