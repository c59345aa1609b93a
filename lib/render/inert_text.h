#pragma once

#include <string>
#include <string_view>

namespace l10n_drift {

// Foreign text (paths, names of branches, reasons) in the Markdown of a GitHub issue. Whoever can
// push a file can choose its name, and an issue is posted by somebody with more rights than they
// have: foreign text must be read as text and do nothing else. Each function returns one line,
// which may stand anywhere in a paragraph, at the start of a line included.

// A code span that shows `text` and that it cannot end, nor tick a checkbox before it. Inside one
// GitHub links nothing.
std::string code_span(std::string_view text);

// A code span that shows a path in git's quoted form (see path_text.h).
std::string path_span(std::string_view path);

// `text` among other words, with escapes where Markdown needs them. Text that GitHub itself would
// act on after Markdown is done (@mentions, #12, GH-12, commit and advisory ids, addresses,
// :emoji:, $math$) cannot be escaped, and becomes a code span.
std::string escape_text(std::string_view text);

// `code` as a fenced block of shell commands, with a newline at its end. Each line of `code` begins
// with a word of ours.
std::string fenced_shell(std::string_view code);

// `text` as a JSON string, quotes included, that can stand inside an HTML comment: it has no "--",
// no angle bracket, and nothing that GitHub would act on should it look into comments one day.
std::string comment_json_string(std::string_view text);

}  // namespace l10n_drift
