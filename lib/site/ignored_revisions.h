#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace l10n_drift {

// The file's name, at the root of a tree.
inline constexpr char kIgnoredRevisionsName[] = ".l10n-drift-ignore-revs";

// A commit that does not count.
struct IgnoredRevision {
  std::string commit;    // 40 hexadecimal digits, in small letters.
  std::size_t line = 0;  // Where it stands, 1-based.
  bool operator==(const IgnoredRevision&) const = default;
};

// Reads a list of commits in the form of git's `blame.ignoreRevsFile`, in the file's order: one
// unabbreviated name a line, blanks around it, `#` begins a comment. Lines end in LF or CRLF. A
// commit that stands twice comes twice; whether there is such a commit is not asked.
//
// Throws Error for a line that is none of this. `place` is what errors call the file.
std::vector<IgnoredRevision> parse_ignored_revisions(std::string_view text,
                                                     const std::string& place);

}  // namespace l10n_drift
