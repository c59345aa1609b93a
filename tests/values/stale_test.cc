#include "l10n_drift/stale.h"

#include <gtest/gtest.h>

#include <utility>

namespace l10n_drift {
namespace {

TEST(Stale, HasTheWordsOfTheJsonOutput) {
  const std::pair<BlockKind, const char*> kinds[] = {{BlockKind::kFrontMatter, "front_matter"},
                                                     {BlockKind::kHeading, "heading"},
                                                     {BlockKind::kParagraph, "paragraph"},
                                                     {BlockKind::kListItem, "list_item"},
                                                     {BlockKind::kCode, "code"},
                                                     {BlockKind::kTableRow, "table_row"},
                                                     {BlockKind::kHtml, "html"},
                                                     {BlockKind::kShortcode, "shortcode"},
                                                     {BlockKind::kComponent, "component"}};
  for (const auto& [kind, word] : kinds) EXPECT_STREQ(to_string(kind), word);
  const std::pair<Severity, const char*> severities[] = {{Severity::kCosmetic, "cosmetic"},
                                                         {Severity::kMinor, "minor"},
                                                         {Severity::kSubstantive, "substantive"}};
  for (const auto& [severity, word] : severities) EXPECT_STREQ(to_string(severity), word);
  const std::pair<StaleChange, const char*> changes[] = {
      {StaleChange::kAdded, "added"},     {StaleChange::kChanged, "changed"},
      {StaleChange::kRemoved, "removed"}, {StaleChange::kNeverTranslated, "never_translated"},
      {StaleChange::kLost, "lost"},       {StaleChange::kOnlyInTranslation, "only_in_translation"}};
  for (const auto& [change, word] : changes) EXPECT_STREQ(to_string(change), word);
  EXPECT_STREQ(to_string(Alignment::kGood), "good");
  EXPECT_STREQ(to_string(Alignment::kWeak), "weak");
}

}  // namespace
}  // namespace l10n_drift
