#pragma once

#include <gtest/gtest.h>

#include <vector>

#include "support/scratch_repository.h"

namespace l10n_drift {

// A repository with two trees to compare, "A" and "B", as commits without a parent.
class TwoTreesTest : public testing::Test {
 protected:
  void have(const std::vector<Change>& a, const std::vector<Change>& b) {
    History history;
    history.commit("A", {}, a);
    history.commit("B", {}, b);
    scratch_.import(history);
  }

  ScratchRepository scratch_;
};

}  // namespace l10n_drift
