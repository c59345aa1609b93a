#include "plan/layout_choice.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "l10n_drift/error.h"
#include "plan/language_folders.h"
#include "plan/layout_guess.h"

namespace l10n_drift {
namespace {

std::vector<LayoutPatterns> common_layouts(const std::string& source_language) {
  return {{"content/" + source_language + "/{path}", "content/{lang}/{path}"},
          {"docs/" + source_language + "/{path}", "docs/{lang}/{path}"},
          {"src/content/docs/" + source_language + "/{path}", "src/content/docs/{lang}/{path}"},
          {"docs/{path}", "i18n/{lang}/docusaurus-plugin-content-docs/current/{path}"}};
}

std::vector<Layout> possible_layouts(const Config& config, const std::string& source_language) {
  std::vector<LayoutPatterns> patterns = common_layouts(source_language);
  if (config.layout) patterns = {*config.layout};
  std::vector<Layout> layouts;
  for (const LayoutPatterns& each : patterns) {
    layouts.emplace_back(each.source, each.translation, source_language);
  }
  return layouts;
}

// Whether the folder of the sources, or those of translations, say that there are languages. A
// folder `docs` alone does not.
bool is_for_languages(const Objects& objects, const Layout& layout, const ObjectId& base,
                      const ObjectId& branch) {
  if (!layout.place_of_language(layout.source_at("page")).empty()) return true;
  for (const ObjectId& tree : {base, branch}) {
    const auto folders = objects.list_folders(tree, layout.translations_root());
    if (std::any_of(folders.begin(), folders.end(),
                    [&](const std::string& folder) { return layout.may_be_language(folder); })) {
      return true;
    }
  }
  return false;
}

// The lines that name a layout, filled in with what there is.
std::string example(const Objects& objects, const std::string& source_language,
                    const ResolvedRevision& base, const ResolvedRevision& branch) {
  const auto guess = guess_layout(objects, source_language, base, branch);
  Config config;
  config.layout = guess ? guess->patterns : common_layouts(source_language).front();
  if (guess && guess->overlaps) {
    config.languages = guess->languages;
  } else {
    config.source_language = source_language;
  }
  const std::string text = write_layout(config);
  if (!guess) return "such as\n" + text;
  return fmt::format("such as these, for what looks most like translations ({})\n{}",
                     fmt::join(guess->languages, ", "), text);
}

}  // namespace

Layout choose_layout(const Objects& objects, const Config& config,
                     const std::string& source_language, const ResolvedRevision& base,
                     const ResolvedRevision& branch) {
  std::vector<Layout> layouts = possible_layouts(config, source_language);
  if (config.layout) return std::move(layouts.front());
  std::optional<Layout> without_translations;
  for (Layout& layout : layouts) {
    if (!objects.find_folder(base.tree, layout.source_root())) continue;
    if (!is_for_languages(objects, layout, base.tree, branch.tree)) continue;
    if (has_languages(objects, layout, config, base, branch)) return std::move(layout);
    if (!without_translations) without_translations = std::move(layout);
  }
  if (without_translations) return *std::move(without_translations);
  throw Error(
      fmt::format("no common layout: '{}' has no folder 'content/{}', 'docs/{}' or "
                  "'src/content/docs/{}', nor 'docs' with languages in 'i18n'",
                  base.ref, source_language, source_language, source_language),
      fmt::format("name the language of the sources with --source-lang, or say where the pages are "
                  "in '{}', with lines {}",
                  kConfigName, example(objects, source_language, base, branch)));
}

std::optional<std::string> language_of_path(const std::string& path, const Config& config,
                                            const std::string& source_language) {
  for (const Layout& layout : possible_layouts(config, source_language)) {
    if (const auto translation = layout.match_translation(path)) return translation->language;
  }
  return {};
}

}  // namespace l10n_drift
