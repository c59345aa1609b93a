#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "l10n_drift/render.h"
#include "render/json_values.h"
#include "render/revision_text.h"
#include "text/path_text.h"

namespace l10n_drift {
namespace {

struct LanguageRow {
  std::string language;
  std::string files;
  std::string milestone;
  std::string folder;
};

std::string milestone_text(const LanguageEntry& entry) {
  if (!entry.milestone) return "-";
  const bool is_merged = entry.milestone->merged.value_or(false);
  return printable(entry.milestone->revision.ref) + (is_merged ? " (merged)" : "");
}

Json milestone_json(const std::optional<NewestMilestone>& milestone) {
  if (!milestone) return nullptr;
  Json object = revision_json(milestone->revision);
  object["merged"] = value_or_null(milestone->merged);
  return object;
}

std::string left_aside_text(const std::vector<LeftAside>& folders) {
  if (folders.empty()) return {};
  std::string text = "\nLeft aside:\n";
  for (const LeftAside& folder : folders) {
    text += fmt::format("{}: {}\n", quote_path(folder.folder), folder.reason);
  }
  return text;
}

}  // namespace

std::string render_languages_text(const LanguageList& list) {
  std::vector<LanguageRow> rows = {{"LANGUAGE", "FILES", "MILESTONE", "FOLDER"}};
  for (const LanguageEntry& entry : list.languages) {
    rows.push_back({entry.language, std::to_string(entry.files), milestone_text(entry),
                    quote_path(entry.folder)});
  }
  LanguageRow widest;
  for (const LanguageRow& row : rows) {
    for (const auto cell : {&LanguageRow::language, &LanguageRow::files, &LanguageRow::milestone}) {
      if ((row.*cell).size() > (widest.*cell).size()) widest.*cell = row.*cell;
    }
  }
  std::string text = fmt::format("Translations of {}\n\n", revision_text(list.branch));
  for (const LanguageRow& row : rows) {
    text +=
        fmt::format("{:<{}}  {:>{}}  {:<{}}  {}\n", row.language, widest.language.size(), row.files,
                    widest.files.size(), row.milestone, widest.milestone.size(), row.folder);
  }
  return text + left_aside_text(list.left_aside);
}

std::string render_languages_json(const LanguageList& list) {
  Json root = {{"schema_version", 1}, {"tool", tool_json()}};
  root["branch"] = revision_json(list.branch);
  root["source_language"] = list.source_language;
  root["languages"] = Json::array();
  for (const LanguageEntry& entry : list.languages) {
    root["languages"].push_back({{"language", entry.language},
                                 {"folder", entry.folder},
                                 {"files", entry.files},
                                 {"milestone", milestone_json(entry.milestone)}});
  }
  root["left_aside"] = Json::array();
  for (const LeftAside& folder : list.left_aside) {
    root["left_aside"].push_back({{"folder", folder.folder}, {"reason", folder.reason}});
  }
  return json_text(root);
}

}  // namespace l10n_drift
