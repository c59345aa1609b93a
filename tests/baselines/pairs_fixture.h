#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "baselines/found_baseline.h"
#include "baselines/touches.h"
#include "plan/pages.h"
#include "plan/pairs.h"
#include "plan/plan.h"
#include "support/scratch_repository.h"

namespace l10n_drift {

inline constexpr char kSourceX[] = "content/en/x.md";
inline constexpr char kSourceY[] = "content/en/y.md";
inline constexpr char kKoreanX[] = "content/ko/x.md";
inline constexpr char kKoreanY[] = "content/ko/y.md";

// Lines 1 to `count`, each on its own. Texts of the same kind that differ in a few lines are
// similar, and those of two kinds are not.
inline std::string lines_of(const std::string& kind, int count) {
  std::string text;
  for (int line = 1; line <= count; ++line) {
    text += "Line " + std::to_string(line) + " of " + kind + ", which is like no other line.\n";
  }
  return text;
}

// Asks for the translations of `branch` against the sources of `base`, block by block.
inline PlanRequest between(const std::string& base, const std::string& branch) {
  PlanRequest request;
  request.comparison.base = base;
  request.comparison.branch = branch;
  request.languages = {"all"};
  return request;
}

// The same, with a revision in place of touches.
inline PlanRequest since(const std::string& revision, PlanRequest request) {
  request.since = revision;
  return request;
}

// The same, without looking into pages.
inline PlanRequest by_file(PlanRequest request) {
  request.granularity = Granularity::kFile;
  return request;
}

// All pairs of a request, and whatever they refer to.
class PairsOf {
 public:
  PairsOf(const ScratchRepository& scratch, const PlanRequest& request)
      : repository_(open_for(in(scratch, request))),
        plan_(make_plan(repository_, request).plan),
        pages_(list_pages(repository_.objects(), plan_)),
        pairs_{plan_, plan_.base, pages_, pages_.translations} {}
  PairsOf(const PairsOf&) = delete;
  PairsOf& operator=(const PairsOf&) = delete;

  const Pairs& operator*() const { return pairs_; }
  const Pairs* operator->() const { return &pairs_; }
  const Objects& objects() const { return repository_.objects(); }

  // The index of the translation at `path`.
  std::size_t page(const std::string& path) const {
    for (std::size_t i = 0; i < pages_.translations.size(); ++i) {
      if (pages_.translations[i].path == path) return i;
    }
    ADD_FAILURE() << "no translation " << path;
    return 0;
  }

  // All touches that the walk tells of, a commit's at a time.
  std::vector<CommitTouches> touches() const {
    std::vector<CommitTouches> touches;
    send_touches(objects(), pairs_, [&](CommitTouches some) { touches.push_back(std::move(some)); },
                 {});
    return touches;
  }

 private:
  static PlanRequest in(const ScratchRepository& scratch, PlanRequest request) {
    request.comparison.repository = scratch.path();
    return request;
  }

  Repository repository_;
  Plan plan_;
  Pages pages_;
  Pairs pairs_;
};

class PairsTest : public testing::Test {
 protected:
  // The pairs of a request in the repository with all that the history has by now.
  PairsOf pairs(const PlanRequest& request) {
    if (!has_branch_) history_.point("refs/heads/main", request.comparison.base.value());
    has_branch_ = true;
    scratch_.import(history_);
    history_ = {};
    return {scratch_, request};
  }

  // Ends the history of the repository at a commit, as a shallow clone does.
  void cut_at(const std::string& commit) {
    write_whole_file(scratch_.at(".git/shallow"), scratch_.id(commit).hex() + "\n");
  }

  // Has blobs be asked for, as in a partial clone, although they are all there.
  void make_partial() { scratch_.git({"config", "remote.origin.promisor", "true"}); }

  // A touch of the page in a commit, where the translation was at `path`.
  PageTouch touch(const PairsOf& pairs, std::size_t page, const std::string& commit,
                  const std::string& path) const {
    const RawCommit raw = pairs.objects().read_commit(scratch_.id(commit));
    return {page,
            {.commit = scratch_.id(commit),
             .tree = raw.tree,
             .time = raw.time,
             .offset_minutes = raw.offset_minutes,
             .blob = {},
             .path = path}};
  }

  // "PATH at COMMIT", and how similar it is to what it has become; "none".
  std::string describe(const std::optional<FoundBaseline>& baseline) const {
    if (!baseline) return "none";
    EXPECT_EQ(baseline->tree, scratch_.tree(baseline->commit.hex()));
    EXPECT_EQ(baseline->blob, scratch_.id(baseline->commit.hex() + ':' + baseline->source));
    std::string text = baseline->source + " at " + scratch_.name(baseline->commit);
    if (baseline->similarity) text += ", " + std::to_string(*baseline->similarity) + " %";
    return text;
  }

  ScratchRepository scratch_;
  History history_;

 private:
  bool has_branch_ = false;
};

}  // namespace l10n_drift
