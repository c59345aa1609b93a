#pragma once

#include <map>
#include <set>
#include <string>
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

Pages list_pages(const Objects& objects, const Plan& plan);

// The translations that the globs let in, in their order.
std::vector<Page> considered_pages(const Plan& plan, const Pages& pages);

// Globs are easily written as if they began at the sources' folder, and then let in neither a
// translation nor a source.
void warn_of_empty_selection(const Plan& plan, const Pages& pages, std::vector<Warning>& warnings);

}  // namespace l10n_drift
