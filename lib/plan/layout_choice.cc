#include "plan/layout_choice.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "l10n_drift/error.h"
#include "plan/languages.h"

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

}  // namespace

Layout choose_layout(const Objects& objects, const Config& config,
                     const std::string& source_language, const ResolvedRevision& base,
                     const ResolvedRevision& branch) {
  std::vector<Layout> layouts = possible_layouts(config, source_language);
  if (config.layout) return std::move(layouts.front());
  std::optional<Layout> without_translations;
  for (Layout& layout : layouts) {
    if (!objects.find_folder(base.tree, layout.source_root())) continue;
    if (!find_languages(objects, branch.tree, layout).empty()) return std::move(layout);
    if (!without_translations) without_translations = std::move(layout);
  }
  if (without_translations) return *std::move(without_translations);
  throw Error(fmt::format("no common layout: '{}' has no folder 'content/{}', 'docs/{}', "
                          "'src/content/docs/{}' or 'docs'",
                          base.ref, source_language, source_language, source_language),
              fmt::format("say where the pages are, with \"layout\" in '{}', or name the language "
                          "of the sources with --source-lang",
                          kConfigName));
}

std::optional<std::string> language_of_path(const std::string& path, const Config& config,
                                            const std::string& source_language) {
  for (const Layout& layout : possible_layouts(config, source_language)) {
    if (const auto translation = layout.match_translation(path)) return translation->language;
  }
  return {};
}

}  // namespace l10n_drift
