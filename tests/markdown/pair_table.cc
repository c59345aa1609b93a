#include "markdown/pair_table.h"

#include <utility>

namespace l10n_drift {

std::vector<PagePair> read_pair_tables(const std::string& name) {
  std::vector<PagePair> pairs;
  for (PageRow& row : read_page_tables(name, {"new"})) {
    std::string old_page = row.page("", "");
    std::string new_page = row.pages["new"];
    pairs.push_back({std::move(row), std::move(old_page), std::move(new_page)});
  }
  return pairs;
}

}  // namespace l10n_drift
