#include <string>
#include <utility>
#include <vector>

#include "detection/shown_source.h"
#include "git/repository.h"
#include "judge/parallel_run.h"
#include "l10n_drift/drift.h"
#include "plan/named_pages.h"
#include "plan/pages.h"
#include "plan/plan.h"
#include "plan/selection.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

PlanRequest plan_request(const DiffRequest& request) {
  return {.purpose = Purpose::kReport,
          .comparison = request.comparison,
          .since = request.since,
          .granularity = request.granularity,
          .with_texts = true,
          .allow_shallow = request.allow_shallow,
          .named = {request.path}};
}

// From the source as the translation shows it to that at the base.
std::string open_hunks(const Objects& objects, const JudgedPair& pair) {
  if (pair.unshown.empty()) return {};
  const std::string newest = unify_lines(objects.read_blob(*pair.source));
  return objects.diff_texts(shown_source(newest, pair.unshown), newest);
}

// Whether there is anything between the baseline and the base's source.
bool is_source_changed(const JudgedPair& pair) {
  const Status status = pair.file.status;
  return pair.baseline && pair.source && status != Status::kInSync &&
         status != Status::kPartiallyUpdated;
}

TranslationDiff describe_change(const Objects& objects, const JudgedPair& pair) {
  TranslationDiff diff;
  diff.file = pair.file;
  diff.new_source = pair.file.renamed_to.value_or(pair.file.source);
  diff.open_hunks = open_hunks(objects, pair);
  if (!is_source_changed(pair)) return diff;
  diff.old_source = pair.file.renamed_from.value_or(pair.file.source);
  const auto phase = objects.measure(Phase::kCount);
  diff.old_blob = pair.baseline->hex();
  diff.new_blob = pair.source->hex();
  objects.require({*pair.baseline, *pair.source});
  BlobDiff change = objects.diff(*pair.baseline, *pair.source);
  diff.counts = change.drift.lines;
  diff.sizes = change.drift.binary;
  diff.hunks = std::move(change.hunks);
  return diff;
}

}  // namespace

TranslationDiff diff_translation(const DiffRequest& request, const Progress& progress) {
  const Repository repository = open_for(plan_request(request));
  const Objects& objects = repository.objects();
  auto [plan, warnings] = make_plan(repository, plan_request(request));
  const Pages pages = list_pages(objects, plan);
  require_sources(plan, pages);
  const std::vector<Page> translations = {
      page_at(repository, plan, considered_pages(plan, pages), request.path)};
  const std::vector<JudgedPair> judged =
      judge_pairs(objects, {plan, plan.base, pages, translations}, request.threads, progress);
  TranslationDiff diff = describe_change(objects, judged.front());
  diff.warnings = std::move(warnings);
  diff.statistics = objects.statistics();
  return diff;
}

}  // namespace l10n_drift
