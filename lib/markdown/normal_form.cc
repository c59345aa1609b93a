#include "markdown/normal_form.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "text/lines.h"

namespace l10n_drift {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\v' || c == '\f'; }

struct Sign {
  std::string_view written;
  std::string_view normal;
};

// What typographers on either side of a page (an editor's, or goldmark's in Hugo) make of quotes,
// hyphens and dots, and characters that nobody sees.
constexpr Sign kSigns[] = {
    {"\u2018", "'"},   {"\u2019", "'"},  {"\u201A", "'"},  {"\u201C", "\""},
    {"\u201D", "\""},  {"\u201E", "\""}, {"\u2013", "--"}, {"\u2014", "---"},
    {"\u2026", "..."}, {"\u00A0", " "},  {"\u202F", " "},  {"\u2009", " "},
    {"\u200B", ""},    {"\u2060", ""},   {"\uFEFF", ""},   {"\u00AD", ""},
};

// The lead bytes of the signs: all other letters pass quickly.
bool may_begin_sign(char c) { return c == '\xE2' || c == '\xC2' || c == '\xEF'; }

// The blanks that begin every line but empty ones.
std::string_view common_margin(std::string_view code) {
  std::optional<std::string_view> common;
  while (!code.empty()) {
    const std::string_view line = take_line(code);
    const std::size_t margin = line.find_first_not_of(" \t");
    if (margin == line.npos) continue;
    if (!common) common = line.substr(0, margin);
    const auto differ = std::mismatch(common->begin(), common->end(), line.begin(), line.end());
    common = common->substr(0, static_cast<std::size_t>(differ.first - common->begin()));
  }
  return common.value_or("");
}

}  // namespace

void NormalText::put(std::string_view text) {
  if (text.empty()) return;
  if (blank_pending_ && !text_.empty()) text_ += ' ';
  blank_pending_ = false;
  text_ += text;
}

std::size_t NormalText::put_sign(std::string_view text) {
  for (const Sign& sign : kSigns) {
    if (!text.starts_with(sign.written)) continue;
    if (sign.normal == " ") {
      append_blank();
    } else {
      put(sign.normal);
    }
    return sign.written.size();
  }
  put(text.substr(0, 1));
  return 1;
}

void NormalText::append(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && !is_blank(text[end]) && !may_begin_sign(text[end])) ++end;
    put(text.substr(at, end - at));
    at = end;
    if (at == text.size()) return;
    if (is_blank(text[at])) {
      append_blank();
      ++at;
    } else {
      at += put_sign(text.substr(at));
    }
  }
}

void NormalText::append_code(std::string_view text) {
  while (!text.empty()) {
    const auto word_end = std::find_if(text.begin(), text.end(), is_blank);
    put({text.begin(), word_end});
    const auto rest = std::find_if_not(word_end, text.end(), is_blank);
    if (rest != word_end) append_blank();
    text = {rest, text.end()};
  }
}

void NormalText::open(SpanKind kind, std::string_view mark) {
  put(mark);
  open_.push_back({kind, text_.size() - mark.size(), 0, {}});
}

void NormalText::close(std::string_view mark, std::string_view target) {
  // A blank inside the mark, as in "[text ](target)", moves out of it.
  const bool blank_inside = std::exchange(blank_pending_, false);
  put(mark);
  blank_pending_ = blank_inside;
  Span span = std::move(open_.back());
  open_.pop_back();
  span.end = text_.size();
  span.target = target;
  spans_.push_back(std::move(span));
}

void NormalText::finish(Block& block) {
  block.text = text_;
  block.spans = std::move(spans_);
  text_.clear();
  spans_.clear();
  blank_pending_ = false;
}

std::string normal_code(std::string_view code) {
  const std::size_t margin = common_margin(code).size();
  std::string normal;
  normal.reserve(code.size());
  while (!code.empty()) {
    const std::string_view line = take_line(code);
    const std::size_t end = line.find_last_not_of(" \t") + 1;
    if (end > margin) normal += line.substr(margin, end - margin);
    normal += '\n';
  }
  normal.erase(normal.find_last_not_of('\n') + 1);
  return normal;
}

bool same_normal_form(const Block& a, const Block& b) {
  if (&a == &b) return true;  // Versions of a page share their blocks.
  const auto form = [](const Block& block) {
    return std::tie(block.kind, block.level, block.name, block.text);
  };
  return form(a) == form(b);
}

std::string unmarked(const Block& block) {
  std::string text = block.text;
  for (const Span& span : block.spans) {
    if (span.begin == span.end) continue;
    // NUL stands in no text: cmark replaces it.
    if (span.kind == SpanKind::kShortcode) {
      const std::size_t name = span.begin + 2;
      const std::size_t name_end = text.find(' ', name);
      if (name_end < span.end) text.replace(name, name_end - name, name_end - name, '\0');
    }
    if (span.kind != SpanKind::kCode && span.kind != SpanKind::kLink) continue;
    text[span.begin] = '\0';
    text[span.end - 1] = '\0';
  }
  std::erase(text, '\0');
  return text;
}

}  // namespace l10n_drift
