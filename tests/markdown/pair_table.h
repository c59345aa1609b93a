#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace l10n_drift {

// Two versions of a page and what is expected of them, from a table in testdata/blocks/.
struct PagePair {
  std::string expectation;
  std::string name;
  std::size_t line = 0;  // In the table.
  std::string old_page;
  std::string new_page;
};

// Throws std::runtime_error where the table is not what testdata/README.md says.
std::vector<PagePair> read_pair_table(const std::string& name);

// The row as failures name it: "severity.txt:12: a comma".
std::string row_name(const std::string& table, const PagePair& pair);

}  // namespace l10n_drift
