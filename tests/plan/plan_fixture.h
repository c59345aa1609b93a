#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "plan/plan.h"
#include "support/error_text.h"
#include "support/scratch_repository.h"

namespace l10n_drift {

// A page in English, Korean and Chinese; `main` is at B.
//
//     A---B---C    versions 1, 2 and 3 of the English page
//      `--K        version 2 of the Korean one
class PlanTest : public testing::Test {
 protected:
  PlanTest() {
    history_.commit("A", {},
                    {write_file("content/en/x.md", "1"), write_file("content/ko/x.md", "1"),
                     write_file("content/zh-cn/x.md", "1")});
    history_.commit("B", {"A"}, {write_file("content/en/x.md", "2")});
    history_.commit("C", {"B"}, {write_file("content/en/x.md", "3")});
    history_.commit("K", {"A"}, {write_file("content/ko/x.md", "2")});
    history_.point("refs/heads/main", "B");
  }

  // Writes the configuration of the work tree.
  void configure(const std::string& json) {
    write_whole_file(scratch_.at(".l10n-drift.json"), json);
  }

  Planned planned(const PlanRequest& request = {}) {
    scratch_.import(history_);
    return make_plan(scratch_.open(), request);
  }

  Plan plan(const PlanRequest& request = {}) { return planned(request).plan; }

  static PlanRequest for_check(PlanRequest request = {}) {
    request.purpose = Purpose::kCheck;
    return request;
  }

  std::string error(const PlanRequest& request) {
    return error_text([&] { plan(request); });
  }

  static PlanRequest on_branch(const std::string& branch) {
    PlanRequest request;
    request.comparison.branch = branch;
    return request;
  }

  static PlanRequest between(const std::string& base, const std::string& branch) {
    PlanRequest request = on_branch(branch);
    request.comparison.base = base;
    return request;
  }

  // Requests that ask for these languages.
  static PlanRequest in(const std::vector<std::string>& languages) {
    PlanRequest request;
    request.languages = languages;
    return request;
  }

  // "REF at COMMIT".
  std::string describe(const ResolvedRevision& revision) const {
    return revision.ref + " at " + scratch_.name(revision.commit);
  }

  ScratchRepository scratch_;
  History history_;
};

}  // namespace l10n_drift
