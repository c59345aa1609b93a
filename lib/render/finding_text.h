#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "l10n_drift/check.h"

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

// "content/ko/a.md is out of date". Ends with no full stop.
std::string headline(const Finding& finding, const Wording& wording);

// What has happened to the source, and what is to be done: a sentence or two.
std::string explanation(const Finding& finding, const CheckReport& report, const Wording& wording);

// The command that shows what changed; empty if there is nothing to show.
std::string show_command(const Finding& finding, const CheckReport& report);

// A sentence about a source.
std::string notice_text(const Notice& notice, const CheckReport& report, const Wording& wording);

// What the check comes to: "Checked 5 changed translations of 'topic' against 'main': all up to
// date". Ends with no full stop.
std::string outcome_text(const CheckReport& report, const Wording& wording);

}  // namespace l10n_drift
