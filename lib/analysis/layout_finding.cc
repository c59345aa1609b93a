#include "l10n_drift/layout_finding.h"

#include "plan/plan.h"

namespace l10n_drift {

LayoutFinding find_layout(const Comparison& comparison) {
  const PlanRequest request{.purpose = Purpose::kList,
                            .comparison = comparison,
                            .allow_shallow = true};  // History does not matter here.
  const Repository repository = open_for(request);
  return make_plan(repository, request).plan.finding;
}

}  // namespace l10n_drift
