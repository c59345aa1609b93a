// What merges brought in
// ======================
//
//     main       o---o---u---v
//                 `       `
//     dev-ko       t---o   `        the target
//                       `   `
//     branch             k---m      the branch: k is its own, and m brings in all of u
//
// A pull request may merge the trunk into a branch that is open for long, to keep it in step. What
// then differs from the target are hundreds of pages that others have changed, and not the branch.
// Whoever mends one page on top of that shall hear of this page.
//
// So what a merge brings in is what its other parent has. But that alone would also leave out the
// branches that were merged into a milestone, and these are what a milestone is made of. The trunk
// is told by its own line: the commits that are reached from its tip by first parents alone. What
// was merged into the trunk is beside that line, whoever has what by now. A branch that is a commit
// of the trunk itself is all brought in, unless the target is one, too: then that is what is asked.
//
// Only merges on the branch's own line are looked at, and only as long as there are any that the
// target lacks. Most branches have none, and cost a commit or two.

#include "analysis/merged_trunks.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

namespace l10n_drift {
namespace {

bool parts_at(const Way& way, const ObjectId& commit) {
  return std::binary_search(way.parted.begin(), way.parted.end(), commit);
}

class Trunks {
 public:
  Trunks(const Objects& objects, const Way& way, const std::vector<ObjectId>& tips)
      : objects_(objects), way_(way), tips_(tips) {}

  // Whether a commit is on the line of one of them. Reads the lines when it is first asked.
  bool have(const ObjectId& commit) {
    if (line_.empty()) {
      for (const ObjectId& tip : tips_) read(tip);
    }
    return line_.contains(commit);
  }

 private:
  // What is below where the histories part is nothing that the target lacks.
  void read(ObjectId commit) {
    while (line_.insert(commit).second && !parts_at(way_, commit)) {
      const RawCommit raw = objects_.read_commit(commit);
      if (raw.parents.empty()) return;
      commit = raw.parents.front();
    }
  }

  const Objects& objects_;
  const Way& way_;
  const std::vector<ObjectId>& tips_;
  std::set<ObjectId> line_;
};

// The other parents of the merges on the branch's line, down to what the target has.
class OwnLine {
 public:
  OwnLine(const Objects& objects, const Way& way)
      : objects_(objects), way_(way), commit_(way.branch) {}

  std::vector<ObjectId> merged() {
    std::vector<ObjectId> merged;
    while (!target_has(commit_)) {
      const RawCommit raw = objects_.read_commit(commit_);
      if (raw.parents.empty()) break;
      for (std::size_t i = 1; i < raw.parents.size(); ++i) {
        has_merges_ = true;
        if (!target_has(raw.parents[i])) merged.push_back(raw.parents[i]);
      }
      commit_ = raw.parents.front();
    }
    return merged;
  }

 private:
  // Below the first merge the line may pass by the commit where the histories part.
  bool target_has(const ObjectId& commit) const {
    if (parts_at(way_, commit)) return true;
    if (!has_merges_) return false;
    const AncestryQuery query{.ancestor = commit, .descendant = way_.target};
    return objects_.find_ancestry({query}).front() != Reach::kNo;
  }

  const Objects& objects_;
  const Way& way_;
  ObjectId commit_;
  bool has_merges_ = false;
};

}  // namespace

std::vector<ObjectId> find_merged_trunks(const Objects& objects, const Way& way,
                                         std::vector<ObjectId> tips) {
  // What is merged from the target itself, the target has.
  std::erase(tips, way.target);
  if (objects.is_shallow() || tips.empty() || parts_at(way, way.branch)) return {};
  Trunks trunks(objects, way, tips);
  std::vector<ObjectId> found = OwnLine(objects, way).merged();
  std::erase_if(found, [&](const ObjectId& commit) { return !trunks.have(commit); });
  if (trunks.have(way.branch) && !trunks.have(way.target)) found.push_back(way.branch);
  return found;
}

}  // namespace l10n_drift
