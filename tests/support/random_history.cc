#include "support/random_history.h"

#include <algorithm>
#include <map>

namespace l10n_drift {
namespace {

using Files = std::map<std::string, std::string>;

class Generator {
 public:
  Generator(RandomText& random, const std::vector<std::string>& paths, Clocks clocks)
      : random_(random), paths_(paths), clocks_(clocks) {}

  RandomHistory run(std::size_t commits) {
    for (std::size_t i = 0; i < commits; ++i) add_commit("c" + std::to_string(i));
    return std::move(result_);
  }

 private:
  // Mostly the commit before; else one or several of the last few.
  std::vector<std::size_t> choose_parents() {
    const std::size_t count = trees_.size();
    if (count == 0 || random_.one_in(15)) return {};
    const std::size_t recent = std::min<std::size_t>(count, 5);
    std::vector<std::size_t> parents = {count - 1 -
                                        (random_.one_in(3) ? random_.below(recent) : 0)};
    while (random_.one_in(3)) {
      const std::size_t other = count - 1 - random_.below(recent);
      if (std::find(parents.begin(), parents.end(), other) == parents.end()) {
        parents.push_back(other);
      }
    }
    return parents;
  }

  // What the commit makes of a path: most of the time, what one of its parents has.
  void choose_text(const std::string& path, const std::vector<std::size_t>& parents, Files& files) {
    const bool takes_side = !parents.empty() && !random_.one_in(4);
    const Files& side = takes_side ? trees_[parents[random_.below(parents.size())]] : files;
    const auto there = side.find(path);
    if (takes_side && there != side.end()) {
      files[path] = there->second;
    } else if (takes_side || random_.one_in(4)) {
      files.erase(path);
    } else {
      files[path] = path + " version " + std::to_string(++version_);
    }
  }

  void add_commit(const std::string& name) {
    const std::vector<std::size_t> parents = choose_parents();
    const Files before = parents.empty() ? Files{} : trees_[parents.front()];
    Files after = before;
    for (const std::string& path : paths_) choose_text(path, parents, after);
    std::vector<std::string> parent_names;
    for (const std::size_t parent : parents) parent_names.push_back(result_.commits[parent]);
    std::vector<Change> changes;
    for (const std::string& path : paths_) {
      const auto there = after.find(path);
      changes.push_back(there == after.end() ? remove_file(path) : write_file(path, there->second));
    }
    if (clocks_ == Clocks::kRight) {
      result_.history.commit(name, parent_names, changes);
    } else {
      const auto minute = static_cast<std::int64_t>(random_.below(10'000));
      result_.history.commit_at(1'500'000'000 + 60 * minute, name, parent_names, changes);
    }
    result_.commits.push_back(name);
    trees_.push_back(std::move(after));
  }

  RandomText& random_;
  const std::vector<std::string>& paths_;
  Clocks clocks_;
  RandomHistory result_;
  std::vector<Files> trees_;
  std::size_t version_ = 0;
};

}  // namespace

RandomHistory random_history(RandomText& random, const std::vector<std::string>& paths,
                             std::size_t commits, Clocks clocks) {
  return Generator(random, paths, clocks).run(commits);
}

}  // namespace l10n_drift
