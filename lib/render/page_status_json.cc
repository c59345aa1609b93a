#include "l10n_drift/page_status.h"
#include "render/file_json.h"
#include "render/json_values.h"
#include "render/page_sentences.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

Json foreign_text(const std::optional<LastTouch>& touch, std::string LastTouch::*member) {
  return touch ? Json(replace_invalid_utf8((*touch).*member)) : Json(nullptr);
}

Json gone_in_json(const std::optional<SourceCommit>& commit) {
  if (!commit) return nullptr;
  return {{"commit", commit->commit},
          {"date", commit->date},
          {"subject", replace_invalid_utf8(commit->subject)}};
}

Json page_json(const PageStatus& page, const PageStatusReport& report) {
  Json object = file_json(page.file, {.commits = true, .texts = true});
  object["last_author"] = foreign_text(page.last_touch, &LastTouch::author);
  object["last_subject"] = foreign_text(page.last_touch, &LastTouch::subject);
  set_path(object, "move_to", page.move_to);
  object["moved_on_base"] = page.moved_on_base;
  object["source_gone_in"] = gone_in_json(page.source_gone_in);
  object["headline"] = status_headline(page, report);
  object["explanation"] = status_reason(page, report);
  object["next"] = next_commands(page, report);
  return object;
}

}  // namespace

std::string render_status_json(const PageStatusReport& report) {
  Json root = {{"schema_version", 1}, {"tool", tool_json()}};
  root["base"] = revision_json(report.base);
  root["branch"] = revision_json(report.branch);
  root["since"] = report.since ? revision_json(*report.since) : Json(nullptr);
  root["source_language"] = report.source_language;
  root["pages"] = Json::array();
  for (const PageStatus& page : report.pages) root["pages"].push_back(page_json(page, report));
  return json_text(root);
}

}  // namespace l10n_drift
