#include "markdown/pair_table.h"

#include <fstream>
#include <stdexcept>

namespace l10n_drift {
namespace {

// The blank line in front of the next row belongs to the table.
void cut_blank_end(std::string& page) {
  while (page.ends_with("\n\n")) page.pop_back();
}

PagePair begin_row(const std::string& line, std::size_t number) {
  const std::size_t colon = line.find(": ");
  if (colon == line.npos) throw std::runtime_error("no expectation and name in: " + line);
  PagePair pair;
  pair.expectation = line.substr(3, colon - 3);
  pair.name = line.substr(colon + 2);
  pair.line = number;
  return pair;
}

}  // namespace

std::vector<PagePair> read_pair_table(const std::string& name) {
  std::ifstream file(std::string(L10N_DRIFT_BLOCKS_DIR) + "/" + name);
  if (!file) throw std::runtime_error("no table " + name);
  std::vector<PagePair> pairs;
  std::string* page = nullptr;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line == "@@ new") {
      if (pairs.empty() || page != &pairs.back().old_page) throw std::runtime_error("stray @@ new");
      page = &pairs.back().new_page;
    } else if (line.starts_with("@@ ")) {
      pairs.push_back(begin_row(line, number));
      page = &pairs.back().old_page;
    } else if (page != nullptr) {
      page->append(line).append("\n");
    }
  }
  for (PagePair& pair : pairs) {
    cut_blank_end(pair.old_page);
    cut_blank_end(pair.new_page);
  }
  return pairs;
}

std::string row_name(const std::string& table, const PagePair& pair) {
  return table + ":" + std::to_string(pair.line) + ": " + pair.name;
}

}  // namespace l10n_drift
