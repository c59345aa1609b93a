#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "l10n_drift/render.h"
#include "report/counts.h"
#include "report/json_values.h"
#include "text/path_text.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

Json text_or_null(const std::optional<std::string>& text) {
  return text ? Json(replace_invalid_utf8(*text)) : Json(nullptr);
}

Json stamp_json(std::string_view commit, std::string_view date) {
  return {{"commit", commit}, {"date", date}};
}

Json summary_json(const Summary& summary) {
  return {{"translations", summary.translations}, {"in_sync", summary.in_sync},
          {"outdated", summary.outdated},         {"partially_updated", summary.partially_updated},
          {"renamed", summary.renamed},           {"deleted", summary.deleted},
          {"unpaired", summary.unpaired},         {"unknown", summary.unknown},
          {"ignored", summary.ignored},           {"untranslated", summary.untranslated},
          {"insertions", summary.insertions},     {"deletions", summary.deletions}};
}

// JSON has no place for bytes that are not UTF-8: they go beside the readable form, whole.
void set_path(Json& object, const std::string& key, const std::optional<std::string>& path) {
  object[key] = text_or_null(path);
  if (path && !is_utf8(*path)) object[key + "_bytes"] = base64(*path);
}

void set_drift(Json& object, const FileReport& file) {
  const std::optional<LineCounts> counts = drift_counts(file);
  object["insertions"] = counts ? Json(counts->insertions) : Json(nullptr);
  object["deletions"] = counts ? Json(counts->deletions) : Json(nullptr);
  object["binary"] = file.binary.has_value();
  object["sizes"] = nullptr;
  if (file.binary) {
    object["sizes"] = {{"baseline", file.binary->baseline}, {"base", file.binary->base}};
  }
  object["verbatim"] = file.verbatim;
}

Json lines_json(const std::optional<LineRange>& lines) {
  return lines ? Json{lines->first, lines->last} : Json(nullptr);
}

Json stale_json(const std::vector<StaleBlock>& stale) {
  Json list = Json::array();
  for (const StaleBlock& block : stale) {
    list.push_back({{"kind", to_string(block.kind)},
                    {"heading", replace_invalid_utf8(block.heading)},
                    {"source_lines", lines_json(block.source_lines)},
                    {"translation_lines", lines_json(block.translation_lines)},
                    {"change", to_string(block.change)},
                    {"severity", to_string(block.severity)},
                    {"before_last_touch", block.before_last_touch}});
  }
  return list;
}

// What looking into the pages has shown.
void set_stale(Json& object, const FileReport& file) {
  const std::optional<std::size_t> count = open_change_count(file);
  object["severity"] = file.severity ? Json(to_string(*file.severity)) : Json(nullptr);
  object["alignment"] = file.alignment ? Json(to_string(*file.alignment)) : Json(nullptr);
  object["open_changes"] = count ? Json(*count) : Json(nullptr);
  object["stale"] = stale_json(file.stale);
}

Json baseline_json(const std::optional<Baseline>& baseline) {
  if (!baseline) return nullptr;
  return {{"commit", baseline->commit},
          {"blob", baseline->blob},
          {"date", baseline->date},
          {"method", to_string(baseline->method)}};
}

// The commit that first made the translation fall behind, if the commits are known.
Json behind_since_json(const FileReport& file) {
  if (file.commits.empty()) return nullptr;
  return stamp_json(file.commits.back().commit, file.commits.back().date);
}

Json commits_json(const std::vector<SourceCommit>& commits) {
  Json list = Json::array();
  for (const SourceCommit& commit : commits) {
    list.push_back({{"commit", commit.commit},
                    {"date", commit.date},
                    {"subject", replace_invalid_utf8(commit.subject)}});
  }
  return list;
}

Json file_json(const FileReport& file, const Report& report) {
  Json object = {{"language", file.language}};
  set_path(object, "source", file.source);
  set_path(object, "translation", file.translation);
  object["status"] = to_string(file.status);
  object["reason"] = text_or_null(file.reason);
  set_drift(object, file);
  set_stale(object, file);
  set_path(object, "renamed_to", file.renamed_to);
  set_path(object, "renamed_from", file.renamed_from);
  object["similarity"] = file.similarity ? Json(*file.similarity) : Json(nullptr);
  object["baseline"] = baseline_json(file.baseline);
  object["behind_since"] = report.with_commits ? behind_since_json(file) : Json(nullptr);
  object["last_touch"] = nullptr;
  if (file.last_touch) {
    object["last_touch"] = stamp_json(file.last_touch->commit, file.last_touch->date);
  }
  if (report.with_commits) object["commits"] = commits_json(file.commits);
  return object;
}

}  // namespace

std::string render_json(const Report& report) {
  Json root = {{"schema_version", 1}, {"tool", tool_json()}};
  root["base"] = revision_json(report.base);
  root["branch"] = revision_json(report.branch);
  root["since"] = report.since ? revision_json(*report.since) : Json(nullptr);
  root["source_language"] = report.source_language;
  root["languages"] = report.languages;
  root["summary"] = Json::object();
  for (const std::string& language : report.languages) {
    root["summary"][language] = summary_json(report.summaries.at(language));
  }
  root["files"] = Json::array();
  for (const FileReport& file : report.files) root["files"].push_back(file_json(file, report));
  return root.dump(2) + '\n';
}

}  // namespace l10n_drift
