#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "git/objects.h"
#include "plan/plan.h"

namespace l10n_drift {

// A translation on the branch, and the path of its source.
struct Page {
  std::string language;
  std::string path;
  std::string source;
  TreeEntry entry;
};

// All pages that there are: sources of the base, by path, and translations of the branch, sorted by
// path. Symlinks and submodules are no pages.
//
// Globs choose the pages that a report is about, and not those that it has to know: a source may
// have been renamed to where they do not look.
struct Pages {
  std::map<std::string, TreeEntry> sources;
  std::set<std::string> linked_sources;  // Symlinks and submodules in the place of sources.
  std::vector<Page> translations;
  std::vector<std::string> skipped;  // Links in the place of pages that the globs let in, sorted.
};

// Where to look for pages.
struct PagePlaces {
  ObjectId sources;       // A tree.
  ObjectId translations;  // The same, or another one.
  std::vector<std::string> languages;
};

// Both sorted as Pages says. The plan tells the layout, and which links are worth naming.
Pages list_pages(const Objects& objects, const Plan& plan, const PagePlaces& places);

// The pages of a report: the sources of the base, and the translations of the branch.
Pages list_pages(const Objects& objects, const Plan& plan);

// Looks `paths` up in `tree`; symlinks and submodules are no pages. The keys are those of `paths`.
std::map<std::string_view, TreeEntry> look_up_pages(const Objects& objects, const ObjectId& tree,
                                                    const std::set<std::string_view>& paths);

// The translation at `path`, or null.
const Page* find_translation(const Pages& pages, std::string_view path);

// The translations that the globs let in, in their order.
std::vector<Page> considered_pages(const Plan& plan, const Pages& pages);

}  // namespace l10n_drift
