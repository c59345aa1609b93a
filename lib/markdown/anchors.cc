#include "markdown/anchors.h"

#include "text/ascii.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

// Punctuation beyond ASCII: the general block, that of Chinese and Japanese, and full-width forms.
bool is_foreign_punctuation(char32_t c) {
  const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  return within(0xA0, 0xBF) || within(0x2000, 0x206F) || within(0x3000, 0x303F) ||
         within(0xFF00, 0xFF0F) || within(0xFF1A, 0xFF20);
}

std::string slug_of(std::string_view heading) {
  std::string slug;
  for (std::size_t at = 0; at < heading.size();) {
    const Utf8Step step = decode_utf8(heading.substr(at));
    const char c = heading[at];
    if (step.length > 1 || !step.valid) {
      if (step.valid && !is_foreign_punctuation(step.code_point)) {
        slug += heading.substr(at, step.length);
      }
    } else if (is_alphanumeric(c) || c == '-' || c == '_') {
      slug += to_lower(c);
    } else if (c == ' ') {
      slug += '-';
    }
    at += step.length;
  }
  return slug;
}

}  // namespace

std::string take_anchor(std::string& heading) {
  if (!heading.ends_with('}')) return {};
  const std::size_t open = heading.rfind('{');
  if (open == heading.npos || open + 2 >= heading.size()) return {};
  const std::string inside = heading.substr(open + 1, heading.size() - open - 2);
  if (inside[0] != '#' && inside[0] != '.') return {};
  heading.resize(open);
  heading.erase(heading.find_last_not_of(' ') + 1);
  const std::size_t id = inside.find('#');
  return id == inside.npos ? "" : inside.substr(id + 1, inside.find(' ', id) - id - 1);
}

std::string AnchorMaker::make(std::string_view heading) {
  std::string slug = slug_of(heading);
  const std::size_t earlier = seen_[slug]++;
  return earlier == 0 ? slug : slug + '-' + std::to_string(earlier);
}

}  // namespace l10n_drift
