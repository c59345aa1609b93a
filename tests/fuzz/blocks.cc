// A page's blocks and their differences, for each kind of page. Inputs are any bytes; what stands
// before the first line of '%%' is an older version of what stands behind it.

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "detection/page_diff.h"
#include "detection/severity.h"
#include "fuzz/target.h"
#include "markdown/invariants.h"
#include "markdown/normal_form.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {
namespace {

void check_blocks(const ParsedPage& parsed, std::size_t bytes) {
  const PageBlocks& page = parsed.blocks;
  std::size_t below = 0;
  for (std::size_t i = 0; i < page.size(); ++i) {
    const Block& block = page[i];
    const LineRange lines = page.lines(i);
    const bool may_share = parsed.kind == PageKind::kHtml;
    require(lines.first > below || (may_share && lines.first == below),
            "blocks are in order and share no line, but in HTML");
    require(lines.first <= lines.last, "a block has a line");
    require(lines.last <= bytes + 1, "a page has the lines of its blocks");
    below = lines.last;
    for (const Span& span : block.spans) {
      // An address in front matter is a link without a text.
      const bool may_be_empty = block.kind == BlockKind::kFrontMatter && block.text.empty() &&
                                span.kind == SpanKind::kLink;
      require(span.begin < span.end || (may_be_empty && span.begin == span.end), "a span has text");
      require(span.end <= block.text.size(), "a span lies in its text");
    }
    for (const Invariant& invariant : find_invariants(block)) {
      require(invariant.kind == InvariantKind::kLinkTarget ||
                  invariant.kind == InvariantKind::kImage ||
                  invariant.kind == InvariantKind::kCode || !invariant.text.empty(),
              "an invariant has a text");
    }
    require(unmarked(block).size() <= block.text.size(), "marks are taken away, never added");
  }
}

void check_changes(const PageBlocks& old_page, const PageBlocks& new_page) {
  const Grammar grammar("en");
  std::vector<bool> old_seen(old_page.size()), new_seen(new_page.size());
  const std::vector<BlockChange> changes = compare_pages(old_page, new_page).changes;
  for (const BlockChange& change : changes) {
    require(change.old_index || change.new_index, "a change is one of a block");
    if (change.old_index) {
      require(!old_seen.at(*change.old_index), "an old block changes once");
      old_seen[*change.old_index] = true;
    }
    if (change.new_index) {
      require(!new_seen.at(*change.new_index), "a new block changes once");
      new_seen[*change.new_index] = true;
    }
    severity_of(change, old_page, new_page, grammar);
  }
}

void run_kind(std::string_view old_text, std::string_view new_text, PageKind kind) {
  const auto old_page = parse_page(old_text, kind);
  const auto new_page = parse_page(new_text, kind);
  if (old_page) {
    check_blocks(*old_page, old_text.size());
    require(compare_pages(old_page->blocks, old_page->blocks).changes.empty(),
            "a page does not differ from itself");
  }
  if (new_page) check_blocks(*new_page, new_text.size());
  if (old_page && new_page) check_changes(old_page->blocks, new_page->blocks);
}

}  // namespace

void run_target(std::string_view input) {
  constexpr std::string_view kDivider = "%%\n";
  const std::size_t divider = std::min(input.find(kDivider), input.size());
  const std::string_view old_text = input.substr(0, divider);
  const std::string_view new_text = input.substr(std::min(divider + kDivider.size(), input.size()));
  for (const PageKind kind : {PageKind::kMarkdown, PageKind::kMdx, PageKind::kHtml}) {
    run_kind(old_text, new_text, kind);
  }
}

}  // namespace l10n_drift
