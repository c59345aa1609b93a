#include "render/issue/former_files.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

#include "render/issue/item_line.h"
#include "render/issue/label_table.h"
#include "render/issue/status_sections.h"
#include "text/path_text.h"

// Which file of a previous body is which file of the report. Both are told by the path of the
// translation, and a translation that has moved by the paths that it had before, as its own history
// has them: moved in one commit and updated in the next, it is still the same file. Without its
// history (a report with `--since`), what its source was called tells what the translation was
// called, if the two have moved together. Where neither tells, as the translation was moved and
// rewritten in one commit, the body does: it remembers where each translation in the section of
// renamed ones belongs.
//
// Somebody may have ticked an item and lost its id. The line has the path of the source, which the
// marker does not have, and the report does.

namespace l10n_drift {
namespace {

// The translation that goes with another name of the file's source. Both paths of a pair end in the
// same way, as layouts have it: content/en/a.md, content/ko/a.md.
template <typename File>
std::optional<std::string> translation_of(const File& file, const std::string& name) {
  const auto [source, translation] = std::mismatch(
      file.source.rbegin(), file.source.rend(), file.translation.rbegin(), file.translation.rend());
  const auto before = [](const std::string& path, auto end) {
    return path.substr(0, static_cast<std::size_t>(path.rend() - end));
  };
  const std::string root = before(file.source, source);
  if (!name.starts_with(root)) return {};
  return quote_path(before(file.translation, translation) + name.substr(root.size()));
}

// Where the translation was before, in git's quoted form: the newest path first, and last the one
// that goes with the other name of its source.
template <typename File>
std::vector<std::string> former_paths(const File& file) {
  std::vector<std::string> paths;
  for (const std::string& path : file.former_translations) paths.push_back(quote_path(path));
  if (!file.renamed_from || *file.renamed_from == file.source) return paths;
  if (auto path = translation_of(file, *file.renamed_from)) paths.push_back(*std::move(path));
  return paths;
}

// The names under which the body may list the source of a file, in git's quoted form.
template <typename Files>
void add_names(const Files& files, std::set<std::string>& names) {
  for (const auto& file : files) {
    names.insert(quote_path(file.source));
    if (file.renamed_from) names.insert(quote_path(*file.renamed_from));
  }
}

// Which of `names` a line is about: the first that stands in it, as others may follow to which that
// one was renamed; the longest of those that begin there.
const std::string* first_name(std::string_view line, const std::set<std::string>& names) {
  const std::string* first = nullptr;
  std::size_t first_at = line.npos;
  for (const std::string& name : names) {
    const std::size_t at = find_path(line, name);
    if (at == line.npos || at > first_at) continue;
    if (at == first_at && first->size() > name.size()) continue;
    first = &name;
    first_at = at;
  }
  return first;
}

// Whether the previous body lists the file in the section of pages to be translated.
bool is_listed_as_untranslated(const IssueFile& file) {
  const auto* const section =
      std::find_if(std::begin(kStatusSections), std::end(kStatusSections),
                   [&](const StatusSection& other) { return other.letter == file.labels[0][0]; });
  return section->status == Status::kUntranslated;
}

}  // namespace

std::string next_translation(const FileReport& file) {
  if (file.status != Status::kRenamed || !file.renamed_to) return {};
  return translation_of(file, *file.renamed_to).value_or("");
}

FormerFiles::FormerFiles(const Report& report, const PreviousIssue& previous) {
  for (const IssueFile& file : previous.files) files_.emplace(file.path, file);
  for (const HashedFile& file : previous.lost) lost_.emplace(file.hash, file.labels);
  for (const HashedFile& file : previous.past) past_.emplace(file.hash, file.labels);
  for (const FileReport& file : report.files) present_.insert(quote_path(file.translation));
  for (const LeftOutFile& file : report.left_out) {
    if (file.is_translated) present_.insert(quote_path(file.translation));
  }
  if (previous.ticked_lines.empty()) return;
  std::set<std::string> names;
  add_names(report.files, names);
  add_names(report.left_out, names);
  for (const std::string& line : previous.ticked_lines) {
    if (const std::string* const name = first_name(line, names)) ticked_sources_.insert(*name);
  }
}

std::optional<IssueFile> FormerFiles::take(const FileReport& file) { return take_pair(file); }

// If there is no translation, the file is known only if it was to be translated. Any other file had
// a translation, which somebody has removed.
std::optional<IssueFile> FormerFiles::take(const LeftOutFile& file) {
  if (file.is_translated) return take_pair(file);
  const auto found = files_.find(quote_path(file.translation));
  if (found == files_.end() || !is_listed_as_untranslated(found->second)) return {};
  return std::move(files_.extract(found).mapped());
}

std::optional<IssueFile> FormerFiles::take_past(const FileReport& file) {
  return take_hashed(past_, file.translation, former_paths(file));
}

std::vector<HashedFile> FormerFiles::rest_of_past() const {
  std::vector<HashedFile> files;
  for (const auto& [hash, labels] : past_) files.push_back({hash, labels});
  return files;
}

std::optional<IssueFile> FormerFiles::take_hashed(HashedFiles& files,
                                                  const std::string& translation,
                                                  const std::vector<std::string>& former) {
  const std::string path = quote_path(translation);
  std::vector<std::string> paths = {path};
  paths.insert(paths.end(), former.begin(), former.end());
  for (const std::string& other : paths) {
    auto found = files.extract(path_hash(other));
    if (!found.empty()) return IssueFile{.path = path, .labels = std::move(found.mapped())};
  }
  return {};
}

template <typename File>
std::optional<IssueFile> FormerFiles::take_pair(const File& file) {
  std::optional<IssueFile> known = take(file.translation, former_paths(file));
  if (!known) {
    known = take_hashed(lost_, file.translation, former_paths(file));
    if (known) known->change = kUnknownChange;
  }
  if (!known) return known;
  known->ticked |= is_ticked_by_path(file);
  return known;
}

template <typename File>
bool FormerFiles::is_ticked_by_path(const File& file) const {
  return ticked_sources_.contains(quote_path(file.source)) ||
         (file.renamed_from && ticked_sources_.contains(quote_path(*file.renamed_from)));
}

std::optional<IssueFile> FormerFiles::take(const std::string& translation,
                                           const std::vector<std::string>& former) {
  const std::string path = quote_path(translation);
  auto found = files_.find(path);
  if (found == files_.end()) found = find_moved(path, former);
  if (found == files_.end()) return {};
  IssueFile known = std::move(files_.extract(found).mapped());
  if (known.path != path) known.moves_to.clear();
  known.path = path;
  return known;
}

std::vector<IssueFile> FormerFiles::rest() const {
  std::vector<IssueFile> files;
  for (const auto& [path, file] : files_) files.push_back(file);
  return files;
}

// What was at one of the `former` paths, else what was to move to `path`. A file that is still
// there has not moved.
FormerFiles::Files::iterator FormerFiles::find_moved(const std::string& path,
                                                     const std::vector<std::string>& former) {
  for (const std::string& before : former) {
    if (!present_.contains(before) && files_.contains(before)) return files_.find(before);
  }
  return std::find_if(files_.begin(), files_.end(), [&](const Files::value_type& file) {
    return file.second.moves_to == path && !present_.contains(file.first);
  });
}

}  // namespace l10n_drift
