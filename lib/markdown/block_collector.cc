// cmark-gfm parses a text in which all is masked that is not Markdown, and one walk over its tree
// makes a block of every leaf.
//
// Of GitHub's extensions only tables are used. Autolinks and strikethrough add characters to a
// table that all parsers of the process share, for as long as they run, so two threads would
// disturb each other; both are as good as text here. Check boxes are text, too.
//
// Where cmark-gfm 0.29.0.gfm.6 is not to be believed about lines:
//
//   paragraph above a table      none at all: from the table's first line to its header
//   header of a table            the paragraph's: two above the first row, or one above the end
//   block of HTML                ends one line early if its last line ends it
//   heading, list, code          may end in blank lines that follow
//   footnotes                    stand last, wherever they were written

#include "markdown/block_collector.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <string_view>

#include "markdown/anchors.h"
#include "markdown/html_text.h"
#include "markdown/inline_text.h"
#include "text/ascii.h"

namespace l10n_drift {
namespace {

cmark_syntax_extension* table_extension() {
  static cmark_syntax_extension* const extension = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return cmark_find_syntax_extension("table");
  }();
  return extension;
}

// The tree lives as long as its memory.
cmark_node* parse_markdown(const std::string& text, const TreeMemory& memory) {
  cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, memory.get());
  cmark_parser_attach_syntax_extension(parser, table_extension());
  cmark_parser_feed(parser, text.data(), text.size());
  return cmark_parser_finish(parser);
}

std::string_view type_name(cmark_node* node) { return cmark_node_get_type_string(node); }

LineRange lines_of(cmark_node* node) {
  return {static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 0)),
          static_cast<std::size_t>(std::max(cmark_node_get_end_line(node), 0))};
}

// The line of a table's header.
std::size_t header_line(cmark_node* header) {
  cmark_node* row = cmark_node_next(header);
  if (row != nullptr) return std::max<std::size_t>(lines_of(row).first, 3) - 2;
  return std::max<std::size_t>(lines_of(cmark_node_parent(header)).last, 2) - 1;
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

// The language of code, and the title above it, which some sites show: `js {1,3} title="a.js"`.
std::string name_of_code(std::string_view info) {
  constexpr std::string_view kTitle = "title=\"";
  std::string name(info.substr(0, info.find_first_of(" \t{")));
  const std::size_t title = info.find(kTitle);
  if (title == info.npos || title == 0 || is_alphanumeric(info[title - 1])) return name;
  const std::string_view value = info.substr(title + kTitle.size());
  return name.append(" ").append(value.substr(0, value.find('"')));
}

using Pieces = std::vector<const Masked*>;

// The piece that tells what a block is which consists of pieces; null if it is plain HTML.
const Masked* naming_piece(const Pieces& pieces) {
  const auto names = [](const Masked* piece) {
    return piece->kind != MaskKind::kTag && piece->kind != MaskKind::kComment &&
           (piece->kind != MaskKind::kExpression || piece->words.empty());
  };
  const auto found = std::find_if(pieces.begin(), pieces.end(), names);
  return found == pieces.end() ? nullptr : *found;
}

// Whether a block of HTML, or a single tag of it in MDX, is what Markdown has paragraphs for.
bool is_paragraph_of_html(std::string_view html, const Pieces& pieces) {
  const bool is_tag = pieces.size() == 1 && pieces.front()->kind == MaskKind::kTag;
  return is_html_paragraph(is_tag ? std::string_view(pieces.front()->normal) : html);
}

bool is_fenced(cmark_node* code) {
  int length = 0;
  int offset = 0;
  char character = 0;
  return cmark_node_get_fenced(code, &length, &offset, &character) != 0;
}

}  // namespace

Block BlockCollector::new_block(BlockKind kind) const {
  Block block;
  block.kind = kind;
  block.level = depth_;
  return block;
}

void BlockCollector::add(cmark_node* node, Block block, LineRange lines) {
  const bool is_on_top = cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT;
  if (is_on_top) tops_.push_back(lines.first);
  lines = {lines.first + above_, lines.last + above_};
  blocks_.push_back({std::move(block), lines});
}

void BlockCollector::add_inlines(cmark_node* node, BlockKind kind, LineRange lines) {
  Block block = new_block(kind);
  append_inlines(node, masks_, text_);
  text_.finish(block);
  if (block.text.empty() && is_prose(block)) return;
  add(node, std::move(block), lines);
}

void BlockCollector::add_heading(cmark_node* node) {
  add_inlines(node, BlockKind::kHeading, lines_of(node));
  Block& block = blocks_.back().block;
  block.level = cmark_node_get_heading_level(node);
  block.anchor = take_anchor(block.text);
  block.has_written_anchor = !block.anchor.empty();
  std::erase_if(block.spans, [&](const Span& span) { return span.end > block.text.size(); });
}

void BlockCollector::add_paragraph(cmark_node* node) {
  LineRange lines = lines_of(node);
  cmark_node* next = cmark_node_next(node);
  if (lines.first == 0 && next != nullptr && type_name(next) == "table") {
    lines = {lines_of(next).first, header_line(cmark_node_first_child(next)) - 1};
  }
  const bool begins_item = cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_ITEM &&
                           cmark_node_previous(node) == nullptr;
  add_inlines(node, begins_item ? BlockKind::kListItem : BlockKind::kParagraph, lines);
}

void BlockCollector::add_code(cmark_node* node) {
  if (indented_code_ == IndentedCode::kNone && !is_fenced(node)) {
    const std::size_t above = above_ + lines_of(node).first - 1;
    indented_.push_back({normal_code(cmark_node_get_literal(node)), above, depth_});
    return;
  }
  Block block = new_block(BlockKind::kCode);
  const std::string_view info = cmark_node_get_fence_info(node);
  block.name = name_of_code(info);
  block.text = normal_code(masks_.restore(cmark_node_get_literal(node)));
  add(node, std::move(block), lines_of(node));
}

void BlockCollector::add_html(cmark_node* node) {
  const std::string_view html = cmark_node_get_literal(node);
  Block block = new_block(BlockKind::kHtml);
  LineRange lines = lines_of(node);
  const auto newlines = static_cast<std::size_t>(std::count(html.begin(), html.end(), '\n'));
  lines.last = lines.first + newlines - (html.ends_with('\n') ? 1 : 0);
  const auto pieces = Masks::stand_alone(html) ? masks_.pieces(html) : Pieces();
  if (const Masked* const named = naming_piece(pieces)) {
    const bool is_shortcode = named->kind == MaskKind::kShortcode;
    block.kind = is_shortcode ? BlockKind::kShortcode : BlockKind::kComponent;
    block.name = first_word(named->normal);
  } else if (is_paragraph_of_html(html, pieces)) {
    block.kind = BlockKind::kParagraph;
  }
  if (!pieces.empty() && pieces.front()->kind == MaskKind::kContainer) {
    append_container(*pieces.front());
  } else {
    append_html(html, masks_, text_);
  }
  text_.finish(block);
  if (block.text.empty()) return;
  add(node, std::move(block), lines);
}

// A title is Markdown.
void BlockCollector::append_container(const Masked& piece) {
  masks_.append_mark(piece, text_);
  text_.append_blank();
  append_inlines(parse_markdown(piece.words, memory_), masks_, text_);
}

BlockCollector::Walk BlockCollector::enter_of_table(cmark_node* node) {
  const std::string_view type = type_name(node);
  if (type != "table_header" && type != "table_row") return Walk::kInto;
  const std::size_t line = type == "table_header" ? header_line(node) : lines_of(node).first;
  add_inlines(node, BlockKind::kTableRow, {line, line});
  return Walk::kPast;
}

BlockCollector::Walk BlockCollector::enter(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_ITEM:
      ++depth_;
      return Walk::kInto;
    case CMARK_NODE_PARAGRAPH:
      add_paragraph(node);
      return Walk::kPast;
    case CMARK_NODE_HEADING:
      add_heading(node);
      return Walk::kPast;
    case CMARK_NODE_CODE_BLOCK:
      add_code(node);
      return Walk::kInto;
    case CMARK_NODE_HTML_BLOCK:
      add_html(node);
      return Walk::kInto;
    default:
      return enter_of_table(node);
  }
}

void BlockCollector::collect(const std::string& text, IndentedCode indented_code) {
  indented_code_ = indented_code;
  cmark_iter* const iterator = cmark_iter_new(parse_markdown(text, memory_));
  for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator)) {
    cmark_node* node = cmark_iter_get_node(iterator);
    if (event == CMARK_EVENT_EXIT) {
      if (cmark_node_get_type(node) == CMARK_NODE_ITEM) --depth_;
    } else if (enter(node) == Walk::kPast) {
      cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT);
    }
  }
}

void BlockCollector::collect(const Indented& indented, IndentedCode indented_code) {
  above_ = indented.above;
  depth_ = indented.depth;
  collect(indented.text, indented_code);
}

}  // namespace l10n_drift
