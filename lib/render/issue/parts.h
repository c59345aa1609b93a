#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "l10n_drift/issue.h"
#include "render/issue/pieces.h"

namespace l10n_drift {

// The whole body, `pieces` in order, with what people wrote where they wrote it, in parts of at
// most `max_chars` characters each, counted as for `render_issue_parts`; 0 for one part of any
// size. There are as many parts as are needed, and as many as people have written into. Throws
// Error where something does not fit. The first piece is present.
std::vector<std::string> cut_issue(const IssueFrame& frame, const std::vector<IssuePiece>& pieces,
                                   const std::vector<PeopleText>& texts, std::size_t max_chars);

}  // namespace l10n_drift
