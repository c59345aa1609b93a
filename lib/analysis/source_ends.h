#pragma once

#include <memory>
#include <optional>

#include "git/objects.h"
#include "l10n_drift/report.h"
#include "plan/plan.h"

namespace l10n_drift {

// The commits that removed or renamed sources, in the history behind one revision. Reads it as far
// as it is asked.
class SourceEnds {
 public:
  // All must outlive the object.
  SourceEnds(const Objects& objects, const Plan& plan, const ResolvedRevision& base)
      : objects_(objects), plan_(plan), base_(base) {}

  // That of a page whose source is gone; nothing if the history does not tell.
  std::optional<SourceCommit> find(const FileReport& file);

 private:
  const Objects& objects_;
  const Plan& plan_;
  const ResolvedRevision& base_;
  std::unique_ptr<Removals> removals_;
};

}  // namespace l10n_drift
