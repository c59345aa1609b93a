#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/before_and_after.h"
#include "analysis/branch_changes.h"
#include "judge/page_cache.h"
#include "judge/pair_judge.h"
#include "l10n_drift/drift.h"
#include "plan/pairs.h"

namespace l10n_drift {

// How translations stood before the branch. See standings.cc.
class Standings {
 public:
  // All must outlive the object.
  Standings(const Objects& objects, const Plan& plan, const BranchChanges& changes)
      : objects_(objects), plan_(plan), changes_(changes), parsed_(objects) {}

  // Fills in what the touches of `translations` themselves could not tell. `judged` is what came
  // out of judging them, with `before` in the pairs.
  void complete(const std::vector<Page>& translations, const Before& before,
                std::vector<JudgedPair>& judged, unsigned threads);

  // Nothing where nobody can tell how the page stood.
  std::optional<BeforeAndAfter> compare(const JudgedPair& pair, const Before& before);

  // Whether there was no such page.
  bool is_new(const JudgedPair& pair) const;
  // Whether the page was there without its source.
  bool was_orphan(const FileReport& file) const;

 private:
  std::optional<BeforeAndAfter> compare_sources_too(
      const std::vector<std::vector<OpenChange>>& lists, const JudgedPair& pair,
      const ObjectId& source);
  bool overrules_any(const JudgedPair& pair) const;
  bool overrules(const std::string& path, const ObjectId& before) const;
  bool has(const ObjectId& commit, const ObjectId& ancestor) const;
  std::optional<ObjectId> blob_at(const ObjectId& commit, const std::string& path) const;
  bool is_on_own_line(const ObjectId& commit);
  void judge_at(std::size_t commit, const std::vector<Page>& translations, const Before& before,
                std::vector<JudgedPair>& judged, unsigned threads);

  const Objects& objects_;
  const Plan& plan_;
  const BranchChanges& changes_;
  PageCache parsed_;
  std::set<ObjectId> own_line_;  // Empty as long as nobody has asked.
};

}  // namespace l10n_drift
