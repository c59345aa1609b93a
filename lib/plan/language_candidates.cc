#include "plan/language_candidates.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "site/page_name.h"
#include "text/unicode_form.h"
#include "text/words.h"

namespace l10n_drift {

LanguageFinder::LanguageFinder(const Objects& objects, const Layout& layout,
                               const ResolvedRevision& base, const ResolvedRevision& branch)
    : objects_(objects), layout_(layout), branch_(branch), trees_{branch.tree} {
  if (base.tree != branch.tree) trees_.push_back(base.tree);
  for (const ObjectId& tree : trees_) places_.emplace_back(objects, tree, layout);
}

std::vector<std::string> LanguageFinder::names() const {
  std::set<std::string> names;
  for (const LanguagePlaces& places : places_) names.merge(places.names());
  return {names.begin(), names.end()};
}

Candidate LanguageFinder::look_at(const std::string& name) const {
  Candidate candidate{name, {}, is_on_branch(name)};
  const std::vector<PlacedFile> pages = prose_of(name);
  const std::vector<bool> stand = have_sources(pages);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string& source = pages[i].sources.front();
    std::string place = layout_.overlaps() ? layout_.name_in_place(source) : "";
    if (!layout_.may_be_language(place)) place.clear();
    candidate.pages.push_back(
        {std::string(file_name(source)), std::move(place), stand[i], pages[i].is_in_name});
  }
  return candidate;
}

std::string LanguageFinder::place_of(const std::string& name) const {
  std::optional<std::size_t> first;
  for (const LanguagePlaces& places : places_) {
    for (const PlacedFile& file : places.files(name)) {
      first = std::min(file.rule, first.value_or(file.rule));
    }
  }
  return layout_.place_of(name, first.value_or(0));
}

bool LanguageFinder::stood(const Candidate& candidate) const {
  if (!candidate.is_on_branch) return false;
  std::vector<FollowedFile> files;
  for (PlacedFile& file : places_.front().files(candidate.name)) {
    files.push_back({std::move(file.path), file.entry});
  }
  std::set<std::size_t> with_source;
  const auto visit = [&](std::size_t file, const Touch& touch) {
    if (!touch.is_cut && has_source_at(touch)) with_source.insert(file);
    return Onward::kStop;
  };
  objects_.walk_history(branch_.commit, files, layout_, visit, {});
  return !with_source.empty() && 2 * with_source.size() >= files.size();
}

// The files of a name, sorted by their sources. If there is prose, that alone counts.
std::vector<PlacedFile> LanguageFinder::prose_of(const std::string& name) const {
  std::map<std::string, PlacedFile> prose;
  std::map<std::string, PlacedFile> others;
  for (const LanguagePlaces& places : places_) {
    for (PlacedFile& file : places.files(name)) {
      if (file.entry.kind() != EntryKind::kFile) continue;
      std::string source = file.sources.front();
      (is_prose(file.path) ? prose : others).emplace(std::move(source), std::move(file));
    }
  }
  std::vector<PlacedFile> chosen;
  for (auto& [source, file] : prose.empty() ? others : prose) chosen.push_back(std::move(file));
  return chosen;
}

bool LanguageFinder::has_source_at(const Touch& touch) const {
  const bool is_placed = layout_.is_translation(touch.path);
  if (!is_placed && touch.source.empty()) return false;
  const std::vector<std::string> sources =
      is_placed ? layout_.sources_of(touch.path) : std::vector<std::string>{touch.source};
  return std::any_of(sources.begin(), sources.end(), [&](const std::string& source) {
    return objects_.find_files(touch.tree, {source}).front().has_value();
  });
}

// Whether any source of each file is there.
std::vector<bool> LanguageFinder::have_sources(const std::vector<PlacedFile>& files) const {
  std::set<std::string> all;
  for (const PlacedFile& file : files) all.insert(file.sources.begin(), file.sources.end());
  const std::vector<std::string> paths(all.begin(), all.end());
  const std::vector<bool> there = are_there(paths);
  const auto is_there = [&](const std::string& source) {
    const auto place = std::lower_bound(paths.begin(), paths.end(), source);
    return there[static_cast<std::size_t>(place - paths.begin())];
  };
  std::vector<bool> have;
  for (const PlacedFile& file : files) {
    have.push_back(std::any_of(file.sources.begin(), file.sources.end(), is_there));
  }
  return have;
}

// Whether the paths, which are sorted, are files in one of the trees.
std::vector<bool> LanguageFinder::are_there(const std::vector<std::string>& paths) const {
  const std::vector<std::string_view> sorted(paths.begin(), paths.end());
  std::vector<bool> there(paths.size());
  for (const ObjectId& tree : trees_) {
    const auto found = objects_.find_files(tree, sorted);
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i] && found[i]->kind() == EntryKind::kFile) there[i] = true;
    }
  }
  mark_other_forms(paths, there);
  return there;
}

// Those, too, that are there in another Unicode form (list_pages takes them for a pair).
void LanguageFinder::mark_other_forms(const std::vector<std::string>& paths,
                                      std::vector<bool>& there) const {
  std::set<std::string> forms;
  const auto has_another_form = [](const std::string& path) {
    return std::any_of(path.begin(), path.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  };
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (there[i] || !has_another_form(paths[i])) continue;
    if (forms.empty()) forms = source_forms();
    there[i] = forms.contains(to_nfc(paths[i]));
  }
}

std::set<std::string> LanguageFinder::source_forms() const {
  std::set<std::string> forms;
  for (const ObjectId& tree : trees_) {
    for (const TreeFile& file : objects_.list_files(tree, layout_.source_root())) {
      forms.insert(to_nfc(file.path));
    }
  }
  return forms;
}

}  // namespace l10n_drift
