// HTML
// ====
//
// gumbo makes the tree of a page that browsers make of it, whatever is left out or nested wrongly,
// and knows where everything stands. Blocks are runs of words in it, as a reader sees them:
//
//     <section>
//       <h2 id="use">Use it</h2>                          a heading
//       <p>See <a href="/a">this</a> and <code>b</code>   a paragraph, "See [this] and `b`"
//       <ul><li>One<p>Two</ul>                            an item, and a paragraph in it
//       Some words <!-- and none -->                      a paragraph
//     </section>
//
// An element that is a block for browsers ends a run where it begins and where it ends. All others
// are a part of the run, and so are the attributes that people read. What a run is, the nearest
// block around it tells. A row of a table is one block if its cells have nothing but words in them;
// preformatted text is one block of code. Scripts and styles are nothing, and comments are nothing.
// Hugo reads its shortcodes before HTML; they are hidden as in Markdown (masks.h).

#include "markdown/html_page.h"

#include <gumbo.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_set>
#include <utility>

#include "markdown/html_elements.h"
#include "markdown/html_limits.h"
#include "markdown/html_text.h"
#include "markdown/html_tree.h"
#include "markdown/masks.h"
#include "markdown/normal_form.h"
#include "markdown/shortcodes.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

using html::Node;

// A page on its way to blocks.
class HtmlBlocks {
 public:
  HtmlBlocks(const Masks& masks, Node document);

  std::vector<PlacedBlock> take() { return std::move(blocks_); }

 private:
  void find_wrappers(Node document);
  bool enter(Node node);
  void leave(Node node);
  void enter_block(Node node);
  void leave_block(Node node);
  void enter_phrase(Node node);
  void leave_phrase(Node node);
  bool is_row_of_words(Node node) const;
  void append_text(Node node);
  void append_attributes(Node node);
  void append_image(Node node);
  void append_meta(Node node);
  void add_shortcodes(Node node);
  void add_code(Node pre);
  void reach(std::string_view original);
  void flush();
  Block block_of_run() const;
  std::size_t line_of(const char* place) const;

  const Masks& masks_;
  std::vector<std::size_t> line_starts_;
  std::unordered_set<Node> wrappers_;  // Those that have blocks in them.
  std::vector<Node> around_;           // The blocks that are open.
  std::unordered_set<Node> begun_;     // Items of which the first run has been seen.
  std::vector<Node> links_;            // The links that are open in the run.
  NormalText text_;
  const char* first_ = nullptr;  // Where the run begins; null if nothing is in it.
  const char* last_ = nullptr;   // Its last character.
  std::vector<PlacedBlock> blocks_;
};

HtmlBlocks::HtmlBlocks(const Masks& masks, Node document) : masks_(masks) {
  const std::string& page = masks.page();
  line_starts_.push_back(0);
  for (std::size_t at = page.find('\n'); at != page.npos; at = page.find('\n', at + 1)) {
    line_starts_.push_back(at + 1);
  }
  find_wrappers(document);
  html::walk(
      document, [this](Node node) { return enter(node); }, [this](Node node) { leave(node); });
  flush();
}

// A block marks all that is around it, up to what is marked already.
void HtmlBlocks::find_wrappers(Node document) {
  const auto mark = [this](Node node) {
    if (html::is_block(node)) {
      for (Node around = node->parent; around != nullptr; around = around->parent) {
        if (!wrappers_.insert(around).second) break;
      }
    }
    return !html::is_opaque(node);
  };
  html::walk(document, mark, [](Node) {});
}

std::size_t HtmlBlocks::line_of(const char* place) const {
  const auto at = static_cast<std::size_t>(place - masks_.page().data());
  const auto above = std::upper_bound(line_starts_.begin(), line_starts_.end(), at);
  return static_cast<std::size_t>(above - line_starts_.begin());
}

// Makes what stands there a part of the run.
void HtmlBlocks::reach(std::string_view original) {
  const std::size_t begin = original.find_first_not_of(" \t\n\f");
  if (begin == original.npos) return;
  const char* const first = original.data() + begin;
  const char* const last = original.data() + original.find_last_not_of(" \t\n\f");
  first_ = first_ == nullptr ? first : std::min(first_, first);
  last_ = last_ == nullptr ? last : std::max(last_, last);
}

// What the nearest block around the run makes of it.
Block HtmlBlocks::block_of_run() const {
  Block block;
  block.level = static_cast<int>(std::count_if(around_.begin(), around_.end(), html::is_list));
  for (std::size_t k = around_.size(); k-- > 0;) {
    const Node around = around_[k];
    if (const int level = html::heading_level(around)) {
      block.kind = BlockKind::kHeading;
      block.level = level;
      block.anchor = html::attribute_of(around, "id");
      block.has_written_anchor = !block.anchor.empty();
      break;
    }
    if (html::is_item(around)) {
      if (!begun_.contains(around)) block.kind = BlockKind::kListItem;
      break;
    }
    if (is_row_of_words(around)) {
      block.kind = BlockKind::kTableRow;
      break;
    }
    if (html::is_cell(around) || html::is_list(around)) break;
  }
  return block;
}

// Ends the run of words, if there is one.
void HtmlBlocks::flush() {
  Block block = block_of_run();
  text_.finish(block);
  if (!block.text.empty() && first_ != nullptr) {
    for (const Node around : around_) {
      if (html::is_item(around)) begun_.insert(around);
    }
    blocks_.push_back({std::move(block), {line_of(first_), line_of(last_)}});
  }
  first_ = nullptr;
  last_ = nullptr;
}

// A row whose cells have no blocks in them.
bool HtmlBlocks::is_row_of_words(Node node) const {
  if (!html::is_element(node, GUMBO_TAG_TR)) return false;
  const GumboVector& cells = node->v.element.children;
  return std::none_of(cells.data, cells.data + cells.length, [this](const void* cell) {
    return wrappers_.contains(static_cast<Node>(cell));
  });
}

bool HtmlBlocks::enter(Node node) {
  if (html::is_opaque(node)) return false;
  switch (node->type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
      append_text(node);
      return false;
    case GUMBO_NODE_COMMENT:
      if (html::is_shortcodes(node)) add_shortcodes(node);
      return false;
    default:
      break;
  }
  if (html::is_element(node, GUMBO_TAG_PRE)) {
    add_code(node);
    return false;
  }
  if (html::is_block(node)) {
    enter_block(node);
  } else {
    enter_phrase(node);
  }
  return true;
}

void HtmlBlocks::leave(Node node) {
  if (html::is_block(node)) {
    leave_block(node);
  } else {
    leave_phrase(node);
  }
}

// The cells of a row of words are parts of one run.
void HtmlBlocks::enter_block(Node node) {
  const bool is_in_row = html::is_cell(node) && !around_.empty() && is_row_of_words(around_.back());
  if (!is_in_row) {
    flush();
  } else if (node->index_within_parent > 0 && first_ != nullptr) {
    text_.append_blank();
    text_.append_code("|");
    text_.append_blank();
  }
  around_.push_back(node);
  if (html::is_element(node, GUMBO_TAG_META)) append_meta(node);
  if (html::is_element(node)) append_attributes(node);
}

void HtmlBlocks::leave_block(Node node) {
  const bool is_in_row =
      html::is_cell(node) && around_.size() > 1 && is_row_of_words(around_[around_.size() - 2]);
  if (!is_in_row) flush();
  around_.pop_back();
}

// What has blocks in it is no part of a run, and has no marks.
void HtmlBlocks::enter_phrase(Node node) {
  const bool is_wrapper = wrappers_.contains(node);
  if (html::is_element(node, GUMBO_TAG_IMG)) {
    append_image(node);
  } else {
    append_attributes(node);
  }
  if (html::is_element(node, GUMBO_TAG_A) && !is_wrapper &&
      !html::attribute_of(node, "href").empty()) {
    text_.open(SpanKind::kLink, "[");
    links_.push_back(node);
  } else if (html::is_element(node, GUMBO_TAG_CODE) && !is_wrapper) {
    text_.open(SpanKind::kCode, "`");
    links_.push_back(node);
  } else if (!is_tag_of_words(gumbo_normalized_tagname(node->v.element.tag))) {
    text_.append_blank();
  }
}

void HtmlBlocks::leave_phrase(Node node) {
  if (!links_.empty() && links_.back() == node) {
    links_.pop_back();
    if (html::is_element(node, GUMBO_TAG_CODE)) {
      text_.close("`");
    } else {
      text_.close("]", masks_.restore(html::attribute_of(node, "href")));
    }
  } else if (!is_tag_of_words(gumbo_normalized_tagname(node->v.element.tag))) {
    text_.append_blank();
  }
}

void HtmlBlocks::append_text(Node node) {
  const GumboText& text = node->v.text;
  masks_.append(text.text, text_);
  std::string_view original(text.original_text.data, text.original_text.length);
  // Tags that the parser has passed over, as nothing is open that they end, have come with it.
  original.remove_prefix(skip_all(original, 0, " \t\n\f"));
  while (original.starts_with("</") && original.find('>') != original.npos) {
    original.remove_prefix(original.find('>') + 1);
    original.remove_prefix(skip_all(original, 0, " \t\n\f"));
  }
  reach(original);
}

void HtmlBlocks::append_attributes(Node node) {
  const GumboElement& element = node->v.element;
  const std::string_view tag(element.original_tag.data, element.original_tag.length);
  if (tag.empty()) return;  // The parser has added it.
  for (unsigned int i = 0; i < element.attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    const std::string_view value = attribute.value;
    if (value.empty()) continue;
    if (std::string_view(attribute.name) == "src") {
      text_.open(SpanKind::kImage, "(");
      text_.append_code(file_of_url(masks_.restore(value)));
      text_.close(")", masks_.restore(value));
    } else if (is_shown_attribute(attribute.name)) {
      text_.append_blank();
      masks_.append(value, text_);
      text_.append_blank();
    } else {
      continue;
    }
    reach(tag);
  }
}

// As Markdown has it: "![alt](file.png)".
void HtmlBlocks::append_image(Node node) {
  const GumboElement& element = node->v.element;
  const std::string source = masks_.restore(html::attribute_of(node, "src"));
  text_.open(SpanKind::kImage, "![");
  masks_.append(html::attribute_of(node, "alt"), text_);
  text_.close("](" + std::string(file_of_url(source)) + ")", source);
  reach({element.original_tag.data, element.original_tag.length});
}

// What search engines show of a page.
void HtmlBlocks::append_meta(Node node) {
  const std::string_view name = html::attribute_of(node, "name");
  const std::string_view property = html::attribute_of(node, "property");
  const bool is_read = name == "description" || property == "og:title" ||
                       property == "og:description" || name == "twitter:title" ||
                       name == "twitter:description";
  if (!is_read) return;
  masks_.append(html::attribute_of(node, "content"), text_);
  reach({node->v.element.original_tag.data, node->v.element.original_tag.length});
}

void HtmlBlocks::add_shortcodes(Node node) {
  const GumboText& text = node->v.text;
  const std::string_view original(text.original_text.data, text.original_text.length);
  flush();
  Block block = block_of_run();
  block.kind = BlockKind::kShortcode;
  block.anchor.clear();
  block.has_written_anchor = false;
  const auto pieces = masks_.pieces(original);
  if (pieces.empty()) return;
  block.name = pieces.front()->normal.substr(0, pieces.front()->normal.find(' '));
  masks_.append(original, text_);
  reach(original);
  text_.finish(block);
  blocks_.push_back({std::move(block), {line_of(first_), line_of(last_)}});
  first_ = nullptr;
  last_ = nullptr;
}

// The language that highlighters are told: `class="language-sh"`.
std::string_view language_of_class(std::string_view classes) {
  for (const std::string_view lead : {"language-", "lang-"}) {
    const std::size_t at = classes.find(lead);
    if (at == classes.npos) continue;
    const std::string_view name = classes.substr(at + lead.size());
    return name.substr(0, name.find(' '));
  }
  return {};
}

void HtmlBlocks::add_code(Node pre) {
  flush();
  Block block;
  block.kind = BlockKind::kCode;
  block.level = static_cast<int>(std::count_if(around_.begin(), around_.end(), html::is_list));
  std::string code;
  const auto read = [&](Node node) {
    if (html::is_element(node)) {
      if (block.name.empty()) block.name = language_of_class(html::attribute_of(node, "class"));
      if (html::is_element(node, GUMBO_TAG_BR)) code += '\n';
    } else if (node->type != GUMBO_NODE_COMMENT || html::is_shortcodes(node)) {
      code += node->type == GUMBO_NODE_COMMENT ? "<" + std::string(node->v.text.text) + ">"
                                               : std::string(node->v.text.text);
    }
    return !html::is_opaque(node);
  };
  html::walk(pre, read, [](Node) {});
  code.erase(0, code.find_first_not_of('\n'));
  block.text = normal_code(masks_.restore(code));
  const GumboElement& element = pre->v.element;
  if (block.text.empty() || element.original_tag.length == 0) return;
  const char* const end = element.original_end_tag.length > 0
                              ? element.original_end_tag.data
                              : masks_.page().data() + masks_.page().size() - 1;
  blocks_.push_back({std::move(block), {line_of(element.original_tag.data), line_of(end)}});
}

}  // namespace

std::optional<std::vector<PlacedBlock>> find_html_blocks(std::string_view body) {
  const Masks masks = mask_shortcodes(body);
  if (is_entangled_html(masks.page())) return {};
  const HtmlTree tree(masks.page());
  if (tree.document() == nullptr) return {};
  return HtmlBlocks(masks, tree.document()).take();
}

}  // namespace l10n_drift
