#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "l10n_drift/issue.h"

namespace l10n_drift {

// The hidden comment at the end of each part of an issue. Scripts find the issue by it, and the
// next run reads from it which ids belong to which files. marker.cc tells of its format.
struct IssueMarker {
  std::string base;
  std::string branch;
  std::string language;
  std::size_t part = 1;  // Of `parts`, counted from 1.
  std::size_t parts = 1;
  std::size_t open_files = 0;    // In all parts.
  std::size_t left_out = 0;      // Files of that section without a tick, in all parts.
  std::string empty_since = {};  // The day on which this part had no list for the first time.
  std::map<char, std::size_t> highest;
  std::vector<IssueFile> files;  // Of this part, without their ticks.
  std::string lines = {};  // The marks of all lines in the pieces of this part (line_marks.h).
  // In the first part only: the files of all parts, if there are several, and if there is room;
  // and those that were done too long ago to be listed.
  std::vector<HashedFile> all = {};
  std::vector<HashedFile> past = {};
  // In the first part of bodies that were written before there was `all`: the files of the others.
  // It is read and not written.
  std::vector<IssueFile> elsewhere = {};
};

// How its line begins, and how it ends.
inline constexpr std::string_view kMarkerBegin = "<!-- l10n-drift: ";
inline constexpr std::string_view kMarkerEnd = " -->";

// The lines around each piece. The first goes on with the name of the section, and ends with
// kMarkerEnd. All that stands outside of the pieces is what people wrote, except for the marker.
inline constexpr std::string_view kPieceBegin = "<!-- l10n-drift-begin: ";
inline constexpr std::string_view kPieceEnd = "<!-- l10n-drift-end -->";

// The line, without its end.
std::string render_marker(const IssueMarker& marker);

// How many characters a file adds to the line, at most.
std::size_t marker_entry_length(const IssueFile& file);

// Reads the JSON between kMarkerBegin and kMarkerEnd. Throws Error that begins with `place`.
IssueMarker parse_marker(std::string_view json, const std::string& place);

// Whether `text` is an id: the letter of a section, and a number from 1 without leading zeros.
bool is_label(std::string_view text);
std::size_t label_number(std::string_view label);

}  // namespace l10n_drift
