#include "render/sample_check.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "render/sample_report.h"

namespace l10n_drift {
namespace {

FindingKind kind_of(const FileReport& file) {
  switch (file.status) {
    case Status::kOutdated:
      if (file.verbatim) return FindingKind::kCopy;
      return file.stale.empty() ? FindingKind::kNotCompared : FindingKind::kLeftBehind;
    case Status::kPartiallyUpdated:
      return FindingKind::kWasBehind;
    case Status::kRenamed:
    case Status::kDeleted:
      return FindingKind::kOrphaned;
    case Status::kUnpaired:
      return FindingKind::kNever;
    default:
      return FindingKind::kUnknown;
  }
}

Level level_of(const Finding& finding) {
  if (finding.fails) return Level::kError;
  return finding.kind == FindingKind::kWasBehind ? Level::kNote : Level::kWarning;
}

// Of what is left behind, what was open before the last touch was so before the branch.
std::vector<FindingKind> places_of(FindingKind kind, const FileReport& file) {
  std::vector<FindingKind> places;
  for (const StaleBlock& block : file.stale) {
    places.push_back(block.before_last_touch ? FindingKind::kWasBehind : kind);
  }
  return places;
}

Finding finding_of(FileReport file) {
  Finding finding;
  finding.kind = kind_of(file);
  finding.fails = finding.kind != FindingKind::kWasBehind && finding.kind != FindingKind::kUnknown;
  finding.level = level_of(finding);
  finding.places = places_of(finding.kind, file);
  if (file.status == Status::kRenamed) finding.move_to = "content/ko/docs/new.md";
  finding.file = std::move(file);
  return finding;
}

SourceStory story_of(const std::string& subject) {
  SourceStory story;
  story.held = CommitStamp{repeated_id('c'), "2020-10-01T00:00:00+00:00"};
  story.since = {{repeated_id('d'), "2020-11-01T00:00:00+00:00", subject}};
  return story;
}

// What can be written on one line, and what cannot.
const std::string kOrders[] = {
    "::error::done",
    "::error file=a,line=1::%0A::warning::x",
    "\n::error::done",
    "\r::stop-commands::x",
    "##[error]done",
    "a ##[add-matcher]m.json",
    "%0A%25%2C",
    "`$(touch x)` $HOME",
    "@team fixes #1 GH-2 0123456789abcdef",
    "<!-- x --> ]]> </details>",
    "caf\xE9 \x1B[31m",
};

std::vector<Finding> giving_orders() {
  std::vector<Finding> findings;
  for (const std::string& order : kOrders) {
    FileReport file = sample_file("orders/" + order + ".md", Status::kOutdated);
    file.counts = LineCounts{1, 0};
    file.severity = Severity::kSubstantive;
    file.stale = {
        newer(open_block(BlockKind::kParagraph, order, StaleChange::kChanged, {{3, 4}}, {{5, 6}})),
        newer(open_block(BlockKind::kParagraph, order, StaleChange::kAdded, {{8, 8}}))};
    findings.push_back(finding_of(std::move(file)));
    findings.back().side = Side::kBranch;
    findings.back().source = story_of(order);
    // At the root, so that the path itself begins with the order.
    FileReport lost = sample_file("", Status::kUnpaired);
    lost.translation = order;
    lost.source = order + ".en";
    lost.baseline.reset();
    findings.push_back(finding_of(std::move(lost)));
    findings.back().nearest = order + "x";
  }
  return findings;
}

std::vector<Notice> notices() {
  std::vector<Notice> notices = {
      {NoticeKind::kChangedOnBothSides, "content/en/a.md", {}, {"ko"}, {"content/ko/a.md"}},
      {NoticeKind::kSourceDeleted, "content/en/b.md", {}, {"ko"}, {"content/ko/b.md"}},
      {NoticeKind::kSourceRenamed,
       "content/en/c.md",
       "content/en/d.md",
       {"ja", "ko"},
       {"content/ja/c.md", "content/ko/c.md"}},
  };
  for (const std::string& order : kOrders) {
    notices.push_back({NoticeKind::kSourceChanged, order, {}, {"ko"}, {"content/ko/" + order}});
  }
  std::sort(notices.begin(), notices.end(),
            [](const Notice& a, const Notice& b) { return a.source < b.source; });
  return notices;
}

}  // namespace

CheckReport check_of(FindingKind kind, FileReport file) {
  CheckReport report;
  report.base = {"main", repeated_id('a')};
  report.branch = {"topic", repeated_id('e')};
  report.merge_bases = {repeated_id('b')};
  report.source_language = "en";
  report.languages = {"ko"};
  report.pages = 1;
  Finding finding;
  finding.kind = kind;
  finding.fails = true;
  finding.level = Level::kError;
  finding.places.assign(file.stale.size(), kind);
  finding.file = std::move(file);
  report.findings = {finding};
  return report;
}

CheckReport empty_check() {
  CheckReport report = check_of(FindingKind::kUnknown, {});
  report.findings.clear();
  return report;
}

CheckReport check_of_places(std::size_t pages, std::size_t places) {
  CheckReport report = empty_check();
  for (std::size_t i = 0; i < pages; ++i) {
    FileReport file =
        sample_file(std::string(1, static_cast<char>('a' + i)) + ".md", Status::kOutdated);
    for (std::size_t k = 0; k < places; ++k) {
      const LineRange lines{10 * k + 1, 10 * k + 2};
      file.stale.push_back(
          newer(open_block(BlockKind::kParagraph, "H", StaleChange::kChanged, lines, lines)));
    }
    report.findings.push_back(check_of(FindingKind::kLeftBehind, file).findings.front());
  }
  return report;
}

CheckReport sample_check() {
  CheckReport report = check_of(FindingKind::kUnknown, {});
  report.branch.ref = "::error::`##[error]`@team#1<!--";
  report.findings = giving_orders();
  for (FileReport& file : sample_report().files) {
    const bool is_found = is_drift(file.status) || file.status == Status::kUnpaired ||
                          file.status == Status::kUnknown;
    if (!is_found) continue;
    file.commits.clear();
    report.findings.push_back(finding_of(std::move(file)));
  }
  std::sort(report.findings.begin(), report.findings.end(), [](const Finding& a, const Finding& b) {
    return a.file.translation < b.file.translation;
  });
  report.pages = report.findings.size() + 3;
  report.notices = notices();
  return report;
}

}  // namespace l10n_drift
