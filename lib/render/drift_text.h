#pragma once

#include <functional>
#include <optional>
#include <string>

#include "l10n_drift/report.h"

namespace l10n_drift {

// How much a source has changed since the baseline, in the words that all formats for people use.

// "3 insertions(+), 1 deletion(-)", as git says it. A side that is zero is left out, unless both
// are zero.
std::string line_counts_text(const LineCounts& counts);

// "123 -> 456 bytes".
std::string sizes_text(const BinarySizes& sizes);

// The words of `git diff --shortstat` for one file: "1 file changed, 3 insertions(+)"; and those of
// `git diff --stat` for a binary file: "Bin 123 -> 456 bytes".
std::string shortstat(const LineCounts& counts);
std::string shortstat(const BinarySizes& sizes);

// The word of a file's severity in JSON and CSV: "minor", or "not_looked_into" for files of another
// kind than those that are looked into. Empty if there is nothing to say.
std::string severity_word(const FileReport& file);

// " (minor)", to stand behind something else. Empty for a substantive change: people take a change
// for a substantive one unless they are told otherwise.
std::string severity_note(const std::optional<Severity>& severity);
// The same of a file: " (not looked into)" for one of another kind; but not for a binary one, which
// nobody would expect it of, and not for a copy, which hides nothing.
std::string severity_note(const FileReport& file);

// "withdrawn: its source is a draft now". Empty for a source that is as published as it was.
std::string draft_text(const FileReport& file);

// "87% similar", of a source and what it was renamed to.
std::string similarity_text(int percent);

// Whether the source had another name at the baseline, and what is said of that is new: of a page
// that was moved away from its source it is not.
bool source_was_renamed(const FileReport& file);

// "`b.md` (5 blocks), `c.md` (1 block)": where the text of a source lives on, with each path as
// `path` writes it. Of many places, the first few.
std::string text_places(const FileReport& file,
                        const std::function<std::string(const std::string&)>& path);

}  // namespace l10n_drift
