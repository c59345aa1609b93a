#include "plan/selection.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "l10n_drift/error.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// A glob that was meant for translations, and the one for their sources, if it can be told.
struct TranslationGlob {
  std::string pattern;
  std::optional<std::string> of_sources;
};

bool matches_source(const GlobSet& globs, const Pages& pages) {
  return std::any_of(pages.sources.begin(), pages.sources.end(),
                     [&](const auto& source) { return globs.matches(source.first); }) ||
         std::any_of(pages.translations.begin(), pages.translations.end(),
                     [&](const Page& page) { return globs.matches(page.source); });
}

// The language in whose folder the glob looks, whether or not it is among those asked for.
std::optional<std::string> language_of(const std::string& pattern, const Plan& plan,
                                       const Pages& pages) {
  const std::size_t begin = pattern.starts_with('/') ? 1 : 0;
  std::string path = pattern.substr(begin);
  if (path.ends_with('/')) path += '*';
  if (auto language = plan.layout.language_of(path)) return language;
  const GlobSet globs({pattern});
  const auto page = std::find_if(pages.translations.begin(), pages.translations.end(),
                                 [&](const Page& each) { return globs.matches(each.path); });
  if (page == pages.translations.end()) return {};
  return page->language;
}

std::optional<std::string> for_sources(const std::string& pattern, const std::string& language,
                                       const Plan& plan, const Pages& pages) {
  const std::string folder = plan.layout.place_of(language) + '/';
  const std::size_t at = (pattern + '/').find(folder);
  if (at == std::string::npos) return {};
  const std::string& root = plan.layout.source_root();
  std::string changed = (pattern + '/').replace(at, folder.size(), root.empty() ? "" : root + '/');
  changed.pop_back();
  if (!matches_source(GlobSet({changed}), pages)) return {};
  return changed;
}

std::vector<TranslationGlob> find_translation_globs(const std::vector<std::string>& patterns,
                                                    const Plan& plan, const Pages& pages) {
  std::vector<TranslationGlob> found;
  for (const std::string& pattern : patterns) {
    if (pattern.starts_with('!') || matches_source(GlobSet({pattern}), pages)) continue;
    const auto language = language_of(pattern, plan, pages);
    if (language) found.push_back({pattern, for_sources(pattern, *language, plan, pages)});
  }
  return found;
}

std::string meant_text(const TranslationGlob& glob) {
  return glob.of_sources ? fmt::format("did you mean {}?", in_quotes(*glob.of_sources))
                         : std::string();
}

std::string hint_for_empty(const Plan& plan, const Pages& pages) {
  const auto globs = find_translation_globs(plan.include_patterns, plan, pages);
  if (globs.empty()) {
    return fmt::format("globs are matched from the root, as '/{}/' is", plan.layout.source_root());
  }
  const std::string meant = meant_text(globs.front());
  return fmt::format("globs are of sources, and {} is of translations{}",
                     in_quotes(globs.front().pattern), meant.empty() ? "" : "; " + meant);
}

}  // namespace

void require_sources(const Plan& plan, const Pages& pages) {
  if (!pages.sources.empty()) return;
  const std::string& root = plan.layout.source_root();
  throw Error(
      fmt::format("no sources on {}", in_quotes(plan.base.ref)),
      fmt::format("looked for them in {}{}", in_quotes(root.empty() ? "." : root),
                  plan.config.layout.empty() ? "" : ", as 'layout' in the configuration says"));
}

void require_selection(const Plan& plan, const Pages& pages, Untranslated untranslated) {
  if (!considered_pages(plan, pages).empty()) return;
  const auto sources = static_cast<std::size_t>(
      std::count_if(pages.sources.begin(), pages.sources.end(),
                    [&](const auto& source) { return plan.considers(source.first); }));
  if (sources == 0) {
    throw Error("no page is left: include and exclude let none in", hint_for_empty(plan, pages));
  }
  if (untranslated == Untranslated::kAsked) return;
  throw Error(fmt::format("no translation is left in {}: include and exclude let in {}, and no "
                          "translation of {}",
                          fmt::join(plan.languages, ", "), plural(sources, "source"),
                          sources == 1 ? "it" : "them"),
              sources == 1 ? "--untranslated lists it" : "--untranslated lists them");
}

std::vector<Warning> warn_of_translation_globs(const Plan& plan, const Pages& pages) {
  std::vector<std::string> ignored;
  for (const IgnoreRule& rule : plan.config.ignore) ignored.push_back(rule.source);
  std::vector<Warning> warnings;
  const auto warn = [&](const char* option, const std::vector<std::string>& patterns) {
    for (const TranslationGlob& glob : find_translation_globs(patterns, plan, pages)) {
      warnings.push_back({fmt::format("globs are of sources, and {} in {} is of translations",
                                      in_quotes(glob.pattern), option),
                          meant_text(glob)});
    }
  };
  warn("include", plan.include_patterns);
  warn("exclude", plan.exclude_patterns);
  warn("ignore", ignored);
  return warnings;
}

}  // namespace l10n_drift
