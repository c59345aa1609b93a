#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace l10n_drift {

// Lines of a source that a translation does not show, and what it shows in their place.
struct UnshownLines {
  std::size_t first = 1;  // The first of these lines, 1-based.
  std::size_t count = 0;  // How many they are; 0 for what is not there any more.
  std::string shown;      // Without the end of its last line; empty for what was added.
  // Of what is not there any more: it is an item of the list, a row of the table or a key beside
  // the one above it.
  bool is_next_item = false;
};

// The source as the translation shows it, so that its difference from `source` is what the
// translation lacks. The lines of `source` end in '\n'; `unshown` is in any order. Of two
// that overlap, as lines that blocks share do, the first counts.
std::string shown_source(std::string_view source, std::vector<UnshownLines> unshown);

}  // namespace l10n_drift
