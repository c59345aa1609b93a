#pragma once

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "git/history_walk.h"
#include "git/objects.h"
#include "support/scratch_repository.h"

namespace l10n_drift {

inline const Layout kLayout("content/en/{path}", "content/{lang}/{path}", "en");

inline constexpr char kX[] = "content/ko/x.md";
inline constexpr char kY[] = "content/ko/y.md";

// Those of the paths that the commit has, to be followed from there.
inline std::vector<FollowedFile> files_at(const ScratchRepository& scratch,
                                          const std::string& commit,
                                          const std::vector<std::string>& paths) {
  const Objects objects = scratch.objects();
  std::vector<FollowedFile> files;
  for (const std::string& path : paths) {
    const auto entry = objects.find_files(scratch.tree(commit), {path}).front();
    if (entry) files.push_back({path, *entry});
  }
  return files;
}

class HistoryWalkTest : public testing::Test {
 protected:
  void have(const History& history) { scratch_.import(history); }

  // The last touch of each path: the commit's name, and the path if the file had another then.
  std::vector<std::string> last_touches(const std::string& start,
                                        const std::vector<std::string>& paths) const {
    const Objects objects = scratch_.objects();
    const std::vector<FollowedFile> files = files_at(scratch_, start, paths);
    std::vector<std::string> touches(files.size(), "none");
    objects.walk_history(scratch_.id(start), files, kLayout,
                         [&](std::size_t file, const Touch& touch) {
                           EXPECT_EQ(touches[file], "none")
                               << files[file].path << " was stopped already";
                           touches[file] = scratch_.name(touch.commit);
                           if (touch.path != files[file].path) touches[file] += " as " + touch.path;
                           return Onward::kStop;
                         },
                         {});
    return touches;
  }

  // All touches of one path, for the same answer to each.
  std::set<std::string> all_touches(const std::string& start, const std::string& path,
                                    Onward answer) const {
    const Objects objects = scratch_.objects();
    std::set<std::string> touches;
    objects.walk_history(scratch_.id(start), files_at(scratch_, start, {path}), kLayout,
                         [&](std::size_t, const Touch& touch) {
                           touches.insert(scratch_.name(touch.commit));
                           return answer;
                         },
                         {});
    return touches;
  }

  // Of each touch that the walk tells of one path, from the last one back.
  std::vector<std::vector<std::string>> passed_names(const std::string& start,
                                                     const std::string& path) const {
    const Objects objects = scratch_.objects();
    std::vector<std::vector<std::string>> names;
    objects.walk_history(scratch_.id(start), files_at(scratch_, start, {path}), kLayout,
                         [&](std::size_t, const Touch& touch) {
                           names.push_back(touch.passed_names);
                           return Onward::kAllParents;
                         },
                         {});
    return names;
  }

  ScratchRepository scratch_;
};

}  // namespace l10n_drift
