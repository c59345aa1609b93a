#pragma once

#include <vector>

#include "git/repository.h"

namespace l10n_drift {

// What to do about blobs that a partial clone lacks.
enum class Missing { kRefuse, kFetch };

// Makes sure that blobs are there that have to be compared: has git fetch those that a partial
// clone lacks, in one batch, or throws an Error that counts them. Does nothing in other clones.
void require_blobs(const Repository& repository, std::vector<ObjectId> blobs, Missing missing);

}  // namespace l10n_drift
