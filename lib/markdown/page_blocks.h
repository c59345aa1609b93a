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
// page's own. For one thread, as fingerprints are made when they are first asked for.
class PageBlocks {
 public:
  std::size_t size() const { return entries_.size(); }
  void reserve(std::size_t blocks) { entries_.reserve(blocks); }

  // Of two versions of a page, blocks that are shared have the same address.
  const Block& operator[](std::size_t index) const { return entries_[index].said->block; }
  // The same block, for as long as somebody has the pointer.
  std::shared_ptr<const Block> share(std::size_t index) const;
  const Fingerprint& fingerprint(std::size_t index) const;
  // A hash that is the same for blocks which are equal in normal form. An item and a paragraph with
  // the same text have the same one, too.
  std::uint64_t key(std::size_t index) const { return entries_[index].said->key; }

  // Blocks do not overlap, but in HTML one may end in the line in which the next one begins.
  LineRange lines(std::size_t index) const { return entries_[index].lines; }
  // The index of the heading that the block stands under; of a heading, that of the one before it.
  std::optional<std::size_t> heading_above(std::size_t index) const {
    return entries_[index].heading_above;
  }

  // Each adds a block below the others: a new one, or one that is shared with `other` from then on.
  void add(Block block, LineRange lines);
  void add_shared(const PageBlocks& other, std::size_t index, LineRange lines);

  // Gives headings their anchors, and all blocks the heading that they stand under. To be called
  // when the last block has been added.
  void settle_headings();

 private:
  struct Said {
    explicit Said(Block its_block);

    Block block;
    std::uint64_t key;
    mutable std::optional<Fingerprint> fingerprint;  // Nothing as long as nobody has asked for it.
  };
  struct Entry {
    std::shared_ptr<const Said> said;
    LineRange lines;
    std::optional<std::size_t> heading_above;
  };
  void set_anchor(Entry& heading, std::string anchor);

  std::vector<Entry> entries_;
};

}  // namespace l10n_drift
