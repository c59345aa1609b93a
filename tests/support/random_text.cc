#include "support/random_text.h"

#include <iterator>

namespace l10n_drift {
namespace {

constexpr const char* kWords[] = {"pod",  "node",   "cluster", "the",  "of",
                                  "runs", "schema", "label",   "each", "volume"};

}  // namespace

std::string RandomText::line() {
  if (one_in(6)) return {};
  std::string text(2 * below(3), ' ');
  const std::size_t words = 1 + below(8);
  for (std::size_t i = 0; i < words; ++i) {
    text += kWords[below(std::size(kWords))];
    text += one_in(3) ? std::to_string(below(100)) : "";
    text += ' ';
  }
  // Blanks at the end of a line are for git and libgit2 to agree on.
  if (!one_in(5)) text.pop_back();
  return text;
}

std::vector<std::string> RandomText::lines(std::size_t count) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < count; ++i) lines.push_back(line());
  return lines;
}

std::vector<std::string> RandomText::edit(std::vector<std::string> lines, std::size_t edits) {
  for (std::size_t i = 0; i < edits; ++i) {
    const auto place = lines.begin() + static_cast<std::ptrdiff_t>(below(lines.size() + 1));
    if (place == lines.end() || one_in(3)) {
      lines.insert(place, line());
    } else if (one_in(2)) {
      lines.erase(place);
    } else {
      *place = line();
    }
  }
  return lines;
}

std::string join_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

}  // namespace l10n_drift
