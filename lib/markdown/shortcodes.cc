#include "markdown/shortcodes.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "markdown/containers.h"
#include "markdown/fences.h"
#include "markdown/link_value.h"
#include "markdown/shortcode_closings.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

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

// How many lines begin or end fenced code.
std::size_t count_fences(std::string_view text) {
  std::size_t fences = 0;
  while (!text.empty()) fences += fence_of(take_line(text)).empty() ? 0 : 1;
  return fences;
}

// The shortcode that begins at `at`. One of which nothing is rendered comes with all up to where it
// is closed, unless the end of that may be code.
std::string_view whole_shortcode_at(std::string_view page, std::size_t at,
                                    const ShortcodeClosings& closings) {
  const std::string_view tag = shortcode_at(page.substr(at));
  if (tag.empty() || !ShortcodeClosings::is_silent(ShortcodeClosings::name_at(tag))) return tag;
  if (tag.substr(skip_all(tag, 3, " \t\n")).starts_with('/')) return tag;
  const auto closing = closings.first(ShortcodeClosings::name_at(tag), at + tag.size());
  const std::string_view end = closing ? shortcode_at(page.substr(*closing)) : std::string_view();
  if (end.empty()) return tag;
  const std::string_view whole = page.substr(at, *closing + end.size() - at);
  return count_fences(whole) % 2 == 0 ? whole : tag;
}

// Whether a tag, as it was taken off the page, has come with what is not rendered.
bool renders_nothing(std::string_view tag) { return shortcode_at(tag).size() < tag.size(); }

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

// The name and the value of an argument that tells where the shortcode leads.
struct LinkArgument {
  std::string_view name;
  std::string_view target;
};
std::optional<LinkArgument> read_link_argument(std::string_view written) {
  const std::size_t sign = written.find('=');
  if (sign == written.npos || !is_link_argument(written.substr(0, sign))) return {};
  std::string_view value = written.substr(sign + 1);
  const bool is_quoted =
      value.size() > 1 && (value[0] == '"' || value[0] == '`') && value.back() == value[0];
  if (is_quoted) value = value.substr(1, value.size() - 2);
  if (!is_page_address(value)) return {};
  return LinkArgument{written.substr(0, sign), value};
}

// The normal form of a shortcode, without "{{" and "}}": name and arguments, one blank between
// them, quotes only around what has blanks. Where it leads stands beside that.
struct NormalShortcode {
  std::string text;
  std::string_view target;
};
NormalShortcode normal_shortcode(std::string_view tag) {
  std::string_view rest = tag.substr(3, tag.size() - 6);
  NormalShortcode normal;
  while (true) {
    rest.remove_prefix(skip_all(rest, 0, " \t\n"));
    if (rest.empty()) return normal;
    const std::string_view argument = argument_at(rest);
    // "/ note" closes as "/note" does.
    if (!normal.text.empty() && normal.text != "/") normal.text += ' ';
    if (const auto link = normal.target.empty() ? read_link_argument(argument) : std::nullopt) {
      normal.text += link->name;
      normal.target = link->target;
    } else {
      normal.text += normal_argument(argument);
    }
    rest.remove_prefix(argument.size());
  }
}

// Hides the shortcodes of one page.
class ShortcodeMasking {
 public:
  explicit ShortcodeMasking(std::string_view page) : page_(page), closings_(page) {}

  Masks run();

 private:
  std::size_t next_place(std::size_t from);
  std::size_t hide_at(std::size_t at);
  std::size_t hide_container(std::size_t at);
  void hide(std::string_view tag);
  std::size_t hide_alone(std::size_t at);
  bool tag_is_within_paragraph(std::size_t begin, std::size_t end) const;

  const std::string_view page_;
  const ShortcodeClosings closings_;
  std::size_t next_tag_ = 0;        // The first place from where it was looked for last.
  std::size_t next_container_ = 0;  // The same.
  std::size_t done_ = 0;            // What is masked, or known to need none.
  Masks masks_;
};

// The next place from `from` on where something may have to be hidden; npos if there is none.
std::size_t ShortcodeMasking::next_place(std::size_t from) {
  const auto look = [&](std::string_view sign, std::size_t& next) {
    if (next != page_.npos && next < from) next = page_.find(sign, from);
  };
  look("{{", next_tag_);
  look(":::", next_container_);
  return std::min(next_tag_, next_container_);
}

Masks ShortcodeMasking::run() {
  next_tag_ = page_.find("{{");
  next_container_ = page_.find(":::");
  for (std::size_t at = next_place(0); at != page_.npos; at = next_place(std::max(at + 1, done_))) {
    const std::size_t end = hide_at(at);
    if (end != at) done_ = end;
  }
  masks_.add_text(page_.substr(done_));
  return std::move(masks_);
}

// Hides what there is to hide at a place; behind it, or `at`.
std::size_t ShortcodeMasking::hide_at(std::size_t at) {
  const bool begins_line = place_begins_line(page_, at);
  if (page_[at] == ':') return begins_line ? hide_container(at) : at;
  const std::string_view tag = whole_shortcode_at(page_, at, closings_);
  if (tag.empty()) return at;
  masks_.add_text(page_.substr(done_, at - done_));
  const std::size_t end = begins_line ? hide_alone(at) : at;
  if (end != at) return end;
  hide(tag);
  return at + tag.size();
}

std::size_t ShortcodeMasking::hide_container(std::size_t at) {
  const std::size_t end = std::min(page_.find('\n', at), page_.size());
  auto container = container_of(page_.substr(at, end - at));
  if (!container) return at;
  masks_.add_text(page_.substr(done_, at - done_));
  masks_.begin_alone();
  masks_.add(*std::move(container));
  masks_.end_alone();
  return end;
}

void ShortcodeMasking::hide(std::string_view tag) {
  if (renders_nothing(tag)) {
    masks_.add({.kind = MaskKind::kComment, .written = std::string(tag), .normal = {}});
    return;
  }
  auto [normal, target] = normal_shortcode(tag);
  masks_.add({.kind = MaskKind::kShortcode,
              .written = std::string(tag),
              .normal = std::move(normal),
              .target = std::string(target)});
}

// Hides the shortcodes from `at` on if they have their lines to themselves; behind them, or `at`.
std::size_t ShortcodeMasking::hide_alone(std::size_t at) {
  std::vector<std::string_view> tags;
  std::size_t end = at;
  for (std::string_view tag = whole_shortcode_at(page_, at, closings_); !tag.empty();
       tag = whole_shortcode_at(page_, end, closings_)) {
    tags.push_back(tag);
    end = skip_all(page_, end + tag.size(), " \t");
  }
  if (end < page_.size() && page_[end] != '\n') return at;
  if (tags.size() == 1 && tag_is_within_paragraph(at, end)) return at;
  masks_.begin_alone();
  for (const std::string_view tag : tags) hide(tag);
  masks_.end_alone();
  return end;
}

// A word of a paragraph that was wrapped so that the shortcode got a line of its own. Those that
// wrap something are no words.
bool ShortcodeMasking::tag_is_within_paragraph(std::size_t begin, std::size_t end) const {
  const std::string_view tag = page_.substr(begin, end - begin);
  const bool closes = tag.substr(skip_all(tag, 3, " \t\n")).starts_with('/');
  const bool wraps = !renders_nothing(tag) && closings_.first(ShortcodeClosings::name_at(tag), end);
  if (closes || wraps) return false;
  if (end + 1 < page_.size() && continues_paragraph(line_at(page_, end + 1))) return true;
  const std::size_t line_begin = page_.rfind('\n', begin);
  if (line_begin == page_.npos || line_begin == 0) return false;
  // An item of a list begins a paragraph, too.
  std::string_view before = line_at(page_, line_begin);
  if (before.starts_with("- ") || before.starts_with("* ")) before.remove_prefix(2);
  before = before.substr(0, before.find_last_not_of(" \t") + 1);
  if (!continues_paragraph(before)) return false;
  // At the end of a paragraph only within a sentence.
  return std::string_view(".:!?").find(before.back()) == std::string_view::npos;
}

}  // namespace

Masks mask_shortcodes(std::string_view page) {
  const std::string clean = without_markers(page);
  return ShortcodeMasking(clean.empty() ? page : clean).run();
}

}  // namespace l10n_drift
