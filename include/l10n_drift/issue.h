#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "l10n_drift/render.h"
#include "l10n_drift/report.h"

namespace l10n_drift {

// An issue that lives: its text is written again and again, and what people do with it stays.
// lib/render/issue/ids.cc tells how. An issue that is too long for one text has several parts: the
// body, and comments that go on with it. What we write into a part stands there in pieces, each
// between two hidden comments; lib/render/issue/content.h tells more of parts and pieces.

// Why a box that was ticked is empty again.
enum class IssueNote {
  kNone,
  kSourceChanged,  // The source changed after the tick.
  kStillBehind,    // The translation was touched after the tick, and still lacks something.
  kWasDone,        // The file was done, and has come back to the list.
  kOtherTask,      // There was something else to do with the file when it was ticked.
};

// What a body remembers of a file.
struct IssueFile {
  std::string path;                 // Of the translation, in git's quoted form (quote_path).
  std::vector<std::string> labels;  // "P7", and before that "M64"; at most one of each letter.
  std::string change = {};          // What there was to translate; empty for what is done.
  std::string moves_to = {};        // Where it belongs if its source has a new name; else empty.
  std::string done_on = {};         // Of what is done: since which day, "2026-11-30"; else empty.
  IssueNote note = IssueNote::kNone;
  bool ticked = false;
  bool operator==(const IssueFile&) const = default;
};

// A file of which no more is left than its ids: its path was given up to save room, or was lost
// with the part that it stood in. render/issue/label_table.h tells of the hash.
struct HashedFile {
  std::string hash;                 // Of the path of the translation.
  std::vector<std::string> labels;  // In the order of sections.
  bool operator==(const HashedFile&) const = default;
};

// What people wrote into one part. Blank lines alone do not count.
struct PeopleText {
  std::string before;                        // Above the first piece.
  std::map<std::string, std::string> after;  // Below a piece, by the name of its section.
  std::string foot;                          // Between the last piece and the marker.
  std::string end;                           // Below the marker.
  bool operator==(const PeopleText&) const = default;
};

// An issue as it is now.
struct PreviousIssue {
  std::string language;                 // Empty if there is no issue yet.
  std::string branch;                   // What it was about.
  std::map<char, std::size_t> highest;  // The highest number ever used, by letter.
  std::vector<IssueFile> files;         // Each label stands once.
  std::vector<HashedFile> lost;         // Those of parts that are missing.
  std::vector<HashedFile> past;  // Those that were done so long ago that they are not listed.
  // Of items that are ticked and have lost their ids: the path that they name tells which they are.
  std::vector<std::string> ticked_lines;
  std::vector<PeopleText> texts;  // Of each part.
  // Of each part: the day on which it had no list for the first time; empty if it has one.
  std::vector<std::string> empty_since;
  bool crlf = false;  // Whether its lines end as browsers end them.
};

// A file with one part in it, or with several parts joined.
struct IssueText {
  std::string name;  // As messages call it.
  std::string text;
};

// Reads an issue from all its parts, in any order. Blank texts count as no part. Throws Error if a
// text is not ours, if somebody has spoilt its markers, or if a part is missing.
PreviousIssue read_issue(const std::vector<IssueText>& texts);

// Whether `text` has a line that begins as the hidden marker of a part does.
bool has_issue_marker(std::string_view text);

// The next text of the issue, in parts of at most `max_chars` characters each; 0 stands for one
// part of any length. The report has exactly one language. Throws Error if the previous text is
// about another one, or if something does not fit into a part.
//
// A part that is needed no more stays for two weeks, and says that it is empty: to post a comment
// anew mails everybody. For the same reason, a further part is begun with no less than a twentieth
// of what it can hold. Days are those of the base's commit.
//
// A line end counts as two characters, because it becomes two once somebody has edited the part in
// a browser.
std::vector<std::string> render_issue_parts(const Report& report, const IssueOptions& options,
                                            const PreviousIssue& previous, std::size_t max_chars);

}  // namespace l10n_drift
