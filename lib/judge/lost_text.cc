#include "judge/lost_text.h"

#include <utility>

#include "judge/lost_objects.h"
#include "judge/text_places.h"

namespace l10n_drift {

void find_lost_text(PageCache& pages, JudgedPair& pair) {
  FileReport& file = pair.file;
  const bool is_lost = file.status == Status::kDeleted || file.status == Status::kRenamed;
  if (!is_lost || pair.text_candidates.empty()) return;
  for_one_pair(pair, [&] {
    file.text_now_in = find_text(pages, *pair.baseline, std::exchange(pair.text_candidates, {}));
  });
  // That all of it is in the page of the new name goes without saying.
  if (file.renamed_to && file.text_now_in.size() < 2) file.text_now_in.clear();
}

}  // namespace l10n_drift
