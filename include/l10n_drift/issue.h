#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "l10n_drift/render.h"
#include "l10n_drift/report.h"

namespace l10n_drift {

// An issue that lives: its body is written again and again, and what people do with it stays.
// lib/render/issue/ids.cc tells how.

// Why a box that was ticked is empty again.
enum class IssueNote {
  kNone,
  kSourceChanged,  // The source changed after the tick.
  kStillBehind,    // The translation was touched after the tick, and is not whole yet.
  kWasDone,        // The file was off the list.
};

// What a body remembers of a file.
struct IssueFile {
  std::string path;                 // Of the translation, in git's quoted form (quote_path).
  std::vector<std::string> labels;  // "P7", and before that "M64"; at most one of each letter.
  std::string change;               // What there was to translate; empty for what is done.
  std::string moves_to = {};        // Where it belongs if its source has a new name; else empty.
  IssueNote note = IssueNote::kNone;
  bool ticked = false;
  bool operator==(const IssueFile&) const = default;
};

// What people wrote into one part of a body. Blank lines alone are nothing.
struct PeopleText {
  std::string before;                        // Above all that is ours.
  std::map<std::string, std::string> after;  // Below a piece of ours, by its name.
  std::string foot;                          // Between the last piece and the marker.
  std::string end;                           // Below the marker.
  bool operator==(const PeopleText&) const = default;
};

// A body as it is now.
struct PreviousIssue {
  std::string language;                 // Empty if there is no body.
  std::map<char, std::size_t> highest;  // The highest number ever used, by letter.
  std::vector<IssueFile> files;         // Each label stands once.
  std::vector<PeopleText> texts;        // Of each part.
  bool crlf = false;                    // Its lines end as browsers end them.
};

// A file with a body in it, or with some of its parts joined.
struct IssueText {
  std::string name;  // As messages call it.
  std::string text;
};

// Reads the body of an issue from all its parts, in any order. Blank texts are no body. Throws
// Error for what is no body of ours, has markers that somebody has spoilt, or lacks a part.
PreviousIssue read_issue(const std::vector<IssueText>& texts);

// Whether `text` has a line that begins as the hidden marker of a part does.
bool has_issue_marker(std::string_view text);

// The next body of the issue, in parts of at most `max_chars` characters each; 0 for one part of
// any size. The report has exactly one language, which is that of the previous body. Throws Error
// where the language is another one, or something does not fit into a part.
//
// A line end counts as two characters, which is what it is once somebody has edited the body in a
// browser.
std::vector<std::string> render_issue_parts(const Report& report, const IssueOptions& options,
                                            const PreviousIssue& previous, std::size_t max_chars);

}  // namespace l10n_drift
