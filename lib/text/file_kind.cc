#include "text/file_kind.h"

#include <algorithm>
#include <iterator>

#include "text/ascii.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

constexpr std::string_view kPages[] = {"md",   "markdown", "mdx", "html", "htm",
                                       "adoc", "asciidoc", "rst", "txt",  "org"};
constexpr std::string_view kBinaries[] = {
    "png", "jpg",  "jpeg", "gif",  "webp", "avif", "bmp", "ico", "svg", "pdf",     "psd", "ai",
    "zip", "gz",   "tgz",  "bz2",  "xz",   "7z",   "tar", "jar", "war", "woff",    "ttf", "woff2",
    "otf", "eot",  "mp3",  "mp4",  "mov",  "webm", "ogg", "wav", "avi", "graffle", "doc", "docx",
    "xls", "xlsx", "ppt",  "pptx", "key",  "exe",  "bin", "so",  "dll", "sketch"};
constexpr std::string_view kIndexes[] = {"index", "_index", "readme"};

template <std::size_t N>
bool is_one_of(const std::string_view (&list)[N], std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

// After the last dot of the name; empty for a name that has none, or only one at its head.
std::string_view ending_of(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::size_t dot = name.rfind('.');
  return dot == name.npos || dot == 0 ? std::string_view() : name.substr(dot + 1);
}

}  // namespace

std::string file_ending(std::string_view path) { return to_lower(ending_of(path)); }

FileKind file_kind(std::string_view path) {
  const std::string ending = file_ending(path);
  if (is_one_of(kPages, ending)) return FileKind::kPage;
  return is_one_of(kBinaries, ending) ? FileKind::kBinary : FileKind::kText;
}

bool may_be_one_file(std::string_view a, std::string_view b) {
  const bool is_binary = file_kind(a) == FileKind::kBinary;
  if (is_binary != (file_kind(b) == FileKind::kBinary)) return false;
  return !is_binary || file_ending(a) == file_ending(b);
}

std::string_view page_name(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::string_view ending = ending_of(path);
  const std::string_view stem =
      ending.empty() ? name : name.substr(0, name.size() - ending.size() - 1);
  if (!is_one_of(kIndexes, to_lower(stem))) return stem;
  const std::size_t end = path.size() - name.size();
  return end == 0 ? std::string_view() : file_name(path.substr(0, end - 1));
}

}  // namespace l10n_drift
