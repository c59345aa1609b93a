#pragma once

#include <cstddef>
#include <vector>

#include "detection/alignment.h"

namespace l10n_drift {

// Whether a block says something that a translation has to say, too.
bool is_translatable(const Block& block);

// Whether there is next to nothing in a translation: somebody has only begun it, or emptied it.
bool is_stub(const ParsedPage& source, const ParsedPage& translation);

// The translatable blocks of a source that are aligned to none.
std::vector<std::size_t> list_unaligned(const ParsedPage& source, const PageAlignment& alignment);

// The blocks of a source that have no counterpart at all in its translation, in their order. There
// are none if the two pages correspond too little to be sure. `alignment` is that of the two pages.
std::vector<std::size_t> find_untranslated(const ParsedPage& source, const ParsedPage& translation,
                                           const PageAlignment& alignment);

// A block that a translation alone has. Where nothing but lengths tells which of several blocks it
// is, they are `first` to `last`, and it is the likeliest of them.
struct SurplusBlock {
  std::size_t block = 0;
  std::size_t first = 0;
  std::size_t last = 0;
};

// The same the other way round: the blocks of a translation that have no counterpart at all in the
// source, in their order. What may be one of the first two blocks of the text, or the last, is left
// out: there translators say who they are.
std::vector<SurplusBlock> find_only_translated(const ParsedPage& source,
                                               const ParsedPage& translation,
                                               const PageAlignment& alignment);

}  // namespace l10n_drift
