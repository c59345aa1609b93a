#include "render/issue/item.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>

#include "render/drift_text.h"
#include "render/inert_text.h"
#include "render/issue/stale_fold.h"
#include "render/links.h"
#include "render/stale_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

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

std::string drift_text(const FileReport& file, IssueStyle style) {
  const std::string older = open_changes_text(file);
  return counts_text(file, style) + severity_note(file) + (older.empty() ? "" : ", " + older);
}

std::string text_note(const FileReport& file) {
  if (file.text_now_in.empty()) return "";
  return fmt::format(" (its text is now in {})", text_places(file, path_span));
}

// What is said of a file after its path, by its status.
std::string details(const FileReport& file, IssueStyle style) {
  switch (file.status) {
    case Status::kRenamed: {
      if (is_misplaced(file)) {
        return fmt::format(": its source is still {}, so the translation belongs beside it",
                           path_span(*file.renamed_to));
      }
      std::string text = file.renamed_to ? " -> " + path_span(*file.renamed_to) : "";
      if (file.similarity) text += fmt::format(" ({})", similarity_text(*file.similarity));
      return text + text_note(file);
    }
    case Status::kDeleted:
      if (is_misplaced(file)) {
        return fmt::format(" (its source is still {}, which has a translation in its place)",
                           path_span(*file.renamed_to));
      }
      if (!file.renamed_to) return text_note(file);
      return fmt::format(" (now {}, which has a translation)", path_span(*file.renamed_to)) +
             text_note(file);
    case Status::kUnknown:
      return file.reason ? ": " + escape_text(*file.reason) : "";
    case Status::kPartiallyUpdated:
      return ' ' + open_changes_text(file) + severity_note(file);
    default:
      return drift_text(file, style) + text_note(file);
  }
}

// A commit of the source, as an item of a list below the file's.
std::string commit_line(const SourceCommit& commit, const std::optional<WebPages>& web,
                        std::size_t indent) {
  return fmt::format("{:{}}- {} `{}` {}\n", "", indent, day_of(commit.date),
                     short_id(commit.commit), subject_text(web, commit.subject));
}

std::string_view note_text(IssueNote note) {
  switch (note) {
    case IssueNote::kSourceChanged:
      return " (the source has changed since it was ticked)";
    case IssueNote::kStillBehind:
      return " (updated since it was ticked, and not whole yet)";
    case IssueNote::kWasDone:
      return " (was done, and is out of date again)";
    case IssueNote::kNone:
      break;
  }
  return "";
}

// The ids that the file had before, the last one first.
std::string former_labels(const IssueFile& file) {
  if (file.labels.size() < 2) return "";
  return fmt::format(" (was {})", fmt::join(file.labels.begin() + 1, file.labels.end(), ", "));
}

char tick_of(const IssueFile& file) { return file.ticked ? 'x' : ' '; }

std::string item_line(const IssueEntry& entry, const IssueOptions& options) {
  const FileReport& file = *entry.report;
  std::string line = fmt::format("[{}] {}. {}{}", tick_of(entry.file), entry.file.labels.front(),
                                 source_link(options.web, file), details(file, options.style));
  if (source_was_renamed(file)) {
    line += fmt::format(" (was {})", path_span(*file.renamed_from));
  }
  if (file.verbatim) line += " (a copy: copy it again)";
  if (file.draft) line += fmt::format(" ({})", draft_text(file));
  line += translation_link(options.web, file);
  line += former_labels(entry.file);
  line += note_text(entry.file.note);
  return line;
}

}  // namespace

SectionItem open_item(const IssueEntry& entry, std::size_t number, const IssueOptions& options) {
  const FileReport& file = *entry.report;
  const std::string line = fmt::format("{}. {}", number, item_line(entry, options));
  // What stands below belongs to the item if it begins where the item's text does.
  const std::size_t indent = fmt::formatted_size("{}. ", number);
  std::string commits;
  for (const SourceCommit& commit : file.commits) {
    commits += commit_line(commit, options.web, indent);
  }
  SectionItem item;
  item.file = &entry.file;
  const auto with = [&](IssueDetails fold) {
    return line + '\n' + commits + folded_stale_blocks(file, indent, fold);
  };
  item.text = with(options.details);
  if (options.details == IssueDetails::kStaleBlocks) {
    item.shorter.push_back(with(IssueDetails::kStalePlaces));
  }
  if (item.text.size() > line.size() + 1) {
    item.shorter.push_back(line + " (too much to list it here)\n");
  }
  return item;
}

SectionItem left_out_item(const IssueEntry& entry, std::size_t number) {
  const std::string text = fmt::format("{}. [{}] {}. {}{}{}\n", number, tick_of(entry.file),
                                       entry.file.labels.front(), path_span(entry.left_out->source),
                                       former_labels(entry.file), note_text(entry.file.note));
  return {.text = text, .file = &entry.file};
}

SectionItem done_item(const IssueEntry& entry) {
  std::string path = code_span(entry.file.path);
  if (entry.report != nullptr) path = path_span(entry.report->source);
  if (entry.left_out != nullptr) path = path_span(entry.left_out->source);
  const bool is_gone = entry.report == nullptr && entry.left_out == nullptr;
  const std::string text =
      fmt::format("- [x] {}. {}{}{}\n", entry.file.labels.front(), path, former_labels(entry.file),
                  is_gone ? " (no longer in the report)" : "");
  return {.text = text, .file = &entry.file};
}

}  // namespace l10n_drift
