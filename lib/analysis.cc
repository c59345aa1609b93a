#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

#include "baseline.h"
#include "git/repository.h"
#include "l10n_drift/drift.h"
#include "l10n_drift/error.h"
#include "l10n_drift/nearest.h"
#include "pages.h"
#include "parallel.h"
#include "plan.h"
#include "source_log.h"
#include "status.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// What the files of a report are made from.
struct Judged {
  FileReport file;
  std::optional<ObjectId> baseline;
  std::optional<ObjectId> source;  // At the base: under its new name, if it was renamed.
};

// The new name of a source that the base lacks.
struct NewName {
  std::string path;
  int similarity = 0;
};

class Judge {
 public:
  Judge(const Repository& repository, const Plan& plan, const Pages& pages, SourceRenames& renames)
      : repository_(repository), plan_(plan), pages_(pages), renames_(renames) {
    for (const Page& page : pages.translations) translated_.emplace(page.language, page.source);
    for (const auto& [path, entry] : pages.sources) by_blob_[entry.id].push_back(path);
  }

  Judged judge_page(const Page& page, const PageHistory& history) {
    Judged judged;
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
                    .source_is_new = history.source_is_new,
                    .successor = Successor::kNone};
    if (const auto source = pages_.sources.find(page.source); source != pages_.sources.end()) {
      facts.source = source->second.id;
    }
    if (history.baseline && !facts.source_is_link) {
      facts.baseline = history.baseline->blob;
      describe_baseline(*history.baseline, file);
      if (!facts.source) facts.successor = describe_successor(*history.baseline, file);
    }
    const Verdict verdict = judge(facts);
    file.status = verdict.status;
    file.verbatim = verdict.verbatim;
    if (verdict.status == Status::kUnknown) {
      file.reason = facts.source_is_link ? "its source is a symbolic link or a submodule"
                                         : history.unknown_reason;
    }
    if (verdict.status == Status::kIgnored) file.reason = facts.ignore_reason;
    if (verdict.same_content) describe_same_content(*facts.source, file);
    judged.baseline = facts.baseline;
    judged.source = facts.source;
    if (file.renamed_to) judged.source = pages_.sources.at(*file.renamed_to).id;
    return judged;
  }

 private:
  static void describe_baseline(const FoundBaseline& baseline, FileReport& file) {
    file.baseline = {baseline.commit.hex(), baseline.blob.hex(), baseline.date, baseline.method};
    if (baseline.source != file.source) file.renamed_from = baseline.source;
    file.similarity = baseline.similarity;
  }

  // A page with the content of the base's source belongs to the base, whatever it was made from.
  void describe_same_content(const ObjectId& source, FileReport& file) {
    if (base_date_.empty()) base_date_ = repository_.stamp(plan_.base.commit).date;
    file.baseline = {plan_.base.commit.hex(), source.hex(), base_date_, BaselineMethod::kContent};
    file.renamed_from.reset();
    file.similarity.reset();
  }

  Successor describe_successor(const FoundBaseline& baseline, FileReport& file) {
    const auto name = find_new_name(baseline, file.language);
    if (!name) return Successor::kNone;
    file.renamed_to = name->path;
    file.similarity = name->similarity;
    return is_translated(file.language, name->path) ? Successor::kTranslated
                                                    : Successor::kUntranslated;
  }

  bool is_translated(const std::string& language, const std::string& source) const {
    return translated_.contains({language, source});
  }

  // The same blob at a path that the baseline's tree lacks comes first, best one that nobody has
  // translated; else what was found by similarity.
  std::optional<NewName> find_new_name(const FoundBaseline& baseline, const std::string& language) {
    std::optional<std::string> best;
    const auto rank = [&](const std::string& path) {
      return std::tuple(is_translated(language, path),
                        file_name(path) != file_name(baseline.source), std::string_view(path));
    };
    if (const auto same = by_blob_.find(baseline.blob); same != by_blob_.end()) {
      for (const std::string& path : same->second) {
        if (repository_.find_files(baseline.tree, {path}).front()) continue;
        if (!best || rank(path) < rank(*best)) best = path;
      }
    }
    if (best) return NewName{*std::move(best), 100};
    auto rename = renames_.later_name(baseline.tree, baseline.source);
    if (!rename || !pages_.sources.contains(rename->to)) return {};
    return NewName{std::move(rename->to), rename->similarity};
  }

  const Repository& repository_;
  const Plan& plan_;
  const Pages& pages_;
  SourceRenames& renames_;
  std::set<std::pair<std::string, std::string>> translated_;
  std::map<ObjectId, std::vector<std::string>> by_blob_;
  std::string base_date_;
};

// Counts the lines of what is outdated, on several threads, each with a repository of its own.
void count_lines(const Repository& repository, unsigned threads, std::vector<Judged>& pairs) {
  std::vector<Judged*> outdated;
  for (Judged& pair : pairs) {
    if (pair.file.status == Status::kOutdated) outdated.push_back(&pair);
  }
  run_parallel(outdated.size(), threads, [&]() -> Work {
    auto own = std::make_shared<Repository>(repository.reopen());
    return [own, &outdated](std::size_t i) {
      Judged& pair = *outdated[i];
      const BlobDrift drift = own->drift(*pair.baseline, *pair.source);
      if (drift.binary) {
        pair.file.binary = drift.binary;
      } else {
        pair.file.counts = drift.lines;
      }
    };
  });
}

std::vector<FileReport> untranslated_files(const Plan& plan, const Pages& pages,
                                           const std::vector<FileReport>& files) {
  std::set<std::pair<std::string, std::string>> known;
  for (const FileReport& file : files) {
    known.emplace(file.language, file.source);
    if (file.renamed_to) known.emplace(file.language, *file.renamed_to);
  }
  std::vector<FileReport> missing;
  for (const std::string& language : plan.languages) {
    for (const auto& [source, entry] : pages.sources) {
      if (known.contains({language, source})) continue;
      if (plan.ignore_reason(source)) continue;
      FileReport file;
      file.language = language;
      file.source = source;
      file.translation = plan.layout.translation_of(source, language);
      // A link in the translation's place is no page, and yet nobody shall write one there.
      if (std::binary_search(pages.skipped.begin(), pages.skipped.end(), file.translation))
        continue;
      file.status = Status::kUntranslated;
      missing.push_back(std::move(file));
    }
  }
  return missing;
}

Revision to_revision(const ResolvedRevision& revision) {
  return {revision.ref, revision.commit.hex()};
}

std::vector<Judged> judge_pages(const Repository& repository, const Plan& plan, const Pages& pages,
                                const std::vector<Page>& chosen, const Progress& progress) {
  SourceRenames renames(repository, plan);
  const std::vector<PageHistory> histories =
      find_baselines(repository, plan, chosen, pages.sources, renames, progress);
  Judge judge(repository, plan, pages, renames);
  std::vector<Judged> judged;
  judged.reserve(chosen.size());
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    judged.push_back(judge.judge_page(chosen[i], histories[i]));
  }
  return judged;
}

Report make_report(const Plan& plan, const Request& request, Pages pages,
                   std::vector<Judged> judged) {
  Report report;
  report.base = to_revision(plan.base);
  report.branch = to_revision(plan.branch);
  if (plan.since) report.since = to_revision(*plan.since);
  report.source_language = plan.layout.source_language();
  report.languages = plan.languages;
  report.with_commits = request.with_commits;
  if (request.config_file) report.diff_options = {"--config", *request.config_file};
  if (request.source_language) {
    report.diff_options.insert(report.diff_options.end(),
                               {"--source-lang", *request.source_language});
  }
  for (Judged& pair : judged) report.files.push_back(std::move(pair.file));
  std::vector<FileReport> missing = untranslated_files(plan, pages, report.files);
  report.summaries = summarize(plan.languages, report.files);
  for (const FileReport& file : missing) ++report.summaries[file.language].untranslated;
  if (request.with_untranslated) {
    std::move(missing.begin(), missing.end(), std::back_inserter(report.files));
    std::sort(
        report.files.begin(), report.files.end(),
        [](const FileReport& a, const FileReport& b) { return a.translation < b.translation; });
  }
  report.skipped = std::move(pages.skipped);
  return report;
}

// What is between the baseline and the base's source.
void describe_change(const Repository& repository, const Judged& pair, TranslationDiff& diff) {
  diff.file = pair.file;
  if (!pair.baseline || !pair.source || pair.file.status == Status::kInSync) return;
  diff.old_source = pair.file.renamed_from.value_or(pair.file.source);
  diff.new_source = pair.file.renamed_to.value_or(pair.file.source);
  diff.old_blob = pair.baseline->hex();
  diff.new_blob = pair.source->hex();
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

// Globs are easily written as if they began at the sources' folder.
void warn_of_empty_selection(const Plan& plan, const Pages& pages, std::vector<Warning>& warnings) {
  if (!pages.translations.empty() || (plan.include.empty() && plan.exclude.empty())) return;
  warnings.push_back({"no page is left: include and exclude let none in",
                      fmt::format("globs are matched from the root: --include '/{}/'",
                                  plan.layout.source_root())});
}

}  // namespace

Analysis analyze(const Request& request, const Progress& progress) {
  const Repository repository = Repository::open(request.repository);
  Plan plan = make_plan(repository, request);
  const ObjectId base = plan.base.commit;
  Pages pages = list_pages(repository, plan);
  std::vector<Judged> judged = judge_pages(repository, plan, pages, pages.translations, progress);
  count_lines(repository, request.threads, judged);
  std::vector<Warning> warnings = std::move(plan.warnings);
  warn_of_empty_selection(plan, pages, warnings);
  Report report = make_report(plan, request, std::move(pages), std::move(judged));
  if (request.with_commits) add_source_commits(repository, base, report);
  return {std::move(report), std::move(warnings)};
}

TranslationDiff diff_translation(const Request& request, const std::string& path,
                                 const Progress& progress) {
  const Repository repository = Repository::open(request.repository);
  Plan plan = make_plan(repository, request, possible_paths(repository, path));
  const Pages pages = list_pages(repository, plan);
  const Page page = find_page(repository, plan, pages, path);
  const std::vector<Judged> judged = judge_pages(repository, plan, pages, {page}, progress);
  TranslationDiff diff;
  diff.warnings = std::move(plan.warnings);
  describe_change(repository, judged.front(), diff);
  return diff;
}

}  // namespace l10n_drift
