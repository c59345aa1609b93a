#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <vector>

#include "markdown/page_kind.h"

namespace l10n_drift {

// Some pages and what is expected of them, from a table in testdata/blocks/.
struct PageRow {
  std::string expectation;
  std::string name;
  PageKind kind = PageKind::kMarkdown;
  std::string table;     // "severity.mdx.txt".
  std::size_t line = 0;  // In the table.
  std::map<std::string, std::string>
      pages;  // By the titles above them; the first one has none, "".

  // The page with a title, or the one with `other` if the row leaves it out.
  const std::string& page(const std::string& title, const std::string& other) const;
};

// The tables of a name, "severity.txt" and those for other kinds of pages, whose rows may have
// pages with these titles, in this order. Throws std::runtime_error where a table is not what
// testdata/README.md says.
std::vector<PageRow> read_page_tables(const std::string& name,
                                      std::initializer_list<const char*> titles);

// The row as failures name it: "severity.txt:12: a comma".
std::string row_name(const PageRow& row);

}  // namespace l10n_drift
