#include "baselines/source_versions.h"

namespace l10n_drift {
namespace {

std::map<std::string, SourceVersions> follow_sources(const Objects& objects, const Pairs& pairs,
                                                     const std::set<std::string>& sources,
                                                     Onward onward) {
  std::vector<FollowedFile> files;
  for (const std::string& source : sources) {
    const auto place = pairs.pages.sources.find(source);
    if (place != pairs.pages.sources.end()) files.push_back({source, place->second});
  }
  std::map<std::string, SourceVersions> versions;
  if (files.empty()) return versions;
  const auto visit = [&](std::size_t file, const Touch& touch) {
    if (touch.is_cut) return Onward::kStop;
    versions[files[file].path].push_back(
        {touch.commit, touch.tree, touch.blob, touch.time, touch.offset_minutes});
    return onward;
  };
  objects.walk_history(pairs.base.commit, files, pairs.plan.layout, visit, {});
  return versions;
}

}  // namespace

std::map<std::string, SourceVersions> find_source_versions(const Objects& objects,
                                                           const Pairs& pairs,
                                                           const std::set<std::string>& sources) {
  return follow_sources(objects, pairs, sources, Onward::kFirstWithPath);
}

std::map<std::string, SourceVersions> find_all_source_versions(
    const Objects& objects, const Pairs& pairs, const std::set<std::string>& sources) {
  return follow_sources(objects, pairs, sources, Onward::kAllParents);
}

}  // namespace l10n_drift
