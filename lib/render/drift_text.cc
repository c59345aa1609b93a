#include "render/drift_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "text/words.h"

namespace l10n_drift {

std::string line_counts_text(const LineCounts& counts) {
  const bool is_empty = counts == LineCounts{};
  std::vector<std::string> sides;
  if (counts.insertions > 0 || is_empty) {
    sides.push_back(plural(counts.insertions, "insertion") + "(+)");
  }
  if (counts.deletions > 0 || is_empty) {
    sides.push_back(plural(counts.deletions, "deletion") + "(-)");
  }
  return fmt::format("{}", fmt::join(sides, ", "));
}

std::string sizes_text(const BinarySizes& sizes) {
  return fmt::format("{} -> {} bytes", sizes.baseline, sizes.base);
}

std::string shortstat(const LineCounts& counts) {
  return "1 file changed, " + line_counts_text(counts);
}

std::string shortstat(const BinarySizes& sizes) { return "Bin " + sizes_text(sizes); }

std::string severity_note(const std::optional<Severity>& severity) {
  if (!severity || *severity == Severity::kSubstantive) return "";
  return fmt::format(" ({})", to_string(*severity));
}

std::string severity_word(const FileReport& file) {
  if (file.severity) return to_string(*file.severity);
  return file.is_of_other_kind ? "not_looked_into" : "";
}

std::string severity_note(const FileReport& file) {
  const bool is_known = file.binary || file.verbatim;
  if (!file.is_of_other_kind || is_known) return severity_note(file.severity);
  return fmt::format(" ({})", in_words(severity_word(file)));
}

std::string draft_text(const FileReport& file) {
  if (!file.draft) return "";
  return *file.draft == DraftChange::kWithdrawn ? "withdrawn: its source is a draft now"
                                                : "published: its source was a draft";
}

std::string similarity_text(int percent) { return fmt::format("{}% similar", percent); }

bool source_was_renamed(const FileReport& file) {
  return file.renamed_from && *file.renamed_from != file.source && !is_misplaced(file);
}

std::string text_places(const FileReport& file,
                        const std::function<std::string(const std::string&)>& path) {
  constexpr std::size_t kMostPlaces = 3;
  std::vector<std::string> places;
  for (const TextPlace& place : file.text_now_in) {
    if (places.size() == kMostPlaces) {
      places.push_back(plural(file.text_now_in.size() - kMostPlaces, "other page"));
      break;
    }
    places.push_back(fmt::format("{} ({})", path(place.path), plural(place.blocks, "block")));
  }
  return fmt::format("{}", fmt::join(places, ", "));
}

}  // namespace l10n_drift
