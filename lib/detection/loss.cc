// What a translation loses
// ========================
//
// A source is watched for what it gains. A translation may lose what it had, while its source
// stands as it was: a tool cuts a page in half, a merge is settled in the wrong way, a paragraph is
// deleted by mistake.
//
//     source                        before             after the touch
//     Water turns the wheel.  ----  Wasser dreht es.   Wasser dreht es.
//     Mind the step.          ----  Vorsicht, Stufe.
//     It stands in a valley.  ----  Es steht im Tal.   Es steht im Tal.
//
// The obvious way is to look for blocks of the source without a counterpart after the touch. It
// names the wrong ones: where nothing in a paragraph survives translation, the pages are aligned by
// order and length, and with one block less all others may shift. But which block went is known, as
// two versions of one page are compared word by word; and what it said is known, as the pages
// before the touch have the same number of blocks. So the loss is the source's block whose
// counterpart of before is gone.
//
// Where next to nothing is left of a page, all that the source has and the rest does not is lost.
//
// A translator may also have said the same in another way. So it is no loss
//
// - if a new block of the kind stands where the lost one was: it may be the same, rewritten;
// - if a neighbour has grown by about as much: it has taken the text in;
// - if the translation had a block to spare for it, or has the source's block word for word;
// - if the source does not have the block any more, or has changed it.

#include "detection/loss.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <unordered_map>
#include <utility>

#include "detection/untranslated.h"
#include "markdown/normal_form.h"

namespace l10n_drift {
namespace {

// The part of a lost block by which a neighbour has to grow that has taken it in.
constexpr double kTakenIn = 0.5;
// How many blocks in a row may have shifted to the next place.
constexpr std::size_t kMostShifted = 500;

class LossSearch {
 public:
  explicit LossSearch(const TouchView& view)
      : view_(view),
        before_(view.translation_before().blocks),
        after_(view.translation_page().blocks) {}

  std::vector<std::size_t> run() {
    if (view_.alignment_before().is_weak()) return {};
    count_keys();
    Gap gap;
    for (std::size_t i = 0; i <= before_.size(); ++i) {
      if (i < before_.size() && !view_.block_after(i)) continue;
      gap.old_end = i;
      gap.end = i < before_.size() ? *view_.block_after(i) : after_.size();
      search(gap);
      if (i < before_.size()) gap = {i + 1, i + 1, gap.end + 1, gap.end + 1, true};
    }
    std::sort(lost_.begin(), lost_.end());
    return std::move(lost_);
  }

 private:
  // A stretch of blocks of the translation between two that are still there, as it was before the
  // touch and as it is after it. The ends are not included.
  struct Gap {
    std::size_t old_begin = 0;
    std::size_t old_end = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool has_block_above = false;
  };

  void count_keys() {
    for (std::size_t j = 0; j < after_.size(); ++j) ++keys_[after_.key(j)];
    const PageBlocks& source = view_.source_page().blocks;
    for (std::size_t i = 0; i < source.size(); ++i) --keys_[source.key(i)];
  }

  // Looks at the blocks that were in the gap.
  void search(const Gap& gap) {
    if (gap.old_begin == gap.old_end) return;
    std::set<BlockKind> new_classes;
    double new_length = 0;
    for (std::size_t j = gap.begin; j < gap.end; ++j) {
      if (view_.block_before(j) || !is_translatable(after_[j])) continue;
      new_classes.insert(class_of(after_[j]));
      new_length += length_of(after_, j);
    }
    double grown = 0;
    if (gap.has_block_above) grown = growth_of(gap.old_begin - 1);
    if (gap.old_end < before_.size()) grown = std::max(grown, growth_of(gap.old_end));
    for (std::size_t i = gap.old_begin; i < gap.old_end; ++i) {
      const double wanted = kTakenIn * length_of(before_, i);
      // Whatever its kind: a table that is broken in one of the languages is a paragraph there.
      const bool is_replaced =
          new_classes.contains(class_of(before_[i])) || (new_length > 0 && new_length >= wanted);
      // A heading becomes no sentence.
      const bool is_taken_in =
          before_[i].kind != BlockKind::kHeading && grown > 0 && grown >= wanted;
      if (!is_replaced && !is_taken_in) look_at(i);
    }
  }

  static double length_of(const PageBlocks& blocks, std::size_t i) {
    return static_cast<double>(blocks.fingerprint(i).length);
  }

  double growth_of(std::size_t i) const {
    return length_of(after_, *view_.block_after(i)) - length_of(before_, i);
  }

  void look_at(std::size_t i) {
    const OptionalIndex was = view_.alignment_before().source_of[i];
    const OptionalIndex source = was ? view_.source_change().diff.new_of[*was] : OptionalIndex();
    if (source && source_stands(*was, *source) && !has_another(*source)) lost_.push_back(*source);
  }

  // Whether there is something to translate in the block of the source, and it is what it was. If
  // it changed, that is an open change of its own.
  bool source_stands(std::size_t was, std::size_t source) const {
    const Block& block = view_.source_page().blocks[source];
    return is_translatable(block) &&
           same_normal_form(view_.source_change().before->blocks[was], block);
  }

  // Whether the translation still has as many blocks as it takes, or has the source's word for
  // word. The one that the lost block's source is aligned to now may have been that of its
  // neighbour, the neighbour's that of the next, and so on; where this ends with a block that was
  // free, none is lacking.
  bool has_another(std::size_t source) const {
    if (keys_.at(view_.source_page().blocks.key(source)) >= 0) return true;
    for (std::size_t steps = 0; steps < kMostShifted; ++steps) {
      const OptionalIndex place = view_.counterpart_of(source);
      if (!place) return false;
      const OptionalIndex was = view_.block_before(*place);
      const OptionalIndex owner_was = was ? view_.alignment_before().source_of[*was] : was;
      const OptionalIndex owner =
          owner_was ? view_.source_change().diff.new_of[*owner_was] : owner_was;
      if (!owner || *owner == source) return true;
      source = *owner;
    }
    return true;
  }

  const TouchView& view_;
  const PageBlocks& before_;
  const PageBlocks& after_;
  // How many more blocks with each key the translation has than the source.
  std::unordered_map<std::uint64_t, std::ptrdiff_t> keys_;
  std::vector<std::size_t> lost_;
};

}  // namespace

std::vector<std::size_t> find_lost(const TouchView& view) {
  if (!view.has_touch()) return {};
  const ParsedPage& source = view.source_page();
  // Of what little is left it is not asked where it was.
  const bool is_emptied = is_stub(source, view.translation_page()) &&
                          !is_stub(*view.source_change().before, view.translation_before());
  return is_emptied ? list_unaligned(source, *view.alignment()) : LossSearch(view).run();
}

}  // namespace l10n_drift
