#include "text/lines.h"

namespace l10n_drift {

std::string unify_lines(std::string_view page) {
  std::string text(without_byte_order_mark(page));
  if (text.find('\r') == text.npos) return text;
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    const bool is_first_of_two =
        text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n';
    if (!is_first_of_two) text[to++] = text[from] == '\r' ? '\n' : text[from];
  }
  text.resize(to);
  return text;
}

std::string_view find_lines(std::string_view text, std::size_t first, std::size_t last) {
  for (std::size_t line = 1; line < first; ++line) take_line(text);
  std::string_view rest = text;
  std::size_t size = 0;
  for (std::size_t line = first; line <= last; ++line) size += take_line(rest).size() + 1;
  return text.substr(0, size - 1);
}

}  // namespace l10n_drift
