#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/blocks.h"
#include "markdown/page_blocks.h"
#include "markdown/page_kind.h"

namespace l10n_drift {

// A page, ready to be held against its versions and its translation. For one thread, as its blocks
// are (page_blocks.h).
struct ParsedPage {
  PageBlocks blocks;

  PageKind kind = PageKind::kMarkdown;

  // What a later version can be parsed from.
  std::string text;
  std::vector<Joint> joints;
};

// A page in many hands, none of which changes it.
using SharedPage = std::shared_ptr<const ParsedPage>;

// The blocks are those of find_blocks, with anchors and sections. Lines may end in LF, CRLF or CR;
// a byte order mark is skipped. Nothing for a page that can only be compared as a whole.
//
// `earlier` is another version of the page, of any kind, or null. Sections that both have alike are
// taken from it, which is most of the work saved where versions differ in a few places. See
// reparse.cc.
std::optional<ParsedPage> parse_page(std::string_view page, PageKind kind,
                                     const ParsedPage* earlier = nullptr);

}  // namespace l10n_drift
