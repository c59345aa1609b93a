#include "support/history.h"

#include <fmt/format.h>

#include <utility>

namespace l10n_drift {
namespace {

constexpr std::int64_t kHalfAnHour = 1800;
constexpr char kSubmoduleMode[] = "160000";

std::string data(const std::string& bytes) {
  return fmt::format("data {}\n{}\n", bytes.size(), bytes);
}

std::string line_of(const Change& change) {
  if (!change.text) return fmt::format("D {}\n", change.path);
  if (change.mode == kSubmoduleMode) {
    return fmt::format("M {} {} {}\n", change.mode, *change.text, change.path);
  }
  return fmt::format("M {} inline {}\n{}", change.mode, change.path, data(*change.text));
}

}  // namespace

Change write_file(std::string path, std::string text) {
  return {std::move(path), std::move(text), "100644"};
}

Change write_executable(std::string path, std::string text) {
  return {std::move(path), std::move(text), "100755"};
}

Change write_symlink(std::string path, std::string target) {
  return {std::move(path), std::move(target), "120000"};
}

Change write_submodule(std::string path, std::string commit_hex) {
  return {std::move(path), std::move(commit_hex), kSubmoduleMode};
}

Change remove_file(std::string path) { return {std::move(path), std::nullopt, {}}; }

void History::commit(const std::string& name, const std::vector<std::string>& parents,
                     const std::vector<Change>& changes) {
  commit_at(clock_ += kHalfAnHour, name, parents, changes);
}

void History::commit_at(std::int64_t time, const std::string& name,
                        const std::vector<std::string>& parents,
                        const std::vector<Change>& changes) {
  text_ += fmt::format("commit refs/tags/{}\ncommitter C <c@example.com> {} +0000\n", name, time);
  text_ += data(name);
  for (std::size_t i = 0; i < parents.size(); ++i) {
    text_ += fmt::format("{} refs/tags/{}\n", i == 0 ? "from" : "merge", parents[i]);
  }
  for (const Change& change : changes) text_ += line_of(change);
  text_ += '\n';
}

void History::point(const std::string& ref, const std::string& name) {
  text_ += fmt::format("reset {}\nfrom refs/tags/{}\n\n", ref, name);
}

}  // namespace l10n_drift
