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

// As read_page_tables does.
std::vector<PagePair> read_pair_tables(const std::string& name);

}  // namespace l10n_drift
