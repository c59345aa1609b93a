#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace l10n_drift {

// A list of globs with gitignore's meaning, for paths of files: a pattern without '/' (but at its
// end) matches at any depth, one with '/' from the root; `**` crosses folders, `*` and `?` do not;
// `[a-z]` and backslash escapes; a final '/' names folders only; a folder that matches takes
// everything below it along; `!` takes a path out again, but none below a folder that matches, and
// the last pattern that matches wins. A pattern that can never match, such as "[a", is no error.
// https://git-scm.com/docs/gitignore#_pattern_format
//
// Unlike in gitignore, `#` starts no comment and blanks at the end count: a pattern comes from an
// option or from JSON, not from a line of a file.
class GlobSet {
 public:
  GlobSet() = default;
  explicit GlobSet(const std::vector<std::string>& patterns);

  bool empty() const { return globs_.empty(); }

  // `path` is the path of a file, from the root, without a '/' at either end.
  bool matches(std::string_view path) const;

 private:
  struct Glob {
    std::string pattern;  // Without '!', the leading and the trailing '/'.
    bool negated = false;
    bool folders_only = false;
    bool anchored = false;
  };
  enum class EntryKind { kFolder, kFile };
  bool matches_entry(std::string_view path, EntryKind kind) const;
  std::vector<Glob> globs_;
};

}  // namespace l10n_drift
