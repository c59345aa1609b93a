// The parts of an issue
// =====================
//
// A part is filled with as much as fits, in order. What goes around it is known before it is
// filled, and room is kept for it: for its marker, with an upper bound for its numbers, and for
// what people wrote above and below. Within, two things grow with each item: the list, and the ids
// in the marker.
//
// What people wrote at an end of a part stays in that part, so that the first lines of an issue do
// not wander into a comment. What they wrote between two sections stays below the first of the two.

#include "render/issue/part_planner.h"

#include <fmt/format.h>

#include <utility>

#include "l10n_drift/error.h"

namespace l10n_drift {

PartPlanner::PartPlanner(const IssueFrame& frame, const std::vector<PeopleText>& texts,
                         std::size_t max_chars, std::size_t fill_chars)
    : frame_(frame), texts_(texts), max_chars_(max_chars), fill_chars_(fill_chars) {
  open_part();
}

void PartPlanner::add(const IssueSection& section) {
  for (std::size_t begin = 0;;) {
    std::size_t total = empty_piece_length(section);
    std::size_t end = begin;
    for (; end < section.items.size(); ++end) {
      const std::size_t more = item_length(section.items[end]);
      if (!has_room_for(total + more, end == begin && is_untouched())) break;
      total += more;
    }
    const bool is_whole = section.items.empty() && has_room_for(total, is_untouched());
    if (end > begin || is_whole) {
      plans_.back().pieces.push_back({&section, begin, end, {}});
      used_ += total;
      if (end == section.items.size()) return;
      begin = end;
    }
    open_next_part();
  }
}

void PartPlanner::add_text(const std::string& text) {
  while (!has_room_for(browser_length(text), is_untouched())) open_next_part();
  PartPlan& plan = plans_.back();
  (plan.pieces.empty() ? plan.above : plan.pieces.back().below) += text;
  used_ += browser_length(text);
}

bool PartPlanner::has_room_for(std::size_t length, bool is_alone) const {
  return used_ + length <= (is_alone ? max_chars_ : fill_chars_);
}

bool PartPlanner::item_fits(const IssueSection& section, const SectionItem& item) const {
  return empty_part_length(frame_, kMostParts, {}) + empty_piece_length(section) +
             item_length(item) <=
         max_chars_;
}

void PartPlanner::open_part() {
  const std::size_t index = plans_.size();
  const bool has_text = index < texts_.size();
  used_ = empty_part_length(frame_, index + 1, has_text ? texts_[index] : PeopleText{});
  plans_.emplace_back();
  if (used_ <= max_chars_) return;
  if (!has_text || empty_part_length(frame_, index + 1, {}) > max_chars_) throw_too_small();
  throw Error(fmt::format("what people wrote in part {} of the issue leaves no room for the rest",
                          index + 1),
              "move some of it into a comment of its own");
}

// A part that is empty, and that nobody wrote into, is as roomy as any.
void PartPlanner::open_next_part() {
  if (plans_.size() > texts_.size() && is_untouched()) throw_too_small();
  open_part();
}

void PartPlanner::throw_too_small() const {
  throw Error(fmt::format("--max-chars: {} is too small for a part of this issue", max_chars_),
              "--max-chars 65536 is what GitHub takes");
}

}  // namespace l10n_drift
