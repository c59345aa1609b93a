#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace l10n_drift {

// What the name of a file, with or without folders before it, tells of a page.

// Whether it is prose. Pages have pictures beside them, and programs a package.json in each folder.
bool is_prose(std::string_view path);

// Whether it belongs to a folder more than to a subject, so that every folder may have one: index
// pages, read-me files, and what begins with an underscore or a dot.
bool is_index_page(std::string_view path);

// The other paths that a site would show at the same address: `a/index.md` and `a/_index.md` for
// `a.md`, and so on. Some of them nobody would ever have.
std::vector<std::string> index_forms(std::string_view path);

}  // namespace l10n_drift
