#pragma once

#include <optional>
#include <vector>

#include "git/repository.h"
#include "l10n_drift/drift.h"
#include "l10n_drift/report.h"
#include "pages.h"
#include "plan.h"

namespace l10n_drift {

// A pair with its status, and the two blobs that its drift lies between.
struct Judged {
  FileReport file;  // But for what has to be read from blobs or from the source's history.
  std::optional<ObjectId> baseline;
  std::optional<ObjectId> source;  // At the base: under its new name, if it was renamed.
};

// Finds the baselines of `chosen`, which are some of `pages.translations`, and judges each, in
// their order.
std::vector<Judged> judge_pages(const Repository& repository, const Plan& plan, const Pages& pages,
                                const std::vector<Page>& chosen, const Progress& progress);

}  // namespace l10n_drift
