#include "markdown/shortcodes.h"

#include <algorithm>
#include <charconv>

#include "text/lines.h"

namespace l10n_drift {
namespace {

// Characters for private use, so that no page means anything by them. One that does gets U+FFFD.
constexpr std::string_view kOpen = "\uE0F1";
constexpr std::string_view kClose = "\uE0F2";
constexpr std::string_view kContinued = "\uE0F3";  // Stands in the further lines of a shortcode.
constexpr std::string_view kAlone = "\uE0F4";
constexpr std::string_view kAloneTag = "<?";
constexpr std::string_view kAloneOpen = "<?\uE0F4";
constexpr std::string_view kAloneClose = "\uE0F4?>";
constexpr std::string_view kMarkerLead = "\xEE\x83";  // What all four begin with.

bool is_sentinel(std::string_view text) {
  return text.size() >= 3 && text.starts_with(kMarkerLead) && text[2] >= '\xB1' &&
         text[2] <= '\xB4';
}

// The shortcode that `text` begins with, delimiters included; empty if it begins with none.
std::string_view shortcode_at(std::string_view text) {
  if (!text.starts_with("{{<") && !text.starts_with("{{%")) return {};
  if (text.substr(3).starts_with("/*")) return {};
  // Nothing nests: up to the next "{{" is all that is ever searched, so the search stays linear.
  const std::string_view reach = text.substr(0, text.find("{{", 3));
  const std::size_t end = reach.find(text[2] == '<' ? ">}}" : "%}}", 3);
  if (end == reach.npos) return {};
  const std::string_view content = text.substr(3, end - 3);
  return content.find_first_not_of(" \t\n/") == content.npos ? "" : text.substr(0, end + 3);
}

// `text` without what only belongs to the masks.
std::string without_masks(std::string_view text) {
  std::string rest;
  std::size_t at = 0;
  while (true) {
    const std::size_t lead = text.find(kMarkerLead, at);
    if (lead == text.npos) return rest.append(text.substr(at));
    rest.append(text.substr(at, lead - at));
    at = lead;
    if (text.substr(at).starts_with(kAlone) && rest.ends_with(kAloneTag)) {
      rest.resize(rest.size() - kAloneTag.size());
      at += kAlone.size();
    } else if (text.substr(at).starts_with(kAloneClose)) {
      at += kAloneClose.size();
    } else if (is_sentinel(text.substr(at))) {
      at += kOpen.size();
    } else {
      rest += text[at++];
    }
  }
}

// `page` with U+FFFD for its own private characters; empty if it has none, as good as always.
std::string replace_sentinels(std::string_view page) {
  if (page.find(kMarkerLead) == page.npos) return {};
  std::string replaced;
  for (std::size_t at = 0; at < page.size();) {
    if (is_sentinel(page.substr(at))) {
      replaced += "\uFFFD";
      at += kOpen.size();
    } else {
      replaced += page[at++];
    }
  }
  return replaced;
}

// Whether nothing but blanks and signs of quotes stands before `at` in its line.
bool place_begins_line(std::string_view page, std::size_t at) {
  while (at > 0 && std::string_view(" \t>").find(page[at - 1]) != std::string_view::npos) --at;
  return at == 0 || page[at - 1] == '\n';
}

// The line in which `at` stands, without its margin and signs of quotes; empty beyond the page.
std::string_view line_at(std::string_view page, std::size_t at) {
  if (at >= page.size()) return {};
  const std::size_t begin = page.rfind('\n', at == 0 ? 0 : at - 1);
  std::string_view line = page.substr(begin == page.npos ? 0 : begin + 1);
  line = line.substr(0, line.find('\n'));
  return line.substr(skip_all(line, 0, " \t>"));
}

// Whether a paragraph may go on in this line, which neither begins with a shortcode nor is markup
// of another block.
bool continues_paragraph(std::string_view line) {
  return !line.empty() && !line.starts_with("{{") && !line.starts_with("```") &&
         !line.starts_with("~~~") &&
         std::string_view("#|<-*+=").find(line[0]) == std::string_view::npos;
}

// The word that `text` begins with, quotes included.
std::string_view argument_at(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] != ' ' && text[at] != '\t' && text[at] != '\n') {
    const bool quotes = text[at] == '"' || text[at] == '`';
    const std::size_t end = quotes ? text.find(text[at], at + 1) : text.npos;
    at = (end == text.npos ? at : end) + 1;
  }
  return text.substr(0, at);
}

std::string normal_argument(std::string_view written) {
  std::string plain(written);
  std::erase_if(plain, [](char c) { return c == '"' || c == '`'; });
  if (!plain.empty() && plain.find_first_of(" \t\n") == plain.npos) return plain;
  const std::size_t value = written.find_first_of("\"`");
  const std::size_t name_size = value == written.npos ? 0 : value;
  return plain.substr(0, name_size) + '"' + plain.substr(name_size) + '"';
}

// The normal form of a shortcode, without "{{" and "}}": name and arguments, one blank between
// them, quotes only around what has blanks.
std::string normal_shortcode(std::string_view tag) {
  std::string_view rest = tag.substr(3, tag.size() - 6);
  std::string normal;
  while (true) {
    rest.remove_prefix(skip_all(rest, 0, " \t\n"));
    if (rest.empty()) return normal;
    const std::string_view argument = argument_at(rest);
    // "/ note" closes as "/note" does.
    if (!normal.empty() && normal != "/") normal += ' ';
    normal += normal_argument(argument);
    rest.remove_prefix(argument.size());
  }
}

}  // namespace

Shortcodes::Shortcodes(std::string_view page) {
  const std::string without_sentinels = replace_sentinels(page);
  if (!without_sentinels.empty()) page = without_sentinels;
  masked_.reserve(page.size() + page.size() / 64);
  const ShortcodeClosings closings(page);
  std::size_t done = 0;
  for (std::size_t at = page.find("{{"); at != page.npos;
       at = page.find("{{", std::max(at + 1, done))) {
    const std::string_view tag = shortcode_at(page.substr(at));
    if (tag.empty()) continue;
    masked_.append(page.substr(done, at - done));
    done = place_begins_line(page, at) ? mask_alone(page, at, closings) : at;
    if (done == at) {
      mask(tag);
      done += tag.size();
    }
  }
  masked_.append(page.substr(done));
}

void Shortcodes::mask(std::string_view tag) {
  masked_.append(kOpen).append(std::to_string(tags_.size())).append(kClose);
  tags_.emplace_back(tag);
  for (std::size_t at = tag.find('\n'); at != tag.npos; at = tag.find('\n', at + 1)) {
    // The margin stays, or the line would leave the item of a list.
    const std::size_t margin = skip_all(tag, at + 1, " \t");
    masked_.append(tag.substr(at, margin - at)).append(kContinued);
  }
}

// Masks the shortcodes from `at` on if they have their lines to themselves; behind them, or `at`.
std::size_t Shortcodes::mask_alone(std::string_view page, std::size_t at,
                                   const ShortcodeClosings& closings) {
  std::vector<std::string_view> tags;
  std::size_t end = at;
  for (std::string_view tag = shortcode_at(page.substr(at)); !tag.empty();
       tag = shortcode_at(page.substr(end))) {
    tags.push_back(tag);
    end = skip_all(page, end + tag.size(), " \t");
  }
  if (end < page.size() && page[end] != '\n') return at;
  if (tags.size() == 1 && tag_is_within_paragraph(page, at, end, closings)) return at;
  masked_.append(kAloneOpen);
  for (const std::string_view tag : tags) mask(tag);
  masked_.append(kAloneClose);
  return end;
}

// A word of a paragraph that was wrapped so that the shortcode got a line of its own. Those that
// wrap something are no words.
bool Shortcodes::tag_is_within_paragraph(std::string_view page, std::size_t begin, std::size_t end,
                                         const ShortcodeClosings& closings) {
  const std::string_view tag = page.substr(begin, end - begin);
  const bool closes = tag.substr(skip_all(tag, 3, " \t\n")).starts_with('/');
  if (closes || closings.first(ShortcodeClosings::name_at(tag), end)) return false;
  if (end + 1 < page.size() && continues_paragraph(line_at(page, end + 1))) return true;
  const std::size_t line_begin = page.rfind('\n', begin);
  if (line_begin == page.npos || line_begin == 0) return false;
  // An item of a list begins a paragraph, too.
  std::string_view before = line_at(page, line_begin);
  if (before.starts_with("- ") || before.starts_with("* ")) before.remove_prefix(2);
  before = before.substr(0, before.find_last_not_of(" \t") + 1);
  if (!continues_paragraph(before)) return false;
  // At the end of a paragraph only within a sentence.
  return std::string_view(".:!?").find(before.back()) == std::string_view::npos;
}

Shortcodes::Marker Shortcodes::find_marker(std::string_view text, std::size_t from) const {
  const std::size_t begin = text.find(kOpen, from);
  if (begin == text.npos) return {text.npos, text.npos, 0};
  std::size_t index = 0;
  const char* digits = text.data() + begin + kOpen.size();
  const auto read = std::from_chars(digits, text.data() + text.size(), index);
  std::size_t end = static_cast<std::size_t>(read.ptr - text.data()) + kClose.size();
  // A marker is never cut in two: Markdown takes it for letters.
  if (read.ec != std::errc() || index >= tags_.size() || end > text.size()) {
    return {text.npos, text.npos, 0};
  }
  // Lines that only continue a shortcode have come with it.
  while (end < text.size()) {
    const std::size_t continued = skip_all(text, end, " \t\n");
    if (!text.substr(continued).starts_with(kContinued)) break;
    end = continued + kContinued.size();
  }
  return {begin, end, index};
}

std::string Shortcodes::restore(std::string_view text) const {
  if (text.find(kMarkerLead) == text.npos) return std::string(text);
  std::string restored;
  std::size_t at = 0;
  while (true) {
    const Marker marker = find_marker(text, at);
    restored += without_masks(text.substr(at, marker.begin - at));
    if (marker.begin == text.npos) return restored;
    const std::string_view tag = tags_[marker.index];
    restored.append("{{<").append(tag.substr(3, tag.size() - 6)).append(">}}");
    at = marker.end;
  }
}

void Shortcodes::append(std::string_view text, NormalText& to) const {
  if (text.find(kMarkerLead) == text.npos) return to.append(text);
  std::size_t at = 0;
  while (true) {
    const Marker marker = find_marker(text, at);
    to.append(without_masks(text.substr(at, marker.begin - at)));
    if (marker.begin == text.npos) return;
    to.open(SpanKind::kShortcode, "{{");
    to.append_code(normal_shortcode(tags_[marker.index]));
    to.close("}}");
    at = marker.end;
  }
}

std::string Shortcodes::first_name(std::string_view text) const {
  const Marker marker = find_marker(text, 0);
  if (marker.begin == text.npos) return {};
  const std::string normal = normal_shortcode(tags_[marker.index]);
  return normal.substr(0, normal.find(' '));
}

bool Shortcodes::stands_for_shortcodes(std::string_view html) {
  return html.substr(skip_all(html, 0, " \t")).starts_with(kAloneOpen);
}

}  // namespace l10n_drift
