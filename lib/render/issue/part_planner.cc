// The parts of an issue
// =====================
//
// A part is filled with as much as fits, in order. What goes around it is known before it is
// filled, and room is kept for it: for its marker, with an upper bound for its numbers, and for
// what people wrote above and below. Within, two things grow with each item: the list, and the ids
// in the marker.
//
// The first part is the body of an issue, and the others are comments, which somebody may delete.
// So the marker of the first has the ids of all, unless there are so many that they would fill it.
//
// What people wrote at an end of a part stays in that part, so that the first lines of an issue do
// not wander into a comment. What they wrote between two sections stays below the first of the two.

#include "render/issue/part_planner.h"

#include <fmt/format.h>

#include <utility>

#include "l10n_drift/error.h"

namespace l10n_drift {

PartPlanner::PartPlanner(const IssueFrame& frame, const std::vector<IssueSection>& sections,
                         const std::vector<PeopleText>& texts, std::size_t max_chars)
    : frame_(frame), texts_(texts), max_chars_(max_chars) {
  open_part();
  reserve_for_ids(sections);
}

void PartPlanner::add(const IssueSection& section) {
  for (std::size_t begin = 0;;) {
    std::size_t total = empty_piece_length(section);
    std::size_t end = begin;
    for (; end < section.items.size(); ++end) {
      const std::size_t more =
          browser_length(section.items[end].text) + id_length(*section.items[end].file);
      if (!has_room_for(total + more)) break;
      total += more;
    }
    if (has_room_for(total) && (end > begin || section.items.empty())) {
      plans_.back().pieces.push_back({&section, begin, end, {}});
      used_ += total;
      if (end == section.items.size()) return;
      begin = end;
    }
    open_next_part();
  }
}

void PartPlanner::add_text(const std::string& text) {
  while (!has_room_for(browser_length(text))) open_next_part();
  PartPlan& plan = plans_.back();
  (plan.pieces.empty() ? plan.above : plan.pieces.back().below) += text;
  used_ += browser_length(text);
}

bool PartPlanner::item_fits(const IssueSection& section, const SectionItem& item) const {
  return empty_part_length(frame_, kMostParts, {}) + empty_piece_length(section) +
             browser_length(item.text) + marker_entry_length(*item.file) <=
         max_chars_;
}

std::vector<PartPlan> PartPlanner::finish() {
  while (plans_.size() < texts_.size()) open_part();
  return std::move(plans_);
}

void PartPlanner::reserve_for_ids(const std::vector<IssueSection>& sections) {
  std::size_t total = browser_length(R"(,"elsewhere":{})");
  for (const IssueSection& section : sections) {
    for (const SectionItem& item : section.items) total += marker_entry_length(*item.file);
  }
  if (total > (max_chars_ - used_) / 2) return;
  first_marker_ = FirstMarker::kHasAllIds;
  used_ += total;
}

std::size_t PartPlanner::id_length(const IssueFile& file) const {
  const bool is_reserved = first_marker_ == FirstMarker::kHasAllIds && plans_.size() == 1;
  return is_reserved ? 0 : marker_entry_length(file);
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
  if (plans_.size() > texts_.size() && plans_.back().pieces.empty() &&
      plans_.back().above.empty()) {
    throw_too_small();
  }
  open_part();
}

void PartPlanner::throw_too_small() const {
  throw Error(fmt::format("--max-chars: {} is too small for a part of this issue", max_chars_),
              "--max-chars 65536 is what GitHub takes");
}

}  // namespace l10n_drift
