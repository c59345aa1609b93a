// Who changed what
// ================
//
//     base     M---o---o---o
//               \                   M: the merge base
//     branch     o---o
//
// A merge takes each file from the side that changed it since M. So does the check: a source that
// the base changed is the base's, one that the branch changed is the branch's. If both changed it,
// git would weave both into a version that nobody has seen yet; the base's is what translators can
// look at. Nothing is merged here, and no blob read.
//
// The branch may be a merge into the base already. Then the merge base is the base itself, and all
// that differs is the branch's.
//
// What the branch changed is asked of the branch that it goes into, the target. That is the base,
// unless somebody names another one: of a pull request into a milestone, the base may be the trunk,
// which has the newest sources, and the target is the milestone. What merges of a trunk brought
// into the branch is not its own work either (merged_trunks.cc).
//
// Histories that were merged crosswise have several merge bases. What a side took from the other
// one is then what it was in one of them, and only what it was in none of them has been changed.

#include "analysis/branch_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "analysis/merged_trunks.h"
#include "l10n_drift/error.h"
#include "plan/languages.h"

namespace l10n_drift {
namespace {

// The content of the source in these pages, without its mode.
std::optional<std::pair<EntryKind, ObjectId>> content_of(const Pages& pages,
                                                         const std::string& source) {
  const auto found = pages.sources.find(source);
  if (found != pages.sources.end()) return {{EntryKind::kFile, found->second.id}};
  if (pages.linked_sources.contains(source)) return {{EntryKind::kSymlink, {}}};
  return {};
}

// Whether `page` is one of those before under another name, which is gone by now.
bool is_moved(const Pages& before, const Pages& now, const Page& page) {
  return std::any_of(
      before.translations.begin(), before.translations.end(), [&](const Page& former) {
        return former.entry.id == page.entry.id && find_translation(now, former.path) == nullptr;
      });
}

// All pages of one commit: its sources and its translations.
Pages list_pages_of(const Objects& objects, const Plan& plan, const ObjectId& tree) {
  return list_pages(objects, plan,
                    {.sources = tree,
                     .translations = tree,
                     .languages = find_languages(objects, tree, plan.layout)});
}

std::vector<ObjectId> find_partings(const Objects& objects, const ResolvedRevision& base,
                                    const ResolvedRevision& branch) {
  auto commits = objects.find_merge_bases(base.commit, branch.commit);
  if (commits.empty()) {
    throw Error(
        fmt::format("branch '{}' and base '{}' have no commit in common", branch.ref, base.ref),
        "name the branch that it left: --base REV");
  }
  return commits;
}

Pages list_pages_with_sources_of_branch(const Objects& objects, const Plan& plan) {
  return list_pages(
      objects, plan,
      {.sources = plan.branch.tree, .translations = plan.branch.tree, .languages = plan.languages});
}

}  // namespace

BranchChanges::BranchChanges(const Objects& objects, const Plan& plan,
                             const Destination& destination)
    : base_(list_pages(objects, plan)), branch_(list_pages_with_sources_of_branch(objects, plan)) {
  const auto phase = objects.measure(Phase::kPlan);
  const ResolvedRevision& target = destination.target;
  const auto commits = find_partings(objects, target, plan.branch);
  for (const ObjectId& commit : commits) merge_bases_.push_back(commit.hex());
  list_before(objects, plan, commits);
  merge_base_count_ = before_.size();
  if (target.commit != plan.base.commit) {
    for (const ObjectId& commit : find_partings(objects, plan.base, plan.branch)) {
      parted_.push_back(list_pages_of(objects, plan, objects.read_commit(commit).tree));
    }
    target_ = list_pages_of(objects, plan, target.tree);
  }
  list_before(objects, plan,
              find_merged_trunks(objects, {plan.branch.commit, target.commit, commits},
                                 destination.trunks));
}

void BranchChanges::list_before(const Objects& objects, const Plan& plan,
                                const std::vector<ObjectId>& commits) {
  for (const ObjectId& commit : commits) {
    const ObjectId tree = objects.read_commit(commit).tree;
    commits_before_.push_back({commit.hex(), commit, tree});
    before_.push_back(list_pages_of(objects, plan, tree));
  }
}

PageChange BranchChanges::change_of(const Page& page) const {
  PageChange change = PageChange::kContent;
  for (const Pages& before : before_) {
    const Page* const former = find_translation(before, page.path);
    if (former != nullptr && former->entry.id == page.entry.id) return PageChange::kNone;
    if (is_moved(before, branch_, page)) change = PageChange::kMoved;
  }
  return change;
}

bool BranchChanges::is_source_changed(Side side, const std::string& source) const {
  const auto now = content_of(pages(side), source);
  const auto is_same = [&](const Pages& before) { return content_of(before, source) == now; };
  if (!parted_.empty()) return std::none_of(parted_.begin(), parted_.end(), is_same);
  const auto end = before_.begin() + static_cast<std::ptrdiff_t>(merge_base_count_);
  return std::none_of(before_.begin(), end, is_same);
}

bool BranchChanges::is_source_own(const std::string& source) const {
  const auto now = content_of(branch_, source);
  return std::none_of(before_.begin(), before_.end(),
                      [&](const Pages& before) { return content_of(before, source) == now; });
}

bool BranchChanges::are_sources_equal(const std::string& source) const {
  return content_of(base_, source) == content_of(branch_, source);
}

ExpectedSource BranchChanges::expected_source(const std::string& source) const {
  if (are_sources_equal(source) || !is_source_changed(Side::kBranch, source)) return {};
  if (is_source_changed(Side::kBase, source)) return {Side::kBase, true};
  return {Side::kBranch, false};
}

}  // namespace l10n_drift
