// What a translated block says about a change
// ===========================================
//
// A block of the source has changed. Does its counterpart show the change? Nobody here reads its
// language, but the marks of both versions (fingerprint.cc) can be looked for in it:
//
//     before         Run `drain`, then wait 30 seconds.
//     after          Run `evict`, then wait 60 seconds.
//
//     translation    `drain`을 실행하고 30초 기다린다.                     undone
//                    `evict`를 실행하고 60초 기다린다.                     done
//                    `drain`이나 `evict`를 실행하고 30초나 60초 기다린다.    silent
//
// The obvious way is to ask whether the translation has what is new. It fails where nothing is new:
// a flag was taken out of a sentence. To ask whether what is old is gone fails where it never was
// in the translation: a name is spelled in another alphabet there, a link leads to another page,
// code was translated.
//
// So both are asked, and each mark that one version has more often than the other is a vote:
//
//                             is in the translation      is not
//     a mark that came        for the new version        for the old one, if the mark is firm
//     a mark that went        for the old version,       for the new one, if it is firm or a link,
//                             if it is no link           and was in the translation before
//
// It has no vote where there may be another reason for what is seen: a word became code, or code
// a word; it went to a neighbour of the block; or both versions have it, and only say it more often
// or less. Code that neither version has was translated, and each piece of it excuses a mark that
// is missing. Two thirds of the votes decide; with less than that, or with no vote, the block is
// silent. And one thing needs no vote: a heading with the new anchor shows the change, as anchors
// are the same in all languages.
//
// Cost: the marks of three or four blocks. Words that are not among the marks of a text are
// searched for in it, one after the other. That grows with the square of a block, so that it ends
// at kMaxSearched.

#include "detection/evidence.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>

#include "markdown/fingerprint.h"

namespace l10n_drift {
namespace {

constexpr double kMostlyDone = 0.66;
constexpr double kMostlyUndone = 0.34;

// How many bytes are searched for words, for all marks of a block together: far more than any block
// needs that somebody wrote.
constexpr std::size_t kMaxSearched = 50'000'000;

// How often each mark stands in a block.
class BlockMarkCounts {
 public:
  explicit BlockMarkCounts(const std::vector<Mark>& marks) {
    for (const Mark& mark : marks) ++counts_[mark.kind == MarkKind::kLink][mark.text];
  }

  std::size_t of(const Mark& mark) const {
    const auto& counts = counts_[mark.kind == MarkKind::kLink];
    const auto found = counts.find(mark.text);
    return found == counts.end() ? 0 : found->second;
  }

 private:
  std::array<std::unordered_map<std::string, std::size_t>, 2> counts_;  // Of links in the second.
};

// Whether the mark may also stand among the words of a text, where it is no mark.
bool may_be_word(const Mark& mark) {
  return mark.kind == MarkKind::kFirm || mark.kind == MarkKind::kName;
}

std::size_t count_difference(std::size_t a, std::size_t b) { return a < b ? b - a : a - b; }

// The marks of both versions, each once.
std::vector<Mark> list_distinct(std::vector<Mark> marks, const std::vector<Mark>& more) {
  marks.insert(marks.end(), more.begin(), more.end());
  std::sort(marks.begin(), marks.end());
  const auto same = [](const Mark& a, const Mark& b) {
    return a.text == b.text && (a.kind == MarkKind::kLink) == (b.kind == MarkKind::kLink);
  };
  marks.erase(std::unique(marks.begin(), marks.end(), same), marks.end());
  return marks;
}

// Counts what speaks for either version.
class Ballot {
 public:
  Ballot(const BlockVersions& change, const Block& translation, const Block* earlier)
      : change_(change),
        translation_(translation),
        earlier_(earlier),
        before_(change.before == nullptr ? std::vector<Mark>{} : marks_of(*change.before)),
        after_(marks_of(change.after)),
        now_(marks_of(translation)),
        counts_before_(before_),
        counts_after_(after_),
        counts_now_(now_),
        counts_earlier_(earlier == nullptr ? std::vector<Mark>{} : marks_of(*earlier)),
        translation_has_what_stayed_(translation_has_what_stayed()) {}

  Evidence run() {
    for (const Mark& mark : list_distinct(before_, after_)) vote(mark);
    const std::size_t foreign = count_foreign();
    missing_ -= std::min(missing_, foreign);
    // What is gone from a block that nobody touched may never have been there.
    if (earlier_ == nullptr) gone_ -= std::min(gone_, foreign);
    const auto for_new = static_cast<double>(came_ + gone_ + gone_links_);
    const auto for_old = static_cast<double>(missing_ + stayed_);
    if (for_new + for_old == 0) return Evidence::kSilent;
    // Lines of code that are words may have been translated.
    const bool is_translated_code = change_.after.kind == BlockKind::kCode && foreign > 0;
    if (is_translated_code && came_ == 0 && stayed_ == 0) return Evidence::kSilent;
    const double share = for_new / (for_new + for_old);
    if (share >= kMostlyDone) return Evidence::kDone;
    return share <= kMostlyUndone ? Evidence::kUndone : Evidence::kSilent;
  }

 private:
  void vote(const Mark& mark) {
    const std::size_t before = counts_before_.of(mark);
    const std::size_t after = counts_after_.of(mark);
    if (before == after) return;
    if (may_be_word(mark) && change_.after.kind != BlockKind::kCode) {
      // A word that became code, or code that became a word.
      const Block* const other = before < after ? change_.before : &change_.after;
      if (other != nullptr && (before == 0 || after == 0) && block_has_word(*other, mark)) return;
      if (before > after && mark_moved_to_neighbour(mark)) return;
    }
    std::size_t now = counts_now_.of(mark);
    if (now == 0 && may_be_word(mark) && translation_.kind != BlockKind::kCode) {
      now = block_has_word(translation_, mark) ? 1 : 0;
    }
    const bool is_like_new = count_difference(now, after) < count_difference(now, before);
    const bool is_like_old = count_difference(now, before) < count_difference(now, after);
    const bool is_firm = mark.kind == MarkKind::kFirm;
    const bool is_link = mark.kind == MarkKind::kLink;
    // How often a text repeats itself is up to the translator, but for cells that were emptied.
    const bool is_repeated = before > 0 && after > 0;
    const bool was_emptied = before > after && change_.after.kind == BlockKind::kTableRow;
    if (is_repeated && !was_emptied) return;
    // What may be written otherwise in a translation says nothing by its absence; a link may lead
    // elsewhere there.
    if (is_like_new && after > before) ++came_;
    if (is_like_new && before > after && (is_firm || is_link) && translation_had(mark)) {
      ++(is_link ? gone_links_ : gone_);
    }
    if (is_like_old && after > before && is_firm) ++missing_;
    if (is_like_old && before > after && !is_link) ++stayed_;
  }

  // The firm marks of the translation that neither version has: code that was translated, too. Each
  // may stand in the place of one that is missing.
  std::size_t count_foreign() const {
    return static_cast<std::size_t>(std::count_if(now_.begin(), now_.end(), [&](const Mark& mark) {
      return mark.kind == MarkKind::kFirm && counts_before_.of(mark) == 0 &&
             counts_after_.of(mark) == 0;
    }));
  }

  // Whether the absence of a mark that went means anything: the translation had it before, or has
  // all of what neither came nor went.
  bool translation_had(const Mark& mark) {
    if (earlier_ != nullptr) return counts_earlier_.of(mark) > 0 || block_has_word(*earlier_, mark);
    return translation_has_what_stayed_.value_or(mark.kind == MarkKind::kLink);
  }

  // Whether the translation has all firm marks that neither came nor went; nothing if there are
  // none.
  std::optional<bool> translation_has_what_stayed() const {
    std::optional<bool> has_all;
    for (const Mark& mark : before_) {
      if (mark.kind != MarkKind::kFirm || counts_after_.of(mark) == 0) continue;
      if (counts_now_.of(mark) == 0) return false;
      has_all = true;
    }
    return has_all;
  }

  bool mark_moved_to_neighbour(const Mark& mark) {
    return std::any_of(change_.around.begin(), change_.around.end(),
                       [&](const Block* block) { return block_has_word(*block, mark); });
  }

  bool block_has_word(const Block& block, const Mark& mark) {
    searched_ += block.text.size();
    return searched_ <= kMaxSearched && count_mentions(block, mark.text) > 0;
  }

  const BlockVersions& change_;
  const Block& translation_;
  const Block* earlier_;
  std::vector<Mark> before_;
  std::vector<Mark> after_;
  std::vector<Mark> now_;
  BlockMarkCounts counts_before_;
  BlockMarkCounts counts_after_;
  BlockMarkCounts counts_now_;
  BlockMarkCounts counts_earlier_;
  std::optional<bool> translation_has_what_stayed_;
  std::size_t searched_ = 0;  // How many bytes were searched for words.
  // Votes for the new version: marks that came and are there, and those that went and are not.
  std::size_t came_ = 0;
  std::size_t gone_ = 0;
  std::size_t gone_links_ = 0;
  // Votes for the old version: marks that came and are not there, and those that went and are.
  std::size_t missing_ = 0;
  std::size_t stayed_ = 0;
};

// A heading keeps its anchor in every language.
bool heading_has_new_anchor(const BlockVersions& change, const Block& translation) {
  return change.after.kind == BlockKind::kHeading && translation.anchor == change.after.anchor &&
         (change.before == nullptr || change.before->anchor != change.after.anchor);
}

}  // namespace

Evidence weigh_change(const BlockVersions& change, const Block& translation, const Block* earlier) {
  if (heading_has_new_anchor(change, translation)) return Evidence::kDone;
  return Ballot(change, translation, earlier).run();
}

}  // namespace l10n_drift
