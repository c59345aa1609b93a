#include "plan/named_pages.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <set>
#include <string_view>
#include <utility>

#include "l10n_drift/error.h"
#include "plan/uncommitted.h"
#include "text/nearest.h"
#include "text/shell.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// What a translation has in the place of a source or of a folder of sources: itself, or the folder
// that it lies in just as its source lies in that.
std::optional<std::string> counterpart(const Page& page, std::string place) {
  if (page.source == place) return page.path;
  while (place.ends_with('/')) place.pop_back();
  if (!page.source.starts_with(place + '/')) return {};
  const std::string_view rest = std::string_view(page.source).substr(place.size());
  if (!page.path.ends_with(rest)) return {};
  return page.path.substr(0, page.path.size() - rest.size());
}

constexpr std::size_t kMostPathsShown = 3;

bool has_path(const std::vector<std::string>& paths, const std::string& path) {
  return std::find(paths.begin(), paths.end(), path) != paths.end();
}

// `content\ko\a.md` with slashes, if that is there.
std::optional<std::string> with_slashes(const Repository& repository, std::string named,
                                        const std::vector<std::string>& there) {
  if (named.find('\\') == named.npos) return {};
  std::replace(named.begin(), named.end(), '\\', '/');
  for (std::string& path : possible_paths(repository, named)) {
    if (has_path(there, path)) return std::move(path);
  }
  return {};
}

// The files of that very name.
std::vector<std::string> namesakes_of(const std::string& name,
                                      const std::vector<std::string>& there) {
  std::vector<std::string> namesakes;
  for (const std::string& path : there) {
    if (file_name(path) == name) namesakes.push_back(path);
  }
  return namesakes;
}

std::string namesakes_hint(std::vector<std::string> namesakes) {
  if (namesakes.size() == 1) return fmt::format("did you mean '{}'?", namesakes.front());
  const std::size_t all = namesakes.size();
  if (all > kMostPathsShown) namesakes.resize(kMostPathsShown);
  return fmt::format("{} has that name: {}{}",
                     all == namesakes.size() ? "each of these" : "more than one file",
                     fmt::join(namesakes, ", "), all == namesakes.size() ? "" : ", ...");
}

// Of a path in a language that does not have the page: the pages that are there in its place.
std::string other_languages_hint(const Objects& objects, const Plan& plan,
                                 const std::vector<Page>& pages, const std::string& path) {
  const auto language = plan.layout.language_of(path);
  if (!language) return {};
  // It may be there, and left out or of a language that nobody asked for.
  if (objects.find_files(plan.branch.tree, {path}).front()) return {};
  const std::vector<std::string> sources = plan.layout.sources_of(path);
  std::vector<std::string> translations;
  std::string source;
  for (const Page& page : pages) {
    if (!has_path(sources, page.source)) continue;
    source = page.source;
    translations.push_back(page.path);
  }
  if (translations.empty()) return {};
  const std::size_t all = translations.size();
  if (all > kMostPathsShown) translations.resize(kMostPathsShown);
  return fmt::format("'{}' has no translation into {}; it has {}{}", source, *language,
                     fmt::join(translations, ", "), all == translations.size() ? "" : ", ...");
}

// What may be meant by a path that is not there; empty if nobody can tell. `there` has the paths of
// pages that may be named.
std::string hint_for(const Repository& repository, const Plan& plan,
                     const std::vector<Page>& translations, const std::vector<std::string>& there,
                     const std::string& named) {
  if (const auto path = with_slashes(repository, named, there)) {
    return fmt::format("did you mean '{}'?", *path);
  }
  const std::vector<std::string> paths = possible_paths(repository, named);
  for (const std::string& path : paths) {
    std::string hint = other_languages_hint(repository.objects(), plan, translations, path);
    if (!hint.empty()) return hint;
  }
  if (named.find('/') == named.npos) {
    std::vector<std::string> namesakes = namesakes_of(named, there);
    if (!namesakes.empty()) return namesakes_hint(std::move(namesakes));
  }
  const auto nearest = nearest_path(paths.front(), there);
  return nearest ? fmt::format("did you mean '{}'?", *nearest) : std::string();
}

[[noreturn]] void throw_no_translation(const Repository& repository, const Plan& plan,
                                       const std::vector<Page>& pages, const std::string& named) {
  const std::vector<std::string> paths = possible_paths(repository, named);
  std::vector<std::string> names;
  std::set<std::string> translations;
  bool is_page = false;
  for (const Page& page : pages) {
    names.push_back(page.path);
    for (const std::string& path : paths) {
      is_page = is_page || page.source == path;
      if (auto place = counterpart(page, path)) translations.insert(*std::move(place));
    }
  }
  if (!translations.empty()) {
    throw Error(is_page ? fmt::format("'{}' is a source, not a translation", named)
                        : fmt::format("'{}' is a folder of sources, not of translations", named),
                fmt::format("its translations: {}", fmt::join(translations, ", ")));
  }
  for (const std::string& path : paths) {
    if (!plan.layout.is_translation(path)) continue;
    if (!repository.objects().find_files(plan.branch.tree, {path}).front()) continue;
    throw Error(
        fmt::format("'{}' is left out, as the configuration says or as it is a link", named));
  }
  if (is_uncommitted(repository, plan, named)) {
    throw Error(fmt::format("'{}' was not committed: it is in the work tree, and not on '{}'",
                            named, plan.branch.ref),
                fmt::format("git add -- {} && git commit", shell_quote(named)));
  }
  throw Error(fmt::format("no translation '{}' on '{}'", named, plan.branch.ref),
              hint_for(repository, plan, pages, names, named));
}

}  // namespace

std::vector<std::string> possible_paths(const Repository& repository, const std::string& named) {
  const auto root = repository.work_tree();
  const std::filesystem::path path(named);
  if (path.is_absolute() && root) {
    return {path.lexically_normal().lexically_relative(*root).string()};
  }
  return {(repository.prefix() / path).lexically_normal().string(),
          path.lexically_normal().string()};
}

std::optional<std::string> nearest_path(const std::string& path,
                                        const std::vector<std::string>& candidates) {
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  const std::string name(file_name(path));
  std::vector<std::string> neighbours;
  std::vector<std::string> namesakes;
  for (const std::string& candidate : candidates) {
    const std::string candidate_name(file_name(candidate));
    if (candidate == folder + candidate_name) neighbours.push_back(candidate_name);
    if (candidate_name == name) namesakes.push_back(candidate);
  }
  if (const auto neighbour = nearest_name(name, neighbours)) return folder + *neighbour;
  return nearest_name(path, namesakes);
}

void throw_no_page(const Repository& repository, const Plan& plan, const Pages& pages,
                   const std::string& named) {
  std::vector<std::string> names;
  for (const Page& page : pages.translations) names.push_back(page.path);
  for (const auto& [source, entry] : pages.sources) names.push_back(source);
  const std::string hint = hint_for(repository, plan, pages.translations, names, named);
  throw Error(fmt::format("no page '{}': it is no source on '{}' and no translation on '{}'", named,
                          plan.base.ref, plan.branch.ref),
              hint.empty() ? fmt::format("sources are in '{}'", plan.layout.source_root()) : hint);
}

std::vector<const Page*> pages_below(const Repository& repository, const Plan& plan,
                                     const std::vector<Page>& pages, const std::string& named) {
  for (std::string path : possible_paths(repository, named)) {
    if (path == ".") path.clear();
    if (!path.empty() && !path.ends_with('/')) path += '/';
    std::vector<const Page*> below;
    for (const Page& page : pages) {
      if ((page.path + '/').starts_with(path)) below.push_back(&page);
    }
    if (!below.empty()) return below;
  }
  throw_no_translation(repository, plan, pages, named);
}

}  // namespace l10n_drift
