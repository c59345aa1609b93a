#include "analysis/report_files.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace l10n_drift {
namespace {

// The sources that nobody has translated into a language, whether or not the globs let them in.
// `files` are those that were judged.
std::vector<std::string> untranslated_sources(const Plan& plan, const Pages& pages,
                                              const std::vector<FileReport>& files,
                                              const std::string& language) {
  std::unordered_set<std::string_view> known;
  for (const Page& page : pages.translations) {
    if (page.language == language) known.insert(page.source);
  }
  for (const FileReport& file : files) {
    if (file.language == language && file.renamed_to) known.insert(*file.renamed_to);
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

template <typename Predicate>
void leave_out(LeftOutBy by, const Predicate& is_unwanted, ReportFiles& files) {
  for (const FileReport& file : files.files) {
    if (!is_unwanted(file)) continue;
    files.left_out.push_back({.source = file.source,
                              .translation = file.translation,
                              .by = by,
                              .renamed_from = file.renamed_from,
                              .former_translations = file.former_translations,
                              .is_translated = file.status != Status::kUntranslated});
  }
  std::erase_if(files.files, is_unwanted);
}

template <typename File>
void sort_by_translation(std::vector<File>& files) {
  std::sort(files.begin(), files.end(),
            [](const File& a, const File& b) { return a.translation < b.translation; });
}

bool has_to_be_judged(const Plan& plan, const PathSelection& selection, const Pages& pages,
                      const Page& page) {
  const bool is_considered = plan.considers(page.source) || !pages.sources.contains(page.source);
  return is_considered && selection.may_have(page, pages);
}

}  // namespace

std::vector<Page> translations_to_judge(const Plan& plan, const PathSelection& selection,
                                        const Pages& pages) {
  std::vector<Page> chosen;
  std::copy_if(pages.translations.begin(), pages.translations.end(), std::back_inserter(chosen),
               [&](const Page& page) { return has_to_be_judged(plan, selection, pages, page); });
  return chosen;
}

ReportFiles choose_files(const Plan& plan, const ReportContents& contents,
                         const PathSelection& selection, const Pages& pages,
                         std::vector<JudgedPair> judged) {
  ReportFiles files;
  for (JudgedPair& pair : judged) files.files.push_back(std::move(pair.file));
  std::vector<FileReport> untranslated = untranslated_files(plan, pages, files.files);
  std::move(untranslated.begin(), untranslated.end(), std::back_inserter(files.files));
  leave_out(
      LeftOutBy::kGlobs, [&](const FileReport& file) { return !plan.considers(file.source); },
      files);
  leave_out(
      LeftOutBy::kPaths, [&](const FileReport& file) { return !selection.has(file); }, files);
  leave_out(
      LeftOutBy::kSeverity,
      [&](const FileReport& file) {
        return file.severity && *file.severity < contents.min_severity;
      },
      files);
  files.summaries = summarize(plan.languages, files.files);
  if (!contents.with_untranslated) {
    leave_out(
        LeftOutBy::kUntranslated,
        [](const FileReport& file) { return file.status == Status::kUntranslated; }, files);
  }
  for (const Page& page : pages.translations) {
    if (has_to_be_judged(plan, selection, pages, page)) continue;
    const bool is_named = selection.may_have(page, pages);
    files.left_out.push_back({.source = page.source,
                              .translation = page.path,
                              .by = is_named ? LeftOutBy::kGlobs : LeftOutBy::kPaths});
  }
  sort_by_translation(files.files);
  sort_by_translation(files.left_out);
  return files;
}

}  // namespace l10n_drift
