#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "l10n_drift/error.h"
#include "l10n_drift/issue.h"
#include "render/issue/label_table.h"
#include "render/issue/part_reader.h"
#include "text/path_text.h"

namespace l10n_drift {
namespace {

void check_languages(const std::vector<IssuePart>& parts) {
  for (const IssuePart& part : parts) {
    if (part.marker.language == parts.front().marker.language) continue;
    throw Error(fmt::format("the previous body has parts of two languages, {} and {}",
                            in_quotes(parts.front().marker.language),
                            in_quotes(part.marker.language)));
  }
}

// Each part has to be there once. If one were missing, its files would get new ids.
void check_numbers(const std::vector<IssuePart>& parts) {
  std::size_t total = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t number = parts[i].marker.part;
    if (i > 0 && number == parts[i - 1].marker.part) {
      throw Error(fmt::format("the previous body has part {} twice", number),
                  "give each part once: --previous FILE for the body and for each comment");
    }
    total = std::max({total, number, parts[i].marker.parts});
  }
  for (std::size_t i = 0; i < total; ++i) {
    if (i < parts.size() && parts[i].marker.part == i + 1) continue;
    throw Error(fmt::format("the previous body lacks part {} of {}", i + 1, total),
                "give --previous FILE for the body and for each comment; where a comment is lost, "
                "begin a new issue");
  }
}

// Collects the files of all parts. Each keeps those of its ids that no other file has.
class FileCollector {
 public:
  explicit FileCollector(PreviousIssue& issue) : issue_(issue) {}

  void add(const IssuePart& part) {
    for (const auto& [letter, number] : part.marker.highest) raise(letter, number);
    std::set<std::string> ticked;
    for (const ItemLine& item : part.items) {
      if (!item.is_ticked) continue;
      if (item.label.empty()) {
        issue_.ticked_lines.push_back(item.text);
      } else {
        ticked.insert(item.label);
      }
    }
    for (const IssueFile& file : part.marker.files) add(file, ticked);
  }

  // The first part has the ids of all. They are new only if the part that they are of is lost.
  void add_lost(const IssuePart& first) {
    for (const IssueFile& file : first.marker.elsewhere) add(file, {});
    std::set<std::string> known;
    for (const IssueFile& file : issue_.files) known.insert(path_hash(file.path));
    for (const HashedFile& file : first.marker.all) {
      if (!known.contains(file.hash)) add_hashed(file, issue_.lost);
    }
    for (const HashedFile& file : first.marker.past) add_hashed(file, issue_.past);
  }

 private:
  void raise(char letter, std::size_t number) {
    std::size_t& highest = issue_.highest[letter];
    highest = std::max(highest, number);
  }

  void add(IssueFile file, const std::set<std::string>& ticked) {
    const bool is_ticked = file.change.empty() || ticked.contains(file.labels.front());
    const auto [known, is_new] = by_path_.emplace(file.path, issue_.files.size());
    if (!is_new) return tick_again(known->second, file, is_ticked);
    std::set<char> letters;
    std::erase_if(file.labels, [&](const std::string& label) {
      return !letters.insert(label[0]).second || !labels_.insert(label).second;
    });
    if (file.labels.empty()) return;
    for (const std::string& label : file.labels) raise(label[0], label_number(label));
    file.ticked = is_ticked;
    issue_.files.push_back(std::move(file));
  }

  // With those ids that no other file has.
  void add_hashed(HashedFile file, std::vector<HashedFile>& files) {
    std::erase_if(file.labels,
                  [&](const std::string& label) { return !labels_.insert(label).second; });
    for (const std::string& label : file.labels) raise(label[0], label_number(label));
    if (!file.labels.empty()) files.push_back(std::move(file));
  }

  // A run that was cut off may leave two parts that list the same file. People may tick either.
  void tick_again(std::size_t index, const IssueFile& file, bool is_ticked) {
    if (index >= issue_.files.size() || issue_.files[index].path != file.path) return;
    IssueFile& known = issue_.files[index];
    known.ticked |= is_ticked && known.change == file.change;
  }

  PreviousIssue& issue_;
  std::map<std::string, std::size_t>
      by_path_;  // Where it stands in its files, if it has found a place.
  std::set<std::string> labels_;
};

}  // namespace

PreviousIssue read_issue(const std::vector<IssueText>& texts) {
  std::vector<IssuePart> parts;
  for (const IssueText& text : texts) {
    for (IssuePart& part : read_parts(text)) parts.push_back(std::move(part));
  }
  PreviousIssue issue;
  if (parts.empty()) return issue;
  std::stable_sort(parts.begin(), parts.end(), [](const IssuePart& a, const IssuePart& b) {
    return a.marker.part < b.marker.part;
  });
  check_languages(parts);
  check_numbers(parts);
  issue.language = parts.front().marker.language;
  issue.branch = parts.front().marker.branch;
  FileCollector files(issue);
  for (IssuePart& part : parts) {
    files.add(part);
    issue.crlf |= part.crlf;
    issue.texts.push_back(std::move(part.text));
    issue.empty_since.push_back(std::move(part.marker.empty_since));
  }
  files.add_lost(parts.front());
  return issue;
}

}  // namespace l10n_drift
