#pragma once

#include <string>
#include <vector>

namespace l10n_drift {

// An empty folder that goes with the object, and all that is in it.
class ScratchFolder {
 public:
  ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();

  // Without symlinks, and without a '/' at its end.
  const std::string& path() const { return path_; }

  // The path of what is called `name` in it.
  std::string at(const std::string& name) const { return path_ + '/' + name; }

  // What is in it, in no order.
  std::vector<std::string> names() const;

 private:
  std::string path_;
};

std::string read_whole_file(const std::string& path);
void write_whole_file(const std::string& path, const std::string& text);

}  // namespace l10n_drift
