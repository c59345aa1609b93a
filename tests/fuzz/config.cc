// The configuration. Inputs are the text of a `.l10n-drift.json`.

#include "site/config.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "fuzz/one_line.h"
#include "fuzz/target.h"
#include "l10n_drift/error.h"
#include "site/layout.h"
#include "site/milestone.h"

namespace l10n_drift {
namespace {

constexpr char kPlace[] = "the input";

std::string write_config(const Config& config) {
  nlohmann::json value = {{"milestones", config.milestones},
                          {"language_aliases", config.language_aliases},
                          {"include", config.include},
                          {"exclude", config.exclude},
                          {"baseline", {{"front_matter", config.baseline_keys}}},
                          {"ignore_commits", config.ignore_commits},
                          {"ignore", nlohmann::json::array()}};
  if (config.base) value["base"] = *config.base;
  if (!config.languages.empty()) value["languages"] = config.languages;
  if (config.source_language) value["source_language"] = *config.source_language;
  for (const LayoutEntry& entry : config.layout) {
    value["layout"].push_back(nlohmann::json::parse(write_layout_entry(entry)));
  }
  for (const IgnoreRule& rule : config.ignore) {
    value["ignore"].push_back({{"source", rule.source}, {"reason", rule.reason}});
  }
  return value.dump();
}

// What was accepted can be used: neither constructor throws.
void check_patterns(const Config& config) {
  for (const LayoutEntry& entry : config.layout) {
    if (entry.preset.empty()) Layout({entry.patterns}, config.source_language.value_or("en"));
  }
  for (const std::string& pattern : config.milestones) {
    MilestonePattern(std::string_view(pattern));
  }
}

// A path is a source, a translation, or neither, and whoever is told that it is one can ask for its
// pair.
void check_paths(const Config& config) {
  const std::string source_language = config.source_language.value_or("en");
  for (const LayoutEntry& entry : config.layout) {
    if (!entry.preset.empty()) continue;
    const Layout alone({entry.patterns}, source_language);
    const Layout layout = alone.with_languages(config.languages, config.exclude);
    for (const IgnoreRule& rule : config.ignore) {
      const bool is_source = layout.is_source(rule.source);
      const auto language = layout.language_of(rule.source);
      require(!is_source || !language, "a page is a source or a translation");
      if (is_source) require(!layout.translation_of(rule.source, "ko").empty(), "it has a pair");
      if (!language) continue;
      require(is_language_code(*language) && layout.is_language(*language), "it has a language");
      require(layout.sources_of(rule.source).front() == layout.source_of(rule.source),
              "the first source is the source");
      require(!layout.translation_of(layout.source_of(rule.source), *language).empty(),
              "and that has translations");
    }
  }
}

void check_aliases(const Config& config) {
  for (const auto& [code, language] : config.language_aliases) {
    require(resolve_alias(config, code) == language, "an alias leads to its language");
    require(is_language_code(code) && is_language_code(language), "aliases are language codes");
  }
}

// Nothing if the text is refused, with an error that can be shown.
std::optional<Config> parse(std::string_view text) {
  try {
    return parse_config(text, kPlace);
  } catch (const Error& error) {
    require(*error.what() != '\0', "an error says something");
    require_one_line(error.what());
    require_one_line(error.hint());
    return {};
  }
}

}  // namespace

void run_target(std::string_view input) {
  const std::optional<Config> config = parse(input);
  if (!config) return;
  require(parse(write_config(*config)) == config, "a configuration written again is what was read");
  check_patterns(*config);
  check_paths(*config);
  check_aliases(*config);
}

}  // namespace l10n_drift
