#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/issue/assembly.h"
#include "render/issue/content.h"

namespace l10n_drift {

// Tells what goes into which part of an issue. See part_planner.cc.
class PartPlanner {
 public:
  // `sections` are those that will be added; what is added may have shorter items than these. All
  // must outlive the object. Throws Error if nothing fits into a part.
  PartPlanner(const IssueFrame& frame, const std::vector<IssueSection>& sections,
              const std::vector<PeopleText>& texts, std::size_t max_chars);

  // Whether the marker of the first part has room for the ids of all.
  FirstMarker first_marker() const { return first_marker_; }

  // Whether an item fits into a part in which nothing else stands.
  bool item_fits(const IssueSection& section, const SectionItem& item) const;

  // The next section, each of whose items fits. It must outlive what `finish` returns.
  void add(const IssueSection& section);

  // What people wrote below the section that was added last.
  void add_text(const std::string& text);

  // The parts. There are at least as many as people have written into.
  std::vector<PartPlan> finish();

 private:
  bool has_room_for(std::size_t length) const { return used_ + length <= max_chars_; }
  void reserve_for_ids(const std::vector<IssueSection>& sections);
  std::size_t id_length(const IssueFile& file) const;
  void open_part();
  void open_next_part();
  [[noreturn]] void throw_too_small() const;

  const IssueFrame& frame_;
  const std::vector<PeopleText>& texts_;
  std::size_t max_chars_;
  std::vector<PartPlan> plans_;
  std::size_t used_ = 0;  // Of the last part.
  FirstMarker first_marker_ = FirstMarker::kHasOwnIds;
};

}  // namespace l10n_drift
