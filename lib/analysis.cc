#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "git/repository.h"
#include "judged_pages.h"
#include "l10n_drift/drift.h"
#include "pages.h"
#include "plan.h"
#include "source_log.h"
#include "text/shell.h"
#include "text/words.h"
#include "web_pages.h"

namespace l10n_drift {
namespace {

// The sources that nobody has translated into a language.
std::vector<std::string> untranslated_sources(const Plan& plan, const Pages& pages,
                                              const std::vector<FileReport>& files,
                                              const std::string& language) {
  std::unordered_set<std::string_view> known;
  for (const FileReport& file : files) {
    if (file.language != language) continue;
    known.insert(file.source);
    if (file.renamed_to) known.insert(*file.renamed_to);
  }
  const auto is_linked = [&](const std::string& source) {
    // A link in the translation's place is no page, and yet nobody shall write one there.
    return !pages.skipped.empty() &&
           std::binary_search(pages.skipped.begin(), pages.skipped.end(),
                              plan.layout.translation_of(source, language));
  };
  std::vector<std::string> missing;
  for (const auto& [source, entry] : pages.sources) {
    if (known.contains(source) || plan.ignore_reason(source) || is_linked(source)) continue;
    missing.push_back(source);
  }
  return missing;
}

FileReport untranslated_file(const Plan& plan, const Pages& pages, const std::string& language,
                             std::string source) {
  FileReport file;
  file.language = language;
  file.source_blob = pages.sources.at(source).id.hex();
  file.translation = plan.layout.translation_of(source, language);
  file.source = std::move(source);
  file.status = Status::kUntranslated;
  return file;
}

// Counts the untranslated sources, and lists them if they were asked for.
void add_untranslated(const Plan& plan, const Pages& pages, bool with_files, Report& report) {
  std::vector<FileReport> untranslated;
  for (const std::string& language : plan.languages) {
    auto sources = untranslated_sources(plan, pages, report.files, language);
    report.summaries[language].untranslated = sources.size();
    if (!with_files) continue;
    for (std::string& source : sources) {
      untranslated.push_back(untranslated_file(plan, pages, language, std::move(source)));
    }
  }
  if (untranslated.empty()) return;
  std::move(untranslated.begin(), untranslated.end(), std::back_inserter(report.files));
  std::sort(report.files.begin(), report.files.end(),
            [](const FileReport& a, const FileReport& b) { return a.translation < b.translation; });
}

// Leaves out what asks less of translators than they want to see.
void drop_less_severe(Severity wanted, Report& report) {
  const std::size_t dropped = std::erase_if(report.files, [&](const FileReport& file) {
    return file.severity && *file.severity < wanted;
  });
  if (dropped == 0) return;
  auto summaries = summarize(report.languages, report.files);
  for (auto& [language, summary] : summaries) {
    summary.untranslated = report.summaries[language].untranslated;
  }
  report.summaries = std::move(summaries);
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
  report.diff_options = diff_options(request);
  for (Judged& pair : judged) report.files.push_back(std::move(pair.file));
  report.summaries = summarize(plan.languages, report.files);
  add_untranslated(plan, pages, request.with_untranslated, report);
  drop_less_severe(request.min_severity, report);
  report.skipped = std::move(pages.skipped);
  return report;
}

// What a shallow clone leaves open.
void warn_of_cut_history(const Report& report, const std::string& repository,
                         std::vector<Warning>& warnings) {
  const auto cut = static_cast<std::size_t>(
      std::count_if(report.files.begin(), report.files.end(), [](const FileReport& file) {
        return file.reason == kTouchIsCut || file.reason == kSourceIsCut;
      }));
  if (cut == 0) return;
  warnings.push_back({fmt::format("the clone is shallow: {} {} unknown, as its history does not "
                                  "reach back far enough",
                                  plural(cut, "translation"), cut == 1 ? "is" : "are"),
                      fmt::format("git -C {} fetch --unshallow", shell_quote(repository))});
}

}  // namespace

Analysis analyze(const Request& request, const Progress& progress) {
  const Repository repository = open_for(request);
  Plan plan = make_plan(repository, request);
  const ObjectId base = plan.base.commit;
  Pages pages = list_pages(repository, plan);
  std::vector<Judged> judged =
      judge_pages(repository, plan, pages, pages.translations, request.threads, progress);
  std::optional<WebPages> web;
  if (request.with_links && plan.languages.size() == 1) {
    web = find_web_pages(repository, plan, request.web_address);
  }
  std::vector<Warning> warnings = std::move(plan.warnings);
  warn_of_empty_selection(plan, pages, warnings);
  Report report = make_report(plan, request, std::move(pages), std::move(judged));
  warn_of_cut_history(report, request.repository, warnings);
  report.web = std::move(web);
  // Without all of history, links lead to whole histories.
  const bool is_linked = report.web && !repository.is_shallow();
  if (request.with_commits || is_linked) add_source_commits(repository, base, report);
  return {std::move(report), std::move(warnings), repository.statistics()};
}

}  // namespace l10n_drift
