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
#include "text/lines.h"

namespace l10n_drift {
namespace {

// What is between the baseline and the base's source.
void describe_change(const Objects& objects, const Judged& pair, TranslationDiff& diff) {
  diff.file = pair.file;
  diff.new_source = pair.file.renamed_to.value_or(pair.file.source);
  if (!pair.unshown.empty()) {
    const std::string newest = unify_lines(objects.read_blob(*pair.source));
    diff.open_hunks = objects.diff_texts(shown_source(newest, pair.unshown), newest);
  }
  if (pair.file.status == Status::kPartiallyUpdated) return;
  if (!pair.baseline || !pair.source || pair.file.status == Status::kInSync) return;
  diff.old_source = pair.file.renamed_from.value_or(pair.file.source);
  const auto phase = objects.measure(Phase::kCount);
  diff.old_blob = pair.baseline->hex();
  diff.new_blob = pair.source->hex();
  objects.require({*pair.baseline, *pair.source});
  BlobDiff change = objects.diff(*pair.baseline, *pair.source);
  diff.counts = change.drift.lines;
  diff.sizes = change.drift.binary;
  diff.hunks = std::move(change.hunks);
}

}  // namespace

TranslationDiff diff_translation(const Request& request, const std::string& path,
                                 const Progress& progress) {
  const Repository repository = open_for(request);
  const Objects& objects = repository.objects();
  Plan plan = make_plan(repository, request, possible_paths(repository, path));
  const Pages pages = list_pages(objects, plan);
  const Page page = find_page(repository, plan, considered_pages(plan, pages), path);
  const std::vector<Judged> judged =
      judge_pages(objects, plan, pages, {page}, request.threads, progress);
  TranslationDiff diff;
  diff.warnings = std::move(plan.warnings);
  describe_change(objects, judged.front(), diff);
  diff.statistics = objects.statistics();
  return diff;
}

}  // namespace l10n_drift
