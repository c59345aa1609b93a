#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "markdown/block.h"

namespace l10n_drift {

enum class MarkKind {
  kFirm,      // Survives any translation: code, numbers, paths, flags, pictures.
  kLink,      // A link's target, which may lead to a translated page.
  kName,      // May be spelled in another alphabet: "StatefulSet".
  kArgument,  // An argument of a shortcode. Some of these are translated.
};

// What a block and its translation may be told by: an invariant (invariants.h) in a form that does
// not depend on the language. Case, quotes and the units of numbers do not count, nor does the site
// or the language that a link leads to, nor a comment behind code.
struct Mark {
  MarkKind kind;
  std::string text;
  auto operator<=>(const Mark&) const = default;
};

// Those of its invariants, in their order.
std::vector<Mark> marks_of(const Block& block);

// How often the text of a block has this word, in lower case, or a number, by itself.
std::size_t count_mentions(const Block& block, const std::string& word);

// A mark as a number.
using MarkId = std::uint64_t;

// The marks of a block, made to be compared with many others.
struct Fingerprint {
  std::vector<MarkId> marks;  // Sorted; one that stands twice is there twice.
  std::size_t length = 0;     // How many characters the text has.
  // The same number for two blocks that say the same, whatever the language; 0 for a block that
  // cannot be told by itself.
  std::uint64_t landmark = 0;
};

Fingerprint fingerprint_of(const Block& block);

}  // namespace l10n_drift
