#pragma once

#include <optional>
#include <string>
#include <vector>

#include "git/objects.h"
#include "judge/page_cache.h"
#include "l10n_drift/report.h"
#include "plan/pairs.h"

namespace l10n_drift {

// A page of the base where the text of another source may be, with the blob that it had before the
// text can have come there.
struct TextCandidate {
  std::string path;
  std::optional<ObjectId> before;
  ObjectId now;
  PageKind kind = PageKind::kMarkdown;
};

// All blobs of the candidates.
std::vector<ObjectId> blobs_of(const std::vector<TextCandidate>& candidates);

// The pages that one commit added or changed, as far as the base still has them: where the text is
// of a page that the same commit removed.
std::vector<TextCandidate> changed_beside(const Objects& objects, const Pairs& pairs,
                                          const ObjectId& parent_tree, const ObjectId& tree);

// The pages that have come into the folder of `source` since `tree`: where the text is of a page
// whose name was given to another.
std::vector<TextCandidate> added_beside(const Objects& objects, const Pairs& pairs,
                                        const ObjectId& tree, const std::string& source);

// Those of the candidates that have blocks of a page now and did not have them before. Headings,
// front matter and what is too short to be known again do not count. The most blocks come first.
std::vector<TextPlace> find_text(PageCache& pages, const PageVersion& page,
                                 const std::vector<TextCandidate>& candidates);

// Whether more than half of what counts in a page is not in its new version.
bool is_rewritten(PageCache& pages, const PageVersion& before, const PageVersion& after);

}  // namespace l10n_drift
