#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "render/issue/content.h"

namespace l10n_drift {

// Items `begin` to `end` of a section, the latter excluded, and what people wrote below them.
struct Piece {
  const IssueSection* section;
  std::size_t begin;
  std::size_t end;
  std::string below;
};

// What goes into a part.
struct PartPlan {
  std::string above;  // What people wrote, and what found no room in the part before.
  std::vector<Piece> pieces;
  std::string empty_since = {};  // If the part is needed no more: since which day.
};

// The text of each part. Around it stands what people wrote there: `texts` are those of the first
// parts, and may be fewer than `plans`.
std::vector<std::string> assemble_parts(const IssueFrame& frame, const std::vector<PartPlan>& plans,
                                        const std::vector<PeopleText>& texts);

// Lengths are in characters, and a line end counts twice: see render_issue_parts.
std::size_t browser_length(std::string_view text);

// No issue has as many parts. It stands for numbers that are not known before all is cut.
inline constexpr std::size_t kMostParts = 9999;

// How long a part without pieces is at most. It has what people wrote around it; `number` counts
// from 1.
std::size_t empty_part_length(const IssueFrame& frame, std::size_t number, const PeopleText& text);

// How long a piece of `section` is at most, without items and what people wrote below.
std::size_t empty_piece_length(const IssueSection& section);

// How much longer an item makes the part: in its piece, and in the marker.
std::size_t item_length(const SectionItem& item);

}  // namespace l10n_drift
