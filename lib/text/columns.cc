#include "text/columns.h"

#include <utf8proc.h>

#include <algorithm>

#include "text/excerpt.h"
#include "text/utf8.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// A character with the marks that stand on it, and how many columns both take together.
struct Cell {
  std::string_view bytes;
  std::size_t columns = 1;
};

// A vowel or a final consonant of a Hangul syllable that is written in its parts, as macOS does: it
// stands within the two columns of the first one. Unicode, chapter 18.6.
bool is_within_syllable(char32_t code) {
  return (code >= 0x1160 && code <= 0x11FF) || (code >= 0xD7B0 && code <= 0xD7FF);
}

int width_of(const Utf8Step& step) {
  if (!step.valid) return 1;
  const auto code = static_cast<char32_t>(step.code_point);
  return is_within_syllable(code) ? 0 : utf8proc_charwidth(static_cast<int>(code));
}

std::vector<Cell> cells_of(std::string_view text) {
  std::vector<Cell> cells;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Step step = decode_utf8(text.substr(at));
    const int width = width_of(step);
    if (width == 0 && !cells.empty()) {
      Cell& last = cells.back();
      last.bytes = {last.bytes.data(), last.bytes.size() + step.length};
    } else {
      cells.push_back({text.substr(at, step.length), static_cast<std::size_t>(std::max(width, 0))});
    }
    at += step.length;
  }
  return cells;
}

std::size_t columns_of(const std::vector<Cell>& cells) {
  std::size_t columns = 0;
  for (const Cell& cell : cells) columns += cell.columns;
  return columns;
}

// As many of the first cells as have room.
std::string take_front(const std::vector<Cell>& cells, std::size_t width) {
  std::string text;
  for (const Cell& cell : cells) {
    if (cell.columns > width) break;
    width -= cell.columns;
    text += cell.bytes;
  }
  return text;
}

std::string take_back(std::vector<Cell> cells, std::size_t width) {
  std::size_t first = cells.size();
  while (first > 0 && cells[first - 1].columns <= width) width -= cells[--first].columns;
  std::string text;
  for (std::size_t i = first; i < cells.size(); ++i) text += cells[i].bytes;
  return text;
}

}  // namespace

std::size_t count_columns(std::string_view text) { return columns_of(cells_of(text)); }

std::string pad_right(std::string_view text, std::size_t width) {
  const std::size_t columns = count_columns(text);
  return std::string(text) + std::string(width - std::min(width, columns), ' ');
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t columns = count_columns(text);
  return std::string(width - std::min(width, columns), ' ') + std::string(text);
}

std::string shorten_path(std::string_view path, std::size_t width) {
  const std::vector<Cell> cells = cells_of(path);
  if (columns_of(cells) <= width) return std::string(path);
  if (width <= 1) return kEllipsis;
  const std::size_t room = width - 1;  // Beside the ellipsis.
  const std::size_t slash = path.rfind('/');
  const std::string_view end = slash == std::string_view::npos ? path : path.substr(slash);
  const std::size_t for_end = count_columns(end);
  if (for_end > room) {
    // Not even the name has room: what tells it from others is at both of its ends.
    const std::size_t half = room / 2;
    return take_front(cells_of(file_name(path)), room - half) + kEllipsis + take_back(cells, half);
  }
  return take_front(cells, room - for_end) + kEllipsis + std::string(end);
}

std::vector<std::string> wrap_words(std::string_view text, std::size_t width) {
  std::vector<std::string> lines = {""};
  for (const std::string_view piece : split(text, ' ')) {
    if (piece.empty()) continue;
    const std::string word = shorten_path(piece, width);
    std::string& line = lines.back();
    if (line.empty()) {
      line = word;
    } else if (count_columns(line) + 1 + count_columns(word) <= width) {
      line += ' ' + word;
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

}  // namespace l10n_drift
