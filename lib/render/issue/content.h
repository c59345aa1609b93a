#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "l10n_drift/issue.h"
#include "render/issue/marker.h"

namespace l10n_drift {

// What an issue says, before it is known how it is cut. Three words tell of its divisions:
//
// - A section is what a reader sees under one heading or in one fold: the head with the title, the
//   files of one status, those that are done, the proposed solution.
// - A part is one text that is posted: the body of the issue, or a comment that goes on with it.
// - A piece is as much of one section as stands in one part. Hidden comments stand around each
//   piece; what is outside of the pieces belongs to people.
//
//     part 1: the body                      part 2: a comment
//     [head] [M: files 1 to 90]             [M: files 91 to 120, "(continued)"] [done] [solution]
//
// So section M is cut, and has a piece in either part.

// An item of a section's list: whole lines that belong together.
struct SectionItem {
  std::string text;
  // In its place if the issue would be too long for one part otherwise; empty if it is the same.
  std::string brief = {};
  // In its place if the text is longer than a part: the first of them that is not.
  std::vector<std::string> shorter = {};
  const IssueFile* file = nullptr;  // What the marker has to remember of it; not null.
};

// A section can be cut between its items.
struct IssueSection {
  std::string name;       // "head", "M", ..., "not-compared", "left-out", "done", "solution".
  std::string opening;    // Whole lines, like all of these.
  std::string continued;  // In place of the opening in all pieces but the first.
  std::vector<SectionItem> items;
  std::string closing;
  bool is_present = true;  // If not, only what people wrote below it is still there.
};

// What all parts have in common.
struct IssueFrame {
  std::string title;    // Above the first section.
  std::string subject;  // The first sentence of each part, without its full stop.
  std::string today;    // The day of the base's commit, "2026-11-30".
  IssueMarker marker;   // Without what differs from part to part: the part's number, and files.
  bool crlf = false;    // Whether our lines end with CRLF.
};

}  // namespace l10n_drift
