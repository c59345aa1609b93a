#include "l10n_drift/diff.h"

namespace l10n_drift {

bool has_news(const TranslationDiff& diff) {
  const FileReport& file = diff.page.file;
  return !diff.old_blob.empty() || !file.stale.empty() || has_lost_source(file);
}

}  // namespace l10n_drift
