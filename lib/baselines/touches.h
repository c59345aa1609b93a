#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "git/objects.h"
#include "l10n_drift/drift.h"
#include "plan/pairs.h"

namespace l10n_drift {

// A touch of the page with this index.
struct PageTouch {
  std::size_t page = 0;
  Touch touch;
};

// Some touches of one commit, of one page or more.
using Touches = std::vector<PageTouch>;

// Sends the last touch of each translation. Of pages whose source neither the base has nor the tree
// of the last touch, and of all if the plan is to look into pages, it sends the touches before it,
// too. All pages go through history in one walk.
void send_touches(const Objects& objects, const Pairs& pairs,
                  const std::function<void(Touches)>& send, const Progress& progress);

// Looks `paths` up in `tree`; symlinks and submodules are no pages. The keys are those of `paths`.
std::map<std::string_view, TreeEntry> find_pages(const Objects& objects, const ObjectId& tree,
                                                 const std::set<std::string_view>& paths);

}  // namespace l10n_drift
