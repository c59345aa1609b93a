#include "markdown/page_table.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace l10n_drift {
namespace {

// The blank line in front of the next row belongs to the table.
void cut_blank_end(std::string& page) {
  while (page.ends_with("\n\n")) page.pop_back();
}

PageRow begin_row(const std::string& line, std::size_t number) {
  const std::size_t colon = line.find(": ");
  if (colon == line.npos) throw std::runtime_error("no expectation and name in: " + line);
  PageRow row;
  row.expectation = line.substr(3, colon - 3);
  row.name = line.substr(colon + 2);
  row.line = number;
  return row;
}

struct Table {
  std::string file;
  PageKind kind;
};

std::vector<PageRow> read_table(const Table& table, std::initializer_list<const char*> titles) {
  std::ifstream file(std::string(L10N_DRIFT_BLOCKS_DIR) + "/" + table.file);
  if (!file) throw std::runtime_error("no table " + table.file);
  std::vector<PageRow> rows;
  std::string* page = nullptr;
  const auto* next = titles.begin();  // The titles that may still come in this row.
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    const std::string mark = line.starts_with("@@ ") ? line.substr(3) : "";
    if (const auto* title = std::find(titles.begin(), titles.end(), mark); title != titles.end()) {
      if (rows.empty() || title < next) throw std::runtime_error("stray " + line);
      page = &rows.back().pages[*title];
      next = title + 1;
    } else if (!mark.empty()) {
      rows.push_back(begin_row(line, number));
      rows.back().table = table.file;
      rows.back().kind = table.kind;
      page = &rows.back().pages[""];
      next = titles.begin();
    } else if (page != nullptr) {
      page->append(line).append("\n");
    }
  }
  for (PageRow& row : rows) {
    for (auto& [title, text] : row.pages) cut_blank_end(text);
  }
  return rows;
}

}  // namespace

const std::string& PageRow::page(const std::string& title, const std::string& other) const {
  const auto found = pages.find(title);
  return found == pages.end() ? pages.at(other) : found->second;
}

std::vector<PageRow> read_page_tables(const std::string& name,
                                      std::initializer_list<const char*> titles) {
  std::vector<PageRow> rows;
  const Table tables[] = {{name + ".txt", PageKind::kMarkdown},
                          {name + ".mdx.txt", PageKind::kMdx},
                          {name + ".html.txt", PageKind::kHtml}};
  for (const Table& table : tables) {
    const std::vector<PageRow> more = read_table(table, titles);
    rows.insert(rows.end(), more.begin(), more.end());
  }
  return rows;
}

std::string row_name(const PageRow& row) {
  return row.table + ":" + std::to_string(row.line) + ": " + row.name;
}

}  // namespace l10n_drift
