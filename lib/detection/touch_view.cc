#include "detection/touch_view.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "markdown/normal_form.h"
#include "text/characters.h"

namespace l10n_drift {
namespace {

// How many bytes of code are searched at one touch: far more than any page needs that somebody
// wrote.
constexpr std::size_t kMaxCodeSearched = 50'000'000;

// How many characters of the source are likely to be a sentence.
constexpr double kSentence = 40;
// The part of its growth that a translation has to follow for it to be more than a slip.
constexpr double kNextToNothing = 0.2;

// The part of a text that an edit at one place leaves as it was.
constexpr double kSmallEdit = 0.8;

// Whether most of a text stayed in front of and behind one place. It needs no words, which not all
// languages divide by blanks.
bool is_small_edit(std::string_view before, std::string_view after) {
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t head = 0;
  while (head < shorter && before[head] == after[head]) ++head;
  std::size_t tail = 0;
  while (head + tail < shorter &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
    ++tail;
  const auto longer = static_cast<double>(std::max(before.size(), after.size()));
  return static_cast<double>(head + tail) >= kSmallEdit * longer;
}

std::size_t length_of(const ParsedPage& page, std::size_t block) {
  return page.blocks.fingerprint(block).length;
}

std::size_t length_of_code(const PageBlocks& page) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (page[i].kind == BlockKind::kCode) length += page[i].text.size();
  }
  return length;
}

// How often lines of code stand together in the code of a page.
std::size_t count_of_lines(const std::string& code, const PageBlocks& page) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (page[i].kind != BlockKind::kCode) continue;
    const std::string& text = page[i].text;
    for (std::size_t at = text.find(code); at != text.npos;
         at = text.find(code, at + code.size())) {
      const std::size_t end = at + code.size();
      const bool begins_line = at == 0 || text[at - 1] == '\n';
      const bool ends_line = end == text.size() || text[end] == '\n' || code.back() == '\n';
      count += begins_line && ends_line ? 1 : 0;
    }
  }
  return count;
}

}  // namespace

TouchView::TouchView(const SourceChange& source, const TranslationChange& translation,
                     SharedAlignment alignment_before, const Grammar& grammar)
    : source_(source),
      grammar_(grammar),
      translation_(translation),
      alignment_before_(std::move(alignment_before)) {
  if (has_touch()) diff_ = compare_pages(translation.before->blocks, translation.after->blocks);
  if (source.before == source.after && !has_touch()) alignment_ = alignment_before_;
}

const SharedAlignment& TouchView::alignment() const {
  if (!alignment_) {
    alignment_ = std::make_shared<PageAlignment>(align_pages(*source_.after, *translation_.after));
  }
  return alignment_;
}

const PageAlignment& TouchView::alignment_before() const {
  if (!alignment_before_) {
    alignment_before_ =
        std::make_shared<PageAlignment>(align_pages(*source_.before, *translation_.before));
  }
  return *alignment_before_;
}

OptionalIndex TouchView::place_of(const OpenChange& change) const {
  if (change.translation || !change.source) return change.translation;
  return counterpart_of(*change.source);
}

OptionalIndex TouchView::block_before(std::size_t translation) const {
  return has_touch() ? diff_.old_of[translation] : OptionalIndex(translation);
}

OptionalIndex TouchView::block_after(std::size_t translation_before) const {
  return has_touch() ? diff_.new_of[translation_before] : OptionalIndex(translation_before);
}

bool TouchView::touch_removed_blocks() const {
  return std::any_of(diff_.changes.begin(), diff_.changes.end(),
                     [](const BlockChange& change) { return !change.new_index; });
}

double TouchView::changed_part() const {
  if (!has_touch()) return 0;
  std::size_t changed = 0;
  for (std::size_t j = 0; j < translation_page().blocks.size(); ++j) {
    changed += touch_changed(j) ? 1 : 0;
  }
  for (std::size_t i = 0; i < translation_before().blocks.size(); ++i) {
    changed += block_after(i) ? 0 : 1;
  }
  const std::size_t blocks =
      std::max(translation_before().blocks.size(), translation_page().blocks.size());
  return blocks == 0 ? 0
                     : std::min(1.0, static_cast<double>(changed) / static_cast<double>(blocks));
}

bool TouchView::touch_changed(std::size_t translation) const {
  if (!has_touch()) return false;
  const OptionalIndex old = block_before(translation);
  return !old || !same_normal_form(translation_.before->blocks[*old],
                                   translation_.after->blocks[translation]);
}

bool TouchView::touch_rewrote(std::size_t translation) const {
  if (!has_touch()) return false;
  const OptionalIndex old = block_before(translation);
  return !old ||
         translation_.before->blocks[*old].source != translation_.after->blocks[translation].source;
}

bool TouchView::block_is_copy(std::size_t source, std::size_t translation) const {
  return source_page().blocks[source].text == translation_page().blocks[translation].text;
}

bool TouchView::blocks_may_correspond(std::size_t source, std::size_t translation) const {
  const Fingerprint& ours = source_page().blocks.fingerprint(source);
  const Fingerprint& theirs = translation_page().blocks.fingerprint(translation);
  return ours.marks.empty() || theirs.marks.empty() || alignment()->overlap(ours, theirs) > 0;
}

Evidence TouchView::evidence_of(const OpenChange& change, std::size_t place) const {
  const PageBlocks& blocks = source_page().blocks;
  BlockVersions versions{change.old_block.get(), blocks[change.source.value()], {}};
  for (const std::size_t beside : {*change.source - 1, *change.source + 1}) {
    if (beside < blocks.size()) versions.around.push_back(&blocks[beside]);
  }
  const OptionalIndex old = touch_changed(place) ? block_before(place) : OptionalIndex();
  return weigh_change(versions, translation_page().blocks[place],
                      old ? &translation_.before->blocks[*old] : nullptr);
}

bool TouchView::touch_left_length(const Block& old_source, std::size_t source,
                                  std::size_t place) const {
  const OptionalIndex before = block_before(place);
  if (!before || !is_prose(old_source)) return false;
  const auto was = static_cast<double>(count_characters(old_source.text));
  const auto grew = static_cast<double>(length_of(source_page(), source)) - was;
  if (std::abs(grew) < kSentence) return false;
  const std::string& before_text = translation_before().blocks[*before].text;
  if (!is_small_edit(before_text, translation_page().blocks[place].text)) return false;
  const auto length = static_cast<double>(length_of(translation_before(), *before));
  const double followed = static_cast<double>(length_of(translation_page(), place)) - length;
  return followed / grew < kNextToNothing * length / was;
}

const Quotes& TouchView::quotes() const {
  if (!quotes_) quotes_.emplace(*translation_.after);
  return *quotes_;
}

bool TouchView::quote_is_touched(const Quote& quote) const {
  return std::any_of(quote.below.begin(), quote.below.end(),
                     [&](std::size_t j) { return touch_changed(j); });
}

Evidence TouchView::quoted_evidence_of(const OpenChange& change) const {
  if (quotes().all().empty()) return Evidence::kSilent;
  std::size_t done = 0;
  bool is_undone = change.was_only_quoted;
  if (change.source) {
    for (const Quote* const quote : quotes().of(source_page().blocks[*change.source])) {
      const bool is_translated =
          !quote->below.empty() && (!change.was_only_quoted || quote_is_touched(*quote));
      done += is_translated ? 1 : 0;
      is_undone = is_undone || !is_translated;
    }
  }
  // A short text may stand in the source more than once.
  if (done > 0 && done >= count_in_source(*change.source)) return Evidence::kDone;
  if (change.old_block && !is_undone) {
    const auto of_old = quotes().of(*change.old_block);
    is_undone = std::any_of(of_old.begin(), of_old.end(),
                            [](const Quote* quote) { return !quote->below.empty(); });
  }
  return is_undone ? Evidence::kUndone : Evidence::kSilent;
}

const TouchView::KeyCounts& TouchView::counts_of(const PageBlocks& page, KeyCounts& counts) {
  if (counts.empty()) {
    for (std::size_t i = 0; i < page.size(); ++i) ++counts[page.key(i)];
  }
  return counts;
}

std::size_t TouchView::count_in_source(std::size_t source) const {
  const PageBlocks& page = source_page().blocks;
  return counts_of(page, source_keys_).at(page.key(source));
}

bool TouchView::translation_has_copy(std::size_t source) const {
  const PageBlocks& page = source_page().blocks;
  switch (page[source].kind) {
    case BlockKind::kCode:
    case BlockKind::kTableRow:
    case BlockKind::kShortcode:
    case BlockKind::kComponent:
      break;
    default:
      return false;
  }
  const KeyCounts& counts = counts_of(translation_page().blocks, translation_keys_);
  const auto found = counts.find(page.key(source));
  if (found != counts.end() && found->second >= count_in_source(source)) return true;
  return page[source].kind == BlockKind::kCode && translation_has_lines(page[source].text);
}

// Whether the lines of code stand together in the translation, as often as in the source: a command
// and its output are two blocks here and one there.
bool TouchView::translation_has_lines(const std::string& code) const {
  searched_ += length_of_code(source_page().blocks) + length_of_code(translation_page().blocks);
  if (code.empty() || searched_ > kMaxCodeSearched) return false;
  const std::size_t wanted = count_of_lines(code, source_page().blocks);
  return count_of_lines(code, translation_page().blocks) >= wanted;
}

bool TouchView::touch_only_quoted(const OpenChange& change) const {
  if (!has_touch() || !change.source || quotes().all().empty()) return false;
  const Block& is = source_page().blocks[*change.source];
  const auto found = quotes().of(is);
  if (found.empty() || found.front()->below.empty() || quote_is_touched(*found.front())) {
    return false;
  }
  if (!quotes_before_) quotes_before_.emplace(*translation_.before);
  return quotes_before_->of(is).empty();
}

bool TouchView::block_was_spare(std::size_t translation) const {
  const OptionalIndex old = block_before(translation);
  return old && !alignment_before().source_of[*old];
}

bool TouchView::block_fits_better_than_before(std::size_t source, std::size_t translation) const {
  const OptionalIndex old = block_before(translation);
  const OptionalIndex other = old ? alignment_before().source_of[*old] : OptionalIndex();
  if (!other) return false;
  const Fingerprint& print = translation_page().blocks.fingerprint(translation);
  return alignment()->overlap(source_page().blocks.fingerprint(source), print) >
         alignment()->overlap(source_.before->blocks.fingerprint(*other), print);
}

OptionalIndex TouchView::owner_of(std::size_t translation) const {
  const OptionalIndex old = block_before(translation);
  const OptionalIndex before = old ? alignment_before().source_of[*old] : OptionalIndex();
  return before ? source_.diff.new_of[*before] : OptionalIndex();
}

bool TouchView::blocks_are_sure_pair(std::size_t source, std::size_t translation) const {
  const PageBlocks& ours = source_page().blocks;
  const PageBlocks& theirs = translation_page().blocks;
  const bool is_none = source >= ours.size();
  if (is_none || translation >= theirs.size()) return is_none && translation >= theirs.size();
  if (counterpart_of(source) != translation) return false;
  const std::uint64_t landmark = ours.fingerprint(source).landmark;
  return ours.key(source) == theirs.key(translation) ||
         (landmark != 0 && landmark == theirs.fingerprint(translation).landmark);
}

bool TouchView::block_belongs_to_another(std::size_t source, std::size_t translation) const {
  const OptionalIndex owner = owner_of(translation);
  if (!owner) return false;
  // A touch that brought the owner a block of its own has let this one go.
  const OptionalIndex owners_own = counterpart_of(*owner);
  if (owners_own && !block_before(*owners_own)) return false;
  return !block_fits_better_than_before(source, translation) &&
         !length_fits_more_source(*owner, translation, length_of(source_page(), source));
}

bool TouchView::length_fits_more_source(std::size_t source, std::size_t translation,
                                        std::size_t added) const {
  const std::size_t own = length_of(source_page(), source);
  const std::size_t length = length_of(translation_page(), translation);
  return alignment()->length_likeness(own, length) <
         alignment()->length_likeness(own + added, length);
}

bool TouchView::length_fits_both_blocks(std::size_t source, std::size_t translation,
                                        std::size_t second) const {
  const std::size_t own = length_of(source_page(), source);
  const std::size_t length = length_of(translation_page(), translation);
  const std::size_t more = length_of(translation_page(), second);
  return alignment()->length_likeness(own, length) <
         alignment()->length_likeness(own, length + more);
}

}  // namespace l10n_drift
