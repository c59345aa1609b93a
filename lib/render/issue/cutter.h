#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/issue/assembly.h"
#include "render/issue/pieces.h"

namespace l10n_drift {

// Cuts an issue into parts: tells what goes into which. See cutter.cc.
class Cutter {
 public:
  // `pieces` are those that will be added, but for items that are made shorter. All must outlive
  // the object. Throws Error if nothing fits into a part.
  Cutter(const IssueFrame& frame, const std::vector<IssuePiece>& pieces,
         const std::vector<PeopleText>& texts, std::size_t max_chars);

  // Whether the first part has room for the ids of the others.
  bool keeps_ids() const { return keeps_ids_; }

  // Whether an item fits into a part of its own.
  bool fits_alone(const IssuePiece& piece, const IssueLines& item) const;

  // The next piece, whose items all fit into a part of their own. It must outlive what `finish`
  // returns.
  void add(const IssuePiece& piece);

  // What people wrote below the piece that was added last.
  void add_text(const std::string& text);

  // The parts, as many as people have written into at least.
  std::vector<PartPlan> finish();

 private:
  bool fits(std::size_t more) const { return used_ + more <= max_chars_; }
  void reserve_for_ids(const std::vector<IssuePiece>& pieces);
  std::size_t id_cost(const IssueFile& file) const;
  void open();
  void open_next();
  [[noreturn]] void throw_too_small() const;

  const IssueFrame& frame_;
  const std::vector<PeopleText>& texts_;
  std::size_t max_chars_;
  std::vector<PartPlan> plans_;
  std::size_t used_ = 0;  // Of the last part.
  bool keeps_ids_ = false;
};

}  // namespace l10n_drift
