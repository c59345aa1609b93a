#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "l10n_drift/error.h"
#include "l10n_drift/issue.h"
#include "render/inert_text.h"
#include "render/issue/ids.h"
#include "render/issue/item.h"
#include "render/issue/overview.h"
#include "render/issue/parts.h"
#include "render/issue/solution.h"
#include "render/issue/status_sections.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

const std::vector<IssueEntry>& entries_of(const IssueList& list, Status status) {
  static const std::vector<IssueEntry> no_entries;
  const auto found = list.open.find(status);
  return found == list.open.end() ? no_entries : found->second;
}

// A section of files that are open. `heading` tells how many of what.
IssueSection open_section(const std::string& name, const std::string& heading,
                          std::vector<SectionItem> items) {
  const bool is_present = !items.empty();
  return {.name = name,
          .opening = fmt::format("### {}\n\n", heading),
          .continued = fmt::format("### {} (continued)\n\n", heading),
          .items = std::move(items),
          .closing = "\n",
          .is_present = is_present};
}

// What somebody can take who has a few minutes: a page of which all that has changed is slight, and
// a copy, which is copied again.
bool is_quick(const FileReport& file) {
  const bool is_slight = file.severity && *file.severity < Severity::kSubstantive;
  const bool is_update =
      file.status == Status::kOutdated || file.status == Status::kPartiallyUpdated;
  return is_update && (is_slight || file.verbatim);
}

// Those that are open, each status in a section. With `options.with_quick`, quick tasks stand above
// all others, and keep the ids that they have: what is quick today may not be so tomorrow.
std::vector<IssueSection> open_sections(const IssueList& list, const IssueOptions& options) {
  std::vector<IssueSection> sections;
  std::vector<SectionItem> quick;
  for (const StatusSection& kind : kStatusSections) {
    std::vector<SectionItem> items;
    for (const IssueEntry& entry : entries_of(list, kind.status)) {
      const bool goes_above = options.with_quick && is_quick(*entry.report);
      (goes_above ? quick : items).push_back(open_item(entry, options));
    }
    const std::string heading = fmt::format("{} {}", plural(items.size(), "file"), kind.words);
    sections.push_back(open_section(std::string(1, kind.letter), heading, std::move(items)));
  }
  const std::string heading = plural(quick.size(), "quick task");
  sections.insert(sections.begin(), open_section("quick", heading, std::move(quick)));
  return sections;
}

// A list that nobody has to look at is folded.
IssueSection folded_section(const std::string& name, const std::vector<IssueEntry>& entries,
                            std::string_view words) {
  const std::string summary = fmt::format("{} {}", plural(entries.size(), "file"), words);
  return {.name = name,
          .opening = fmt::format("<details><summary>{}</summary>\n\n", summary),
          .continued = fmt::format("<details><summary>{} (continued)</summary>\n\n", summary),
          .items = {},
          .closing = "\n</details>\n\n",
          .is_present = !entries.empty()};
}

IssueSection left_out_section(const std::vector<IssueEntry>& entries) {
  IssueSection section = folded_section("left-out", entries, "left out of this report");
  for (const IssueEntry& entry : entries) {
    section.items.push_back(left_out_item(entry));
  }
  return section;
}

// Nobody shall take for current what nobody could look into. There is nothing to tick, so that it
// is one text, and never cut.
IssueSection not_compared_section(const Report& report) {
  constexpr std::size_t kMostOfList = 1'000;
  std::string pages;
  std::size_t count = 0;
  std::size_t left = 0;
  for (const FileReport& file : report.files) {
    if (file.alignment != Alignment::kWeak) continue;
    ++count;
    const std::string item = fmt::format("- {}\n", code_span(file.translation));
    if (left > 0 || pages.size() + item.size() > kMostOfList) {
      ++left;
    } else {
      pages += item;
    }
  }
  if (left > 0) pages += fmt::format("- {} more\n", left);
  IssueSection section;
  section.name = "not-compared";
  section.opening = fmt::format(
      "<details><summary>{} that could not be compared block by block</summary>\n\n"
      "The blocks of source and translation do not correspond. Only the history of the files "
      "counts, "
      "and nobody can tell which paragraphs are stale.\n\n{}\n</details>\n\n",
      plural(count, "page"), pages);
  section.is_present = count > 0;
  return section;
}

IssueSection done_section(const IssueList& list) {
  const std::vector<IssueEntry>& entries = list.done;
  const std::string earlier =
      list.past.empty() ? "" : fmt::format(" ({} more before)", list.past.size());
  IssueSection section = folded_section("done", entries, "done" + earlier);
  for (const IssueEntry& entry : entries) section.items.push_back(done_item(entry));
  return section;
}

// Whether commands with the file's names can be read and copied anywhere.
bool is_readable(const FileReport& file) {
  const std::string names = file.source + file.translation + file.renamed_to.value_or("") +
                            file.renamed_from.value_or("");
  return printable(names) == names;
}

// The first file whose names can be copied, else the first; null if nothing is open.
const IssueEntry* choose_example(const IssueList& list) {
  const IssueEntry* first = nullptr;
  for (const StatusSection& section : kStatusSections) {
    for (const IssueEntry& entry : entries_of(list, section.status)) {
      if (is_readable(*entry.report)) return &entry;
      if (first == nullptr) first = &entry;
    }
  }
  return first;
}

IssueSection solution_section(const Report& report, const IssueList& list) {
  const IssueEntry* const example = choose_example(list);
  IssueSection section;
  section.name = "solution";
  section.is_present = example != nullptr;
  if (example == nullptr) return section;
  section.opening = render_solution(report, {example->report, example->file.labels.front()}) + '\n';
  return section;
}

std::vector<IssueSection> make_sections(const Report& report, const IssueList& list,
                                        const IssueOptions& options) {
  std::vector<IssueSection> sections(1);
  sections.front().name = "head";
  sections.front().opening = render_overview(report, list);
  for (IssueSection& section : open_sections(list, options)) {
    sections.push_back(std::move(section));
  }
  sections.push_back(not_compared_section(report));
  sections.push_back(left_out_section(list.left_out));
  sections.push_back(done_section(list));
  sections.push_back(solution_section(report, list));
  return sections;
}

std::string title_lines(const Report& report) {
  const bool is_bug_report = report.is_bug_report && !report.issue_title && !report.issue_intro;
  if (is_bug_report) return "# This is a Bug Report\n\n## Problem\n\n";
  const std::string title = escape_text(report.issue_title.value_or("Translations to update"));
  const std::string intro =
      report.issue_intro ? escape_text(*report.issue_intro) + "\n\n" : std::string();
  return fmt::format("# {}\n\n{}", title, intro);
}

IssueFrame make_frame(const Report& report, const IssueList& list, bool crlf) {
  const std::size_t open_files = count_open_files(list);
  return {.title = title_lines(report),
          .subject = fmt::format("{} in the {} branch",
                                 open_files == 0 ? "Nothing is outdated" : "Outdated files",
                                 escape_text(branch_name(report.branch.ref))),
          .today = std::string(day_of(report.base.date)),
          .marker = {.base = report.base.ref,
                     .branch = report.branch.ref,
                     .language = report.languages.front(),
                     .open_files = open_files,
                     .left_out = count_left_out_files(list),
                     .highest = list.highest,
                     .files = {},
                     .past = list.past},
          .crlf = crlf};
}

}  // namespace

std::vector<std::string> render_issue_parts(const Report& report, const IssueOptions& options,
                                            const PreviousIssue& previous, std::size_t max_chars) {
  const std::string& language = report.languages.front();
  if (!previous.language.empty() && previous.language != language) {
    throw Error(fmt::format("the previous body is about {}, and the report about {}",
                            in_quotes(previous.language), in_quotes(language)),
                fmt::format("--lang {}", printable(previous.language)));
  }
  IssueList list = assign_ids(report, previous);
  const auto cut = [&] {
    return cut_into_parts(make_frame(report, list, previous.crlf),
                          make_sections(report, list, options), previous, max_chars);
  };
  IssueParts parts = cut();
  if (parts.needed == 1 || list.done.empty()) return std::move(parts.texts);
  // There are no parts for the sake of what is no work.
  forget_done_files(list);
  IssueParts shorter = cut();
  return std::move((shorter.needed < parts.needed ? shorter : parts).texts);
}

std::string render_issue(const Report& report, const IssueOptions& options) {
  return render_issue_parts(report, options, {}, 0).front();
}

}  // namespace l10n_drift
