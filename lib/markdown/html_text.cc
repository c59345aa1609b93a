#include "markdown/html_text.h"

#include <algorithm>
#include <string>

#include "text/ascii.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

// Those elements of what HTML calls phrasing content that only dress words up.
constexpr std::string_view kWordTags[] = {"a",    "abbr",   "b",    "code", "del", "em",   "i",
                                          "ins",  "kbd",    "mark", "q",    "s",   "samp", "small",
                                          "span", "strong", "sub",  "sup",  "tt",  "u",    "var"};

constexpr std::string_view kShownAttributes[] = {"alt", "aria-label", "label", "placeholder",
                                                 "title"};

struct Entity {
  std::string_view written;
  std::string_view character;
};
constexpr Entity kEntities[] = {{"&amp;", "&"},   {"&lt;", "<"},         {"&gt;", ">"},
                                {"&quot;", "\""}, {"&apos;", "'"},       {"&#39;", "'"},
                                {"&nbsp;", " "},  {"&ndash;", "\u2013"}, {"&mdash;", "\u2014"}};

template <typename List>
bool contains(const List& list, std::string_view item) {
  return std::find(std::begin(list), std::end(list), item) != std::end(list);
}

void append_words(std::string_view text, const Masks& masks, NormalText& to) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t next = std::min(text.find('&', at + 1), text.size());
    std::string_view piece = text.substr(at, next - at);
    for (const Entity& entity : kEntities) {
      if (!piece.starts_with(entity.written)) continue;
      to.append(entity.character);
      piece.remove_prefix(entity.written.size());
      break;
    }
    masks.append(piece, to);
    at = next;
  }
}

// The end of the tag that `html` begins with: behind its '>', quotes respected.
std::size_t tag_end(std::string_view html) {
  char quote = 0;
  for (std::size_t at = 1; at < html.size(); ++at) {
    if (quote != 0) {
      if (html[at] == quote) quote = 0;
    } else if (html[at] == '"' || html[at] == '\'') {
      quote = html[at];
    } else if (html[at] == '>') {
      return at + 1;
    }
  }
  return html.size();
}

struct Attribute {
  std::string name;
  std::string_view value;
};

// Takes the next attribute off the inside of a tag. The name is empty at its end.
Attribute take_attribute(std::string_view& rest) {
  rest.remove_prefix(skip_all(rest, 0, " \t\n/"));
  const std::size_t name_end = std::min(rest.find_first_of(" \t\n=/", 1), rest.size());
  Attribute attribute{to_lower(rest.substr(0, name_end)), {}};
  rest.remove_prefix(name_end);
  if (!rest.starts_with('=')) return attribute;
  rest.remove_prefix(1);
  const bool quoted = rest.starts_with('"') || rest.starts_with('\'');
  const std::size_t end = quoted ? rest.find(rest[0], 1) : rest.find_first_of(" \t\n");
  attribute.value = rest.substr(quoted ? 1 : 0, end == rest.npos ? end : end - (quoted ? 1 : 0));
  rest.remove_prefix(end == rest.npos ? rest.size() : end + (quoted ? 1 : 0));
  return attribute;
}

void append_attributes(std::string_view inside, const Masks& masks, NormalText& to) {
  while (true) {
    const Attribute attribute = take_attribute(inside);
    if (attribute.name.empty()) return;
    if (attribute.name == "src") {
      to.open(SpanKind::kImage, "(");
      to.append_code(file_of_url(attribute.value));
      to.close(")", masks.restore(attribute.value));
    } else if (is_shown_attribute(attribute.name)) {
      to.append_blank();
      append_words(attribute.value, masks, to);
      to.append_blank();
    }
  }
}

// A picture, as Markdown writes it: "![alt](file)". What its title says stands behind it.
void append_picture(std::string_view inside, const Masks& masks, NormalText& to) {
  std::string_view source;
  std::string_view description;
  std::string_view title;
  while (true) {
    const Attribute attribute = take_attribute(inside);
    if (attribute.name.empty()) break;
    if (attribute.name == "src") source = attribute.value;
    if (attribute.name == "alt") description = attribute.value;
    if (attribute.name == "title") title = attribute.value;
  }
  const std::string target = masks.restore(source);
  to.open(SpanKind::kImage, "![");
  append_words(description, masks, to);
  to.close("](" + std::string(file_of_url(target)) + ")", target);
  if (title.empty()) return;
  to.append_blank();
  append_words(title, masks, to);
  to.append_blank();
}

// How much of `html`, which begins with '<', is one comment, declaration or element without text;
// 0 if it is a tag like others.
std::size_t silent_length(std::string_view html) {
  const auto up_to = [html](std::string_view end) {
    const std::size_t at = html.find(end);
    return at == html.npos ? html.size() : at + end.size();
  };
  if (html.starts_with("<!--")) return up_to("-->");
  if (html.starts_with("<!") || html.starts_with("<?")) return up_to(">");
  if (html.starts_with("<script")) return up_to("</script>");
  if (html.starts_with("<style")) return up_to("</style>");
  return 0;
}

// Appends the tag that `html` begins with; its length.
std::size_t append_tag(std::string_view html, const Masks& masks, NormalText& to) {
  if (const std::size_t silent = silent_length(html)) return silent;
  const std::size_t end = tag_end(html);
  std::string_view inside = html.substr(1, end - 1);
  if (inside.ends_with('>')) inside.remove_suffix(1);
  if (inside.starts_with('/')) inside.remove_prefix(1);
  const std::string name = take_attribute(inside).name;
  if (name == "img") {
    append_picture(inside, masks, to);
    return end;
  }
  const bool tag_is_of_words = is_tag_of_words(name);
  if (!tag_is_of_words) to.append_blank();
  append_attributes(inside, masks, to);
  if (!tag_is_of_words) to.append_blank();
  return end;
}

// The name of the tag that `html` begins with, be it one that ends an element.
std::string tag_name(std::string_view html) {
  std::string_view inside = html.substr(1, tag_end(html) - 1);
  if (inside.ends_with('>')) inside.remove_suffix(1);
  if (inside.starts_with('/')) inside.remove_prefix(1);
  return take_attribute(inside).name;
}

// Whether all tags dress words up, show a picture or end a line.
bool has_words_alone(std::string_view html) {
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<')) {
    html.remove_prefix(at);
    const std::string name = tag_name(html);
    if (silent_length(html) > 0) return false;
    if (!is_tag_of_words(name) && name != "img" && name != "br") return false;
    html.remove_prefix(tag_end(html));
  }
  return true;
}

}  // namespace

bool is_tag_of_words(std::string_view name) { return contains(kWordTags, name); }

bool is_shown_attribute(std::string_view name) { return contains(kShownAttributes, name); }

bool is_html_paragraph(std::string_view html) {
  html.remove_prefix(skip_all(html, 0, " \t\n"));
  html = html.substr(0, html.find_last_not_of(" \t\n") + 1);
  constexpr std::string_view kBegin = "<p>";
  constexpr std::string_view kEnd = "</p>";
  if (html.starts_with(kBegin) && html.ends_with(kEnd)) {
    return has_words_alone(html.substr(kBegin.size(), html.size() - kBegin.size() - kEnd.size()));
  }
  return html.starts_with('<') && html.ends_with('>') && tag_end(html) == html.size() &&
         tag_name(html) == "img";
}

std::string_view file_of_url(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  while (url.ends_with('/')) url.remove_suffix(1);
  return url.substr(url.rfind('/') + 1);
}

void append_html(std::string_view html, const Masks& masks, NormalText& to) {
  std::size_t at = 0;
  while (at < html.size()) {
    const std::size_t tag = std::min(html.find('<', at), html.size());
    append_words(html.substr(at, tag - at), masks, to);
    at = tag;
    if (at == html.size()) return;
    if (Masks::stand_alone(html.substr(at))) {
      const std::size_t end = html.find("?>", at);
      const std::size_t next = end == html.npos ? html.size() : end + 2;
      masks.append(html.substr(at, next - at), to);
      at = next;
    } else {
      at += append_tag(html.substr(at), masks, to);
    }
  }
}

}  // namespace l10n_drift
