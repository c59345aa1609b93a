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

// Bytes to search for words, of all marks of a block together: far more than any block needs that
// somebody wrote.
constexpr std::size_t kMaxSearched = 50'000'000;

// How often each mark stands in a block.
class MarkCounts {
 public:
  explicit MarkCounts(const std::vector<Mark>& marks) {
    for (const Mark& mark : marks) ++counts_[mark.kind == MarkKind::kLink][mark.text];
  }

  std::size_t of(const Mark& mark) const {
    const auto& counts = counts_[mark.kind == MarkKind::kLink];
    const auto found = counts.find(mark.text);
    return found == counts.end() ? 0 : found->second;
  }

 private:
  std::array<std::unordered_map<std::string, std::size_t>, 2> counts_;  // Others, and links.
};

bool is_word(const Mark& mark) {
  return mark.kind == MarkKind::kFirm || mark.kind == MarkKind::kName;
}

std::size_t distance(std::size_t a, std::size_t b) { return a < b ? b - a : a - b; }

// The marks of both versions, each once.
std::vector<Mark> join(std::vector<Mark> marks, const std::vector<Mark>& more) {
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
        before_(change.before == nullptr ? std::vector<Mark>{} : marks(*change.before)),
        after_(marks(change.after)),
        now_(marks(translation)),
        count_before_(before_),
        count_after_(after_),
        count_now_(now_),
        count_earlier_(earlier == nullptr ? std::vector<Mark>{} : marks(*earlier)),
        has_all_that_stayed_(has_all_that_stayed()) {}

  Evidence run() {
    for (const Mark& mark : join(before_, after_)) vote(mark);
    const std::size_t foreign = count_foreign();
    missing_ -= std::min(missing_, foreign);
    // What nobody touched may have been missing all along.
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
    const std::size_t before = count_before_.of(mark);
    const std::size_t after = count_after_.of(mark);
    if (before == after) return;
    if (is_word(mark) && change_.after.kind != BlockKind::kCode) {
      // A word that became code, or code that became a word.
      const Block* const other = before < after ? change_.before : &change_.after;
      if (other != nullptr && (before == 0 || after == 0) && has_word(*other, mark)) return;
      if (before > after && moved_away(mark)) return;
    }
    std::size_t now = count_now_.of(mark);
    if (now == 0 && is_word(mark) && translation_.kind != BlockKind::kCode) {
      now = has_word(translation_, mark) ? 1 : 0;
    }
    const bool is_new = distance(now, after) < distance(now, before);
    const bool is_old = distance(now, before) < distance(now, after);
    const bool is_firm = mark.kind == MarkKind::kFirm;
    const bool is_link = mark.kind == MarkKind::kLink;
    // How often a text repeats itself is up to the translator, but for cells that were emptied.
    const bool is_repeated = before > 0 && after > 0;
    const bool was_emptied = before > after && change_.after.kind == BlockKind::kTableRow;
    if (is_repeated && !was_emptied) return;
    // What may be written otherwise in a translation says nothing by its absence; a link may lead
    // elsewhere there.
    if (is_new && after > before) ++came_;
    if (is_new && before > after && (is_firm || is_link) && was_there(mark)) {
      ++(is_link ? gone_links_ : gone_);
    }
    if (is_old && after > before && is_firm) ++missing_;
    if (is_old && before > after && !is_link) ++stayed_;
  }

  // Code that was translated, too, stands in the place of what is missing.
  std::size_t count_foreign() const {
    return static_cast<std::size_t>(std::count_if(now_.begin(), now_.end(), [&](const Mark& mark) {
      return mark.kind == MarkKind::kFirm && count_before_.of(mark) == 0 &&
             count_after_.of(mark) == 0;
    }));
  }

  // Whether the absence of a mark that went means anything: the translation had it before, or has
  // all of what neither came nor went.
  bool was_there(const Mark& mark) {
    if (earlier_ != nullptr) return count_earlier_.of(mark) > 0 || has_word(*earlier_, mark);
    return has_all_that_stayed_.value_or(mark.kind == MarkKind::kLink);
  }

  // Nothing if nothing stayed.
  std::optional<bool> has_all_that_stayed() const {
    std::optional<bool> has_all;
    for (const Mark& mark : before_) {
      if (mark.kind != MarkKind::kFirm || count_after_.of(mark) == 0) continue;
      if (count_now_.of(mark) == 0) return false;
      has_all = true;
    }
    return has_all;
  }

  bool moved_away(const Mark& mark) {
    return std::any_of(change_.around.begin(), change_.around.end(),
                       [&](const Block* block) { return has_word(*block, mark); });
  }

  bool has_word(const Block& block, const Mark& mark) {
    searched_ += block.text.size();
    return searched_ <= kMaxSearched && mentions(block, mark.text);
  }

  const BlockVersions& change_;
  const Block& translation_;
  const Block* earlier_;
  std::vector<Mark> before_;
  std::vector<Mark> after_;
  std::vector<Mark> now_;
  MarkCounts count_before_;
  MarkCounts count_after_;
  MarkCounts count_now_;
  MarkCounts count_earlier_;
  std::optional<bool> has_all_that_stayed_;
  std::size_t searched_ = 0;
  std::size_t came_ = 0;
  std::size_t gone_ = 0;
  std::size_t gone_links_ = 0;
  std::size_t missing_ = 0;
  std::size_t stayed_ = 0;
};

// A heading keeps its anchor in every language.
bool has_new_anchor(const BlockVersions& change, const Block& translation) {
  return change.after.kind == BlockKind::kHeading && translation.anchor == change.after.anchor &&
         (change.before == nullptr || change.before->anchor != change.after.anchor);
}

}  // namespace

Evidence weigh_change(const BlockVersions& change, const Block& translation, const Block* earlier) {
  if (has_new_anchor(change, translation)) return Evidence::kDone;
  return Ballot(change, translation, earlier).run();
}

}  // namespace l10n_drift
