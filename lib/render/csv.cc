#include <fmt/format.h>
#include <fmt/ranges.h>

#include <initializer_list>
#include <string>
#include <string_view>

#include "l10n_drift/render.h"
#include "render/counts.h"
#include "render/drift_text.h"
#include "text/path_text.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

constexpr std::string_view kHeader =
    "language,source,translation,status,insertions,deletions,binary,verbatim,renamed_to,similarity,"
    "baseline_commit,baseline_blob,baseline_method,last_touch_commit,last_touch_date,severity,"
    "open_changes,draft,alignment\r\n";

// Blanks at the ends are quoted too, as some readers would strip them.
std::string field(std::string_view text) {
  const bool has_outer_blank = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (!has_outer_blank && text.find_first_of(",\"\r\n") == std::string_view::npos) {
    return std::string(text);
  }
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

// The file has to be UTF-8 as a whole, or nothing would read it.
std::string path_field(const std::string& path) {
  return field(is_utf8(path) ? path : quote_path(path));
}

const char* word(bool value) { return value ? "true" : "false"; }

std::string row(const FileReport& file) {
  const auto counts = drift_counts(file);
  const auto open_changes = open_change_count(file);
  const auto& baseline = file.baseline;
  const auto& touch = file.last_touch;
  const std::initializer_list<std::string> fields = {
      field(file.language),
      path_field(file.source),
      path_field(file.translation),
      to_string(file.status),
      counts ? std::to_string(counts->insertions) : "",
      counts ? std::to_string(counts->deletions) : "",
      word(file.binary.has_value()),
      word(file.verbatim),
      file.renamed_to ? path_field(*file.renamed_to) : "",
      file.similarity ? std::to_string(*file.similarity) : "",
      baseline ? baseline->commit : "",
      baseline ? baseline->blob : "",
      baseline ? to_string(baseline->method) : "",
      touch ? touch->commit : "",
      touch ? touch->date : "",
      severity_word(file),
      open_changes ? std::to_string(*open_changes) : "",
      file.draft ? to_string(*file.draft) : "",
      file.alignment ? to_string(*file.alignment) : "",
  };
  return fmt::format("{}\r\n", fmt::join(fields, ","));
}

}  // namespace

std::string render_csv(const Report& report) {
  std::string result(kHeader);
  for (const FileReport& file : report.files) result += row(file);
  return result;
}

}  // namespace l10n_drift
