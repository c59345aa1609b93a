#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "baselines/found_baseline.h"
#include "git/objects.h"
#include "plan/pairs.h"
#include "site/reviews.h"

namespace l10n_drift {

// A review of a page, with the commit of the base that made the version of the source.
struct ReviewedSource {
  Review review;
  FoundBaseline version;  // Its method is kReviewed.
};

// The reviews of each page, by its index in `pairs.translations`; of each, in the order of the
// file. Pages whose source the base lacks have none. In a shallow clone, versions that it does not
// reach back to are left out. Throws Error for a version that the source never had.
std::map<std::size_t, std::vector<ReviewedSource>> find_reviewed_sources(const Objects& objects,
                                                                         const Pairs& pairs);

// Of reviews of whole pages the newest that is not older than `baseline`; nothing if there is none.
std::optional<FoundBaseline> newest_review(const Objects& objects,
                                           const std::vector<ReviewedSource>& reviews,
                                           const FoundBaseline& baseline);

}  // namespace l10n_drift
