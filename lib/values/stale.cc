#include "l10n_drift/stale.h"

#include <cassert>

namespace l10n_drift {

const char* to_string(BlockKind kind) {
  switch (kind) {
    case BlockKind::kFrontMatter:
      return "front_matter";
    case BlockKind::kHeading:
      return "heading";
    case BlockKind::kParagraph:
      return "paragraph";
    case BlockKind::kListItem:
      return "list_item";
    case BlockKind::kCode:
      return "code";
    case BlockKind::kTableRow:
      return "table_row";
    case BlockKind::kHtml:
      return "html";
    case BlockKind::kShortcode:
      return "shortcode";
    case BlockKind::kComponent:
      return "component";
  }
  assert(false);
  return "";
}

const char* to_string(Severity severity) {
  switch (severity) {
    case Severity::kCosmetic:
      return "cosmetic";
    case Severity::kMinor:
      return "minor";
    case Severity::kSubstantive:
      return "substantive";
  }
  assert(false);
  return "";
}

const char* to_string(StaleChange change) {
  switch (change) {
    case StaleChange::kAdded:
      return "added";
    case StaleChange::kChanged:
      return "changed";
    case StaleChange::kRemoved:
      return "removed";
    case StaleChange::kNeverTranslated:
      return "never_translated";
    case StaleChange::kLost:
      return "lost";
    case StaleChange::kOnlyInTranslation:
      return "only_in_translation";
  }
  assert(false);
  return "";
}

const char* to_string(Alignment alignment) {
  return alignment == Alignment::kGood ? "good" : "weak";
}

}  // namespace l10n_drift
