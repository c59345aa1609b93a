#include "render/sample_report.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace l10n_drift {
namespace {

FileReport outdated(const std::string& name, LineCounts counts) {
  FileReport file = sample_file(name, Status::kOutdated);
  file.counts = counts;
  return file;
}

// Files with ordinary names, for each thing that can be said of an outdated one.
std::vector<FileReport> outdated_files() {
  FileReport first = outdated("_index.html", {3, 1});
  first.commits = {{repeated_id('1'), "2021-02-03T10:00:00+09:00", "Fix <b>typo</b> (#12)"},
                   {repeated_id('2'), "2020-11-12T08:30:00Z", "Bad \xFF byte"}};
  FileReport binary = sample_file("logo.png", Status::kOutdated);
  binary.binary = BinarySizes{123, 456};
  FileReport copy = outdated("examples/pod.yaml", {1, 0});
  copy.verbatim = true;
  FileReport moved = outdated("docs/moved.md", {0, 12});
  moved.renamed_from = "content/en/docs/before.md";
  moved.similarity = 87;
  FileReport late = outdated("docs/late.md", {1234, 0});
  late.baseline->method = BaselineMethod::kFirstVersion;
  return {first, binary, copy, moved, late, outdated("docs/no-lines.md", {0, 0})};
}

std::vector<FileReport> hostile_files() {
  return {
      outdated("docs/a b, c.md", {49, 33}),
      outdated("docs/say \"hi\".md", {10, 0}),
      outdated("docs/line\n1. [ ] M99. break.md", {30, 1}),
      outdated("docs/`tick``.md", {100, 2}),
      outdated("docs/@name fixes #12 GH-12.md", {500, 3}),
      outdated("docs/<b>bold</b> --><!-- &amp;.md", {1000, 4}),
      outdated("docs/*x* _y_ [z](www.example.com).md", {9, 9}),
      outdated("docs/caf\xE9.md", {29, 5}),
      outdated("docs/\xED\x95\x9C\xEA\xB5\xAD\xEC\x96\xB4.md", {99, 6}),
      outdated("docs/\xE2\x80\xAEgnp.md", {1, 7}),
  };
}

FileReport with_stale(FileReport file, Severity severity, std::vector<StaleBlock> stale) {
  file.severity = severity;
  file.alignment = Alignment::kGood;
  file.stale = std::move(stale);
  return file;
}

FileReport partially_updated(const std::string& name, Severity severity,
                             std::vector<StaleBlock> stale) {
  return with_stale(sample_file(name, Status::kPartiallyUpdated), severity, std::move(stale));
}

std::vector<StaleBlock> stale_of_each_kind() {
  const std::string begin = "Before you begin";
  return {
      minor(open_block(BlockKind::kFrontMatter, "", StaleChange::kChanged, {{2, 2}}, {{2, 2}})),
      open_block(BlockKind::kListItem, begin, StaleChange::kAdded, {{12, 12}}),
      open_block(BlockKind::kListItem, begin, StaleChange::kAdded, {{13, 14}}),
      open_block(BlockKind::kListItem, begin, StaleChange::kAdded, {{17, 17}}),
      open_block(BlockKind::kParagraph, begin, StaleChange::kNeverTranslated, {{19, 21}}),
      open_block(BlockKind::kCode, "Install it", StaleChange::kChanged, {{30, 33}}, {{24, 27}}),
      open_block(BlockKind::kParagraph, "Install it", StaleChange::kRemoved, {}, {{29, 30}}),
      open_block(BlockKind::kTableRow, "Options", StaleChange::kChanged, {{40, 40}}, {{38, 38}}),
      open_block(BlockKind::kTableRow, "Options", StaleChange::kChanged, {{41, 41}}, {{39, 39}}),
      open_block(BlockKind::kHtml, "Options", StaleChange::kChanged, {{43, 45}}, {{41, 43}}),
      minor(open_block(BlockKind::kHeading, "Clean up", StaleChange::kChanged, {{50, 50}},
                       {{48, 48}})),
      open_block(BlockKind::kShortcode, "Clean up", StaleChange::kAdded, {{52, 52}}),
  };
}

// What looking into pages finds.
std::vector<FileReport> stale_files() {
  const StaleBlock older =
      open_block(BlockKind::kParagraph, "Usage", StaleChange::kAdded, {{20, 22}});
  const StaleBlock oldest = minor(
      open_block(BlockKind::kListItem, "Usage", StaleChange::kChanged, {{24, 24}}, {{19, 19}}));
  const StaleBlock latest =
      newer(open_block(BlockKind::kCode, "Usage", StaleChange::kChanged, {{26, 29}}, {{21, 24}}));
  FileReport restructured =
      with_stale(outdated("stale/restructured.md", {20, 5}), Severity::kSubstantive, {});
  restructured.alignment = Alignment::kWeak;
  return {
      partially_updated("stale/all.md", Severity::kSubstantive, stale_of_each_kind()),
      with_stale(outdated("stale/both.md", {12, 3}), Severity::kSubstantive,
                 {older, oldest, latest}),
      with_stale(outdated("stale/cosmetic.md", {4, 4}), Severity::kCosmetic, {}),
      with_stale(outdated("stale/newer.md", {2, 2}), Severity::kMinor, {newer(oldest)}),
      partially_updated("stale/one.md", Severity::kMinor, {oldest}),
      restructured,
  };
}

// A page whose headings and texts are as hostile as its author could make them.
FileReport hostile_headings() {
  const std::string headings[] = {
      "</summary></details></li></ol>",
      "<details open><summary>",
      "<!-- ",
      "```",
      "`tick``",
      "@name fixes #12, GH-12",
      "*x* _y_ [z](www.example.com)",
      "[x] done",
      "1. [ ] M99. item",
      "- item",
      "# heading",
      "> quote",
      "    code",
      "two\n\nlines",
      "caf\xE9 \x1B[31m",
      "\xE2\x80\xAEgnp",
      "\xED\x95\x9C\xEA\xB5\xAD\xEC\x96\xB4",
      " ",
  };
  std::vector<StaleBlock> stale;
  for (const std::string& heading : headings) {
    const LineRange line{stale.size() + 1, stale.size() + 1};
    stale.push_back(open_block(BlockKind::kParagraph, heading, StaleChange::kAdded, line));
    stale.back().texts = {{}, heading, "> " + heading + " </code>"};
  }
  return partially_updated("stale/hostile.md", Severity::kSubstantive, std::move(stale));
}

// What a stale block of an ordinary page says.
StaleTexts texts_of(StaleChange change) {
  switch (change) {
    case StaleChange::kChanged:
      return {"The old text.", "The new text.", {}};
    case StaleChange::kRemoved:
      return {"The old text.", {}, {}};
    case StaleChange::kOnlyInTranslation:
      return {{}, {}, "Its own text."};
    default:
      return {{}, "The new text.", {}};
  }
}

void add_texts(Report& report) {
  for (FileReport& file : report.files) {
    for (StaleBlock& block : file.stale) {
      if (block.texts == StaleTexts{}) block.texts = texts_of(block.change);
    }
  }
  report.with_texts = true;
}

std::vector<FileReport> moved_files() {
  FileReport renamed = sample_file("docs/old.md", Status::kRenamed);
  renamed.renamed_to = "content/en/docs/new.md";
  renamed.similarity = 100;
  FileReport odd = sample_file("docs/odd.md", Status::kRenamed);
  odd.renamed_to = "content/en/docs/`caf\xE9`.md";
  FileReport replaced = sample_file("docs/replaced.md", Status::kDeleted);
  replaced.renamed_to = "content/en/docs/successor.md";
  replaced.similarity = 64;
  return {renamed, odd, sample_file("docs/sitemap.md", Status::kDeleted), replaced};
}

std::vector<FileReport> other_files() {
  FileReport same = sample_file("docs/same.md", Status::kInSync);
  same.baseline->method = BaselineMethod::kContent;
  FileReport unknown = sample_file("docs/unknown.md", Status::kUnknown);
  unknown.baseline.reset();
  unknown.reason = "no source in the tree of its last touch";
  FileReport hostile = sample_file("docs/unknown2.md", Status::kUnknown);
  hostile.baseline.reset();
  hostile.reason = "ask @name\n# <img src=x> **now** \x1B[31m";
  FileReport own = sample_file("docs/own.md", Status::kUnpaired);
  own.baseline.reset();
  FileReport ignored = sample_file("docs/notes.md", Status::kIgnored);
  ignored.reason = "translated in part, on purpose";
  FileReport missing = sample_file("docs/zz.md", Status::kUntranslated);
  missing.baseline.reset();
  missing.last_touch.reset();
  return {sample_file("docs/current.md", Status::kInSync),
          same,
          unknown,
          hostile,
          own,
          ignored,
          missing};
}

}  // namespace

std::string repeated_id(char digit) {
  std::string id;
  id.assign(40, digit);
  return id;
}

FileReport sample_file(const std::string& name, Status status) {
  FileReport file;
  file.language = "ko";
  file.source = "content/en/" + name;
  file.translation = "content/ko/" + name;
  file.status = status;
  file.baseline = Baseline{.commit = repeated_id('c'),
                           .blob = repeated_id('b'),
                           .date = "2020-10-16T19:44:12-07:00",
                           .method = BaselineMethod::kHistory};
  file.last_touch = CommitStamp{repeated_id('d'), "2020-10-17T12:00:00+09:00"};
  return file;
}

StaleBlock open_block(BlockKind kind, const std::string& heading, StaleChange change,
                      std::optional<LineRange> source, std::optional<LineRange> translation) {
  return {.kind = kind,
          .heading = heading,
          .source_lines = source,
          .translation_lines = translation,
          .change = change,
          .before_last_touch = true,
          .lost_in = {}};
}

StaleBlock minor(StaleBlock block) {
  block.severity = Severity::kMinor;
  return block;
}

StaleBlock newer(StaleBlock block) {
  block.before_last_touch = false;
  return block;
}

Report make_report(std::vector<FileReport> files) {
  std::sort(files.begin(), files.end(),
            [](const FileReport& a, const FileReport& b) { return a.translation < b.translation; });
  Report report;
  report.base = {"main", repeated_id('a')};
  report.branch = {"dev-1.29-ko.1", repeated_id('e')};
  report.source_language = "en";
  report.languages = {"ko"};
  report.summaries = summarize(report.languages, files);
  report.files = std::move(files);
  return report;
}

Report sample_report() {
  std::vector<FileReport> files;
  for (const auto& group :
       {outdated_files(), hostile_files(), stale_files(), moved_files(), other_files()}) {
    files.insert(files.end(), group.begin(), group.end());
  }
  files.push_back(hostile_headings());
  Report report = make_report(std::move(files));
  report.with_commits = true;
  add_texts(report);
  return report;
}

Report sample_report_since() {
  Report report = sample_report();
  std::erase_if(report.files, [](const FileReport& file) { return open_changes(file) > 0; });
  report.summaries = summarize(report.languages, report.files);
  report.since = Revision{"dev-1.28-ko.2", repeated_id('c')};
  report.with_commits = false;
  for (FileReport& file : report.files) {
    file.last_touch.reset();
    file.commits.clear();
    if (file.baseline) file.baseline->method = BaselineMethod::kSince;
  }
  return report;
}

}  // namespace l10n_drift
