#include "plan/named_pages.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
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
  const auto nearest = nearest_path(paths.front(), names);
  throw Error(fmt::format("no translation '{}' on '{}'", named, plan.branch.ref),
              nearest ? fmt::format("did you mean '{}'?", *nearest) : std::string());
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
  for (const auto& [source, entry] : pages.sources) names.push_back(source);
  for (const Page& page : pages.translations) names.push_back(page.path);
  const auto nearest = nearest_path(possible_paths(repository, named).front(), names);
  throw Error(fmt::format("no page '{}': it is no source on '{}' and no translation on '{}'", named,
                          plan.base.ref, plan.branch.ref),
              nearest ? fmt::format("did you mean '{}'?", *nearest)
                      : fmt::format("sources are in '{}'", plan.layout.source_root()));
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
