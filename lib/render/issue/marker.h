#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "l10n_drift/issue.h"

namespace l10n_drift {

// The hidden comment at the end of each part of an issue. Scripts find the issue by it, and the
// next run reads from it which ids stand for which files.
//
//     <!-- l10n-drift: {"base":"main","branch":"dev-1.29-ko.1","language":"ko","version":"0.1.0",
//     "part":1,"parts":1,"files":2,"highest":{"M":3},"ids":{"content/ko/docs/":{
//     "a.md":"M1 0f9203d19d4e-8a81c2d3","b.md":"P1 M3 4b58352695eb-01d2c4aa source","c.md":"M2"}}}
//     -->
//
// All on one line. An entry has the file's ids, the present one first; then, unless the file is
// done, what there is to translate; then the note, if it has one. The first of several parts has
// the entries of the others as "elsewhere", too: they are comments, which can be deleted.
struct IssueMarker {
  std::string base;
  std::string branch;
  std::string language;
  std::size_t part = 1;  // Of `parts`, counted from 1.
  std::size_t parts = 1;
  std::size_t open_files = 0;  // In all parts.
  std::map<char, std::size_t> highest;
  std::vector<IssueFile> files;  // Of this part. Whether a box is ticked stands in the list alone.
  std::vector<IssueFile> elsewhere =
      {};  // In the first part: those of the others, if there is room.
};

// How its line begins, and how it ends.
inline constexpr std::string_view kMarkerBegin = "<!-- l10n-drift: ";
inline constexpr std::string_view kMarkerEnd = " -->";

// The lines around each piece of a part that is ours: the first goes on with the piece's name and
// kMarkerEnd. What stands outside, but for the marker, is what people wrote.
inline constexpr std::string_view kPieceBegin = "<!-- l10n-drift-begin: ";
inline constexpr std::string_view kPieceEnd = "<!-- l10n-drift-end -->";

// The line, without its end.
std::string render_marker(const IssueMarker& marker);

// How many characters a file adds to the line, at most.
std::size_t marker_entry_length(const IssueFile& file);

// Reads the JSON between kMarkerBegin and kMarkerEnd. Throws Error that begins with `place`.
IssueMarker parse_marker(std::string_view json, const std::string& place);

// Whether `text` is a label: a letter of a section, and a number from 1 without leading zeros.
bool is_label(std::string_view text);
std::size_t label_number(std::string_view label);

}  // namespace l10n_drift
