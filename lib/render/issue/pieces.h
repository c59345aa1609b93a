#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "l10n_drift/issue.h"
#include "render/issue/marker.h"

namespace l10n_drift {

// What the parts of an issue are put together from.

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

}  // namespace l10n_drift
