#pragma once

#include <memory>
#include <string_view>
#include <utility>

#include "markdown/parsed_page.h"

namespace l10n_drift {

// The blocks of a page that can be parsed.
inline PageBlocks blocks_of(std::string_view page, PageKind kind = PageKind::kMarkdown) {
  return parse_page(page, kind).value().blocks;
}

// A page, out of `earlier` if that is not null; null if it can only be compared as a whole.
inline SharedPage shared_page(std::string_view text, const SharedPage& earlier = nullptr,
                              PageKind kind = PageKind::kMarkdown) {
  auto page = parse_page(text, kind, earlier.get());
  return page ? std::make_shared<const ParsedPage>(*std::move(page)) : nullptr;
}

}  // namespace l10n_drift
