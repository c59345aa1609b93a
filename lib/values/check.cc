#include "l10n_drift/check.h"

#include <algorithm>
#include <cassert>

namespace l10n_drift {

const char* to_string(FindingKind kind) {
  switch (kind) {
    case FindingKind::kLost:
      return "lost";
    case FindingKind::kForgotten:
      return "forgotten";
    case FindingKind::kLeftBehind:
      return "left_behind";
    case FindingKind::kCopy:
      return "copy";
    case FindingKind::kOrphaned:
      return "orphaned";
    case FindingKind::kWasBehind:
      return "was_behind";
    case FindingKind::kNotCompared:
      return "not_compared";
    case FindingKind::kNever:
      return "never";
    case FindingKind::kUnknown:
      return "unknown";
    case FindingKind::kInvalidBaseline:
      return "invalid_baseline";
  }
  assert(false);
  return "unknown";
}

const char* to_string(Level level) {
  switch (level) {
    case Level::kError:
      return "error";
    case Level::kWarning:
      return "warning";
    case Level::kNote:
      break;
  }
  return "note";
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

std::size_t count_findings(const CheckReport& report, Level level) {
  return static_cast<std::size_t>(
      std::count_if(report.findings.begin(), report.findings.end(),
                    [&](const Finding& finding) { return finding.level == level; }));
}

}  // namespace l10n_drift
