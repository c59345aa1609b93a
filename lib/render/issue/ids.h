#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "l10n_drift/issue.h"
#include "l10n_drift/report.h"

namespace l10n_drift {

// A file of the issue: as the report has it, and as the body will remember it.
struct IssueEntry {
  const FileReport* report = nullptr;  // Null if the report leaves it out, or does not know of it.
  std::string source = {};             // Its path; empty if the report does not know of the file.
  std::string_view left_out_by = {};   // What leaves it out, "--since"; empty if nothing does.
  bool is_new = false;                 // The previous body did not have it, and there was one.
  IssueFile file = {};
};

// All files of an issue with their ids.
struct IssueList {
  std::map<Status, std::vector<IssueEntry>> open;  // Of each status, in the order of their numbers.
  std::vector<IssueEntry> left_out;                // In the order of the letters, then the numbers.
  std::vector<IssueEntry> done;                    // The same.
  std::vector<HashedFile> past;         // Those that were done too long ago to be listed.
  std::map<char, std::size_t> highest;  // The highest number ever used, by letter.
};

// Gives the report's files their ids, after those that `previous` gave. `report` has to outlive the
// result.
IssueList assign_ids(const Report& report, const PreviousIssue& previous);

// Lists nothing as done: what is done is counted from then on.
void forget_done_files(IssueList& list);

// The files of all statuses that there is something to do about.
std::size_t count_open_files(const IssueList& list);

// The files that are left out and not ticked. Somebody has to do something about them, too.
std::size_t count_left_out_files(const IssueList& list);

}  // namespace l10n_drift
