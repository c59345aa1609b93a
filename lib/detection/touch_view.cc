#include "detection/touch_view.h"

#include <utility>

#include "markdown/normal_form.h"

namespace l10n_drift {

TouchView::TouchView(const SourceChange& source, const TranslationChange& translation,
                     SharedAlignment aligned_before)
    : source_(source), translation_(translation), aligned_before_(std::move(aligned_before)) {
  if (is_touch()) diff_ = compare_pages(translation.before->blocks, translation.after->blocks);
  const bool is_same = source.before == source.after && !is_touch();
  aligned_ = is_same && aligned_before_
                 ? aligned_before_
                 : std::make_shared<PageAlignment>(align_pages(*source.after, *translation.after));
}

const PageAlignment& TouchView::aligned_before() const {
  if (!aligned_before_) {
    aligned_before_ =
        std::make_shared<PageAlignment>(align_pages(*source_.before, *translation_.before));
  }
  return *aligned_before_;
}

Index TouchView::place_of(const OpenChange& change) const {
  if (change.translation || !change.source) return change.translation;
  return counterpart(*change.source);
}

Index TouchView::before(std::size_t translation) const {
  return is_touch() ? diff_.old_of[translation] : Index(translation);
}

Index TouchView::after(std::size_t translation_before) const {
  return is_touch() ? diff_.new_of[translation_before] : Index(translation_before);
}

bool TouchView::is_touched(std::size_t translation) const {
  if (!is_touch()) return false;
  const Index old = before(translation);
  return !old || !same_normal_form(translation_.before->blocks[*old],
                                   translation_.after->blocks[translation]);
}

bool TouchView::is_rewritten(std::size_t translation) const {
  if (!is_touch()) return false;
  const Index old = before(translation);
  return !old ||
         translation_.before->blocks[*old].source != translation_.after->blocks[translation].source;
}

bool TouchView::is_copy(std::size_t source, std::size_t translation) const {
  return sources().blocks[source].text == translations().blocks[translation].text;
}

Evidence TouchView::evidence(const OpenChange& change, std::size_t place) const {
  const PageBlocks& blocks = sources().blocks;
  BlockVersions versions{change.old_block.get(), blocks[change.source.value()], {}};
  for (const std::size_t beside : {*change.source - 1, *change.source + 1}) {
    if (beside < blocks.size()) versions.around.push_back(&blocks[beside]);
  }
  const Index old = is_touched(place) ? before(place) : Index();
  return weigh_change(versions, translations().blocks[place],
                      old ? &translation_.before->blocks[*old] : nullptr);
}

bool TouchView::was_spare(std::size_t translation) const {
  const Index old = before(translation);
  return old && !aligned_before().source_of[*old];
}

bool TouchView::fits_better(std::size_t source, std::size_t translation) const {
  const Index old = before(translation);
  const Index other = old ? aligned_before().source_of[*old] : Index();
  if (!other) return false;
  const Fingerprint& print = translations().print(translation);
  return aligned_->overlap(sources().print(source), print) >
         aligned_->overlap(source_.before->print(*other), print);
}

bool TouchView::is_anothers(std::size_t source, std::size_t translation) const {
  const Index old = before(translation);
  const Index owner_before = old ? aligned_before().source_of[*old] : Index();
  const Index owner = owner_before ? source_.diff.new_of[*owner_before] : Index();
  if (!owner) return false;
  return !fits_better(source, translation) &&
         !holds_more(*owner, translation, sources().print(source).length);
}

bool TouchView::holds_more(std::size_t source, std::size_t translation, std::size_t added) const {
  const std::size_t own = sources().print(source).length;
  const std::size_t length = translations().print(translation).length;
  return aligned_->length_likeness(own, length) < aligned_->length_likeness(own + added, length);
}

bool TouchView::is_divided(std::size_t source, std::size_t translation, std::size_t more) const {
  const std::size_t own = sources().print(source).length;
  const std::size_t length = translations().print(translation).length;
  return aligned_->length_likeness(own, length) <
         aligned_->length_likeness(own, length + translations().print(more).length);
}

}  // namespace l10n_drift
