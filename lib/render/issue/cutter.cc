// The parts of an issue
// =====================
//
// A part is filled with as much as fits, in order. What goes around it is known before and
// reserved: its marker, with an upper bound for its numbers, and what people wrote above and below.
// Within, two things grow with each item: the list, and the ids in the marker.
//
// The first part is the body of an issue, and the others are comments, which somebody may delete.
// So the marker of the first has the ids of all, unless there are so many that they would fill it.
//
// What people wrote stays in the part in which they wrote it, if it stands at an end of the part,
// so that the first lines of an issue do not wander into a comment. Between two pieces it stays
// below the former.

#include "render/issue/cutter.h"

#include <fmt/format.h>

#include <utility>

#include "l10n_drift/error.h"

namespace l10n_drift {

Cutter::Cutter(const IssueFrame& frame, const std::vector<IssuePiece>& pieces,
               const std::vector<PeopleText>& texts, std::size_t max_chars)
    : frame_(frame), texts_(texts), max_chars_(max_chars) {
  open();
  reserve_for_ids(pieces);
}

void Cutter::add(const IssuePiece& piece) {
  for (std::size_t begin = 0;;) {
    std::size_t total = cost_of_empty_chunk(piece);
    std::size_t end = begin;
    for (; end < piece.items.size(); ++end) {
      const std::size_t more = cost(piece.items[end].text) + id_cost(*piece.items[end].file);
      if (!fits(total + more)) break;
      total += more;
    }
    if (fits(total) && (end > begin || piece.items.empty())) {
      plans_.back().chunks.push_back({&piece, begin, end, {}});
      used_ += total;
      if (end == piece.items.size()) return;
      begin = end;
    }
    open_next();
  }
}

void Cutter::add_text(const std::string& text) {
  while (!fits(cost(text))) open_next();
  PartPlan& plan = plans_.back();
  (plan.chunks.empty() ? plan.above : plan.chunks.back().below) += text;
  used_ += cost(text);
}

bool Cutter::fits_alone(const IssuePiece& piece, const IssueLines& item) const {
  return cost_of_empty_part(frame_, kManyParts, {}) + cost_of_empty_chunk(piece) + cost(item.text) +
             marker_cost(*item.file) <=
         max_chars_;
}

std::vector<PartPlan> Cutter::finish() {
  while (plans_.size() < texts_.size()) open();
  return std::move(plans_);
}

void Cutter::reserve_for_ids(const std::vector<IssuePiece>& pieces) {
  std::size_t total = cost(R"(,"elsewhere":{})");
  for (const IssuePiece& piece : pieces) {
    for (const IssueLines& item : piece.items) total += marker_cost(*item.file);
  }
  keeps_ids_ = total <= (max_chars_ - used_) / 2;
  if (keeps_ids_) used_ += total;
}

std::size_t Cutter::id_cost(const IssueFile& file) const {
  const bool is_reserved = keeps_ids_ && plans_.size() == 1;
  return is_reserved ? 0 : marker_cost(file);
}

void Cutter::open() {
  const std::size_t index = plans_.size();
  const bool has_text = index < texts_.size();
  used_ = cost_of_empty_part(frame_, index + 1, has_text ? texts_[index] : PeopleText{});
  plans_.emplace_back();
  if (used_ <= max_chars_) return;
  if (!has_text || cost_of_empty_part(frame_, index + 1, {}) > max_chars_) throw_too_small();
  throw Error(fmt::format("what people wrote in part {} of the issue leaves no room for the rest",
                          index + 1),
              "move some of it into a comment of its own");
}

// A part that is empty, and that nobody wrote into, is as roomy as any.
void Cutter::open_next() {
  if (plans_.size() > texts_.size() && plans_.back().chunks.empty() &&
      plans_.back().above.empty()) {
    throw_too_small();
  }
  open();
}

void Cutter::throw_too_small() const {
  throw Error(fmt::format("--max-chars: {} is too small for a part of this issue", max_chars_),
              "--max-chars 65536 is what GitHub takes");
}

}  // namespace l10n_drift
