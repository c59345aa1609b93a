#include "l10n_drift/diff.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analysis/page_status.h"
#include "analysis/source_ends.h"
#include "detection/shown_source.h"
#include "git/repository.h"
#include "judge/parallel_run.h"
#include "plan/named_pages.h"
#include "plan/pages.h"
#include "plan/plan.h"
#include "plan/selection.h"
#include "plan/uncommitted.h"
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
          .named = request.paths};
}

// The translations that are asked for.
struct NamedPages {
  std::map<std::string, Page> pages;      // By path.
  std::set<std::string> by_own_path;      // Those that are named themselves.
  std::vector<DiffedFolder> folders;      // With nothing counted yet, and
  std::vector<std::set<std::string>> in;  // what is in each.
};

NamedPages find_named(const Repository& repository, const Plan& plan, const Pages& pages,
                      const std::vector<std::string>& names) {
  const std::vector<Page> considered = considered_pages(plan, pages);
  NamedPages named;
  for (const std::string& name : names) {
    const std::vector<const Page*> below = pages_below(repository, plan, considered, name);
    for (const Page* const page : below) named.pages.emplace(page->path, *page);
    const std::vector<std::string> paths = possible_paths(repository, name);
    const std::string& first = below.front()->path;
    if (std::find(paths.begin(), paths.end(), first) != paths.end()) {
      named.by_own_path.insert(first);
      continue;
    }
    named.folders.push_back({.name = name, .pages = {}});
    named.in.emplace_back();
    for (const Page* const page : below) named.in.back().insert(page->path);
  }
  return named;
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

// All at once, as a partial clone has to fetch them.
void require_versions(const Objects& objects, const std::vector<JudgedPair>& judged) {
  std::set<ObjectId> blobs;
  for (const JudgedPair& pair : judged) {
    if (is_source_changed(pair)) blobs.insert({*pair.baseline, *pair.source});
  }
  objects.require({blobs.begin(), blobs.end()});
}

TranslationDiff describe_change(const Objects& objects, const Plan& plan, const JudgedPair& pair) {
  TranslationDiff diff;
  diff.page = describe_page(objects, plan, pair.file);
  diff.new_source = pair.file.renamed_to.value_or(pair.file.source);
  diff.open_hunks = open_hunks(objects, pair);
  if (!is_source_changed(pair)) return diff;
  diff.old_source = pair.file.renamed_from.value_or(pair.file.source);
  diff.old_blob = pair.baseline->hex();
  diff.new_blob = pair.source->hex();
  BlobDiff change = objects.diff(*pair.baseline, *pair.source);
  diff.counts = change.drift.lines;
  diff.sizes = change.drift.binary;
  diff.hunks = std::move(change.hunks);
  return diff;
}

std::vector<TranslationDiff> describe_changes(const Objects& objects, const Plan& plan,
                                              const std::vector<JudgedPair>& judged) {
  const auto phase = objects.measure(Phase::kCount);
  require_versions(objects, judged);
  SourceEnds ends(objects, plan, plan.base);
  std::vector<TranslationDiff> diffs;
  for (const JudgedPair& pair : judged) {
    diffs.push_back(describe_change(objects, plan, pair));
    if (has_lost_source(pair.file)) diffs.back().page.source_gone_in = ends.find(pair.file);
  }
  return diffs;
}

DiffReport fill_report(const Plan& plan, NamedPages named, std::vector<TranslationDiff> diffs) {
  DiffReport report;
  report.base = to_revision(plan.base);
  report.branch = to_revision(plan.branch);
  if (plan.since) report.since = to_revision(*plan.since);
  report.with_blocks = plan.granularity == Granularity::kBlock;
  report.folders = std::move(named.folders);
  for (TranslationDiff& diff : diffs) {
    const FileReport& file = diff.page.file;
    for (std::size_t i = 0; i < report.folders.size(); ++i) {
      if (!named.in[i].contains(file.translation)) continue;
      ++report.folders[i].pages[file.status];
      ++report.folders[i].pages.translations;
      report.folders[i].shown += has_news(diff) ? 1 : 0;
    }
    diff.is_named = named.by_own_path.contains(file.translation);
    if (diff.is_named || has_news(diff)) report.pages.push_back(std::move(diff));
  }
  return report;
}

}  // namespace

DiffAnalysis diff_translations(const DiffRequest& request, const Progress& progress) {
  const Repository repository = open_for(plan_request(request));
  const Objects& objects = repository.objects();
  auto [plan, warnings] = make_plan(repository, plan_request(request));
  const Pages pages = list_pages(objects, plan);
  require_sources(plan, pages);
  NamedPages named = find_named(repository, plan, pages, request.paths);
  std::vector<Page> translations;
  for (const auto& [path, page] : named.pages) translations.push_back(page);
  const std::vector<JudgedPair> judged =
      judge_pairs(objects, {plan, plan.base, pages, translations}, request.threads, progress);
  DiffAnalysis analysis;
  analysis.report = fill_report(plan, std::move(named), describe_changes(objects, plan, judged));
  analysis.warnings = std::move(warnings);
  analysis.uncommitted = find_uncommitted_named(repository, plan, request.paths);
  analysis.statistics = objects.statistics();
  return analysis;
}

}  // namespace l10n_drift
