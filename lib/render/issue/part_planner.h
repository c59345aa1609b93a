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
  // All must outlive the object. A part has at most `max_chars` characters. No more is added to
  // what has `fill_chars`, so that lists can grow. Throws Error if nothing fits into a part.
  PartPlanner(const IssueFrame& frame, const std::vector<PeopleText>& texts, std::size_t max_chars,
              std::size_t fill_chars);

  // Whether an item fits into a part in which nothing else stands.
  bool item_fits(const IssueSection& section, const SectionItem& item) const;

  // The next section, each of whose items fits. It must outlive what `finish` returns.
  void add(const IssueSection& section);

  // What people wrote below the section that was added last.
  void add_text(const std::string& text);

  // The parts, as many as what was added needs.
  std::vector<PartPlan> finish() { return std::move(plans_); }

 private:
  // What stands alone may fill the part.
  bool has_room_for(std::size_t length, bool is_alone) const;
  bool is_untouched() const { return plans_.back().pieces.empty() && plans_.back().above.empty(); }
  void open_part();
  void open_next_part();
  [[noreturn]] void throw_too_small() const;

  const IssueFrame& frame_;
  const std::vector<PeopleText>& texts_;
  std::size_t max_chars_;
  std::size_t fill_chars_;
  std::vector<PartPlan> plans_;
  std::size_t used_ = 0;  // Of the last part.
};

}  // namespace l10n_drift
