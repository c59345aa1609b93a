#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace l10n_drift {

// What a commit does to one path.
struct Change {
  std::string path;
  std::optional<std::string> text;  // Absent: the file is removed.
  std::string mode = "100644";
};

Change write_file(std::string path, std::string text);
Change write_executable(std::string path, std::string text);
Change write_symlink(std::string path, std::string target);
Change write_submodule(std::string path, std::string commit_hex);
Change remove_file(std::string path);

// A history in the format of git fast-import, put down commit by commit. Each commit is known by a
// name, and gets a tag of that name. Its tree is that of its first parent, with the changes.
class History {
 public:
  // Half an hour passes from one commit to the next.
  void commit(const std::string& name, const std::vector<std::string>& parents,
              const std::vector<Change>& changes);

  // The same with a clock of its own, in seconds since 1970.
  void commit_at(std::int64_t time, const std::string& name,
                 const std::vector<std::string>& parents, const std::vector<Change>& changes);

  // Lets a ref such as "refs/heads/main" name a commit.
  void point(const std::string& ref, const std::string& name);

  const std::string& text() const { return text_; }

 private:
  std::int64_t clock_ = 1'600'000'000;
  std::string text_;
};

}  // namespace l10n_drift
