#include "report_files.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

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

}  // namespace

void fill_files(const Plan& plan, const Request& request, const Pages& pages,
                std::vector<Judged> judged, Report& report) {
  for (Judged& pair : judged) report.files.push_back(std::move(pair.file));
  report.summaries = summarize(report.languages, report.files);
  add_untranslated(plan, pages, request.with_untranslated, report);
  drop_less_severe(request.min_severity, report);
}

}  // namespace l10n_drift
