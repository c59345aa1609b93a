#pragma once

#include <string>
#include <vector>

#include "l10n_drift/issue.h"
#include "render/issue/item_line.h"
#include "render/issue/marker.h"

namespace l10n_drift {

// A part of a body as people left it.
struct IssuePart {
  IssueMarker marker;
  PeopleText text;
  std::vector<ItemLine> items;  // Those of its lists, in their order.
  bool crlf = false;            // Whether our lines end with CRLF, as browsers send them.
};

// The parts that stand in a text, in its order; a blank text has none. Throws Error if the text is
// no body of ours, or if so many of its markers are gone that nobody can tell what is whose.
std::vector<IssuePart> read_parts(const IssueText& text);

}  // namespace l10n_drift
