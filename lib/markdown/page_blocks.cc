#include "markdown/page_blocks.h"

#include <utility>

#include "markdown/anchors.h"
#include "markdown/hash.h"

namespace l10n_drift {
namespace {

std::uint64_t key_of(const Block& block) {
  const std::uint64_t name = goes_by_name(block) ? hash_of(block.name) : 0;
  return mix_hashes(mix_hashes(hash_of(block.text), name),
                    static_cast<std::uint64_t>(class_of(block)));
}

}  // namespace

PageBlocks::Said::Said(Block its_block) : block(std::move(its_block)), key(key_of(block)) {}

std::shared_ptr<const Block> PageBlocks::share(std::size_t index) const {
  const std::shared_ptr<const Said>& said = entries_[index].said;
  return {said, &said->block};
}

const Fingerprint& PageBlocks::fingerprint(std::size_t index) const {
  const Said& said = *entries_[index].said;
  if (!said.fingerprint) said.fingerprint = fingerprint_of(said.block);
  return *said.fingerprint;
}

void PageBlocks::add(Block block, LineRange lines) {
  entries_.push_back({std::make_shared<Said>(std::move(block)), lines, {}});
}

void PageBlocks::add_shared(const PageBlocks& other, std::size_t index, LineRange lines) {
  entries_.push_back({other.entries_[index].said, lines, {}});
}

// The anchor of a heading depends on those above it, so that a shared one may need another.
void PageBlocks::set_anchor(Entry& heading, std::string anchor) {
  if (heading.said->block.anchor == anchor) return;
  Block block = heading.said->block;
  block.anchor = std::move(anchor);
  heading.said = std::make_shared<Said>(std::move(block));
}

void PageBlocks::settle_headings() {
  AnchorMaker anchors;
  std::optional<std::size_t> heading_above;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    entries_[i].heading_above = heading_above;
    const Block& block = entries_[i].said->block;
    if (block.kind != BlockKind::kHeading) continue;
    if (!block.has_written_anchor) set_anchor(entries_[i], anchors.make(block.text));
    heading_above = i;
  }
}

}  // namespace l10n_drift
