#include "judge/lost_text.h"

#include <utility>

#include "judge/lost_objects.h"
#include "judge/text_places.h"
#include "markdown/page_kind.h"

namespace l10n_drift {

void find_lost_text(PageCache& pages, JudgedPair& pair) {
  FileReport& file = pair.file;
  const bool is_lost = file.status == Status::kDeleted || file.status == Status::kRenamed;
  if (!is_lost || pair.text_candidates.empty()) return;
  for_one_pair(pair, [&] {
    const auto kind = page_kind(file.renamed_from.value_or(file.source));
    file.text_now_in =
        find_text(pages, {*pair.baseline, kind.value()}, std::exchange(pair.text_candidates, {}));
  });
  // That all of it is in the page of the new name goes without saying.
  if (file.renamed_to && file.text_now_in.size() < 2) file.text_now_in.clear();
}

}  // namespace l10n_drift
