#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace l10n_drift {

// Texts that look a little like pages, the same ones for the same seed.
class RandomText {
 public:
  explicit RandomText(std::uint32_t seed) : random_(seed) {}

  // 0 <= x < limit.
  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool one_in(std::size_t n) { return below(n) == 0; }

  std::string line();
  std::vector<std::string> lines(std::size_t count);

  // Removes, replaces and inserts `edits` lines at random places.
  std::vector<std::string> edit(std::vector<std::string> lines, std::size_t edits);

 private:
  std::mt19937 random_;
};

// The lines with a newline behind each.
std::string join_lines(const std::vector<std::string>& lines);

}  // namespace l10n_drift
