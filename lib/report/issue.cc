#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <vector>

#include "l10n_drift/render.h"
#include "l10n_drift/version.h"
#include "report/issue_item.h"
#include "report/issue_sections.h"
#include "report/markdown.h"
#include "report/solution.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// A section of the body and its items; nothing if no file is in it.
struct RenderedSection {
  std::string text;
  std::vector<IssueItem> items;
};

RenderedSection render_section(const Report& report, const IssueSection& section,
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
  for (const IssueSection& section : kIssueSections) {
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
