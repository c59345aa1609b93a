#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "l10n_drift/issue.h"
#include "report/issue_marker.h"

namespace l10n_drift {

// An item of a list: whole lines that belong together.
struct IssueLines {
  std::string text;
  std::string shorter;              // In its place where it is longer than a part.
  const IssueFile* file = nullptr;  // What the marker has to remember of it; not null.
};

// A piece of the body that is ours, between marks of its own. It can be cut between its items.
struct IssuePiece {
  std::string name;
  std::string opening;    // Whole lines, like all of these.
  std::string continued;  // In place of the opening where the piece goes on in another part.
  std::vector<IssueLines> items;
  std::string closing;
  bool present = true;  // Else it is only the place of what people wrote below it.
};

// What all parts have in common.
struct IssueFrame {
  std::string title;    // Above the first piece of the first part.
  std::string subject;  // The sentence above the first piece of each part, without its full stop.
  IssueMarker marker;   // But for numbers of parts and for files.
  bool crlf = false;    // End our lines with CRLF.
};

// The whole body, `pieces` in order, with what people wrote where they wrote it, in parts of at
// most `max_chars` characters each, counted as for `render_issue_parts`; 0 for one part of any
// size. There are as many parts as are needed, and as many as people have written into. Throws
// Error where something does not fit. The first piece is present.
std::vector<std::string> cut_issue(const IssueFrame& frame, const std::vector<IssuePiece>& pieces,
                                   const std::vector<PeopleText>& texts, std::size_t max_chars);

}  // namespace l10n_drift
