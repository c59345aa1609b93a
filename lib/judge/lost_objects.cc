#include "judge/lost_objects.h"

#include <string>

namespace l10n_drift {
namespace {

// The path of the pair whose blob it is; of an older version of either, the translation's.
const std::string& path_of(const ObjectId& blob, const JudgedPair& pair) {
  const FileReport& file = pair.file;
  if (pair.source == blob) return file.renamed_to ? *file.renamed_to : file.source;
  if (pair.baseline == blob) return file.renamed_from ? *file.renamed_from : file.source;
  return file.translation;
}

}  // namespace

void give_up(JudgedPair& pair, const UnreadableBlob& error) {
  FileReport& file = pair.file;
  file.reason = error.has_path() ? error.text() : error.at(path_of(error.blob(), pair)).text();
  file.status = Status::kUnknown;
  file.counts.reset();
  file.binary.reset();
  file.verbatim = false;
  file.renamed_to.reset();
  file.similarity.reset();
  file.severity.reset();
  file.is_of_other_kind = false;
  file.alignment.reset();
  file.stale.clear();
  file.text_now_in.clear();
  file.draft.reset();
  pair.unshown.clear();
  pair.text_candidates.clear();
  pair.lacks_objects = true;
}

}  // namespace l10n_drift
