#include "detection/draft_change.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

constexpr char kDraft[] = "---\ndraft: true\n---\n\n# Mill\n";
constexpr char kPublished[] = "---\ndraft: false\n---\n\n# Mill\n";
constexpr char kPlain[] = "# A windmill\n";

TEST(DraftChange, IsFromWhatReadersSeeToWhatTheyDoNotOrBack) {
  struct Case {
    const char* before;
    const char* after;
    std::optional<DraftChange> change;
  };
  const Case cases[] = {
      {kPlain, kDraft, DraftChange::kWithdrawn},
      {kPublished, kDraft, DraftChange::kWithdrawn},
      {kDraft, kPlain, DraftChange::kPublished},
      {kDraft, kPublished, DraftChange::kPublished},
      {kDraft, kDraft, {}},
      {kPlain, kPublished, {}},
  };
  for (const Case& c : cases) {
    const auto change = draft_change(*parse_page(c.before, PageKind::kMarkdown),
                                     *parse_page(c.after, PageKind::kMarkdown));
    EXPECT_EQ(change, c.change) << c.before << c.after;
    EXPECT_EQ(severity_of(change), c.change ? Severity::kMinor : Severity::kCosmetic);
  }
}

}  // namespace
}  // namespace l10n_drift
