#include "plan/ignored_commits.h"

#include <algorithm>
#include <utility>

#include "text/ascii.h"

namespace l10n_drift {

IgnoredCommits::IgnoredCommits(std::set<ObjectId> named, const std::vector<std::string>& texts)
    : named_(std::move(named)) {
  for (const std::string& text : texts) texts_.push_back(to_lower(text));
}

bool IgnoredCommits::has(const Objects& objects, const ObjectId& commit) const {
  if (named_.contains(commit)) return true;
  if (texts_.empty()) return false;
  const std::string subject = to_lower(objects.describe(commit).subject);
  return std::any_of(texts_.begin(), texts_.end(),
                     [&](const std::string& text) { return subject.find(text) != subject.npos; });
}

}  // namespace l10n_drift
