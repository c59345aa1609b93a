// Texts that come back
// ====================
//
// Who reverts an update of a translation makes its text what it was before the update. A touch
// counts for the translation elsewhere: whoever changes a block has seen to it. Here it is the
// other way round.
//
//     source        Wait 30 s.    Wait 60 s.                          still 60
//     translation   30초           60초           (typo elsewhere)      30초
//     past texts    -             30초: "30 s"                         returns: shows "Wait 30 s."
//
// So each block of the translation has a list of what it said before, each text with the source's
// block that it was in step with. A text that comes back brings back what it showed. The page as a
// whole need not be as it was: others may have mended other blocks since, and only a part may have
// been reverted.
//
// It does so only if the source has changed substantively since the text was in step with it, if
// the text that it replaces was in step with the source, and if the source stays as it is: a
// translator may have gone back to an old wording, and who sees a sentence go from the source takes
// it out again.
//
// It may come back with a word mended, as part of a revert that somebody had to settle by hand.
// Then the words decide in which the old text and the replaced one differ.
//
// Only the block's own past counts. A short text, "Example:", stands in many blocks, and says
// nothing about when it was written.
//
// A block is followed through the versions of its page, and where it was written anew, to what took
// its place.
//
// Most touches come without a change of the source. What a block said before such a touch was in
// step with the same source as what it says after it. That is entered when it is next asked for, so
// that these touches cost a comparison of two versions and no alignment.

#include "detection/past_texts.h"

#include <algorithm>
#include <utility>

#include "detection/severity.h"
#include "detection/word_similarity.h"
#include "markdown/normal_form.h"

namespace l10n_drift {
namespace {

// As many as are remembered of a block. Real ones have had fewer.
constexpr std::size_t kMostTexts = 16;
// For one word that was mended, so many were changed back.
constexpr std::size_t kMended = 2;

// Whether a block says anything else than before; its level may be another one.
bool text_differs(const TouchView& view, std::size_t old, std::size_t now) {
  return view.translation_before().blocks.key(old) != view.translation_page().blocks.key(now);
}

// Whether a text is back in place of another, be it with a word that was mended meanwhile: of the
// words that the two differ in, it has those of the old one. `is_same` is whether the text is known
// to be a version of the replaced one.
bool text_returns(const Block& past, const Block& replaced, const Block& now, bool is_same) {
  if (past.text == now.text) return past.text != replaced.text;
  if (!is_same || past.kind == BlockKind::kCode) return false;
  const WordBag words(past.text);
  const WordBag replaced_words(replaced.text);
  const WordBag words_now(now.text);
  const std::size_t differ = words.changed_words(replaced_words);
  return kMended * words.changed_words(words_now) <= differ &&
         replaced_words.changed_words(words_now) >= differ;
}

// A touch as a set of blocks that it left alone or changed, and of others that it replaced. For
// each block after it, the one that it was.
class Predecessors {
 public:
  explicit Predecessors(const TouchView& view)
      : view_(view),
        before_(view.translation_before().blocks),
        after_(view.translation_page().blocks),
        old_of_(after_.size()) {
    std::size_t old_begin = 0;
    std::size_t begin = 0;
    for (std::size_t j = 0; j < after_.size(); ++j) {
      old_of_[j] = view_.block_before(j);
      if (!old_of_[j]) continue;
      pair_replaced(old_begin, *old_of_[j], begin, j);
      old_begin = *old_of_[j] + 1;
      begin = j + 1;
    }
    pair_replaced(old_begin, before_.size(), begin, after_.size());
  }

  OptionalIndex of(std::size_t translation) const { return old_of_[translation]; }

 private:
  // What was written anew has no words in common with what it was. Where as many blocks of the same
  // kinds went as came, each took the place of one.
  void pair_replaced(std::size_t old_begin, std::size_t old_end, std::size_t begin,
                     std::size_t end) {
    std::vector<std::size_t> gone;
    for (std::size_t i = old_begin; i < old_end; ++i) {
      if (!view_.block_after(i)) gone.push_back(i);
    }
    if (gone.size() != end - begin) return;
    for (std::size_t k = 0; k < gone.size(); ++k) {
      if (class_of(before_[gone[k]]) != class_of(after_[begin + k])) return;
    }
    for (std::size_t k = 0; k < gone.size(); ++k) old_of_[begin + k] = gone[k];
  }

  const TouchView& view_;
  const PageBlocks& before_;
  const PageBlocks& after_;
  std::vector<OptionalIndex> old_of_;
};

}  // namespace

PastTexts::Texts PastTexts::past_of(OptionalIndex block) const {
  return block && *block < texts_.size() ? texts_[*block] : Texts();
}

bool PastTexts::has_return(const TouchView& view) const {
  const PageBlocks& after = view.translation_page().blocks;
  for (std::size_t j = 0; j < after.size(); ++j) {
    const OptionalIndex old = view.block_before(j);
    if (!old || *old >= texts_.size() || !text_differs(view, *old, j)) continue;
    const Texts& past = texts_[*old];
    const Block& replaced = view.translation_before().blocks[*old];
    const auto returns = [&](const PastText& text) {
      return text_returns(*text.block, replaced, after[j], true);
    };
    if (std::any_of(past.begin(), past.end(), returns)) return true;
  }
  return false;
}

// Whether the text of the block has come back that now stands in place of one that was in step with
// this block of the source.
std::optional<ReturnedText> PastTexts::find_return(const TouchView& view, std::size_t block,
                                                   std::size_t old, std::size_t source_before,
                                                   const Texts& past) const {
  const Block& text_now = view.translation_page().blocks[block];
  const Block& replaced = view.translation_before().blocks[old];
  const bool is_same = view.block_before(block).has_value();
  const auto found = std::find_if(past.rbegin(), past.rend(), [&](const PastText& text) {
    return text_returns(*text.block, replaced, text_now, is_same);
  });
  const SourceChange& source = view.source_change();
  const OptionalIndex now = source.diff.new_of[source_before];
  if (found == past.rend() || !found->shown || !now) return {};
  const Block& is = source.after->blocks[*now];
  // Where the source changed, too, the old text may be right again.
  if (!same_normal_form(source.before->blocks[source_before], is)) return {};
  if (severity_of(*found->shown, is, view.grammar()) != Severity::kSubstantive) return {};
  return ReturnedText{block, *now, found->shown};
}

std::vector<ReturnedText> PastTexts::follow(const TouchView& view, const ShownBlocks& shown) {
  std::vector<ReturnedText> returned;
  const PageBlocks& before = view.translation_before().blocks;
  const Predecessors predecessors(view);
  const bool is_sure = !view.alignment_before().is_weak();
  std::vector<Texts> texts(view.translation_page().blocks.size());
  for (std::size_t j = 0; j < texts.size(); ++j) {
    const OptionalIndex old = predecessors.of(j);
    if (!old) continue;
    const OptionalIndex source =
        is_sure ? view.alignment_before().source_of[*old] : OptionalIndex();
    const auto shows = source ? shown[*source] : nullptr;
    Texts& past = texts[j] = past_of(old);
    for (PastText& text : past) {
      if (!text.shown) text.shown = shows;
    }
    if (!shows || !text_differs(view, *old, j)) continue;
    const bool was_in_step = shows.get() == &view.source_change().before->blocks[*source];
    if (was_in_step) {
      if (auto found = find_return(view, j, *old, *source, past))
        returned.push_back(*std::move(found));
    }
    remember({before.share(*old), shows}, past);
  }
  texts_ = std::move(texts);
  return returned;
}

void PastTexts::follow_alone(const TouchView& view) {
  std::vector<Texts> texts(view.translation_page().blocks.size());
  for (std::size_t j = 0; j < texts.size(); ++j) {
    const OptionalIndex old = view.block_before(j);
    texts[j] = past_of(old);
    if (!old || !text_differs(view, *old, j)) continue;
    remember({view.translation_before().blocks.share(*old), nullptr}, texts[j]);
  }
  texts_ = std::move(texts);
}

void PastTexts::remember(PastText text, Texts& past) {
  past.push_back(std::move(text));
  if (past.size() > kMostTexts) past.erase(past.begin());
}

}  // namespace l10n_drift
