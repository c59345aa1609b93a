#pragma once

#include <set>
#include <string>
#include <vector>

#include "git/objects.h"

namespace l10n_drift {

// The commits that do not count: a touch by one is no touch, and what it changes in a source is no
// drift.
class IgnoredCommits {
 public:
  IgnoredCommits() = default;

  // `named` are those that are listed one by one; `texts` are what the subject of others has in it,
  // in whatever case.
  IgnoredCommits(std::set<ObjectId> named, const std::vector<std::string>& texts);

  // Whether all commits count.
  bool empty() const { return named_.empty() && texts_.empty(); }

  // Reads the commit if there are texts to look for.
  bool has(const Objects& objects, const ObjectId& commit) const;

  const std::set<ObjectId>& named() const { return named_; }

 private:
  std::set<ObjectId> named_;
  std::vector<std::string> texts_;
};

}  // namespace l10n_drift
