#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "markdown/block.h"
#include "markdown/fingerprint.h"

namespace l10n_drift {

// The blocks of a page, in the order of their lines. What they say is shared with all versions of
// the page that say the same, so that a further version costs little; where they stand is each
// page's own. For one thread, as prints are made when they are first asked for.
class PageBlocks {
 public:
  std::size_t size() const { return entries_.size(); }
  bool empty() const { return entries_.empty(); }
  void reserve(std::size_t blocks) { entries_.reserve(blocks); }

  // Of two versions of a page, blocks that are shared have the same address.
  const Block& operator[](std::size_t index) const { return entries_[index].said->block; }
  // The block for as long as somebody has the pointer.
  std::shared_ptr<const Block> share(std::size_t index) const;
  const Fingerprint& print(std::size_t index) const;
  // The same for blocks that are equal in normal form, an item and a paragraph included.
  std::uint64_t key(std::size_t index) const { return entries_[index].said->key; }

  // No two blocks share a line.
  LineRange lines(std::size_t index) const { return entries_[index].lines; }
  // The heading above, as an index.
  std::optional<std::size_t> section(std::size_t index) const { return entries_[index].section; }

  // Each adds a block below the others.
  void add(Block block, LineRange lines);
  void take(const PageBlocks& other, std::size_t index, LineRange lines);
  void remove_last() { entries_.pop_back(); }

  // Gives headings their anchors, and all blocks the heading that they stand under.
  void name_sections();

 private:
  struct Said {
    explicit Said(Block its_block);

    Block block;
    std::uint64_t key;
    mutable std::optional<Fingerprint> print;  // Nothing: not made yet.
  };
  struct Entry {
    std::shared_ptr<const Said> said;
    LineRange lines;
    std::optional<std::size_t> section;
  };
  void set_anchor(Entry& heading, std::string anchor);

  std::vector<Entry> entries_;
};

}  // namespace l10n_drift
