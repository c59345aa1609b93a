// Merges that nobody made
// =======================
//
//     base     M---s---p---(m)     s changes a source, p another paragraph of its translation
//               \         /
//     branch     `---t---'         t changes the translation
//
// For a pull request, a workflow does not get its last commit, t, but a trial merge of that into
// the base, m. Git weaves p and t into a page that is in neither of them. So m is that page's last
// touch, and beside it lies the newest source, which the author of t has never seen. Nobody has
// looked at m: what the pull request changes is to be seen in t.
//
// A merge that people make, and in which they may have settled a conflict, is on a branch. A trial
// is on none, or on a ref of its own: refs/pull/N/merge.

#include "analysis/pull_request.h"

#include <string>
#include <string_view>
#include <vector>

namespace l10n_drift {
namespace {

bool may_name_trial(std::string_view ref) {
  return ref == "HEAD" || ref == "@" || (ref.find("pull/") != ref.npos && ref.ends_with("/merge"));
}

}  // namespace

std::optional<ResolvedRevision> find_pull_request(const Objects& objects,
                                                  const ResolvedRevision& base,
                                                  const ResolvedRevision& branch) {
  // A shallow clone may end before the pull request has left the base, but has the trial.
  if (!may_name_trial(branch.ref) || objects.is_shallow()) return {};
  const RawCommit merge = objects.read_commit(branch.commit);
  if (merge.parents.size() != 2) return {};
  // The base may have moved on since, and may even have the merge by now.
  const std::vector<Reach> reached =
      objects.find_ancestry({{.ancestor = merge.parents[0], .descendant = base.commit},
                             {.ancestor = branch.commit, .descendant = base.commit}});
  if (reached[0] != Reach::kYes || reached[1] != Reach::kNo) return {};
  return ResolvedRevision{branch.ref, merge.parents[1], objects.read_commit(merge.parents[1]).tree};
}

}  // namespace l10n_drift
