#include "report/former_files.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "text/path_text.h"

// Which file of a previous body is which file of the report. Both are told by the path of the
// translation. The source may get another name. If the translation moves along, the report says
// what its source was called, and the old path of the translation follows from that. But the report
// knows only of a name that the source had when the translation was last touched. Who moves and
// updates it at once leaves no trace there. So the body remembers where each translation in the
// section of renamed ones belongs.

namespace l10n_drift {
namespace {

// The translation that goes with another name of the file's source. Both paths of a pair end in the
// same way, as layouts have it: content/en/a.md, content/ko/a.md.
std::optional<std::string> translation_of(const FileReport& file, const std::string& name) {
  const auto [source, translation] = std::mismatch(
      file.source.rbegin(), file.source.rend(), file.translation.rbegin(), file.translation.rend());
  const auto before = [](const std::string& path, auto end) {
    return path.substr(0, static_cast<std::size_t>(path.rend() - end));
  };
  const std::string root = before(file.source, source);
  if (!name.starts_with(root)) return {};
  return quote_path(before(file.translation, translation) + name.substr(root.size()));
}

// Where the translation was when its source had another name.
std::optional<std::string> former_translation(const FileReport& file) {
  if (!file.renamed_from || *file.renamed_from == file.source) return {};
  return translation_of(file, *file.renamed_from);
}

}  // namespace

std::string next_translation(const FileReport& file) {
  if (file.status != Status::kRenamed || !file.renamed_to) return {};
  return translation_of(file, *file.renamed_to).value_or("");
}

FormerFiles::FormerFiles(const Report& report, const PreviousIssue& previous) {
  for (const IssueFile& file : previous.files) files_.emplace(file.path, file);
  for (const FileReport& file : report.files) present_.insert(quote_path(file.translation));
}

std::optional<IssueFile> FormerFiles::take(const FileReport& file) {
  const std::string path = quote_path(file.translation);
  auto found = files_.find(path);
  if (found == files_.end()) found = find_moved(path, former_translation(file));
  if (found == files_.end()) return {};
  IssueFile known = std::move(files_.extract(found).mapped());
  known.path = path;
  known.moves_to = next_translation(file);
  return known;
}

std::vector<IssueFile> FormerFiles::rest() const {
  std::vector<IssueFile> files;
  for (const auto& [path, file] : files_) files.push_back(file);
  return files;
}

// What was at `former`, else what was to move to `path`. A file that is still there has not moved.
FormerFiles::Files::iterator FormerFiles::find_moved(const std::string& path,
                                                     const std::optional<std::string>& former) {
  if (former && !present_.contains(*former) && files_.contains(*former)) {
    return files_.find(*former);
  }
  return std::find_if(files_.begin(), files_.end(), [&](const Files::value_type& file) {
    return file.second.moves_to == path && !present_.contains(file.first);
  });
}

}  // namespace l10n_drift
