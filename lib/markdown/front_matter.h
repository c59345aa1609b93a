#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "markdown/block.h"

namespace l10n_drift {

struct FrontMatter {
  std::vector<PlacedBlock> blocks;  // One for each top-level key.
  // Its bytes and its lines, with the line that ends it; 0 where there is none.
  std::size_t size = 0;
  std::size_t lines = 0;
};

// Reads the front matter at the head of a page whose lines end in '\n': YAML between lines of
// `---`, or TOML between lines of `+++`. What never ends is no front matter, as for Hugo. JSON is
// not known, and is text of the page.
//
// The text of a block is empty if nobody who reads the page reads the value of the key.
FrontMatter read_front_matter(std::string_view page);

}  // namespace l10n_drift
