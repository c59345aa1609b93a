#include "plan/missing_blobs.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "l10n_drift/error.h"
#include "text/words.h"

namespace l10n_drift {

void require_blobs(const Repository& repository, std::vector<ObjectId> blobs, Missing missing) {
  if (!repository.is_partial()) return;
  std::sort(blobs.begin(), blobs.end());
  blobs.erase(std::unique(blobs.begin(), blobs.end()), blobs.end());
  const std::vector<ObjectId> lacking = repository.find_missing(blobs);
  if (lacking.empty()) return;
  if (missing == Missing::kRefuse) {
    throw Error(fmt::format("the clone is partial, and lacks {} that must be read",
                            plural(lacking.size(), "file version")),
                "have git fetch what is missing: --fetch-missing");
  }
  repository.fetch(lacking);
}

}  // namespace l10n_drift
