#pragma once

#include <string>
#include <vector>

#include "git/repository.h"
#include "l10n_drift/report.h"
#include "plan/pages.h"
#include "plan/plan.h"

namespace l10n_drift {

// The pages of a report that the user names by paths: sources or translations, files or folders.
// Whoever names a source means its translations.
class PathSelection {
 public:
  // All pages.
  PathSelection() = default;

  // Those at or below the paths, which are understood as `possible_paths` says. Throws Error for
  // one where there is no page, with what may be meant as a hint.
  PathSelection(const Repository& repository, const Plan& plan, const Pages& pages,
                const std::vector<std::string>& named);

  bool has_all() const { return paths_.empty(); }

  // Whether a translation has to be judged: it is named, or it may turn out to be the one of a
  // named source, as its own source is gone.
  bool may_have(const Page& page, const Pages& pages) const;

  bool has(const FileReport& file) const;

 private:
  bool is_named(const std::string& path) const;
  std::vector<std::string> paths_;  // Without a '/' at the end; "" is the root.
  bool names_sources_ = false;
};

}  // namespace l10n_drift
