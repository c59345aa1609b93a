#include "report/json_values.h"

#include "l10n_drift/version.h"
#include "text/utf8.h"

namespace l10n_drift {

Json tool_json() { return {{"name", "l10n-drift"}, {"version", kVersion}}; }

Json revision_json(const Revision& revision) {
  return {{"ref", replace_invalid_utf8(revision.ref)}, {"commit", revision.commit}};
}

}  // namespace l10n_drift
