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
    if (!plan.considers(source) || known.contains(source)) continue;
    if (plan.ignore_reason(source) || is_linked(source)) continue;
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

// Of all languages.
std::vector<FileReport> untranslated_files(const Plan& plan, const Pages& pages,
                                           const std::vector<FileReport>& files) {
  std::vector<FileReport> untranslated;
  for (const std::string& language : plan.languages) {
    for (std::string& source : untranslated_sources(plan, pages, files, language)) {
      untranslated.push_back(untranslated_file(plan, pages, language, std::move(source)));
    }
  }
  return untranslated;
}

// Whether translators have asked to see only what asks more of them.
bool is_too_slight(const FileReport& file, Severity wanted) {
  return file.severity && *file.severity < wanted;
}

}  // namespace

std::vector<Page> pages_to_judge(const Plan& plan, const Pages& pages) {
  std::vector<Page> chosen;
  std::copy_if(pages.translations.begin(), pages.translations.end(), std::back_inserter(chosen),
               [&](const Page& page) {
                 return plan.considers(page.source) || !pages.sources.contains(page.source);
               });
  return chosen;
}

void fill_files(const Plan& plan, const Request& request, const Pages& pages,
                std::vector<Judged> judged, Report& report) {
  std::vector<FileReport>& files = report.files;
  for (Judged& pair : judged) files.push_back(std::move(pair.file));
  std::vector<FileReport> untranslated = untranslated_files(plan, pages, files);
  std::move(untranslated.begin(), untranslated.end(), std::back_inserter(files));
  std::erase_if(files, [&](const FileReport& file) {
    return !plan.considers(file.source) || is_too_slight(file, request.min_severity);
  });
  report.summaries = summarize(report.languages, files);
  if (!request.with_untranslated) {
    std::erase_if(files, [](const auto& file) { return file.status == Status::kUntranslated; });
  }
  std::sort(files.begin(), files.end(),
            [](const FileReport& a, const FileReport& b) { return a.translation < b.translation; });
}

}  // namespace l10n_drift
