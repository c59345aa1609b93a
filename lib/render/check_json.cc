#include "l10n_drift/render_check.h"
#include "render/file_json.h"
#include "render/json_values.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

const char* to_string(CheckScope scope) {
  switch (scope) {
    case CheckScope::kChanged:
      return "changed";
    case CheckScope::kNamed:
      return "named";
    case CheckScope::kAll:
      break;
  }
  return "all";
}

Json commit_json(const SourceCommit& commit) {
  return {{"commit", commit.commit},
          {"date", commit.date},
          {"subject", replace_invalid_utf8(commit.subject)}};
}

Json story_json(const SourceStory& story) {
  Json object = {{"held", nullptr}, {"since", Json::array()}, {"gone_in", nullptr}};
  if (story.held) object["held"] = {{"commit", story.held->commit}, {"date", story.held->date}};
  for (const SourceCommit& commit : story.since) object["since"].push_back(commit_json(commit));
  if (story.gone_in) object["gone_in"] = commit_json(*story.gone_in);
  return object;
}

Json finding_json(const Finding& finding, const FileJsonParts& parts) {
  Json object = {{"kind", to_string(finding.kind)},
                 {"fails", finding.fails},
                 {"level", to_string(finding.level)},
                 {"side", to_string(finding.side)},
                 {"new_page", finding.is_new}};
  set_path(object, "nearest", finding.nearest);
  set_path(object, "move_to", finding.move_to);
  object.update(file_json(finding.file, parts));
  object["places"] = Json::array();
  for (const FindingKind place : finding.places) object["places"].push_back(to_string(place));
  object["source_story"] = story_json(finding.source);
  return object;
}

Json paths_json(const std::vector<std::string>& paths) {
  Json list = Json::array();
  for (const std::string& path : paths) list.push_back(replace_invalid_utf8(path));
  return list;
}

Json notice_json(const Notice& notice) {
  Json object = {{"kind", to_string(notice.kind)}};
  set_path(object, "source", notice.source);
  set_path(object, "renamed_to", notice.renamed_to);
  object["draft"] = value_or_null(notice.draft);
  object["languages"] = notice.languages;
  object["translations"] = paths_json(notice.translations);
  return object;
}

}  // namespace

std::string render_check_json(const CheckReport& report) {
  Json root = {{"schema_version", 1}, {"tool", tool_json()}};
  root["base"] = revision_json(report.base);
  root["branch"] = revision_json(report.branch);
  root["target"] = report.target ? revision_json(*report.target) : Json(nullptr);
  root["merge_bases"] = report.merge_bases;
  root["source_language"] = report.source_language;
  root["languages"] = report.languages;
  root["scope"] = to_string(report.scope);
  root["pages"] = report.pages;
  root["failures"] = count_failures(report);
  root["findings"] = Json::array();
  const FileJsonParts parts{.texts = report.with_texts};
  for (const Finding& finding : report.findings) {
    root["findings"].push_back(finding_json(finding, parts));
  }
  root["notices"] = Json::array();
  for (const Notice& notice : report.notices) root["notices"].push_back(notice_json(notice));
  return json_text(root);
}

}  // namespace l10n_drift
