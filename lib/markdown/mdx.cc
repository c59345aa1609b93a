// MDX
// ===
//
// MDX is Markdown in which tags of JSX and expressions of JavaScript stand, and modules of it at
// the margin:
//
//     import Tabs from '@theme/Tabs';            a module: opaque, and code
//
//     <Tabs>                                     a tag with its lines to itself
//       <TabItem value="a" label="Apple">
//         Text with {props.name} in *it*.        a paragraph with an expression in it
//       </TabItem>
//     </Tabs>
//     {/* Nobody reads this. */}                 nothing
//
// cmark knows none of it, and takes tags for blocks of HTML in which no Markdown is. So all of it
// is hidden from cmark, as shortcodes are (masks.h), and what is left is Markdown. What MDX leaves
// out of Markdown is left out where blocks are made (blocks.cc): there is no code by indentation.
//
// The page is read line by line. Fenced code is skipped, and so are spans of code: braces in them
// are no expressions. A line that begins with a tag or an expression, and has nothing else but
// those, is a block of its own; so are the lines down to where the last of them ends. In all other
// lines they are words of a paragraph, and end in it. What cannot be read, which MDX would reject,
// is text.

#include "markdown/mdx.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "markdown/containers.h"
#include "markdown/fences.h"
#include "markdown/jsx.h"
#include "markdown/link_value.h"
#include "text/ascii.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

// What may stand before the text of a line: blanks, and signs of quotes and of items.
constexpr std::string_view kMargin = " \t>-*+.)0123456789";

bool is_blank_line(std::string_view line) { return line.find_first_not_of(" \t") == line.npos; }

// A component's name has a capital or a dot; others are elements of HTML.
bool is_component(std::string_view name) {
  return !name.empty() && (is_upper(name[0]) || name.find('.') != name.npos);
}

// One blank for each run of them, and quotes around what has any.
std::string normal_value(std::string_view value) {
  std::string normal;
  for (const char c : value) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n';
    if (!is_blank) {
      normal += c == '"' ? '\'' : c;
    } else if (!normal.empty() && normal.back() != ' ') {
      normal += ' ';
    }
  }
  if (normal.find(' ') == normal.npos && !normal.empty()) return normal;
  return '"' + normal + '"';
}

// Where the first of the attributes that tell it leads stands beside the text.
struct NormalTag {
  std::string text;
  std::string_view target;
};
NormalTag normal_tag(const JsxTag& tag) {
  NormalTag normal{(tag.is_closing ? "/" : "") + std::string(tag.name), {}};
  for (const JsxAttribute& attribute : tag.attributes) {
    normal.text.append(" ").append(attribute.name);
    if (normal.target.empty() && is_link_argument(attribute.name) &&
        is_page_address(attribute.value)) {
      normal.target = attribute.value;
      continue;
    }
    if (attribute.value.empty()) continue;
    if (!attribute.name.empty()) normal.text += '=';
    normal.text += normal_value(attribute.value);
  }
  return normal;
}

// A tag of HTML as HTML writes it.
std::string html_of(const JsxTag& tag) {
  std::string html = (tag.is_closing ? "</" : "<") + std::string(tag.name);
  for (const JsxAttribute& attribute : tag.attributes) {
    std::string_view value = attribute.value;
    if (value.starts_with('{')) {
      // `src={require('./a.png').default}`
      const std::size_t quote = value.find_first_of("\"'`");
      if (quote == value.npos) continue;
      value.remove_prefix(quote + 1);
      value = value.substr(0, value.find_first_of("\"'`"));
    }
    const char quote = value.find('"') == value.npos ? '"' : '\'';
    html.append(" ").append(attribute.name).append("=");
    html.append(1, quote).append(value).append(1, quote);
  }
  return html + ">";
}

class MdxMasking {
 public:
  explicit MdxMasking(std::string_view page) : page_(page), reader_(page) {}

  void run();
  Masks take_masks() { return std::move(masks_); }
  std::vector<Comment> take_comments() { return std::move(comments_); }

 private:
  struct Piece {
    std::size_t begin;
    std::size_t end;
    Masked masked;
  };

  void read_line();
  void skip_to(std::size_t end);
  std::size_t line_end(std::size_t at) const {
    return std::min(page_.find('\n', at), page_.size());
  }
  std::size_t paragraph_end(std::size_t at) const;
  bool hide_module();
  bool hide_container(std::string_view line);
  bool hide_alone(std::size_t begin);
  void hide_within_line();
  std::size_t skip_code_span(std::size_t at) const;
  std::optional<Piece> piece_at(std::size_t at, std::size_t end);
  void hide(Piece piece);

  const std::string_view page_;
  JsxReader reader_;
  Masks masks_;
  std::vector<Comment> comments_;
  std::size_t at_ = 0;
  std::size_t paragraph_end_ = 0;
  std::string_view fence_;      // Of the code in which the line is; empty if in none.
  bool is_below_blank_ = true;  // Nothing, a blank line or a module stands above the line.
};

void MdxMasking::run() {
  while (at_ < page_.size()) read_line();
}

// The text up to `end` as it is.
void MdxMasking::skip_to(std::size_t end) {
  masks_.add_text(page_.substr(at_, end - at_));
  at_ = end;
}

// Reads on to the begin of a further line, the next one or one below.
void MdxMasking::read_line() {
  const std::size_t end = line_end(at_);
  const std::string_view line = page_.substr(at_, end - at_);
  const std::size_t begin = at_ + skip_all(line, 0, kMargin);
  const std::string_view text = page_.substr(begin, end - begin);
  const bool is_below_blank = std::exchange(is_below_blank_, is_blank_line(line));
  if (!fence_.empty()) {
    if (closes_fence(line, fence_)) fence_ = {};
    skip_to(end);
  } else if (const std::string_view fence = fence_of(text); !fence.empty()) {
    fence_ = fence;
    skip_to(end);
  } else if (is_below_blank && hide_module()) {
    is_below_blank_ = true;
  } else if (!hide_container(line) && !hide_alone(begin)) {
    hide_within_line();
  }
  skip_to(std::min(at_ + 1, page_.size()));
}

// Where the next blank line begins, or the page ends.
std::size_t MdxMasking::paragraph_end(std::size_t at) const {
  for (std::size_t end = line_end(at); end < page_.size(); end = line_end(end + 1)) {
    const std::size_t next = skip_all(page_, end + 1, " \t");
    if (next >= page_.size() || page_[next] == '\n') return end;
  }
  return page_.size();
}

// A module goes on to the first blank line that is in no brackets.
bool MdxMasking::hide_module() {
  const std::string_view rest = page_.substr(at_);
  const auto begins_with = [&](std::string_view word) {
    return rest.starts_with(word) && rest.size() > word.size() &&
           std::string_view(" {*").find(rest[word.size()]) != rest.npos;
  };
  if (!begins_with("import") && !begins_with("export")) return false;
  const std::size_t size = reader_.module_at(at_);
  const std::size_t end = size == 0 ? paragraph_end(at_) : at_ + size;
  const std::string written(page_.substr(at_, end - at_));
  masks_.begin_alone();
  hide({at_, end, {MaskKind::kModule, written, written, {}}});
  masks_.end_alone();
  return true;
}

bool MdxMasking::hide_container(std::string_view line) {
  auto container = container_of(line);
  if (!container) return false;
  const std::size_t end = at_ + line.size();
  skip_to(end - container->written.size());
  masks_.begin_alone();
  hide({at_, end, *std::move(container)});
  masks_.end_alone();
  return true;
}

// The tag or the expression at `at`, if it ends before `end`.
std::optional<MdxMasking::Piece> MdxMasking::piece_at(std::size_t at, std::size_t end) {
  if (page_[at] == '<') {
    const JsxTag tag = reader_.tag_at(at, end);
    if (tag.size == 0) return {};
    const std::string written(page_.substr(at, tag.size));
    if (is_component(tag.name)) {
      const auto [normal, target] = normal_tag(tag);
      return Piece{
          at, at + tag.size, {MaskKind::kComponent, written, normal, {}, std::string(target)}};
    }
    return Piece{at, at + tag.size, {MaskKind::kTag, written, html_of(tag), {}}};
  }
  // The id of a heading.
  if (page_[at] != '{' || page_.substr(at).starts_with("{#")) return {};
  const std::size_t size = reader_.expression_at(at, end);
  if (size == 0) return {};
  const std::string_view written = page_.substr(at, size);
  const bool is_comment = is_jsx_comment(written);
  const MaskKind kind = is_comment ? MaskKind::kComment : MaskKind::kExpression;
  Masked masked{kind, std::string(written), "", {}};
  if (!is_comment) {
    masked.words = string_of_expression(written);
    masked.normal = written.substr(1, size - 2);
  }
  return Piece{at, at + size, std::move(masked)};
}

// Hides tags and expressions from `begin` on if they have their lines to themselves.
bool MdxMasking::hide_alone(std::size_t begin) {
  std::vector<Piece> pieces;
  std::size_t end = begin;
  bool is_opaque = false;  // Within what is no text: `<style>{`...`}</style>`.
  while (end < page_.size() && page_[end] != '\n') {
    auto piece = piece_at(end, page_.size());
    if (!piece) return false;
    end = skip_all(page_, piece->end, " \t");
    if (is_opaque) piece->masked = {MaskKind::kComment, piece->masked.written, {}, {}};
    const std::string_view tag = piece->masked.normal;
    if (piece->masked.kind == MaskKind::kTag) {
      is_opaque = tag.starts_with("<style") || tag.starts_with("<script");
    }
    pieces.push_back(*std::move(piece));
  }
  if (pieces.empty()) return false;
  skip_to(begin);
  masks_.begin_alone();
  for (Piece& piece : pieces) hide(std::move(piece));
  masks_.end_alone();
  at_ = end;
  return true;
}

// Behind the span of code that begins at `at`, or behind its backticks if nothing closes it.
std::size_t MdxMasking::skip_code_span(std::size_t at) const {
  const std::size_t size = skip_all(page_, at, "`") - at;
  const std::string_view paragraph = page_.substr(0, paragraph_end_);
  for (std::size_t next = paragraph.find('`', at + size); next != paragraph.npos;) {
    const std::size_t end = skip_all(paragraph, next, "`");
    if (end - next == size) return end;
    next = paragraph.find('`', end);
  }
  return at + size;
}

// Hides tags and expressions among the words of a line, and of those below that they reach into.
void MdxMasking::hide_within_line() {
  if (paragraph_end_ <= at_) paragraph_end_ = paragraph_end(at_);
  std::size_t next = at_;
  while (next < page_.size() && page_[next] != '\n') {
    const char c = page_[next];
    if (c == '\\') {
      next = std::min(next + 2, line_end(next));
    } else if (c == '`') {
      next = skip_code_span(next);
    } else if (c == '<' || c == '{') {
      auto piece = piece_at(next, paragraph_end_);
      if (!piece) {
        ++next;
        continue;
      }
      next = piece->end;
      skip_to(piece->begin);
      hide(*std::move(piece));
      at_ = next;
    } else {
      ++next;
    }
  }
  skip_to(next);
}

void MdxMasking::hide(Piece piece) {
  if (piece.masked.kind == MaskKind::kComment) {
    const std::size_t line = page_.substr(0, piece.begin).rfind('\n') + 1;  // npos + 1 is 0.
    const bool begins_line = page_.find_first_not_of(kMargin, line) >= piece.begin;
    comments_.push_back({piece.begin, piece.end, begins_line});
  }
  masks_.add(std::move(piece.masked));
  at_ = piece.end;
}

}  // namespace

Masks mask_mdx(std::string_view page) {
  const std::string clean = without_markers(page);
  MdxMasking masking(clean.empty() ? page : clean);
  masking.run();
  return masking.take_masks();
}

std::vector<Comment> find_mdx_comments(std::string_view page) {
  MdxMasking masking(page);
  masking.run();
  return masking.take_comments();
}

}  // namespace l10n_drift
