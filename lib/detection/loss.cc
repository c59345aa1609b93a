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

#include "detection/untranslated.h"
#include "markdown/normal_form.h"

namespace l10n_drift {
namespace {

// The part of a lost block by which a neighbour has to grow that has taken it in.
constexpr double kTakenIn = 0.5;

class LossSearch {
 public:
  explicit LossSearch(const TouchView& view)
      : view_(view),
        before_(view.translation_before().blocks),
        after_(view.translation_page().blocks) {}

  std::vector<std::size_t> run() const {
    std::vector<std::size_t> lost;
    if (view_.alignment_before().is_weak()) return lost;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (view_.block_after(i)) continue;
      const OptionalIndex was = view_.alignment_before().source_of[i];
      const OptionalIndex source = was ? view_.source_change().diff.new_of[*was] : OptionalIndex();
      if (source && source_stands(*was, *source) && block_is_lost(i, *source)) {
        lost.push_back(*source);
      }
    }
    std::sort(lost.begin(), lost.end());
    return lost;
  }

 private:
  // Whether there is something to translate in the block of the source, and it is what it was. If
  // it changed, that is an open change of its own.
  bool source_stands(std::size_t was, std::size_t source) const {
    const Block& block = view_.source_page().blocks[source];
    return is_translatable(block) &&
           same_normal_form(view_.source_change().before->blocks[was], block);
  }

  // Whether the translation of `source`, which was its block at `i`, is nowhere else now.
  bool block_is_lost(std::size_t i, std::size_t source) const {
    return !new_block_stands_there(i) && !neighbour_took_it_in(i) && !has_another(source);
  }

  // The nearest blocks above and below that are still there; `end` if there are none.
  std::size_t kept_above(std::size_t i) const {
    while (i > 0 && !view_.block_after(i - 1)) --i;
    return i == 0 ? before_.size() : i - 1;
  }
  std::size_t kept_below(std::size_t i) const {
    while (i < before_.size() && !view_.block_after(i)) ++i;
    return i;
  }

  // Whatever its kind: a table that is broken in one of the languages is a paragraph there.
  bool new_block_stands_there(std::size_t i) const {
    const std::size_t above = kept_above(i);
    const std::size_t below = kept_below(i);
    const std::size_t begin = above < before_.size() ? *view_.block_after(above) + 1 : 0;
    const std::size_t end = below < before_.size() ? *view_.block_after(below) : after_.size();
    double length = 0;
    for (std::size_t j = begin; j < end; ++j) {
      if (view_.block_before(j) || !is_translatable(after_[j])) continue;
      if (class_of(after_[j]) == class_of(before_[i])) return true;
      length += static_cast<double>(after_.fingerprint(j).length);
    }
    return length > 0 && length >= wanted(i);
  }

  // By how much text the translation has to have grown there if it has taken in the block.
  double wanted(std::size_t i) const {
    return kTakenIn * static_cast<double>(before_.fingerprint(i).length);
  }

  bool neighbour_took_it_in(std::size_t i) const {
    if (before_[i].kind == BlockKind::kHeading) return false;  // It becomes no sentence.
    for (const std::size_t neighbour : {kept_above(i), kept_below(i)}) {
      if (neighbour >= before_.size()) continue;
      const std::size_t now = *view_.block_after(neighbour);
      const auto grown = static_cast<double>(after_.fingerprint(now).length) -
                         static_cast<double>(before_.fingerprint(neighbour).length);
      if (grown > 0 && grown >= wanted(i)) return true;
    }
    return false;
  }

  // Whether the translation still has as many blocks as it takes. The one that the lost block's
  // source is aligned to now may have been that of its neighbour, the neighbour's that of the next,
  // and so on; where this ends with a block that was free, none is lacking.
  bool has_another(std::size_t source) const {
    if (stands_word_for_word(source)) return true;
    for (std::size_t steps = 0; steps <= after_.size(); ++steps) {
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

  // As often as in the source.
  bool stands_word_for_word(std::size_t source) const {
    const PageBlocks& page = view_.source_page().blocks;
    const auto count = [key = page.key(source)](const PageBlocks& blocks) {
      std::size_t found = 0;
      for (std::size_t i = 0; i < blocks.size(); ++i) found += blocks.key(i) == key ? 1 : 0;
      return found;
    };
    return count(after_) >= count(page);
  }

  const TouchView& view_;
  const PageBlocks& before_;
  const PageBlocks& after_;
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
