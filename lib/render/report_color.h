#pragma once

#include <string_view>

#include "l10n_drift/report.h"
#include "render/paint.h"

namespace l10n_drift {

// The colour of what needs attention.
inline std::string_view status_color(Status status) {
  switch (status) {
    case Status::kDeleted:
      return kRed;
    case Status::kRenamed:
      return kCyan;
    case Status::kUnknown:
    case Status::kInvalidBaseline:
      return kMagenta;
    case Status::kUntranslated:
      return kDim;
    default:
      return kYellow;
  }
}

// That of a headline, where what is well has one, too.
inline std::string_view headline_color(Status status) {
  const bool is_well = status == Status::kInSync || status == Status::kUnpaired;
  if (is_well) return kGreen;
  return status == Status::kIgnored ? kDim : status_color(status);
}

}  // namespace l10n_drift
