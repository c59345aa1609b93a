#include "markdown/invariants.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "markdown/html_text.h"
#include "text/ascii.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

constexpr auto kIsWordByte = [](char c) { return c > ' ' && c < 0x7F; };

// Whether `text` has `sign` between two letters or digits.
bool has_joining(std::string_view text, char sign) {
  for (std::size_t at = text.find(sign, 1); at != text.npos; at = text.find(sign, at + 1)) {
    if (at + 1 < text.size() && is_alphanumeric(text[at - 1]) && is_alphanumeric(text[at + 1])) {
      return true;
    }
  }
  return false;
}

// A capital where prose has none: "StatefulSet", "API", but neither "Pod" nor the one-letter "A".
bool has_inner_capital(std::string_view word) {
  return std::any_of(word.begin() + 1, word.end(), is_upper);
}

// "kubelet.conf", but not "e.g".
bool is_dotted_name(std::string_view word) { return word.size() > 3 && has_joining(word, '.'); }

bool is_path(std::string_view word) {
  return word.size() > 1 && (word[0] == '/' || std::count(word.begin(), word.end(), '/') > 1);
}

bool is_flag(std::string_view word) {
  return word.size() > 1 && word[0] == '-' && word.find_first_not_of('-') < 3 &&
         is_letter(word[std::min(word.find_first_not_of('-'), word.size() - 1)]);
}

bool is_identifier(std::string_view word) {
  const bool has_letter = std::any_of(word.begin(), word.end(), is_letter);
  const bool has_digit = std::any_of(word.begin(), word.end(), is_digit);
  return has_letter && (has_digit || has_inner_capital(word) || has_joining(word, '_') ||
                        is_dotted_name(word) || is_path(word) || is_flag(word));
}

// A word without the punctuation around it; a sign and a flag's hyphens stay.
std::string_view strip_punctuation(std::string_view word) {
  constexpr std::string_view kBefore = "\"'`([{<*~,;:!?.|=";
  constexpr std::string_view kAfter = "\"'`)]}>*~,;:!?.|-=";
  word.remove_prefix(skip_all(word, 0, kBefore));
  return word.substr(0, word.find_last_not_of(kAfter) + 1);
}

// Whether a word may be an invariant. Most are none, and this is quicker to tell than what they
// are.
bool may_be_invariant(std::string_view word) {
  const std::size_t end = word.size() - (word.back() == '.' ? 1 : 0);
  for (std::size_t i = 0; i < end; ++i) {
    const char c = word[i];
    const bool joins_or_leads = c == '_' || c == '/' || c == '.' || c == '-';
    if (is_digit(c) || joins_or_leads || (i > 0 && is_upper(c))) return true;
  }
  return false;
}

std::optional<Invariant> invariant_of(std::string_view written) {
  if (!may_be_invariant(written)) return {};
  const std::string_view word = strip_punctuation(written);
  if (word.empty()) return {};
  if (is_identifier(word)) return Invariant{InvariantKind::kIdentifier, word};
  if (std::any_of(word.begin(), word.end(), is_digit)) {
    return Invariant{InvariantKind::kNumber, word};
  }
  return {};
}

Invariant invariant_of(const Span& span, std::string_view text) {
  const std::string_view inside = text.substr(span.begin, span.end - span.begin);
  switch (span.kind) {
    case SpanKind::kCode:
      return {InvariantKind::kCode, inside.substr(1, inside.size() - 2)};
    case SpanKind::kLink:
      return {InvariantKind::kLinkTarget, span.target};
    case SpanKind::kImage:
      return {InvariantKind::kImage, file_of_url(span.target)};
    case SpanKind::kShortcode:
      return {InvariantKind::kShortcode, inside};
  }
  return {InvariantKind::kCode, {}};
}

// Values of front matter are text, in which the signs of emphasis have stayed: "_Internal Policy_".
void blank_emphasis(std::string& text) {
  const auto is_of_word = [&](std::size_t at) { return at < text.size() && kIsWordByte(text[at]); };
  for (std::size_t at = text.find('_'); at != text.npos; at = text.find('_', at + 1)) {
    if (!is_of_word(at - 1) || !is_of_word(at + 1)) text[at] = ' ';
  }
}

// The text with blanks in place of spans, which are invariants as wholes, and of the marks of
// links. All else keeps its place.
std::string words_of(const Block& block) {
  std::string text = block.text;
  if (block.kind == BlockKind::kFrontMatter) blank_emphasis(text);
  for (const Span& span : block.spans) {
    if (span.begin == span.end) continue;
    if (span.kind == SpanKind::kLink) {
      text[span.begin] = ' ';
      text[span.end - 1] = ' ';
    } else {
      std::fill(text.begin() + static_cast<std::ptrdiff_t>(span.begin),
                text.begin() + static_cast<std::ptrdiff_t>(span.end), ' ');
    }
  }
  return text;
}

void add_lines(std::string_view code, std::vector<Invariant>& invariants) {
  while (!code.empty()) {
    const std::string_view line = take_line(code);
    const std::size_t first = line.find_first_not_of(" \t");
    if (first != line.npos) invariants.push_back({InvariantKind::kCodeLine, line.substr(first)});
  }
}

}  // namespace

std::vector<Invariant> find_invariants(const Block& block) {
  std::vector<Invariant> invariants;
  if (block.kind == BlockKind::kCode) {
    add_lines(block.text, invariants);
    return invariants;
  }
  for (const Span& span : block.spans) {
    invariants.push_back(invariant_of(span, block.text));
    const bool leads_away = span.kind == SpanKind::kShortcode && !span.target.empty();
    if (leads_away) invariants.push_back({InvariantKind::kLinkTarget, span.target});
  }
  const std::string words = words_of(block);
  for (auto at = words.begin(); at != words.end();) {
    const auto begin = std::find_if(at, words.end(), kIsWordByte);
    at = std::find_if_not(begin, words.end(), kIsWordByte);
    const auto place = static_cast<std::size_t>(begin - words.begin());
    const auto size = static_cast<std::size_t>(at - begin);
    if (const auto invariant = invariant_of(std::string_view(block.text).substr(place, size))) {
      invariants.push_back(*invariant);
    }
  }
  return invariants;
}

}  // namespace l10n_drift
