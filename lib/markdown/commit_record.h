#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/commit_mention.h"

// What a translation says itself of the commit of the source that it was made from.

namespace l10n_drift {

// A commit is written as 7 to 64 hexadecimal digits, in either case.
struct CommitRecord {
  std::string value;     // As it is written, without quotes and blanks around it.
  std::string key;       // The key of the front matter; empty if a comment says it.
  std::size_t line = 0;  // Of the page, where it stands, 1-based.
  // Why it cannot be used, to stand behind "the front matter": "has a list at 'l10n.commit', where
  // a commit belongs". Empty if it can.
  std::string error;
  bool operator==(const CommitRecord&) const = default;
};

// The record of a page, as it stands in its file. It is looked for
//  - in the front matter, YAML or TOML, under the first of `keys` that is there. They are nested by
//    dots: "l10n.commit" is the key `commit` below `l10n`, and the key `l10n.commit`. YAML's
//    scalars are taken as they are written, as 1234567 and 12e4567 are commits; in TOML it has to
//    be a string. A key that is there twice says nothing that can be used;
//  - in comments at the head of a page that has no front matter, see `commit_in_head`.
//
// Nothing if there is none. A front matter that cannot be read, and that has the name of a key
// somewhere, gives a record with an error; one that has none is not even parsed. Throws for no
// page.
std::optional<CommitRecord> read_commit_record(std::string_view page,
                                               const std::vector<std::string>& keys);

// The page with `commit` for its record. Where one of the keys is there, the value of the first is
// replaced, in the quotes that it has; else the first key is added, below the map that it belongs
// into or at the end of the front matter; a page without front matter gets one in YAML. Nothing
// else changes. A page that says so already is returned as it is.
//
// Throws Error if the result would not say what it should: for a front matter that is not valid, a
// value that does not stand in one line by itself (a list, an anchor, a block), a page whose record
// stands in a comment or whose front matter is JSON, a commit that is none, and if there are no
// keys.
std::string with_commit_record(std::string_view page, const std::vector<std::string>& keys,
                               const std::string& commit);

}  // namespace l10n_drift
