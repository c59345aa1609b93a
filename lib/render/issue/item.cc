#include "render/issue/item.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>

#include "render/drift_text.h"
#include "render/inert_text.h"
#include "render/issue/size.h"
#include "render/issue/stale_fold.h"
#include "render/links.h"
#include "render/stale_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// How an item says what it says: as `git diff --shortstat` does; by its size; or as short as can
// be.
enum class Form { kShortstat, kCompact, kBrief };

std::string size_word(const FileReport& file) {
  const auto size = size_of(file);
  return size ? fmt::format(" {}", kSizes.at(*size)) : "";
}

std::string counts_text(const FileReport& file, Form form) {
  if (file.binary) return " " + shortstat(*file.binary);
  if (!file.counts) return "";
  const auto [insertions, deletions] = *file.counts;
  switch (form) {
    case Form::kShortstat:
      return " " + shortstat(*file.counts);
    case Form::kCompact:
      return fmt::format("{} (+{}, -{})", size_word(file), insertions, deletions);
    case Form::kBrief:
      break;
  }
  return fmt::format(" +{} -{}", insertions, deletions);
}

std::string drift_text(const FileReport& file, Form form) {
  const std::string older = open_changes_text(file);
  return counts_text(file, form) + severity_note(file) + (older.empty() ? "" : ", " + older);
}

// Of what is updated in part: how many places are open, and how many lines they have.
std::string open_text(const FileReport& file, Form form) {
  const std::string size = form == Form::kCompact ? size_word(file) : "";
  const std::string lines = plural(lines_to_look_at(file), "line");
  return fmt::format("{} {}, {}{}", size, open_changes_text(file), lines, severity_note(file));
}

std::string text_note(const FileReport& file) {
  if (file.text_now_in.empty()) return "";
  return fmt::format(" (its text is now in {})", text_places(file, path_span));
}

std::string move_text(const IssueEntry& entry) {
  if (entry.file.moves_to.empty()) return "";
  return fmt::format(": move {} to {}", path_span(entry.report->translation),
                     code_span(entry.file.moves_to));
}

// The source has a new name; or the translation was moved away from it.
std::string renamed_text(const IssueEntry& entry) {
  const FileReport& file = *entry.report;
  if (is_misplaced(file)) {
    const std::string still = fmt::format(", its source is still {}", path_span(*file.renamed_to));
    const std::string move = move_text(entry);
    return still + (move.empty() ? ", so the translation belongs beside it" : move);
  }
  std::string text = file.renamed_to ? " -> " + path_span(*file.renamed_to) : "";
  if (file.similarity) text += fmt::format(" ({})", similarity_text(*file.similarity));
  return text + text_note(file) + move_text(entry);
}

std::string deleted_text(const IssueEntry& entry) {
  const FileReport& file = *entry.report;
  if (is_misplaced(file)) {
    return fmt::format(" (its source is still {}, which has a translation in its place)",
                       path_span(*file.renamed_to));
  }
  std::string text = text_note(file);
  if (file.renamed_to) {
    text = fmt::format(" (now {}, which has a translation)", path_span(*file.renamed_to)) + text;
  }
  const bool is_to_be_removed = entry.file.labels.front()[0] == 'D';
  return text + (is_to_be_removed ? ": remove " + path_span(file.translation) : "");
}

// What is said of a file after its path, by its status.
std::string details(const IssueEntry& entry, Form form) {
  const FileReport& file = *entry.report;
  switch (file.status) {
    case Status::kRenamed:
      return renamed_text(entry);
    case Status::kDeleted:
      return deleted_text(entry);
    case Status::kUnknown:
    case Status::kInvalidBaseline:
      return file.reason ? ": " + escape_text(*file.reason) : "";
    case Status::kPartiallyUpdated:
      return open_text(file, form);
    default:
      return drift_text(file, form) + text_note(file);
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
      return " (out of date again)";
    case IssueNote::kOtherTask:
      return " (there was something else to do when it was ticked)";
    case IssueNote::kNone:
      break;
  }
  return "";
}

// The ids that the file had before, the last one first.
std::string former_labels(const IssueFile& file) {
  if (file.labels.size() < 2) return "";
  return fmt::format(" (formerly {})", fmt::join(file.labels.begin() + 1, file.labels.end(), ", "));
}

char tick_of(const IssueFile& file) { return file.ticked ? 'x' : ' '; }

std::string item_line(const IssueEntry& entry, const std::optional<WebPages>& web, Form form) {
  const FileReport& file = *entry.report;
  std::string line =
      fmt::format("- [{}] {}. {}{}{}", tick_of(entry.file), entry.file.labels.front(),
                  entry.is_new ? "(new) " : "", source_link(web, file), details(entry, form));
  if (source_was_renamed(file)) {
    line += fmt::format(" (source renamed from {})", path_span(*file.renamed_from));
  }
  if (file.verbatim) line += " (a copy: copy it again)";
  if (file.draft) line += fmt::format(" ({})", draft_text(file));
  line += translation_link(web, file);
  line += former_labels(entry.file);
  line += note_text(entry.file.note);
  return line;
}

// What is left out or done, by its source; by its translation if the report does not know of it.
std::string listed_path(const IssueEntry& entry) {
  return entry.source.empty() ? code_span(entry.file.path) : path_span(entry.source);
}

}  // namespace

SectionItem open_item(const IssueEntry& entry, const IssueOptions& options) {
  // What stands below belongs to the item if it begins where the item's text does.
  constexpr std::size_t kIndent = std::string_view("- ").size();
  const FileReport& file = *entry.report;
  const Form form = options.style == IssueStyle::kCompact ? Form::kCompact : Form::kShortstat;
  const std::string line = item_line(entry, options.web, form);
  std::string commits;
  for (const SourceCommit& commit : file.commits) {
    commits += commit_line(commit, options.web, kIndent);
  }
  SectionItem item;
  item.file = &entry.file;
  const auto with = [&](const std::string& first, IssueDetails fold) {
    return first + '\n' + commits + folded_stale_blocks(file, kIndent, fold);
  };
  item.text = with(line, options.details);
  item.brief = with(item_line(entry, {}, Form::kBrief), options.details);
  if (options.details == IssueDetails::kStaleBlocks) {
    item.shorter.push_back(with(line, IssueDetails::kStalePlaces));
  }
  if (item.text.size() > line.size() + 1) {
    item.shorter.push_back(line + " (too much to list it here)\n");
  }
  return item;
}

SectionItem left_out_item(const IssueEntry& entry) {
  const std::string text =
      fmt::format("- [{}] {}. {} (by {}){}{}\n", tick_of(entry.file), entry.file.labels.front(),
                  listed_path(entry), code_span(entry.left_out_by), former_labels(entry.file),
                  note_text(entry.file.note));
  return {.text = text, .file = &entry.file};
}

SectionItem done_item(const IssueEntry& entry) {
  const std::string text = fmt::format("- [x] {}. {}{}{}\n", entry.file.labels.front(),
                                       listed_path(entry), former_labels(entry.file),
                                       entry.source.empty() ? " (no longer in the report)" : "");
  return {.text = text, .file = &entry.file};
}

}  // namespace l10n_drift
