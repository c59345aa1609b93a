#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "git/repository.h"
#include "l10n_drift/drift.h"
#include "pages.h"
#include "plan.h"

namespace l10n_drift {

// The version of the source that a translation corresponds to, with where it was found.
struct FoundBaseline {
  ObjectId commit;
  ObjectId tree;  // Of the commit, for looking further into it.
  ObjectId blob;
  std::string source;             // The source's path in that tree.
  std::string date;               // The commit's, as in CommitStamp.
  std::optional<int> similarity;  // If a rename had to be found, in per cent.
  BaselineMethod method = BaselineMethod::kHistory;
};

struct PageHistory {
  std::optional<CommitStamp> last_touch;  // Nothing with `--since`.
  std::optional<FoundBaseline> baseline;
  bool source_is_new = false;  // As in PairFacts.
  std::string unknown_reason;  // Where the base has the source, and no baseline can be told.
};

// Finds renames of sources between a tree and the base's, once for each tree.
class SourceRenames {
 public:
  // All must outlive the object.
  SourceRenames(const Repository& repository, const Plan& plan)
      : repository_(repository), plan_(plan) {}

  // The path in `tree` of what is `source` in the base; nothing if `source` is no new name.
  std::optional<Rename> earlier_name(const ObjectId& tree, const std::string& source);

  // The path in the base of what is `source` in `tree`; nothing if it lives on nowhere.
  std::optional<Rename> later_name(const ObjectId& tree, const std::string& source);

 private:
  Renames& between(const ObjectId& tree);

  const Repository& repository_;
  const Plan& plan_;
  std::map<ObjectId, std::unique_ptr<Renames>> by_source_tree_;
};

// The baseline of each of `translations`, in their order: by their history, or by the milestone
// that the plan names. `sources` are the base's.
std::vector<PageHistory> find_baselines(const Repository& repository, const Plan& plan,
                                        const std::vector<Page>& translations,
                                        const std::map<std::string, TreeEntry>& sources,
                                        SourceRenames& renames, const Progress& progress);

}  // namespace l10n_drift
