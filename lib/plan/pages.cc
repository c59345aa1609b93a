#include "plan/pages.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "site/page_name.h"
#include "text/unicode_form.h"

namespace l10n_drift {
namespace {

void list_sources(const Objects& objects, const Plan& plan, const ObjectId& tree, Pages& pages) {
  for (TreeFile& file : objects.list_files(tree, plan.layout.source_root())) {
    if (!plan.layout.is_source(file.path) || file.path == kConfigName) continue;
    if (file.entry.kind() == EntryKind::kFile) {
      pages.sources.emplace(std::move(file.path), file.entry);
    } else {
      pages.linked_sources.insert(file.path);
      if (plan.considers(file.path)) pages.skipped.push_back(std::move(file.path));
    }
  }
}

// The sources by the composed forms of their paths, as far as these are not their paths: two names
// that look the same are one page's, whichever system has written them.
class SourcesByForm {
 public:
  explicit SourcesByForm(const Pages& pages) : pages_(pages) {
    for (const auto& [path, entry] : pages.sources) by_form_.try_emplace(to_nfc(path), path);
  }

  // The first of these that is there; the first one if none is.
  std::string find(const std::vector<std::string>& sources) const {
    for (const std::string& source : sources) {
      if (auto found = find_one(source)) return *std::move(found);
    }
    return sources.front();
  }

  std::optional<std::string> find_one(const std::string& source) const {
    if (pages_.sources.contains(source)) return source;
    const auto other = by_form_.find(to_nfc(source));
    if (other == by_form_.end()) return {};
    return other->second;
  }

 private:
  const Pages& pages_;
  std::map<std::string, std::string> by_form_;
};

// The folders that hold the translations of all these languages, which may have some in common.
std::set<std::string> folders_of(const Layout& layout, const std::vector<std::string>& languages) {
  std::set<std::string> folders;
  for (const std::string& language : languages) {
    for (std::string& folder : layout.folders_of(language)) folders.insert(std::move(folder));
  }
  return folders;
}

// The translations below a folder that no earlier one has listed.
void list_translations(const Objects& objects, const Plan& plan, const PagePlaces& places,
                       const std::string& folder, const SourcesByForm& sources, Pages& pages) {
  const Layout& layout = plan.layout;
  for (TreeFile& file : objects.list_files(places.translations, folder)) {
    auto language = layout.language_of(file.path);
    if (!language) continue;
    const auto& wanted = places.languages;
    if (std::find(wanted.begin(), wanted.end(), *language) == wanted.end()) continue;
    std::string source = sources.find(layout.sources_of(file.path));
    if (file.entry.kind() == EntryKind::kFile) {
      pages.translations.push_back(
          {*std::move(language), std::move(file.path), std::move(source), file.entry});
    } else if (plan.considers(source)) {
      pages.skipped.push_back(std::move(file.path));
    }
  }
}

// `a.md` and `a/index.md` are one page to who reads a site. A translation whose source became the
// other, or that became the other itself, goes with it, if no other translation does.
void pair_index_pages(const Layout& layout, const SourcesByForm& sources, Pages& pages) {
  const auto is_taken = [&](const std::string& source, const std::string& language) {
    return layout.is_source(source) &&
           find_translation(pages, layout.translation_of(source, language)) != nullptr;
  };
  for (Page& page : pages.translations) {
    if (pages.sources.contains(page.source) || !is_prose(page.source)) continue;
    for (const std::string& form : index_forms(page.source)) {
      const auto found = sources.find_one(form);
      if (!found || is_taken(*found, page.language)) continue;
      page.source = *found;
      break;
    }
  }
}

}  // namespace

Pages list_pages(const Objects& objects, const Plan& plan, const PagePlaces& places) {
  const auto phase = objects.measure(Phase::kList);
  Pages pages;
  list_sources(objects, plan, places.sources, pages);
  const SourcesByForm sources(pages);
  const std::string* last = nullptr;
  const std::set<std::string> folders = folders_of(plan.layout, places.languages);
  for (const std::string& folder : folders) {
    // What is below another folder has been listed with it.
    const bool is_below =
        last != nullptr && (last->empty() || (folder + '/').starts_with(*last + '/'));
    if (is_below) continue;
    list_translations(objects, plan, places, folder, sources, pages);
    last = &folder;
  }
  std::sort(pages.translations.begin(), pages.translations.end(),
            [](const Page& a, const Page& b) { return a.path < b.path; });
  std::sort(pages.skipped.begin(), pages.skipped.end());
  pair_index_pages(plan.layout, sources, pages);
  return pages;
}

Pages list_pages(const Objects& objects, const Plan& plan) {
  return list_pages(
      objects, plan,
      {.sources = plan.base.tree, .translations = plan.branch.tree, .languages = plan.languages});
}

std::map<std::string_view, TreeEntry> look_up_pages(const Objects& objects, const ObjectId& tree,
                                                    const std::set<std::string_view>& paths) {
  const std::vector<std::string_view> sorted(paths.begin(), paths.end());
  const auto entries = objects.find_files(tree, sorted);
  std::map<std::string_view, TreeEntry> found;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (entries[i] && entries[i]->kind() == EntryKind::kFile) found.emplace(sorted[i], *entries[i]);
  }
  return found;
}

const Page* find_translation(const Pages& pages, std::string_view path) {
  const auto place = std::lower_bound(
      pages.translations.begin(), pages.translations.end(), path,
      [](const Page& page, std::string_view wanted) { return page.path < wanted; });
  const bool is_there = place != pages.translations.end() && place->path == path;
  return is_there ? &*place : nullptr;
}

std::vector<Page> considered_pages(const Plan& plan, const Pages& pages) {
  std::vector<Page> considered;
  std::copy_if(pages.translations.begin(), pages.translations.end(), std::back_inserter(considered),
               [&](const Page& page) { return plan.considers(page.source); });
  return considered;
}

}  // namespace l10n_drift
