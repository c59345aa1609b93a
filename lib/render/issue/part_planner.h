#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "render/issue/assembly.h"
#include "render/issue/content.h"

namespace l10n_drift {

// Tells what goes into which part of an issue. See part_planner.cc.
class PartPlanner {
 public:
  // All must outlive the object. Throws Error if nothing fits into a part.
  PartPlanner(const IssueFrame& frame, const std::vector<PeopleText>& texts, std::size_t max_chars);

  // Whether an item fits into a part in which nothing else stands.
  bool item_fits(const IssueSection& section, const SectionItem& item) const;

  // The next section, each of whose items fits. It must outlive what `finish` returns.
  void add(const IssueSection& section);

  // What people wrote below the section that was added last.
  void add_text(const std::string& text);

  // The parts, as many as what was added needs.
  std::vector<PartPlan> finish() { return std::move(plans_); }

 private:
  bool has_room_for(std::size_t length) const { return used_ + length <= max_chars_; }
  void open_part();
  void open_next_part();
  [[noreturn]] void throw_too_small() const;

  const IssueFrame& frame_;
  const std::vector<PeopleText>& texts_;
  std::size_t max_chars_;
  std::vector<PartPlan> plans_;
  std::size_t used_ = 0;  // Of the last part.
};

}  // namespace l10n_drift
