#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace l10n_drift {

// What is stale within a page: the values that looking into pages produces.

// A page is a list of blocks: the pieces that an author writes and a translator translates one at
// a time. Blocks do not nest: an item of a list is its first paragraph, and whatever else stands in
// it is a block beside it.
enum class BlockKind {
  kFrontMatter,  // One top-level key and its value.
  kHeading,
  kParagraph,  // Also a paragraph in a quote, a footnote or a list item.
  kListItem,   // The first paragraph of an item.
  kCode,
  kTableRow,
  kHtml,
  kShortcode,  // Hugo's `{{< x >}}`, alone in its lines.
  kComponent,  // A component's tag, alone in its lines, or one that opens or closes a container.
};

// The words of the JSON output: "front_matter", "heading", ...
const char* to_string(BlockKind kind);

// A stretch of lines in a file. They are counted from 1, and both ends belong to it.
struct LineRange {
  std::size_t first = 1;
  std::size_t last = 1;
  bool operator==(const LineRange&) const = default;
};

// What a change of the source asks of a translator, from least to most.
enum class Severity {
  kCosmetic,     // Nothing, as a reader of the page would not notice it.
  kMinor,        // Next to nothing: spelling, punctuation, a heading's level.
  kSubstantive,  // The translator has to look at it.
};

// The words of the JSON output: "cosmetic", "minor", "substantive".
const char* to_string(Severity severity);

// What happened to a block of the source that the translation does not show.
enum class StaleChange {
  kAdded,
  kChanged,
  kRemoved,
  kNeverTranslated,  // It was there when the translation was made, and has no counterpart in it.
  kLost,             // It is as it was, and a touch took its translation away.
  // The translation has had it from the first, and the source has no such block: the source had it
  // before, or the translators added it. Nobody should take it out unread.
  kOnlyInTranslation,
};

// The words of the JSON output: "added", "changed", "removed", "never_translated", "lost",
// "only_in_translation".
const char* to_string(StaleChange change);

// What a stale block says, in Markdown as it is written, with '\n' at the ends of lines. Each text
// is cut after kLongestText characters, with an ellipsis (text/excerpt.h).
inline constexpr std::size_t kLongestText = 1000;
struct StaleTexts {
  // The block of the source as it was when the translation was in step; empty if it was not there,
  // or if nobody knows.
  std::string before;
  std::string now;  // The block of the source at the base; empty if it is not there.
  // Of what is only in the translation, and of what has changed since nobody knows what: the
  // translation's block. Else empty.
  std::string translation;
  bool operator==(const StaleTexts&) const = default;
};

// A block of the source that was not translated anew, by where it stands at the base; or one of the
// translation alone.
struct StaleBlock {
  BlockKind kind = BlockKind::kParagraph;
  std::string
      heading;  // The text of the heading that it is or stands under; empty above the first.
  std::optional<LineRange> source_lines;  // Nothing for what the source does not have any more.
  std::optional<LineRange> translation_lines;  // Nothing if it has no counterpart there.
  StaleChange change = StaleChange::kChanged;
  Severity severity = Severity::kSubstantive;
  bool before_last_touch = false;  // The last touch of the translation left it open.
  std::string lost_in;             // Of `kLost`: the commit; empty for the others.
  StaleTexts texts = {};           // Empty unless they were asked for.
  bool operator==(const StaleBlock&) const = default;
};

// Whether the blocks of a source and of its translation correspond well enough to tell which of
// them are stale.
enum class Alignment { kGood, kWeak };

// The words of the JSON output: "good", "weak".
const char* to_string(Alignment alignment);

}  // namespace l10n_drift
