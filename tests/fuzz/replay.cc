// Gives each file of some folders to a fuzz target, once: PROGRAM FOLDER...
//
// Exits with 1 if the target throws for any of them, and with 2 if there is nothing to replay.

#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/target.h"

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// Of the exact size, so that a sanitizer notices any byte read behind the end.
std::vector<char> read_bytes(const fs::path& path) {
  std::ifstream stream;
  stream.exceptions(std::ios::badbit | std::ios::failbit);
  stream.open(path, std::ios::binary);
  std::vector<char> bytes{std::istreambuf_iterator<char>(stream), {}};
  bytes.shrink_to_fit();
  return bytes;
}

bool replay(const fs::path& path) {
  const std::vector<char> bytes = read_bytes(path);
  try {
    l10n_drift::run_target(std::string_view(bytes.data(), bytes.size()));
    return true;
  } catch (const std::exception& error) {
    std::cerr << path.string() << ": " << error.what() << '\n';
    return false;
  }
}

int replay_all(const std::vector<fs::path>& folders) {
  std::size_t inputs = 0;
  std::size_t failures = 0;
  for (const fs::path& folder : folders) {
    for (const fs::path& file : files_below(folder)) {
      ++inputs;
      failures += replay(file) ? 0 : 1;
    }
  }
  std::cout << inputs << " inputs, " << failures << " failures\n";
  if (inputs == 0) return 2;
  return failures > 0 ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return replay_all({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
