#include "plan/config_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "l10n_drift/error.h"

namespace l10n_drift {

std::optional<std::string> read_text_file(const std::string& path, const std::string& name) {
  std::error_code error;
  const auto status = std::filesystem::symlink_status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) return {};
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path, error)) {
    throw Error("cannot read " + name, "it has to be a file that you may read");
  }
  return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
}

std::optional<Config> read_config_file(const std::string& path, const std::string& name) {
  const auto text = read_text_file(path, fmt::format("configuration '{}'", path));
  if (!text) return {};
  return parse_config(*text, name);
}

Config read_committed_config(const Objects& objects, const ResolvedRevision& revision) {
  const auto entry = objects.find_files(revision.tree, {kConfigName}).front();
  if (!entry || entry->kind() != EntryKind::kFile) return {};
  objects.require({entry->id});
  return parse_config(objects.read_blob(entry->id), revision.ref + ':' + kConfigName);
}

}  // namespace l10n_drift
