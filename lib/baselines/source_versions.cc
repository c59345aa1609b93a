#include "baselines/source_versions.h"

#include <string_view>

#include "plan/pages.h"

namespace l10n_drift {
namespace {

std::map<std::string, SourceVersions> follow_sources(const Objects& objects, const Pairs& pairs,
                                                     const ResolvedRevision& revision,
                                                     const std::set<std::string>& sources,
                                                     Onward onward) {
  std::vector<FollowedFile> files;
  const std::set<std::string_view> paths(sources.begin(), sources.end());
  for (const auto& [path, entry] : look_up_pages(objects, revision.tree, paths)) {
    files.push_back({std::string(path), entry});
  }
  std::map<std::string, SourceVersions> versions;
  if (files.empty()) return versions;
  const auto visit = [&](std::size_t file, const Touch& touch) {
    if (touch.is_cut) return Onward::kStop;
    versions[files[file].path].push_back(
        {touch.commit, touch.tree, touch.blob, touch.time, touch.offset_minutes});
    return onward;
  };
  objects.walk_history(revision.commit, files, pairs.plan.layout, visit, {});
  return versions;
}

}  // namespace

std::map<std::string, SourceVersions> find_source_versions(const Objects& objects,
                                                           const Pairs& pairs,
                                                           const std::set<std::string>& sources) {
  return follow_sources(objects, pairs, pairs.base, sources, Onward::kFirstWithPath);
}

std::map<std::string, SourceVersions> find_all_source_versions(
    const Objects& objects, const Pairs& pairs, const ResolvedRevision& revision,
    const std::set<std::string>& sources) {
  return follow_sources(objects, pairs, revision, sources, Onward::kAllParents);
}

}  // namespace l10n_drift
