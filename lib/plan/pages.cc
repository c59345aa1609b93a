#include "plan/pages.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "text/unicode_form.h"

namespace l10n_drift {
namespace {

void list_sources(const Objects& objects, const Plan& plan, const ObjectId& tree, Pages& pages) {
  for (TreeFile& file : objects.list_files(tree, plan.layout.source_root())) {
    if (!plan.layout.match_source(file.path) || file.path == kConfigName) continue;
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

  std::string find(std::string source) const {
    if (pages_.sources.contains(source)) return source;
    const auto other = by_form_.find(to_nfc(source));
    return other == by_form_.end() ? source : other->second;
  }

 private:
  const Pages& pages_;
  std::map<std::string, std::string> by_form_;
};

void list_translations(const Objects& objects, const Plan& plan, const ObjectId& tree,
                       const std::string& language, const SourcesByForm& sources, Pages& pages) {
  for (TreeFile& file : objects.list_files(tree, plan.layout.language_root(language))) {
    if (!plan.layout.match_translation(file.path)) continue;
    std::string source = sources.find(plan.layout.source_of(file.path));
    if (file.entry.kind() == EntryKind::kFile) {
      pages.translations.push_back({language, std::move(file.path), std::move(source), file.entry});
    } else if (plan.considers(source)) {
      pages.skipped.push_back(std::move(file.path));
    }
  }
}

}  // namespace

Pages list_pages(const Objects& objects, const Plan& plan, const PagePlaces& places) {
  const auto phase = objects.measure(Phase::kList);
  Pages pages;
  list_sources(objects, plan, places.sources, pages);
  const SourcesByForm sources(pages);
  for (const std::string& language : places.languages) {
    list_translations(objects, plan, places.translations, language, sources, pages);
  }
  std::sort(pages.translations.begin(), pages.translations.end(),
            [](const Page& a, const Page& b) { return a.path < b.path; });
  std::sort(pages.skipped.begin(), pages.skipped.end());
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
