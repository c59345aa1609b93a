#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// Where people write in words which commit of the source a translation was made from, as the
// translators of the Linux kernel do.

namespace l10n_drift {

// The commit that the message of a commit says its translation goes up to. The forms are those of
// the kernel, whose Documentation/translations/zh_CN/how-to.rst asks for
//     Update the translation through commit b080e52110ea
//     ("docs: update self-protection __ro_after_init status")
// Others there write "Update to commit ...", "Sync with commit ...", "Update the translation of
// x.rst to commit ...". Of several commits in a plain list, the last one is meant. 7 to 64
// hexadecimal digits, as they are written.
//
// Nothing for any other mention: "Fixes: ...", "This reverts commit ...", "(cherry picked from
// commit ...)", "commit ... upstream", "since commit ...", what stands in double quotes; and
// nothing if two sentences name two commits.
std::optional<std::string> commit_in_message(std::string_view message);

struct CommitMention {
  std::string commit;
  std::size_t line = 0;  // Where it stands, 1-based.
  bool operator==(const CommitMention&) const = default;
};

// The commit that the head of a page, its first 30 lines, says it was made from: in a comment of
// HTML or reStructuredText, or in a field such as `:Original:`. There, besides the forms above, a
// mention that begins the line or the field, or that follows "at", "of", "from", "to", "with" or
// "through", counts: `.. translated from commit 6a7f1c0a4b1e ("docs: title")`. Nothing if two are
// named.
std::optional<CommitMention> commit_in_head(std::string_view page);

}  // namespace l10n_drift
