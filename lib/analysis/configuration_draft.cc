#include "l10n_drift/configuration_draft.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <vector>

#include "analysis/language_entries.h"
#include "plan/plan.h"
#include "site/config.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

DraftKey draft_languages(const std::vector<LanguageEntry>& entries,
                         const std::vector<LeftAside>& left_aside) {
  DraftKey key{.comments = {}, .name = "languages", .value = {}, .is_comment = true};
  std::vector<std::string> codes;
  for (const LanguageEntry& entry : entries) {
    key.comments.push_back(fmt::format("{}: {} in {}", entry.language, plural(entry.files, "file"),
                                       in_quotes(entry.folder)));
    codes.push_back(entry.language);
  }
  for (const LeftAside& folder : left_aside) {
    key.comments.push_back(fmt::format("{} is left aside, as no language: {}",
                                       in_quotes(folder.folder), folder.reason));
  }
  // As a key, it would leave out a language that is begun next year.
  if (codes.empty()) {
    codes = {"ko", "pt-br"};
    key.comments.emplace_back(
        "There are no translations yet. To take these folders alone for languages:");
  } else {
    key.comments.emplace_back(
        "Folders and pages tell the languages. To take these for languages, and no others:");
  }
  key.value = write_texts(codes);
  return key;
}

DraftKey draft_milestones(const std::vector<LanguageEntry>& entries, const Config& config) {
  DraftKey key{.comments = {"Branches in which a team translates: their names tell the language."},
               .name = "milestones",
               .value = write_texts(config.milestones)};
  bool has_any = false;
  for (const LanguageEntry& entry : entries) {
    if (!entry.milestone) continue;
    has_any = true;
    key.comments.push_back(fmt::format("The newest of {} is {}.", entry.language,
                                       in_quotes(entry.milestone->revision.ref)));
  }
  if (!has_any) key.comments.emplace_back("No branch has such a name.");
  return key;
}

std::string layout_value(const Config& config) {
  std::vector<std::string> entries;
  for (const LayoutEntry& entry : config.layout) entries.push_back(write_layout_entry(entry));
  return entries.size() == 1 ? entries.front() : fmt::format("[{}]", fmt::join(entries, ", "));
}

}  // namespace

ConfigurationDraft draft_configuration(const Comparison& comparison) {
  const PlanRequest wanted{.purpose = Purpose::kDraft,
                           .comparison = comparison,
                           .languages = {"all"},
                           .allow_shallow = true};
  const Repository repository = open_for(wanted);
  const Plan plan = make_plan(repository, wanted).plan;
  const std::vector<LanguageEntry> entries = language_entries(repository, plan);
  const Config found = parse_config(plan.finding.configuration, "the layout");
  std::vector<DraftKey> keys;
  keys.push_back({{"The revision with the newest sources."}, "base", write_text(plan.base.ref)});
  keys.push_back({{"The language of the sources."},
                  "source_language",
                  write_text(plan.layout.source_language())});
  keys.push_back({plan.finding.reasons, "layout", layout_value(found)});
  keys.push_back(draft_languages(entries, plan.left_aside));
  keys.push_back(draft_milestones(entries, plan.config));
  return {write_draft(keys), plan.finding.reasons, repository.objects().statistics()};
}

}  // namespace l10n_drift
