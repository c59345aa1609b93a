#include "judge/pair_judge.h"

#include <string_view>
#include <tuple>

#include "text/words.h"

namespace l10n_drift {
namespace {

void describe_baseline(const FoundBaseline& baseline, FileReport& file) {
  file.baseline = {baseline.commit.hex(), baseline.blob.hex(), baseline.date, baseline.method};
  if (baseline.source != file.source) file.renamed_from = baseline.source;
  file.similarity = baseline.similarity;
}

}  // namespace

PairJudge::PairJudge(const Objects& objects, const Pairs& pairs, SourceRenames& renames)
    : objects_(objects),
      plan_(pairs.plan),
      base_(pairs.base),
      pages_(pairs.pages),
      renames_(renames) {
  for (const Page& page : pages_.translations) translated_.emplace(page.language, page.source);
  for (const auto& [path, entry] : pages_.sources) by_blob_[entry.id].push_back(path);
}

std::optional<JudgedPair> PairJudge::judge(const Page& page, const PageHistory& history) {
  JudgedPair judged;
  FileReport& file = judged.file;
  file.language = page.language;
  file.source = page.source;
  file.translation = page.path;
  file.last_touch = history.last_touch;
  PairFacts facts{.ignore_reason = plan_.ignore_reason(page.source),
                  .translation = page.entry.id,
                  .source = {},
                  .baseline = {},
                  .source_is_link = pages_.linked_sources.contains(page.source),
                  .touch_is_cut = history.unknown_reason == kTouchIsCut,
                  .source_is_cut = history.unknown_reason == kSourceIsCut,
                  .source_is_new = history.source_is_new,
                  .successor = Successor::kNone};
  if (const auto source = pages_.sources.find(page.source); source != pages_.sources.end()) {
    facts.source = source->second.id;
  }
  if (history.baseline && !facts.source_is_link) {
    facts.baseline = history.baseline->blob;
    describe_baseline(*history.baseline, file);
    if (!facts.source) {
      auto name = find_same_blob(*history.baseline, page.language);
      if (!name) {
        if (!renames_.can_find(history.baseline->tree, history.baseline->source)) return {};
        name = find_similar(*history.baseline);
      }
      facts.successor = describe_successor(name, file);
    }
  }
  const Verdict verdict = decide_status(facts);
  file.status = verdict.status;
  file.verbatim = verdict.verbatim;
  if (verdict.status == Status::kUnknown) {
    file.reason = facts.source_is_link && !facts.touch_is_cut
                      ? "its source is a symbolic link or a submodule"
                      : history.unknown_reason;
  }
  if (verdict.status == Status::kIgnored) file.reason = facts.ignore_reason;
  if (verdict.same_content) describe_same_content(*facts.source, file);
  judged.baseline = facts.baseline;
  judged.source = facts.source;
  if (file.renamed_to) judged.source = pages_.sources.at(*file.renamed_to).id;
  if (judged.source) file.source_blob = judged.source->hex();
  return judged;
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
