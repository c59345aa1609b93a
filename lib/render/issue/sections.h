#pragma once

#include <string_view>

#include "l10n_drift/report.h"

namespace l10n_drift {

// A section of an issue: the files of one status, with labels of one letter, "M1".
struct IssueSection {
  Status status;
  char letter;
  std::string_view words;  // What the heading says of its files.
};

// In the order of the body.
inline constexpr IssueSection kIssueSections[] = {
    {Status::kOutdated, 'M', "to be modified"},
    {Status::kPartiallyUpdated, 'P', "partially updated"},
    {Status::kRenamed, 'R', "to be renamed"},
    {Status::kDeleted, 'D', "to be deleted"},
    {Status::kUnknown, 'U', "to be checked by hand"},
    {Status::kUntranslated, 'T', "to be translated"},
};

}  // namespace l10n_drift
