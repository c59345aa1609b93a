// The previous body of an issue. Inputs are any bytes, or a body that somebody has spoilt.

#include "l10n_drift/issue.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/target.h"
#include "l10n_drift/error.h"
#include "render/issue/marker.h"
#include "text/characters.h"

namespace l10n_drift {
namespace {

constexpr std::size_t kMaxChars = 4'000;

// One file is listed, one is in sync.
Report small_report() {
  Report report;
  report.base = {"main", std::string(40, 'a')};
  report.branch = {"dev-1.29-ko.1", std::string(40, 'b')};
  report.languages = {"ko"};
  FileReport file;
  file.language = "ko";
  file.source = "content/en/a.md";
  file.translation = "content/ko/a.md";
  file.status = Status::kOutdated;
  file.source_blob = std::string(40, 'c');
  report.files.push_back(file);
  file.source = "content/en/b.md";
  file.translation = "content/ko/b.md";
  file.status = Status::kInSync;
  report.files.push_back(file);
  return report;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

std::vector<std::string> next_body(const std::vector<std::string>& parts, std::size_t max_chars) {
  std::vector<IssueText> texts;
  for (const std::string& part : parts) texts.push_back({"body", part});
  return render_issue_parts(small_report(), {}, read_issue(texts), max_chars);
}

// Ids are labels, and each is that of one file.
void check_labels(const PreviousIssue& issue) {
  std::map<std::string, std::string> owners;
  for (const IssueFile& file : issue.files) {
    require(!file.labels.empty(), "each file has an id");
    for (const std::string& label : file.labels) {
      require(is_label(label), "an id is a label");
      require(owners.emplace(label, file.path).second, "an id belongs to one file");
      require(label_number(label) <= issue.highest.at(label[0]), "no id is above the highest");
    }
  }
}

void check_body(const std::vector<std::string>& parts, std::size_t max_chars) {
  for (const std::string& part : parts) {
    require(part.ends_with('\n'), "the last line has an end");
    require(count('\n' + part, "\n<!-- l10n-drift: ") == 1, "a part has one marker");
    require(max_chars == 0 || count_characters(part) <= max_chars, "no part is too long");
  }
  require(next_body(parts, max_chars) == parts, "the next body is the same");
}

}  // namespace

void run_target(std::string_view input) {
  try {
    const PreviousIssue issue = read_issue({{"body", std::string(input)}});
    check_labels(issue);
    const auto whole = render_issue_parts(small_report(), {}, issue, 0);
    // What was between pieces that are gone moves to the next one, once.
    check_body(next_body(whole, 0), 0);
    next_body(whole, kMaxChars);
  } catch (const Error&) {
    return;
  }
}

}  // namespace l10n_drift
