#include "l10n_drift/render.h"
#include "render/file_json.h"
#include "render/json_values.h"

namespace l10n_drift {
namespace {

Json summary_json(const Summary& summary) {
  Json object = {{"translations", summary.translations}};
  for (const StatusFacts& facts : kStatuses) object[facts.word] = summary[facts.status];
  object["insertions"] = summary.insertions;
  object["deletions"] = summary.deletions;
  object["not_compared"] = summary.not_compared;
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
  const FileJsonParts parts{.commits = report.with_commits, .texts = report.with_texts};
  for (const FileReport& file : report.files) root["files"].push_back(file_json(file, parts));
  return json_text(root);
}

}  // namespace l10n_drift
