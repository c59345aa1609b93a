#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "git/repository.h"
#include "judged_pages.h"
#include "l10n_drift/drift.h"
#include "l10n_drift/error.h"
#include "l10n_drift/nearest.h"
#include "markdown/page_lines.h"
#include "markdown/shown_source.h"
#include "pages.h"
#include "plan.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// What is between the baseline and the base's source.
void describe_change(const Repository& repository, const Judged& pair, Missing missing,
                     TranslationDiff& diff) {
  diff.file = pair.file;
  diff.new_source = pair.file.renamed_to.value_or(pair.file.source);
  if (!pair.unshown.empty()) {
    const std::string newest = unify_lines(repository.read_blob(*pair.source));
    diff.open_hunks = repository.diff_texts(shown_source(newest, pair.unshown), newest);
  }
  if (pair.file.status == Status::kPartiallyUpdated) return;
  if (!pair.baseline || !pair.source || pair.file.status == Status::kInSync) return;
  diff.old_source = pair.file.renamed_from.value_or(pair.file.source);
  const auto phase = repository.measure(Phase::kCount);
  diff.old_blob = pair.baseline->hex();
  diff.new_blob = pair.source->hex();
  require_blobs(repository, {*pair.baseline, *pair.source}, missing);
  BlobDiff change = repository.diff(*pair.baseline, *pair.source);
  diff.counts = change.drift.lines;
  diff.sizes = change.drift.binary;
  diff.hunks = std::move(change.hunks);
}

// The path that was meant: a file of nearly that name in the same folder, else the file of that
// very name in the folder that is nearest. Long paths have so much in common that their distance
// says little.
std::optional<std::string> nearest_path(const std::string& path,
                                        const std::vector<std::string>& candidates) {
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  const std::string name(file_name(path));
  std::vector<std::string> neighbours;
  std::vector<std::string> namesakes;
  for (const std::string& candidate : candidates) {
    const std::string candidate_name(file_name(candidate));
    if (candidate == folder + candidate_name) neighbours.push_back(candidate_name);
    if (candidate_name == name) namesakes.push_back(candidate);
  }
  if (const auto neighbour = nearest_name(name, neighbours)) return folder + *neighbour;
  return nearest_name(path, namesakes);
}

// The paths in the tree that the user may mean by `named`: from the folder that the program runs
// in, then from the root.
std::vector<std::string> possible_paths(const Repository& repository, const std::string& named) {
  const auto root = repository.work_tree();
  const std::filesystem::path path(named);
  if (path.is_absolute() && root) {
    return {path.lexically_normal().lexically_relative(*root).string()};
  }
  return {(repository.prefix() / path).lexically_normal().string(),
          path.lexically_normal().string()};
}

[[noreturn]] void throw_no_translation(const Repository& repository, const Plan& plan,
                                       const Pages& pages, const std::string& named) {
  const std::vector<std::string> paths = possible_paths(repository, named);
  std::vector<std::string> names;
  std::vector<std::string> translations;
  for (const Page& page : pages.translations) {
    names.push_back(page.path);
    const bool is_its = std::find(paths.begin(), paths.end(), page.source) != paths.end();
    if (is_its) translations.push_back(page.path);
  }
  if (!translations.empty()) {
    throw Error(fmt::format("'{}' is a source, not a translation", named),
                fmt::format("its translations: {}", fmt::join(translations, ", ")));
  }
  for (const std::string& path : paths) {
    if (!plan.layout.match_translation(path)) continue;
    if (!repository.find_files(plan.branch.tree, {path}).front()) continue;
    throw Error(
        fmt::format("'{}' is left out, as the configuration says or as it is a link", named));
  }
  const auto nearest = nearest_path(paths.front(), names);
  throw Error(fmt::format("no translation '{}' on '{}'", named, plan.branch.ref),
              nearest ? fmt::format("did you mean '{}'?", *nearest) : std::string());
}

const Page& find_page(const Repository& repository, const Plan& plan, const Pages& pages,
                      const std::string& named) {
  for (const std::string& path : possible_paths(repository, named)) {
    const auto page = std::find_if(pages.translations.begin(), pages.translations.end(),
                                   [&](const Page& other) { return other.path == path; });
    if (page != pages.translations.end()) return *page;
  }
  throw_no_translation(repository, plan, pages, named);
}

}  // namespace

TranslationDiff diff_translation(const Request& request, const std::string& path,
                                 const Progress& progress) {
  const Repository repository = open_for(request);
  Plan plan = make_plan(repository, request, possible_paths(repository, path));
  const Pages pages = list_pages(repository, plan);
  const Page page = find_page(repository, plan, pages, path);
  const std::vector<Judged> judged =
      judge_pages(repository, plan, pages, {page}, request.threads, progress);
  TranslationDiff diff;
  diff.warnings = std::move(plan.warnings);
  describe_change(repository, judged.front(), plan.missing, diff);
  diff.statistics = repository.statistics();
  return diff;
}

}  // namespace l10n_drift
