#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "markdown/block.h"
#include "markdown/masks.h"
#include "markdown/normal_form.h"
#include "markdown/tree_memory.h"

namespace l10n_drift {

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
  // Both must outlive the object.
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

}  // namespace l10n_drift
