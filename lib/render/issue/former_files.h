#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "l10n_drift/issue.h"
#include "l10n_drift/report.h"

namespace l10n_drift {

// In place of a change that nobody knows, as the part that had it is lost. No change is the same.
inline constexpr std::string_view kUnknownChange = "000000000000-00000000";

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

  // The same of those that were done long ago. They have no path and no change.
  std::optional<IssueFile> take_past(const FileReport& file);

  // Those of them that are left, in their order.
  std::vector<HashedFile> rest_of_past() const;

 private:
  using Files = std::map<std::string, IssueFile>;

  template <typename File>
  std::optional<IssueFile> take_pair(const File& file);
  template <typename File>
  bool is_ticked_by_path(const File& file) const;
  std::optional<IssueFile> take(const std::string& translation,
                                const std::vector<std::string>& former);
  Files::iterator find_moved(const std::string& path, const std::vector<std::string>& former);

  // By the hashes of paths, and in which order they were.
  using HashedFiles = std::map<std::string, std::vector<std::string>>;
  static std::optional<IssueFile> take_hashed(HashedFiles& files, const std::string& translation,
                                              const std::vector<std::string>& former);

  Files files_;
  HashedFiles lost_;
  HashedFiles past_;
  std::set<std::string> present_;
  std::set<std::string> ticked_sources_;  // Those that lines without an id name.
};

// Where the translation belongs if its source has a new name: a path in git's quoted form, empty if
// there is none.
std::string next_translation(const FileReport& file);

}  // namespace l10n_drift
