#pragma once

#include <string_view>

#include "l10n_drift/report.h"

namespace l10n_drift {

// A section with the files of one status, whose ids begin with the same letter: "M1", "M2".
struct StatusSection {
  Status status;
  char letter;
  std::string_view words;  // What the heading says of its files.
};

// In the order of the body.
inline constexpr StatusSection kStatusSections[] = {
    {Status::kOutdated, 'M', "to be modified"},
    {Status::kPartiallyUpdated, 'P', "partially updated"},
    {Status::kRenamed, 'R', "to be renamed"},
    {Status::kDeleted, 'D', "to be deleted"},
    {Status::kUnknown, 'U', "to be checked by hand"},
    {Status::kUntranslated, 'T', "to be translated"},
};

}  // namespace l10n_drift
