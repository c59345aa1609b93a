#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace l10n_drift {

// How raw bytes from a repository (a path, a reason, the name of a revision) are shown as text.
// None of it is read as a command in the log of a workflow, unless it begins a line.

// A path as `git -c core.quotePath=false` prints it: as it is where that can be read, else in
// double quotes with C's escapes, `"tab\there"`. Quotes, backslashes and control characters need
// quoting as they do for git; so do bytes that are not UTF-8 and hidden characters (see utf8.h),
// which git prints raw. The result is valid UTF-8 on one line.
std::string quote_path(std::string_view path);

// Takes a text in double quotes with C's escapes, as `quote_path` and git write it, off the front
// of `text`, with its quotes, and returns what it means. Nothing, and `text` is as it was, if there
// is none, if it never ends, or if it has an escape that git does not know.
std::optional<std::string> take_quoted(std::string_view& text);

// Any text on one line of valid UTF-8: hidden characters and invalid bytes get C's escapes,
// everything else, quotes and backslashes included, stays. Meant for reading, not for decoding.
std::string printable(std::string_view text);

// Foreign text as a message shows it: `printable`, in single quotes.
std::string in_quotes(std::string_view text);

// RFC 4648, with padding.
std::string base64(std::string_view bytes);

}  // namespace l10n_drift
