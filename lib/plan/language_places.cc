#include "plan/language_places.h"

#include <algorithm>
#include <utility>

namespace l10n_drift {
namespace {

// The folder that the folders of languages are in.
std::string folder_of_languages(const LayoutRule& rule) { return rule.translation.folder(); }

}  // namespace

LanguagePlaces::LanguagePlaces(const Objects& objects, const ObjectId& tree, const Layout& layout)
    : objects_(objects), tree_(tree), layout_(layout) {
  for (std::size_t rule = 0; rule < layout.rules().size(); ++rule) {
    if (!layout.rules()[rule].translation.has_language_folders()) scatter(rule);
  }
}

void LanguagePlaces::scatter(std::size_t rule) {
  const PathPattern& pattern = layout_.rules()[rule].translation;
  for (const TreeFile& file : objects_.list_files(tree_, pattern.folder())) {
    const auto parts = pattern.match(file.path, LangNames::kCodes);
    if (!parts || !layout_.may_be_language(parts->language())) continue;
    const std::string name(parts->language());
    add(file, rule, name, scattered_[name]);
  }
}

std::set<std::string> LanguagePlaces::names() const {
  std::set<std::string> names;
  for (const auto& [name, files] : scattered_) names.insert(name);
  for (const LayoutRule& rule : layout_.rules()) {
    if (!rule.translation.has_language_folders()) continue;
    for (std::string& name : objects_.list_folders(tree_, folder_of_languages(rule))) {
      if (!layout_.may_be_language(name)) continue;
      // A tree of git's is never empty, so a folder that exists holds something.
      if (objects_.find_folder(tree_, rule.translation.folder_of(name))) {
        names.insert(std::move(name));
      }
    }
  }
  return names;
}

bool LanguagePlaces::has(const std::string& name) const {
  if (scattered_.contains(name)) return true;
  const std::vector<LayoutRule>& rules = layout_.rules();
  return std::any_of(rules.begin(), rules.end(), [&](const LayoutRule& rule) {
    return rule.translation.has_language_folders() &&
           objects_.find_folder(tree_, rule.translation.folder_of(name));
  });
}

std::vector<PlacedFile> LanguagePlaces::files(const std::string& name) const {
  FilesByPath found;
  if (const auto scattered = scattered_.find(name); scattered != scattered_.end()) {
    found = scattered->second;
  }
  for (std::size_t rule = 0; rule < layout_.rules().size(); ++rule) {
    const PathPattern& pattern = layout_.rules()[rule].translation;
    if (!pattern.has_language_folders()) continue;
    for (const TreeFile& file : objects_.list_files(tree_, pattern.folder_of(name))) {
      add(file, rule, name, found);
    }
  }
  std::vector<PlacedFile> files;
  for (auto& [path, file] : found) files.push_back(std::move(file));
  return files;
}

void LanguagePlaces::add(const TreeFile& file, std::size_t rule, const std::string& name,
                         FilesByPath& files) const {
  const auto& [source, translation, overlaps] = layout_.rules()[rule];
  const auto parts = translation.match(file.path, LangNames::kAny);
  if (!parts || parts->language() != name) return;
  PlacedFile& placed = files[file.path];
  placed.path = file.path;
  placed.entry = file.entry;
  placed.rule = placed.sources.empty() ? rule : std::min(rule, placed.rule);
  placed.is_in_name = translation.has_language_in_name();
  placed.sources.push_back(source.fill(*parts));
}

}  // namespace l10n_drift
