#include "l10n_drift/check.h"

#include <algorithm>
#include <cassert>

namespace l10n_drift {

const char* to_string(FindingKind kind) {
  switch (kind) {
    case FindingKind::kOutdated:
      return "outdated";
    case FindingKind::kPartiallyUpdated:
      return "partially_updated";
    case FindingKind::kRenamed:
      return "renamed";
    case FindingKind::kDeleted:
      return "deleted";
    case FindingKind::kNever:
      return "never";
    case FindingKind::kUnknown:
      return "unknown";
  }
  assert(false);
  return "unknown";
}

const char* to_string(Side side) { return side == Side::kBase ? "base" : "branch"; }

const char* to_string(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::kChangedOnBothSides:
      return "changed_on_both_sides";
    case NoticeKind::kSourceChanged:
      return "source_changed";
    case NoticeKind::kSourceRenamed:
      return "source_renamed";
    case NoticeKind::kSourceDeleted:
      return "source_deleted";
    case NoticeKind::kNotCompared:
      return "not_compared";
    case NoticeKind::kOtherKind:
      return "not_looked_into";
  }
  assert(false);
  return "unknown";
}

std::size_t count_failures(const CheckReport& report) {
  return static_cast<std::size_t>(
      std::count_if(report.findings.begin(), report.findings.end(),
                    [](const Finding& finding) { return finding.fails; }));
}

}  // namespace l10n_drift
