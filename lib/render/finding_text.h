#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "l10n_drift/check.h"
#include "render/finding_places.h"

namespace l10n_drift {

// What a check finds, in words for translators. Each text begins with a word of ours, except for a
// headline and a notice.

// How a format shows foreign text among words of ours.
struct Wording {
  std::string (*path)(std::string_view path);
  std::string (*name)(std::string_view name);  // Of a revision.
  std::string (*text)(std::string_view text);
};

// For plain text: paths as git quotes them, names in single quotes.
extern const Wording kPlainWording;

// "content/ko/a.md is brought up to date, but not everywhere". Ends with no full stop.
std::string headline(const Finding& finding, const Wording& wording);

// What the branch has made of the page, or has happened to the source, and what is to be done: a
// sentence or two. Ends with a colon if it is about the places of the finding, which are to follow.
std::string explanation(const Finding& finding, const CheckReport& report, const Wording& wording);

// Which version of the source the branch has, and what has changed it since; empty if that is not
// known, or nothing has.
std::string source_story(const Finding& finding, const CheckReport& report, const Wording& wording);

// What stands above the places that were open before; empty if there are none.
std::string before_text(const FindingPlaces& places);

// A finding that is a note, in one line. Ends with no full stop.
std::string note_text(const Finding& finding, const CheckReport& report, const Wording& wording);

// The command that shows what changed; empty if there is nothing to show.
std::string show_command(const Finding& finding, const CheckReport& report);

// A sentence about a source.
std::string notice_text(const Notice& notice, const CheckReport& report, const Wording& wording);

// Whether notes are told where the outcome is, or in the summary of a job.
enum class Notes { kHere, kElsewhere };

// What the check comes to: "Checked 5 changed translations of 'topic' against 'main': all up to
// date; 1 was behind before, and still is". Ends with no full stop.
std::string outcome_text(const CheckReport& report, const Wording& wording, Notes notes);

}  // namespace l10n_drift
