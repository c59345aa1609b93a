#pragma once

#include <string>
#include <vector>

#include "render/issue/ids.h"
#include "render/sample_report.h"

namespace l10n_drift {

// The body as the next run finds it, if nobody touches it.
inline PreviousIssue body_of(const IssueList& list) {
  PreviousIssue previous;
  previous.language = "ko";
  previous.highest = list.highest;
  for (const auto& [status, entries] : list.open) {
    for (const IssueEntry& entry : entries) previous.files.push_back(entry.file);
  }
  for (const IssueEntry& entry : list.left_out) previous.files.push_back(entry.file);
  for (const IssueEntry& entry : list.done) previous.files.push_back(entry.file);
  previous.past = list.past;
  return previous;
}

// Each file with its present id, in the order of the body: "M1 a.md", "left out M3 c.md", "done M2
// b.md".
inline std::vector<std::string> lines_of(const IssueList& list) {
  constexpr std::size_t kFolder = std::string_view("content/ko/").size();
  std::vector<std::string> lines;
  const auto add = [&](const char* prefix, const IssueEntry& entry) {
    lines.push_back(prefix + entry.file.labels.front() + ' ' + entry.file.path.substr(kFolder));
  };
  for (const auto& [status, entries] : list.open) {
    for (const IssueEntry& entry : entries) add("", entry);
  }
  for (const IssueEntry& entry : list.left_out) add("left out ", entry);
  for (const IssueEntry& entry : list.done) add("done ", entry);
  return lines;
}

inline FileReport outdated(const std::string& name, char source = 'a') {
  FileReport file = sample_file(name, Status::kOutdated);
  file.source_blob = repeated_id(source);
  return file;
}

// A pair that a report leaves out.
inline LeftOutFile left_out_file(const std::string& name) {
  return {.source = "content/en/" + name, .translation = "content/ko/" + name};
}

}  // namespace l10n_drift
