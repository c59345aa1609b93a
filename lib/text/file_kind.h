#pragma once

#include <string>
#include <string_view>

namespace l10n_drift {

// What a file is, as far as its name tells.
enum class FileKind {
  kPage,    // Text that a site makes a page of: Markdown, HTML, reStructuredText, AsciiDoc.
  kText,    // Anything else that may be text: examples, data, files without an ending.
  kBinary,  // A picture, an archive, a font, a film.
};

FileKind file_kind(std::string_view path);

// What stands after the last dot of the file's name, in lower case: "md" of "docs/README.MD". Empty
// for a name that has no dot, or only one at its head.
std::string file_ending(std::string_view path);

// Whether two files may be versions of one, so that it is worth it to compare their contents: pages
// and other text with each other, what is binary with the same ending alone.
bool may_be_one_file(std::string_view a, std::string_view b);

// The name that a page has for its readers: that of the file without its ending, or of the folder,
// of which it is the index ("install" of "docs/install.md", "docs/install/_index.md" and
// "docs/install/README.md"). Empty for the index of the root.
std::string_view page_name(std::string_view path);

}  // namespace l10n_drift
