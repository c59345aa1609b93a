// Layouts that many sites have
// ============================
//
// Each is what a program that builds sites expects, or what a large site has made a custom of. A
// site may be in any folder of a repository, `apps/site/pages/...`, so the rules are relative to
// its folder. "../" begins a pattern of what lies beside it: Docusaurus is often in `website/`, and
// its pages in `docs/`.

#include "site/presets.h"

#include <fmt/format.h>

#include <utility>

namespace l10n_drift {
namespace {

constexpr std::string_view kBeside = "../";

// `docs` is where Docusaurus has the newest pages.
LayoutRules docusaurus(const std::string& docs) {
  const std::string plugins = "i18n/{lang}/docusaurus-plugin-content-";
  return {{docs + "/{path}", plugins + "docs/current/{path}"},
          {"versioned_docs/version-{version}/{path}", plugins + "docs/version-{version}/{path}"},
          {"blog/{path}", plugins + "blog/{path}"},
          {"src/pages/{path}", plugins + "pages/{path}"}};
}

// The language in a file's name, which may name that of the source or not.
LayoutRules suffixes(const std::string& folder, const std::string& source_language) {
  const std::string translation = folder + "/{path}.{lang}.md";
  return {{fmt::format("{}/{{path}}.{}.md", folder, source_language), translation},
          {folder + "/{path}.md", translation}};
}

// Languages in folders of one folder: the source in one of them, or around them.
LayoutRules beside(const std::string& folder, const std::string& source_language) {
  return {{fmt::format("{}{}/{{path}}", folder, source_language), folder + "{lang}/{path}"}};
}
LayoutRules around(const std::string& folder) {
  return {{folder + "{path}", folder + "{lang}/{path}"}};
}

}  // namespace

std::vector<Preset> make_presets(const std::string& source_language) {
  const std::string docs = fmt::format("docs/{}/docs/{{path}}", source_language);
  return {
      {"hugo", {beside("content/", source_language)}},
      {"hugo-filename", {suffixes("content", source_language)}},
      {"docusaurus", {docusaurus("docs"), docusaurus("../docs")}},
      {"lang-docs", {{{docs, "docs/{lang}/docs/{path}"}}}},
      {"starlight", {around("src/content/docs/"), beside("src/content/docs/", source_language)}},
      {"mkdocs", {around("docs/"), beside("docs/", source_language)}},
      {"mkdocs-suffix", {suffixes("docs", source_language)}},
      {"tldr", {{{"pages/{path}", "pages.{lang}/{path}"}}}},
      {"linux", {{{"Documentation/{path}", "Documentation/translations/{lang}/{path}"}}}},
      {"vitepress", {beside("", source_language), around("")}},
      {"readme",
       {{{"README.md", "README.{lang}.md"},
         {"README.md", "README-{lang}.md"},
         {"README.md", "README_{lang}.md"},
         {"README.md", "docs/README.{lang}.md"}}}},
  };
}

std::vector<std::string> preset_names() {
  std::vector<std::string> names;
  for (Preset& preset : make_presets("en")) names.push_back(std::move(preset.name));
  return names;
}

std::optional<LayoutRules> rules_below(const LayoutRules& rules, std::string_view folder) {
  const std::string root = folder.empty() ? "" : std::string(folder) + '/';
  const std::size_t parent_end = folder.rfind('/') == folder.npos ? 0 : folder.rfind('/') + 1;
  LayoutRules below;
  for (const LayoutPatterns& rule : rules) {
    std::string source = root + rule.source;
    if (rule.source.starts_with(kBeside)) {
      if (folder.empty()) return {};
      source = std::string(folder.substr(0, parent_end)) + rule.source.substr(kBeside.size());
    }
    below.push_back({std::move(source), root + rule.translation});
  }
  return below;
}

}  // namespace l10n_drift
