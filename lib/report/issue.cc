#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "l10n_drift/render.h"
#include "l10n_drift/version.h"
#include "report/markdown.h"
#include "report/shortstat.h"
#include "report/solution.h"
#include "report/stale_fold.h"
#include "report/stale_text.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

struct Section {
  Status status;
  char letter;
  std::string_view words;  // What the heading says of its files.
};

constexpr Section kSections[] = {
    {Status::kOutdated, 'M', "to be modified"},
    {Status::kPartiallyUpdated, 'P', "partially updated"},
    {Status::kRenamed, 'R', "to be renamed"},
    {Status::kDeleted, 'D', "to be deleted"},
    {Status::kUnknown, 'U', "to be checked by hand"},
    {Status::kUntranslated, 'T', "to be translated"},
};

std::string_view size_label(std::size_t insertions) {
  if (insertions < 10) return "XS";
  if (insertions < 30) return "S";
  if (insertions < 100) return "M";
  if (insertions < 500) return "L";
  if (insertions < 1000) return "XL";
  return "XXL";
}

std::string counts_text(const FileReport& file, IssueStyle style) {
  if (file.binary) return " " + shortstat(*file.binary);
  if (!file.counts) return "";
  if (style == IssueStyle::kShortstat) return " " + shortstat(*file.counts);
  return fmt::format(" {}(+{}) {}(-)", file.counts->insertions, size_label(file.counts->insertions),
                     file.counts->deletions);
}

// People take a change for a substantive one unless they are told otherwise.
std::string severity_text(const FileReport& file) {
  if (!file.severity || file.severity == Severity::kSubstantive) return "";
  return fmt::format(" ({})", to_string(*file.severity));
}

std::string drift_text(const FileReport& file, IssueStyle style) {
  const std::string older = open_changes_text(file);
  return counts_text(file, style) + severity_text(file) + (older.empty() ? "" : ", " + older);
}

// What is said of a file after its path, by its status.
std::string details(const FileReport& file, IssueStyle style) {
  switch (file.status) {
    case Status::kRenamed: {
      std::string text = file.renamed_to ? " -> " + path_span(*file.renamed_to) : "";
      if (file.similarity) text += fmt::format(" ({}% similar)", *file.similarity);
      return text;
    }
    case Status::kDeleted:
      if (!file.renamed_to) return "";
      return fmt::format(" (now {}, which has a translation)", path_span(*file.renamed_to));
    case Status::kUnknown:
      return file.reason ? ": " + escape_text(*file.reason) : "";
    case Status::kPartiallyUpdated:
      return ' ' + open_changes_text(file) + severity_text(file);
    default:
      return drift_text(file, style);
  }
}

// A commit of the source, as an item of a list below the file's.
std::string commit_line(const SourceCommit& commit, std::size_t indent) {
  return fmt::format("{:{}}- {} `{}` {}\n", "", indent, day_of(commit.date),
                     short_id(commit.commit), escape_text(commit.subject));
}

std::string item_lines(const FileReport& file, const std::string& label, std::size_t number,
                       const IssueOptions& options) {
  std::string line = fmt::format("{}. [ ] {}. {}{}", number, label, path_span(file.source),
                                 details(file, options.style));
  if (file.renamed_from && *file.renamed_from != file.source) {
    line += fmt::format(" (was {})", path_span(*file.renamed_from));
  }
  if (file.verbatim) line += " (a copy: copy it again)";
  line += '\n';
  // What stands below belongs to the item if it begins where the item's text does.
  const std::size_t indent = fmt::formatted_size("{}. ", number);
  for (const SourceCommit& commit : file.commits) line += commit_line(commit, indent);
  if (options.details == IssueDetails::kStaleBlocks) line += stale_fold(file, indent);
  return line;
}

// A section of the body and its items; nothing if no file is in it.
struct RenderedSection {
  std::string text;
  std::vector<IssueItem> items;
};

RenderedSection render_section(const Report& report, const Section& section,
                               const IssueOptions& options) {
  RenderedSection result;
  std::string lines;
  for (const FileReport& file : report.files) {
    if (file.status != section.status) continue;
    const std::size_t number = result.items.size() + 1;
    const IssueItem item{&file, fmt::format("{}{}", section.letter, number)};
    lines += item_lines(file, item.label, number, options);
    result.items.push_back(item);
  }
  if (result.items.empty()) return result;
  result.text =
      fmt::format("### {} {}\n\n{}\n", plural(result.items.size(), "file"), section.words, lines);
  return result;
}

// Whether commands with the file's names can be read and copied anywhere.
bool is_readable(const FileReport& file) {
  const std::string names = file.source + file.translation + file.renamed_to.value_or("") +
                            file.renamed_from.value_or("");
  return printable(names) == names;
}

const IssueItem& choose_example(const std::vector<IssueItem>& items) {
  for (const IssueItem& item : items) {
    if (is_readable(*item.file)) return item;
  }
  return items.front();
}

// On a line of its own, found by its beginning; what follows up to " -->" is a JSON object.
std::string marker(const Report& report) {
  return fmt::format(R"(<!-- l10n-drift: {{"base":{},"branch":{},"language":{},"version":{}}} -->)",
                     comment_json_string(report.base.ref), comment_json_string(report.branch.ref),
                     comment_json_string(report.languages.front()), comment_json_string(kVersion));
}

}  // namespace

std::string render_issue(const Report& report, const IssueOptions& options) {
  std::string sections;
  std::vector<IssueItem> items;
  for (const Section& section : kSections) {
    const RenderedSection rendered = render_section(report, section, options);
    sections += rendered.text;
    items.insert(items.end(), rendered.items.begin(), rendered.items.end());
  }
  std::string body = "# This is a Bug Report\n\n## Problem\n\n";
  const std::string branch = escape_text(report.branch.ref);
  if (items.empty()) {
    body += fmt::format("Nothing is outdated in the {} branch.\n", branch);
  } else {
    body += fmt::format("Outdated files in the {} branch.\n\n", branch);
    body += sections + render_solution(report, choose_example(items));
  }
  return body + '\n' + marker(report) + '\n';
}

}  // namespace l10n_drift
