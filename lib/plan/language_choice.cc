#include "plan/language_choice.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "l10n_drift/error.h"
#include "site/language_code.h"
#include "text/path_text.h"

namespace l10n_drift {
namespace {

bool contains(const std::vector<std::string>& languages, const std::string& language) {
  return std::find(languages.begin(), languages.end(), language) != languages.end();
}

// The names of these languages' folders, sorted; "all" has none.
std::vector<std::string> folder_names(const std::vector<std::string>& codes, const Config& config) {
  std::vector<std::string> languages;
  for (const std::string& code : codes) {
    if (code != "all") languages.push_back(resolve_alias(config, code));
  }
  std::sort(languages.begin(), languages.end());
  languages.erase(std::unique(languages.begin(), languages.end()), languages.end());
  return languages;
}

std::string left_aside_text(const LeftAside& folder) {
  return fmt::format("'{}' is left aside: {}", folder.folder, folder.reason);
}

}  // namespace

AskedLanguages ask_for(std::vector<std::string> codes, const Config& config) {
  std::vector<std::string> names = folder_names(codes, config);
  return {std::move(codes), std::move(names)};
}

LanguageFolders LanguageChoice::with(const AskedLanguages& as_written, Purpose purpose) const {
  LanguageFolders folders = find(as_written, as_written.wants_all());
  const bool has_all =
      std::all_of(as_written.names.begin(), as_written.names.end(),
                  [&](const std::string& name) { return contains(folders.languages, name); });
  AskedLanguages asked = as_written;
  if (!has_all) {
    std::vector<std::string> notes = take_for_folders(asked);
    if (!notes.empty()) folders = find(asked, asked.wants_all());
    folders.notes = std::move(notes);
  }
  if (folders.languages.empty()) {
    // A branch that removes the last one is no reason to refuse an answer.
    if (purpose == Purpose::kCheck && are_any_on_base(asked)) return folders;
    if (purpose == Purpose::kDraft) return folders;  // They may be about to begin.
    throw_no_translations(asked);
  }
  for (const std::string& language : asked.names) {
    if (!contains(folders.languages, language)) throw_no_language(asked, language);
  }
  if (!asked.wants_all()) folders.languages = asked.names;
  return folders;
}

std::vector<std::string> LanguageChoice::take_for_folders(AskedLanguages& asked) const {
  std::vector<std::string> notes;
  const std::vector<std::string> present = find({}, true).languages;
  for (std::string& name : asked.names) {
    const auto meant = meant_language(name, present);
    if (!meant || *meant == name) continue;
    notes.push_back(fmt::format("language {} is taken for {}", in_quotes(name), in_quotes(*meant)));
    name = *meant;
  }
  std::sort(asked.names.begin(), asked.names.end());
  asked.names.erase(std::unique(asked.names.begin(), asked.names.end()), asked.names.end());
  return notes;
}

LanguageFolders LanguageChoice::with_named(const AskedLanguages& asked) const {
  if (!asked.names.empty()) {
    LanguageFolders folders = find(asked, false);
    const bool has_all =
        std::all_of(asked.names.begin(), asked.names.end(),
                    [&](const std::string& name) { return contains(folders.languages, name); });
    if (has_all) {
      folders.languages = asked.names;
      return folders;
    }
  }
  return with({}, Purpose::kReport);
}

LanguageFolders LanguageChoice::find(const AskedLanguages& asked, bool all) const {
  return find_language_folders(
      objects_, layout_, config_,
      {.base = base_, .branch = branch_, .asked = asked.names, .all = all});
}

bool LanguageChoice::are_any_on_base(const AskedLanguages& asked) const {
  return !find_language_folders(
              objects_, layout_, config_,
              {.base = base_, .branch = base_, .asked = asked.names, .all = asked.wants_all()})
              .languages.empty();
}

void LanguageChoice::throw_no_translations(const AskedLanguages& asked) const {
  const std::string other = layout_.source_language() == "ko" ? "ja" : "ko";
  const std::string example = asked.names.empty() ? other : asked.names.front();
  std::string hint =
      fmt::format("looked for {} such as {}{}",
                  layout_.rules().front().translation.has_language_in_name() ? "files" : "folders",
                  in_quotes(layout_.place_of(example)),
                  config_.layout.empty() ? "" : ", as 'layout' in the configuration says");
  for (const LeftAside& folder : find(asked, true).left_aside) {
    hint += "; " + left_aside_text(folder);
  }
  throw Error(fmt::format("no translations on '{}'", branch_.ref), hint);
}

void LanguageChoice::throw_no_language(const AskedLanguages& asked,
                                       const std::string& language) const {
  const LanguageFolders folders = find({}, true);
  const std::vector<std::string>& present = folders.languages;
  const std::string others =
      present.empty() ? std::string("there are translations in no language")
                      : fmt::format("there are translations in {}", fmt::join(present, ", "));
  if (language == layout_.source_language()) {
    throw Error(fmt::format("{} is the source language", in_quotes(language)), others);
  }
  const std::string message =
      fmt::format("no translations in language '{}' on '{}'", language, branch_.ref);
  for (const LeftAside& folder : folders.left_aside) {
    if (is_place_of(language, folder.folder)) {
      throw Error(message, left_aside_text(folder) + "; " + others);
    }
  }
  throw Error(message, others + nearest_text(asked, language, present));
}

bool LanguageChoice::is_place_of(const std::string& language, const std::string& place) const {
  for (std::size_t rule = 0; rule < layout_.rules().size(); ++rule) {
    if (layout_.place_of(language, rule) == place) return true;
  }
  return false;
}

// What to say of the folder that was probably meant: "; did you mean ...".
std::string LanguageChoice::nearest_text(const AskedLanguages& asked, const std::string& language,
                                         const std::vector<std::string>& present) const {
  const auto nearest = nearest_language(language, present);
  if (!nearest) return {};
  const auto code = std::find_if(
      asked.codes.begin(), asked.codes.end(),
      [&](const std::string& each) { return resolve_alias(config_, each) == language; });
  if (code == asked.codes.end() || !is_language_code(*code)) {
    return fmt::format("; did you mean '{}'?", *nearest);
  }
  return fmt::format(
      "; did you mean '{0}'? \"language_aliases\": {{\"{1}\": \"{0}\"}} in '{2}' "
      "makes '{1}' mean it",
      *nearest, *code, kConfigName);
}

}  // namespace l10n_drift
