// From a page to its blocks: front matter is cut off, what is not Markdown is masked, cmark-gfm
// parses the rest, and one walk over its tree makes a block of every leaf.
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

#include "markdown/blocks.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <string>
#include <utility>

#include "markdown/anchors.h"
#include "markdown/front_matter.h"
#include "markdown/html_page.h"
#include "markdown/html_regions.h"
#include "markdown/html_text.h"
#include "markdown/inline_text.h"
#include "markdown/limits.h"
#include "markdown/masks.h"
#include "markdown/mdx.h"
#include "markdown/normal_form.h"
#include "markdown/page_cuts.h"
#include "markdown/page_lines.h"
#include "markdown/shortcodes.h"
#include "markdown/tree_memory.h"
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

// What cmark takes for code by its indentation, in a page that has no such code.
struct Indented {
  std::string text;
  std::size_t above = 0;  // How many lines of the body.
  int depth = 0;          // How many lists are open.
};

// Whether there is code by indentation.
enum class IndentedCode { kSome, kNone };

// Blocks as they come out of the tree. Their lines count from the end of the front matter.
class BlockCollector {
 public:
  BlockCollector(const Masks& masks, const TreeMemory& memory) : masks_(masks), memory_(memory) {}

  // The blocks of a text that has been masked, below others.
  void collect(const std::string& text, IndentedCode indented_code);
  void collect(const Indented& indented, IndentedCode indented_code);

  // What `collect` has found.
  std::vector<PlacedBlock> take_blocks() { return std::move(blocks_); }
  std::vector<Indented> take_indented() { return std::exchange(indented_, {}); }
  const std::vector<std::size_t>& tops() const { return tops_; }

 private:
  enum class Walk { kInto, kPast };
  Walk enter(cmark_node* node);
  void add_inlines(cmark_node* node, BlockKind kind, LineRange lines);
  void add_heading(cmark_node* node);
  void add_paragraph(cmark_node* node);
  void add_code(cmark_node* node);
  void add_html(cmark_node* node);
  void append_container(const Masked& piece);
  Walk enter_of_table(cmark_node* node);
  Block new_block(BlockKind kind) const;
  void add(cmark_node* node, Block block, LineRange lines);

  const Masks& masks_;
  const TreeMemory& memory_;
  NormalText text_;  // Used for one block after the other.
  std::vector<PlacedBlock> blocks_;
  std::vector<std::size_t> tops_;  // The first lines of blocks that are in nothing else.
  std::vector<Indented> indented_;
  IndentedCode indented_code_ = IndentedCode::kSome;
  std::size_t above_ = 0;  // How many lines of the body stand above the text.
  int depth_ = 0;          // How many lists are open.
};

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

// MDX has no code by indentation: what cmark takes for it is read once more, without its margin.
void collect_mdx(const Masks& masks, BlockCollector& collector) {
  constexpr int kMostRounds = 20;
  collector.collect(masks.page(), IndentedCode::kNone);
  for (int round = 1; round <= kMostRounds; ++round) {
    const bool is_last = round == kMostRounds;
    for (const Indented& indented : collector.take_indented()) {
      collector.collect(indented, is_last ? IndentedCode::kSome : IndentedCode::kNone);
    }
  }
}

// Where the page can be cut, of lines of the body that begin a block which is in nothing else.
std::vector<Joint> find_joints(const std::vector<std::size_t>& lines,
                               const std::vector<PlacedBlock>& blocks, std::string_view text,
                               const std::vector<std::size_t>& starts,
                               const FrontMatter& front_matter) {
  std::vector<Joint> joints;
  auto block = blocks.begin();
  for (const std::size_t line : lines) {
    if (line == 0 || line >= starts.size()) continue;
    const Joint joint{line + front_matter.lines, front_matter.size + starts[line - 1]};
    block = std::find_if(block, blocks.end(), [&](const PlacedBlock& candidate) {
      return candidate.lines.first >= joint.line;
    });
    if (block == blocks.end()) break;
    if (block->lines.first == joint.line && may_cut_at(text, joint.at)) joints.push_back(joint);
  }
  return joints;
}

FoundBlocks with_front_matter(FrontMatter front_matter, std::vector<PlacedBlock> found) {
  FoundBlocks result;
  result.blocks = std::move(front_matter.blocks);
  result.blocks.insert(result.blocks.end(), std::make_move_iterator(found.begin()),
                       std::make_move_iterator(found.end()));
  return result;
}

std::optional<FoundBlocks> find_in_markdown(std::string_view text, FrontMatter front_matter,
                                            PageKind kind) {
  const std::string_view body = text.substr(front_matter.size);
  const Masks masks = kind == PageKind::kMdx ? mask_mdx(body) : mask_shortcodes(body);
  if (is_entangled(masks.page())) return {};
  const TreeMemory memory;
  BlockCollector collector(masks, memory);
  if (kind == PageKind::kMdx) {
    collect_mdx(masks, collector);
  } else {
    collector.collect(masks.page(), IndentedCode::kSome);
  }
  std::vector<PlacedBlock> found = collector.take_blocks();
  const std::vector<std::size_t> starts = settle_lines(found, body, front_matter.lines);
  std::vector<Joint> joints;
  if (kind == PageKind::kMarkdown) {
    joints = find_joints(collector.tops(), found, text, starts, front_matter);
  }
  FoundBlocks result = with_front_matter(std::move(front_matter), std::move(found));
  result.joints = std::move(joints);
  return result;
}

// The lines of Markdown in a page of HTML are a page of their own.
std::optional<FoundBlocks> find_in_html(std::string_view body, FrontMatter front_matter) {
  const HtmlRegions regions = split_regions(body);
  auto found = find_html_blocks(regions.html);
  auto others = find_in_markdown(regions.markdown, {}, PageKind::kMarkdown);
  if (!found || !others) return {};
  found->insert(found->end(), std::make_move_iterator(others->blocks.begin()),
                std::make_move_iterator(others->blocks.end()));
  settle_lines(*found, body, front_matter.lines, SharedLines::kSome);
  return with_front_matter(std::move(front_matter), *std::move(found));
}

}  // namespace

std::optional<FoundBlocks> find_blocks(std::string_view text, PageKind kind) {
  FrontMatter front_matter = read_front_matter(text);
  if (kind != PageKind::kHtml) return find_in_markdown(text, std::move(front_matter), kind);
  const std::string_view body = text.substr(front_matter.size);
  return find_in_html(body, std::move(front_matter));
}

}  // namespace l10n_drift
