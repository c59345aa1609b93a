// From a page to its blocks: front matter is cut off, what is not Markdown is masked, the rest is
// parsed (block_collector.h), and where the page can be cut is found.

#include "markdown/blocks.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "markdown/block_collector.h"
#include "markdown/front_matter.h"
#include "markdown/html_page.h"
#include "markdown/html_regions.h"
#include "markdown/limits.h"
#include "markdown/masks.h"
#include "markdown/mdx.h"
#include "markdown/page_cuts.h"
#include "markdown/page_lines.h"
#include "markdown/shortcodes.h"
#include "markdown/tree_memory.h"

namespace l10n_drift {
namespace {

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
