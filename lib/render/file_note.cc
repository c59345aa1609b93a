#include "render/file_note.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "render/drift_text.h"
#include "render/stale_text.h"
#include "text/path_text.h"

namespace l10n_drift {
namespace {

std::string rename_note(const FileReport& file) {
  if (is_misplaced(file)) {
    return "its source is still " + quote_path(*file.renamed_to) +
           (file.status == Status::kDeleted ? ", which has a translation in its place" : "");
  }
  std::string text = "source is now " + quote_path(*file.renamed_to);
  if (file.status == Status::kDeleted) return text + ", which has a translation";
  if (file.similarity) text += ", " + similarity_text(*file.similarity);
  return text;
}

}  // namespace

std::string file_note(const FileReport& file) {
  std::vector<std::string> parts;
  if (open_changes(file) > 0) parts.push_back(open_changes_text(file));
  if (file.renamed_to) parts.push_back(rename_note(file));
  if (!file.text_now_in.empty()) {
    parts.push_back("text is now in " + text_places(file, quote_path));
  }
  if (source_was_renamed(file)) parts.push_back("source was " + quote_path(*file.renamed_from));
  if (file.binary) parts.push_back("binary, " + sizes_text(*file.binary));
  if (file.verbatim) parts.emplace_back("a copy of the source");
  if (file.draft) parts.push_back(draft_text(file));
  if (file.status == Status::kUntranslated) {
    parts.push_back("source is " + quote_path(file.source));
  }
  if (file.reason) parts.push_back(printable(*file.reason));
  return fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace l10n_drift
