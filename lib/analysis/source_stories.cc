#include "analysis/source_stories.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "analysis/source_ends.h"
#include "analysis/source_log.h"

namespace l10n_drift {
namespace {

class SourceStories {
 public:
  SourceStories(const Objects& objects, const Plan& plan, const BranchChanges& changes,
                std::vector<Finding>& findings)
      : objects_(objects), plan_(plan), changes_(changes), findings_(findings) {}

  void tell() {
    for (const Side side : {Side::kBase, Side::kBranch}) tell_since(side);
    tell_held();
    for (Finding& finding : findings_) {
      const Status status = finding.file.status;
      const bool is_gone = status == Status::kRenamed || status == Status::kDeleted;
      if (is_gone) tell_end(finding);
    }
  }

 private:
  const ResolvedRevision& base_of(Side side) const {
    return side == Side::kBase ? plan_.base : plan_.branch;
  }

  // The commits since the baseline, as a report lists them.
  void tell_since(Side side) {
    std::vector<FileReport> files;
    std::vector<Finding*> told;
    for (Finding& finding : findings_) {
      const bool is_told =
          finding.fails && finding.side == side && finding.file.status == Status::kOutdated;
      if (!is_told) continue;
      files.push_back(finding.file);
      told.push_back(&finding);
    }
    if (files.empty()) return;
    std::vector<SourceLog> logs = find_source_logs(objects_, base_of(side).commit,
                                                   plan_.ignored_commits, files, {.commits = true});
    for (std::size_t i = 0; i < told.size(); ++i) {
      told[i]->source.since = std::move(logs[i].commits);
    }
  }

  // All sources that the branch holds in the version that their translations were made from, in one
  // walk. Where it holds a newer one, that says nothing about the translation.
  void tell_held() {
    std::vector<FollowedFile> files;
    std::vector<Finding*> told;
    for (Finding& finding : findings_) {
      if (finding.source.since.empty() || finding.side != Side::kBase) continue;
      const auto held = changes_.pages(Side::kBranch).sources.find(finding.file.source);
      if (held == changes_.pages(Side::kBranch).sources.end()) continue;
      if (held->second.id.hex() != finding.file.baseline->blob) continue;
      files.push_back({held->first, held->second});
      told.push_back(&finding);
    }
    if (files.empty()) return;
    const auto phase = objects_.measure(Phase::kCommits);
    const auto visit = [&](std::size_t file, const Touch& touch) {
      if (!touch.is_cut) told[file]->source.held = objects_.stamp(touch.commit);
      return Onward::kStop;
    };
    objects_.walk_history(plan_.branch.commit, files, plan_.layout, visit, {});
  }

  void tell_end(Finding& finding) {
    auto& ends = ends_[finding.side];
    if (!ends) ends.emplace(objects_, plan_, base_of(finding.side));
    finding.source.gone_in = ends->find(finding.file);
  }

  const Objects& objects_;
  const Plan& plan_;
  const BranchChanges& changes_;
  std::vector<Finding>& findings_;
  std::map<Side, std::optional<SourceEnds>> ends_;
};

}  // namespace

void add_source_stories(const Objects& objects, const Plan& plan, const BranchChanges& changes,
                        std::vector<Finding>& findings) {
  SourceStories(objects, plan, changes, findings).tell();
}

}  // namespace l10n_drift
