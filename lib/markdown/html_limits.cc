// gumbo takes the square of the length for two shapes, each found by trying:
//
//   <ul><li><ul><li>...      elements in elements: each one asks all that are open (4 s for 160 kB)
//   <a b c d ...>            attributes of one tag, each compared with all before it (9 s for 600
//   kB)
//
// The elements that are open are counted as HTML's tokens come, with a stack of names that is never
// shorter than gumbo's for what people write: an end tag counts if its element is open, and nothing
// is between but elements whose end tags may be left out. What a page does to have more elements
// open than are counted costs time, and memory, which has a bound of its own (html_tree.h).

#include "markdown/html_limits.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "text/ascii.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

constexpr std::size_t kMaxDepth = 500;
constexpr std::size_t kMaxAttributes = 500;
constexpr std::string_view kHtmlBlanks = " \t\n\f";

constexpr std::string_view kVoid[] = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                      "input", "link", "meta", "param", "source", "track", "wbr"};
constexpr std::string_view kRawText[] = {"iframe", "noembed",  "noframes", "script",
                                         "style",  "textarea", "title",    "xmp"};

// Elements whose end tags may be left out. One of a group ends another that is open right above it,
// but a row ends a cell, and no cell a row.
struct Optional {
  std::string_view name;
  int group;
};
constexpr Optional kOptional[] = {{"p", 1},      {"li", 2},       {"dt", 3},    {"dd", 3},
                                  {"option", 4}, {"optgroup", 4}, {"td", 5},    {"th", 5},
                                  {"tr", 6},     {"tbody", 7},    {"thead", 7}, {"tfoot", 7}};

template <typename List>
bool is_in(const List& list, std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

int group_of(std::string_view name) {
  const auto* const found = std::find_if(std::begin(kOptional), std::end(kOptional),
                                         [&](const Optional& one) { return one.name == name; });
  return found == std::end(kOptional) ? 0 : found->group;
}

// Goes through the tags of a page.
class TagWalk {
 public:
  explicit TagWalk(std::string_view page) : page_(page) {}

  bool is_too_much();

 private:
  std::size_t end_of_declaration(std::size_t at) const;
  std::size_t read_tag(std::size_t at);
  std::size_t skip_attributes(std::size_t at);
  std::size_t skip_raw_text(std::size_t at, std::string_view name) const;
  void open(std::string_view name);
  void close(std::string_view name);

  const std::string_view page_;
  std::vector<std::string> open_;
  std::size_t deepest_ = 0;
  std::size_t most_attributes_ = 0;
  std::size_t foreign_ = 0;  // How many elements of SVG and MathML are open.
};

// Behind a comment or another thing that begins with "<!", "<?" or "</" and is no tag.
std::size_t TagWalk::end_of_declaration(std::size_t at) const {
  if (page_.substr(at).starts_with("<!--")) {
    const std::size_t end = std::min(page_.find("-->", at + 2), page_.find("--!>", at + 4));
    return end == page_.npos ? page_.size() : page_.find('>', end) + 1;
  }
  return std::min(page_.find('>', at), page_.size() - 1) + 1;
}

// Behind the tag, whose attributes begin at `at`.
std::size_t TagWalk::skip_attributes(std::size_t at) {
  for (std::size_t count = 1; at < page_.size(); ++count) {
    at = skip_all(page_, at, " \t\n\f/");
    if (at == page_.size() || page_[at] == '>') break;
    most_attributes_ = std::max(most_attributes_, count);
    at = std::min(page_.find_first_of(" \t\n\f/>=", at + 1), page_.size());
    const std::size_t sign = skip_all(page_, at, kHtmlBlanks);
    if (sign == page_.size() || page_[sign] != '=') continue;
    at = skip_all(page_, sign + 1, kHtmlBlanks);
    if (at == page_.size()) break;
    const bool is_quoted = page_[at] == '"' || page_[at] == '\'';
    const std::size_t end =
        is_quoted ? page_.find(page_[at], at + 1) : page_.find_first_of(" \t\n\f>", at);
    at = std::min(end, page_.size() - (is_quoted ? 1 : 0)) + (is_quoted ? 1 : 0);
  }
  return std::min(at + 1, page_.size());
}

std::size_t TagWalk::skip_raw_text(std::size_t at, std::string_view name) const {
  for (at = page_.find("</", at); at != page_.npos; at = page_.find("</", at + 2)) {
    if (to_lower(page_.substr(at + 2, name.size())) == name) return at;
  }
  return page_.size();
}

void TagWalk::open(std::string_view name) {
  const int group = group_of(name);
  const auto ends = [&](const std::string& other) {
    const int others = group_of(other);
    return group > 0 && others > 0 &&
           (others == group || (group > 5 && others >= 5 && others <= group));
  };
  while (!open_.empty() && ends(open_.back())) open_.pop_back();
  if (name == "svg" || name == "math") ++foreign_;
  open_.emplace_back(name);
  deepest_ = std::max(deepest_, open_.size());
}

void TagWalk::close(std::string_view name) {
  std::size_t size = open_.size();
  while (size > 0 && open_[size - 1] != name && group_of(open_[size - 1]) > 0) --size;
  if (size == 0 || open_[size - 1] != name) return;
  if (name == "svg" || name == "math") --foreign_;
  open_.resize(size - 1);
}

// Behind the tag at `at`, and behind what is in it if that is no HTML.
std::size_t TagWalk::read_tag(std::size_t at) {
  const bool closes = page_[at + 1] == '/';
  const std::size_t begin = at + (closes ? 2 : 1);
  const std::size_t name_end = std::min(page_.find_first_of(" \t\n\f/>", begin), page_.size());
  const std::string name = to_lower(page_.substr(begin, name_end - begin));
  const std::size_t end = skip_attributes(name_end);
  const bool closes_itself = foreign_ > 0 && page_.substr(0, end).ends_with("/>");
  if (closes) {
    close(name);
  } else if (!is_in(kVoid, name) && !closes_itself) {
    open(name);
    if (foreign_ == 0 && is_in(kRawText, name)) return skip_raw_text(end, name);
  }
  return end;
}

bool TagWalk::is_too_much() {
  std::size_t at = page_.find('<');
  while (at < page_.size() && deepest_ <= kMaxDepth && most_attributes_ <= kMaxAttributes) {
    const char next = at + 1 < page_.size() ? page_[at + 1] : ' ';
    const char after = at + 2 < page_.size() ? page_[at + 2] : ' ';
    if (is_letter(next) || (next == '/' && is_letter(after))) {
      at = read_tag(at);
    } else if (next == '!' || next == '?' || next == '/') {
      at = end_of_declaration(at);
    } else {
      ++at;
    }
    at = page_.find('<', at);
  }
  return deepest_ > kMaxDepth || most_attributes_ > kMaxAttributes;
}

}  // namespace

bool is_entangled_html(std::string_view page) { return TagWalk(page).is_too_much(); }

}  // namespace l10n_drift
