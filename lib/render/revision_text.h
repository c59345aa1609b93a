#pragma once

#include <fmt/format.h>

#include <string>

#include "l10n_drift/report.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {

// A revision and its commit in plain text: "main (0f9203d19d4e)".
inline std::string revision_text(const Revision& revision) {
  return fmt::format("{} ({})", printable(revision.ref), short_id(revision.commit));
}

}  // namespace l10n_drift
