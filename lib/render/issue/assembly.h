#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "render/issue/pieces.h"

namespace l10n_drift {

// Items `begin` to `end` of a piece, the latter excluded, and what people wrote below.
struct Chunk {
  const IssuePiece* piece;
  std::size_t begin;
  std::size_t end;
  std::string below;
};

// What goes into a part.
struct PartPlan {
  std::string above;  // What people wrote, and what found no room in the part before.
  std::vector<Chunk> chunks;
};

// Whose ids the marker of a part has.
enum class Ids { kOfEachPart, kOfAllInTheFirst };

// The text of all parts, around which stands what people wrote there (`texts`, of the first ones).
std::vector<std::string> assemble(const IssueFrame& frame, const std::vector<PartPlan>& plans,
                                  const std::vector<PeopleText>& texts, Ids ids);

// Characters, a line end counted twice: see render_issue_parts.
std::size_t cost(std::string_view text);

// More parts than an issue ever has.
inline constexpr std::size_t kManyParts = 9999;

// The cost at most of a part that has no chunks, by its number from 1, with what people wrote
// around it.
std::size_t cost_of_empty_part(const IssueFrame& frame, std::size_t number, const PeopleText& text);

// The cost at most of a chunk of a piece, but for its items and what people wrote below.
std::size_t cost_of_empty_chunk(const IssuePiece& piece);

}  // namespace l10n_drift
