#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "markdown/block.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {

// A block of the source that a translation quotes in a comment, as some teams do it above each
// paragraph. See quotes.cc.
struct Quote {
  std::shared_ptr<const Block> block;
  std::uint64_t key = 0;           // As PageBlocks::key.
  std::vector<std::size_t> below;  // The blocks of the page that translate it, or may. May be none.

  // Whether it has the words of a block of the source.
  bool is_of(const Block& source) const;
};

// In the order of the page.
std::vector<Quote> find_quotes(const ParsedPage& page);

}  // namespace l10n_drift
