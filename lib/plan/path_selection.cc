#include "plan/path_selection.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "l10n_drift/error.h"
#include "plan/named_pages.h"

namespace l10n_drift {
namespace {

bool is_at_or_below(const std::string& path, const std::string& place) {
  return place.empty() || path == place || path.starts_with(place + '/');
}

bool has_source(const Pages& pages, const std::string& place) {
  return std::any_of(pages.sources.begin(), pages.sources.end(),
                     [&](const auto& source) { return is_at_or_below(source.first, place); });
}

bool has_translation(const std::vector<Page>& pages, const std::string& place) {
  return std::any_of(pages.begin(), pages.end(), [&](const Page& page) {
    return is_at_or_below(page.path, place) || is_at_or_below(page.source, place);
  });
}

std::vector<std::string> places_of(const Repository& repository, const std::string& named) {
  std::vector<std::string> places = possible_paths(repository, named);
  for (std::string& place : places) {
    if (place == ".") place.clear();
    while (place.ends_with('/')) place.pop_back();
  }
  return places;
}

// Only the pages that the globs let in.
Pages considered(const Plan& plan, const Pages& pages) {
  Pages some;
  for (const auto& [path, entry] : pages.sources) {
    if (plan.considers(path)) some.sources.emplace(path, entry);
  }
  some.translations = considered_pages(plan, pages);
  return some;
}

// Whether it is where the translation of a source belongs that nobody has translated.
bool is_missing(const Plan& plan, const Pages& pages, const std::string& place) {
  const auto language = plan.layout.language_of(place);
  const auto& asked = plan.languages;
  return language && std::find(asked.begin(), asked.end(), *language) != asked.end() &&
         pages.sources.contains(plan.layout.source_of(place));
}

std::optional<std::string> resolve(const Plan& plan, const std::vector<std::string>& places,
                                   const Pages& pages) {
  for (const std::string& place : places) {
    const bool is_there = has_source(pages, place) || has_translation(pages.translations, place) ||
                          is_missing(plan, pages, place);
    if (is_there) return place;
  }
  return {};
}

}  // namespace

PathSelection::PathSelection(const Repository& repository, const Plan& plan, const Pages& pages,
                             const std::vector<std::string>& named) {
  if (named.empty()) return;
  const Pages some = considered(plan, pages);
  for (const std::string& name : named) {
    const std::vector<std::string> places = places_of(repository, name);
    auto place = resolve(plan, places, some);
    if (!place && resolve(plan, places, pages)) {
      throw Error(fmt::format("'{}' is left out: include and exclude do not let it in", name));
    }
    if (!place) throw_no_page(repository, plan, pages, name);
    names_sources_ = names_sources_ || has_source(some, *place);
    paths_.push_back(*std::move(place));
  }
}

bool PathSelection::is_named(const std::string& path) const {
  return has_all() || std::any_of(paths_.begin(), paths_.end(), [&](const std::string& place) {
           return is_at_or_below(path, place);
         });
}

bool PathSelection::may_have(const Page& page, const Pages& pages) const {
  return is_named(page.path) || is_named(page.source) ||
         (names_sources_ && !pages.sources.contains(page.source));
}

bool PathSelection::has(const FileReport& file) const {
  return is_named(file.translation) || is_named(file.source) ||
         (file.renamed_to && is_named(*file.renamed_to));
}

}  // namespace l10n_drift
