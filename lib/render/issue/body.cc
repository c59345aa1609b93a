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
#include "render/issue/parts.h"
#include "render/issue/sections.h"
#include "render/issue/solution.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

const std::vector<IssueEntry>& entries_of(const IssueList& list, Status status) {
  static const std::vector<IssueEntry> no_entries;
  const auto found = list.sections.find(status);
  return found == list.sections.end() ? no_entries : found->second;
}

IssuePiece section_piece(const IssueSection& section, const std::vector<IssueEntry>& entries,
                         const IssueOptions& options) {
  const std::string heading =
      fmt::format("### {} {}", plural(entries.size(), "file"), section.words);
  IssuePiece piece{.name = std::string(1, section.letter),
                   .opening = heading + "\n\n",
                   .continued = heading + " (continued)\n\n",
                   .items = {},
                   .closing = "\n",
                   .present = !entries.empty()};
  for (const IssueEntry& entry : entries) {
    piece.items.push_back(open_item(entry, piece.items.size() + 1, options));
  }
  return piece;
}

// A list that nobody has to look at.
IssuePiece folded_piece(const std::string& name, const std::vector<IssueEntry>& entries,
                        std::string_view words) {
  const std::string summary = fmt::format("{} {}", plural(entries.size(), "file"), words);
  return {.name = name,
          .opening = fmt::format("<details><summary>{}</summary>\n\n", summary),
          .continued = fmt::format("<details><summary>{} (continued)</summary>\n\n", summary),
          .items = {},
          .closing = "\n</details>\n\n",
          .present = !entries.empty()};
}

IssuePiece left_out_piece(const std::vector<IssueEntry>& entries) {
  IssuePiece piece = folded_piece("left-out", entries, "left out of this report");
  for (const IssueEntry& entry : entries) {
    piece.items.push_back(left_out_item(entry, piece.items.size() + 1));
  }
  return piece;
}

IssuePiece done_piece(const std::vector<IssueEntry>& entries) {
  IssuePiece piece = folded_piece("done", entries, "done");
  for (const IssueEntry& entry : entries) piece.items.push_back(done_item(entry));
  return piece;
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
  for (const IssueSection& section : kIssueSections) {
    for (const IssueEntry& entry : entries_of(list, section.status)) {
      if (is_readable(*entry.report)) return &entry;
      if (first == nullptr) first = &entry;
    }
  }
  return first;
}

IssuePiece solution_piece(const Report& report, const IssueList& list) {
  const IssueEntry* const example = choose_example(list);
  IssuePiece piece;
  piece.name = "solution";
  piece.present = example != nullptr;
  if (example == nullptr) return piece;
  piece.opening = render_solution(report, {example->report, example->file.labels.front()}) + '\n';
  return piece;
}

std::vector<IssuePiece> make_pieces(const Report& report, const IssueList& list,
                                    const IssueOptions& options) {
  std::vector<IssuePiece> pieces(1);
  pieces.front().name = "head";
  for (const IssueSection& section : kIssueSections) {
    pieces.push_back(section_piece(section, entries_of(list, section.status), options));
  }
  pieces.push_back(left_out_piece(list.left_out));
  pieces.push_back(done_piece(list.done));
  pieces.push_back(solution_piece(report, list));
  return pieces;
}

IssueFrame make_frame(const Report& report, const IssueList& list, bool crlf) {
  const std::size_t open_files = count_open(list);
  return {.title = "# This is a Bug Report\n\n## Problem\n\n",
          .subject = fmt::format("{} in the {} branch",
                                 open_files == 0 ? "Nothing is outdated" : "Outdated files",
                                 escape_text(report.branch.ref)),
          .marker = {.base = report.base.ref,
                     .branch = report.branch.ref,
                     .language = report.languages.front(),
                     .open_files = open_files,
                     .highest = list.highest,
                     .files = {}},
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
  const IssueList list = assign_ids(report, previous);
  return cut_issue(make_frame(report, list, previous.crlf), make_pieces(report, list, options),
                   previous.texts, max_chars);
}

std::string render_issue(const Report& report, const IssueOptions& options) {
  return render_issue_parts(report, options, {}, 0).front();
}

}  // namespace l10n_drift
