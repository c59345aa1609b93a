#include "markdown/parsed_page.h"

#include <utility>

#include "markdown/reparse.h"
#include "text/lines.h"

namespace l10n_drift {

std::optional<ParsedPage> parse_page(std::string_view page, PageKind kind,
                                     const ParsedPage* earlier) {
  std::string text = unify_lines(page);
  if (earlier != nullptr && earlier->kind == kind && kind == PageKind::kMarkdown) {
    if (auto reparsed = reparse(text, *earlier)) return reparsed;
  }
  auto found = find_blocks(text, kind);
  if (!found) return {};
  ParsedPage parsed;
  parsed.blocks.reserve(found->blocks.size());
  for (auto& [block, lines] : found->blocks) parsed.blocks.add(std::move(block), lines);
  parsed.blocks.settle_headings();
  parsed.kind = kind;
  parsed.text = std::move(text);
  parsed.joints = std::move(found->joints);
  return parsed;
}

}  // namespace l10n_drift
