#pragma once

#include <set>
#include <string>
#include <vector>

#include "l10n_drift/issue.h"
#include "render/issue/marker.h"

namespace l10n_drift {

// A part of a body as people left it.
struct IssuePart {
  IssueMarker marker;
  PeopleText text;
  std::set<std::string> ticked;  // Labels.
  bool crlf = false;             // Our lines end as browsers end them.
};

// The parts that stand in a text, in its order; none in a blank one. Throws Error for what is no
// body of ours, or has markers that somebody has spoilt.
std::vector<IssuePart> read_parts(const IssueText& text);

}  // namespace l10n_drift
