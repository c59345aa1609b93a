#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "l10n_drift/issue.h"
#include "l10n_drift/report.h"

namespace l10n_drift {

// The files of a previous body, each of which is taken out once, by the file of a report that it
// is.
class FormerFiles {
 public:
  FormerFiles(const Report& report, const PreviousIssue& previous);

  // What is known of `file`, under its path of today; nothing if it is new.
  std::optional<IssueFile> take(const FileReport& file);

  // The same of a file that the report leaves out.
  std::optional<IssueFile> take(const LeftOutFile& file);

  // Those that are left, by path.
  std::vector<IssueFile> rest() const;

 private:
  using Files = std::map<std::string, IssueFile>;

  template <typename File>
  std::optional<IssueFile> take_pair(const File& file);
  template <typename File>
  bool is_ticked_by_path(const File& file) const;
  std::optional<IssueFile> take(const std::string& translation,
                                const std::optional<std::string>& former);
  Files::iterator find_moved(const std::string& path, const std::optional<std::string>& former);

  Files files_;
  std::set<std::string> present_;
  std::set<std::string> ticked_sources_;  // Those that lines without an id name.
};

// Where the translation belongs if its source has a new name: a path in git's quoted form, empty if
// there is none.
std::string next_translation(const FileReport& file);

}  // namespace l10n_drift
