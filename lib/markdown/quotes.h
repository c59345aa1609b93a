#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "markdown/block.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {

// A block of the source that a translation quotes in a comment, as some teams do it above each
// paragraph.
struct Quote {
  std::shared_ptr<const Block> block;
  std::vector<std::size_t> below;  // The blocks of the page that translate it, or may. May be none.
};

// What a page quotes. See quotes.cc.
class Quotes {
 public:
  Quotes() = default;
  explicit Quotes(const ParsedPage& page);

  // In the order of the page.
  const std::vector<Quote>& all() const { return quotes_; }

  // Those that have the words of a block of the source.
  std::vector<const Quote*> of(const Block& source) const;

 private:
  std::vector<Quote> quotes_;
  std::unordered_multimap<std::uint64_t, std::size_t> by_text_;
};

}  // namespace l10n_drift
