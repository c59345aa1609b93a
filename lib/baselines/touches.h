#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "git/repository.h"
#include "l10n_drift/drift.h"
#include "plan/pairs.h"

namespace l10n_drift {

// The source in the tree of a touch of its translation: under the name that goes with the
// translation's name of then, else under today's.
struct SourceBeside {
  std::string path;
  ObjectId blob;
};

// What a touch is worth.
enum class TouchWorth {
  kCounts,
  kIgnored,     // Its commit does not count: the page has changed, and the touch before it counts.
  kLastResort,  // The same one, told again at the end: it is the first of a page, and no touch
                // counts.
};

// A touch of the page with this index among the pairs' translations.
struct PageTouch {
  std::size_t page = 0;
  Touch touch;
  std::optional<SourceBeside> source = {};  // Nothing if there is none, or nobody has looked,
  bool is_source_known = false;             // as long as this is false.
  TouchWorth worth = TouchWorth::kCounts;
};

// Some touches of one commit, of one page or more.
using CommitTouches = std::vector<PageTouch>;

// Sends the last touch of each translation. Of pages whose source neither the base has nor the tree
// of the last touch, and of all if the plan is to look into pages, it sends the touches before it,
// too. All pages go through history in one walk. Looks for no source but where the walk depends on
// it: `with_sources` is for whoever receives.
void send_touches(const Objects& objects, const Pairs& pairs,
                  const std::function<void(CommitTouches)>& send, const Progress& progress);

// In place of touches, with `--since`: all pages as they would be if that revision had touched
// them.
CommitTouches touches_at(const Objects& objects, const Pairs& pairs,
                         const ResolvedRevision& revision);

// The names of the source that go with the name that the translation had at the touch: one in most
// layouts, see Layout::sources_of.
std::vector<std::string> sources_then(const Layout& layout, const Touch& touch);

// The same touches, with the sources that are not known yet. One descent into the tree of their
// commit, for all pages. Reads no blob.
CommitTouches with_sources(const Objects& objects, const Pairs& pairs, CommitTouches touches);

}  // namespace l10n_drift
