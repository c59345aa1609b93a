#pragma once

#include <string>
#include <vector>

#include "markdown/page_table.h"

namespace l10n_drift {

// Two versions of a page and what is expected of them, from a table in testdata/blocks/.
struct PagePair : PageRow {
  std::string old_page;
  std::string new_page;
};

// Throws std::runtime_error where the table is not what testdata/README.md says.
std::vector<PagePair> read_pair_table(const std::string& table);

}  // namespace l10n_drift
