#include "render/file_json.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "render/counts.h"
#include "render/drift_text.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

Json stamp_json(std::string_view commit, std::string_view date) {
  return {{"commit", commit}, {"date", date}};
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

// Null for what is not there. Valid UTF-8, as all text.
Json stale_text_json(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(replace_invalid_utf8(text));
}

void set_texts(Json& object, const StaleTexts& texts) {
  object["old_text"] = stale_text_json(texts.before);
  object["new_text"] = stale_text_json(texts.now);
  object["translation_text"] = stale_text_json(texts.translation);
}

Json stale_json(const std::vector<StaleBlock>& stale, const FileJsonParts& parts) {
  Json list = Json::array();
  for (const StaleBlock& block : stale) {
    Json object = {{"kind", to_string(block.kind)},
                   {"heading", replace_invalid_utf8(block.heading)},
                   {"source_lines", lines_json(block.source_lines)},
                   {"translation_lines", lines_json(block.translation_lines)},
                   {"change", to_string(block.change)},
                   {"severity", to_string(block.severity)},
                   {"before_last_touch", block.before_last_touch}};
    if (!block.lost_in.empty()) object["lost_in"] = block.lost_in;
    if (parts.texts) set_texts(object, block.texts);
    list.push_back(std::move(object));
  }
  return list;
}

// What looking into the pages has shown.
void set_stale(Json& object, const FileReport& file, const FileJsonParts& parts) {
  const std::string severity = severity_word(file);
  object["severity"] = severity.empty() ? Json(nullptr) : Json(severity);
  object["alignment"] = value_or_null(file.alignment);
  object["open_changes"] = value_or_null(open_change_count(file));
  object["stale"] = stale_json(file.stale, parts);
  object["draft"] = value_or_null(file.draft);
}

Json recorded_json(const std::optional<RecordedCommit>& recorded) {
  if (!recorded) return nullptr;
  Json object = {{"value", recorded->value}, {"where", recorded->where}};
  object["suggested"] = recorded->suggested.empty() ? Json(nullptr) : Json(recorded->suggested);
  return object;
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

// Null where nobody found any.
Json places_json(const std::vector<TextPlace>& places) {
  if (places.empty()) return nullptr;
  Json list = Json::array();
  for (const TextPlace& place : places) {
    Json object = {{"blocks", place.blocks}};
    set_path(object, "path", place.path);
    list.push_back(std::move(object));
  }
  return list;
}

}  // namespace

Json file_json(const FileReport& file, const FileJsonParts& parts) {
  Json object = {{"language", file.language}};
  set_path(object, "source", file.source);
  set_path(object, "translation", file.translation);
  object["status"] = to_string(file.status);
  object["reason"] = text_or_null(file.reason);
  set_drift(object, file);
  set_stale(object, file, parts);
  set_path(object, "renamed_to", file.renamed_to);
  set_path(object, "renamed_from", file.renamed_from);
  object["similarity"] = value_or_null(file.similarity);
  object["text_now_in"] = places_json(file.text_now_in);
  object["baseline"] = baseline_json(file.baseline);
  object["recorded"] = recorded_json(file.recorded);
  object["behind_since"] = parts.commits ? behind_since_json(file) : Json(nullptr);
  object["last_touch"] = nullptr;
  if (file.last_touch) {
    object["last_touch"] = stamp_json(file.last_touch->commit, file.last_touch->date);
  }
  if (parts.commits) object["commits"] = commits_json(file.commits);
  return object;
}

}  // namespace l10n_drift
