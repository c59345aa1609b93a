#include "output_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "input.h"
#include "l10n_drift/error.h"
#include "l10n_drift/issue.h"
#include "output.h"
#include "system_error.h"

namespace l10n_drift {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void throw_cannot(const char* what, const fs::path& path, int code) {
  throw Error(fmt::format("cannot {} '{}': {}", what, path.string(), error_words(code)));
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error)) return;
  if (fs::exists(folder, error)) throw_cannot("write to", folder, ENOTDIR);
  fs::create_directories(folder, error);
  if (error) throw_cannot("make the folder", folder, error.value());
}

// 3 of "3.md"; 0 for any other name.
std::size_t part_number(std::string_view name) {
  std::size_t number = 0;
  const auto parsed = std::from_chars(name.data(), name.data() + name.size(), number);
  return parsed.ec == std::errc{} && name == fmt::format("{}.md", number) ? number : 0;
}

// Of earlier, longer issues.
std::vector<fs::path> find_left_over(const fs::path& folder, std::size_t parts) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (part_number(entry->path().filename().string()) <= parts) continue;
    if (!entry->is_regular_file() || entry->is_symlink()) continue;
    if (has_issue_marker(read_input(entry->path().string()))) found.push_back(entry->path());
  }
  if (error) throw_cannot("read the folder", folder, error.value());
  return found;
}

}  // namespace

void write_parts(const std::string& folder, const std::vector<std::string>& parts) {
  make_folder(folder);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    write_output((fs::path(folder) / fmt::format("{}.md", i + 1)).string(), parts[i]);
  }
  for (const fs::path& path : find_left_over(folder, parts.size())) {
    std::error_code error;
    if (!fs::remove(path, error) && error) throw_cannot("remove", path, error.value());
  }
}

}  // namespace l10n_drift
