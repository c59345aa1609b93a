#include "analysis/source_ends.h"

#include <string>

namespace l10n_drift {

std::optional<SourceCommit> SourceEnds::find(const FileReport& file) {
  if (!removals_) removals_ = objects_.removals(base_.commit, plan_.layout.source_root());
  const std::string& source = file.renamed_from ? *file.renamed_from : file.source;
  const auto removal = removals_->find(source);
  if (!removal) return {};
  return objects_.describe(removal->commit);
}

}  // namespace l10n_drift
