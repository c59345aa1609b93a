// Annotations
// ===========
//
// GitHub shows an annotation below the line of the file that it names, so each stale place of a
// translation gets one of its own, where its lines are known; what is not is told in the first. But
// of each level it shows only the first ten of a step. So every finding comes to its first
// annotation before any comes to a second one, and where there are more than ten, the last of them
// counts the others.

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "l10n_drift/render_check.h"
#include "render/check_table.h"
#include "render/finding_places.h"
#include "render/finding_text.h"
#include "render/stale_text.h"
#include "render/workflow_command.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

constexpr std::size_t kMostOfALevel = 10;
constexpr std::size_t kMostUnplaced = 8;  // Stale places in one message.

const char* title_of_status(const FileReport& file) {
  if (file.draft == DraftChange::kWithdrawn) return "The source is withdrawn";
  if (file.status == Status::kPartiallyUpdated) return "Translation only partly up to date";
  if (file.status == Status::kDeleted) return "The source is deleted";
  if (file.status != Status::kRenamed) return "Translation out of date";
  return is_misplaced(file) ? "Translation away from its source" : "The source has a new name";
}

const char* title(const Finding& finding) {
  switch (finding.kind) {
    case FindingKind::kLost:
      return "Translation loses what it had";
    case FindingKind::kForgotten:
      return "New translation lacks a part of its source";
    case FindingKind::kLeftBehind:
      return finding.is_new ? "New translation behind its source"
                            : "Translation not up to date everywhere";
    case FindingKind::kCopy:
      return "Copy of an older source";
    case FindingKind::kOrphaned:
    case FindingKind::kWasBehind:
    case FindingKind::kNotCompared:
      return title_of_status(finding.file);
    case FindingKind::kNever:
      return "Translation without a source";
    case FindingKind::kInvalidBaseline:
      return "Translation names a commit that is no baseline";
    case FindingKind::kUnknown:
      break;
  }
  return "Nobody can tell whether this translation is up to date";
}

// "list item added (line 12 of the source): Install the agent".
std::string place_text(const StaleRun& run) {
  const StaleBlock& block = run.block;
  std::string text = run_text(run);
  if (block.source_lines) text += fmt::format(" ({})", source_lines_text(*block.source_lines));
  if (!block.heading.empty()) text += ": " + printable(block.heading);
  for (const auto& [label, quote] : quotes_of(run)) {
    text += fmt::format("\n  {}: {}", label, printable(quote));
  }
  return text;
}

std::string unplaced_text(const std::vector<StaleRun>& runs) {
  std::string text;
  for (std::size_t i = 0; i < std::min(runs.size(), kMostUnplaced); ++i) {
    text += '\n' + place_text(runs[i]);
  }
  if (runs.size() > kMostUnplaced)
    text += fmt::format("\n... and {} more", runs.size() - kMostUnplaced);
  return text;
}

// The first annotation of a finding tells all, the others where else to look.
std::vector<Annotation> annotations_of(const Finding& finding, const CheckReport& report) {
  const FindingPlaces places = places_of(finding);
  std::vector<StaleRun> placed = stale_runs(places.here);
  const auto is_placed = [](const StaleRun& run) {
    return run.block.translation_lines.has_value();
  };
  const auto middle = std::stable_partition(placed.begin(), placed.end(), is_placed);
  const std::vector<StaleRun> unplaced(middle, placed.end());
  placed.erase(middle, placed.end());

  Annotation first{.level = finding.fails ? "error" : "warning",
                   .title = title(finding),
                   .file = finding.file.translation,
                   .lines = {},
                   .message = explanation(finding, report, kPlainWording)};
  std::vector<Annotation> annotations(std::max<std::size_t>(placed.size(), 1), first);
  for (std::size_t i = 0; i < placed.size(); ++i) {
    annotations[i].lines = *placed[i].block.translation_lines;
    annotations[i].message = (i == 0 ? first.message + '\n' : "") + place_text(placed[i]);
  }
  annotations.front().message += unplaced_text(unplaced);
  if (!places.before.empty()) {
    annotations.front().message +=
        '\n' + before_text(places) + unplaced_text(stale_runs(places.before));
  }
  const std::string story = source_story(finding, report, kPlainWording);
  if (!story.empty()) annotations.front().message += '\n' + story;
  const std::string command = show_command(finding, report);
  if (!command.empty()) annotations.front().message += "\nSee " + command;
  return annotations;
}

Annotation annotation_of(const Notice& notice, const CheckReport& report) {
  Annotation annotation{.level = "notice",
                        .title = "Translations of this page",
                        .file = notice.source,
                        .lines = {},
                        .message = notice_text(notice, report, kPlainWording)};
  // What the branch lacks cannot be shown.
  if (notice.kind == NoticeKind::kSourceRenamed) annotation.file = notice.renamed_to;
  if (notice.kind == NoticeKind::kSourceDeleted) annotation.file.reset();
  if (notice.kind == NoticeKind::kNotCompared) {
    annotation.title = "Translation not compared";
    annotation.file = notice.translations.front();
  }
  if (notice.kind == NoticeKind::kOtherKind) {
    annotation.title = "Translation not looked into";
    annotation.file = notice.translations.front();
  }
  return annotation;
}

// As many of `groups` as GitHub shows, in their order; the last one counts the rest.
std::vector<Annotation> shown(const std::vector<std::vector<Annotation>>& groups) {
  std::size_t total = 0;
  for (const auto& group : groups) total += group.size();
  const std::size_t room = total <= kMostOfALevel ? total : kMostOfALevel - 1;
  std::vector<std::size_t> taken(groups.size());
  for (std::size_t left = room, round = 0; left > 0; ++round) {
    for (std::size_t i = 0; i < groups.size() && left > 0; ++i) {
      if (round >= groups[i].size()) continue;
      ++taken[i];
      --left;
    }
  }
  std::vector<Annotation> annotations;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const auto end = groups[i].begin() + static_cast<std::ptrdiff_t>(taken[i]);
    annotations.insert(annotations.end(), groups[i].begin(), end);
  }
  if (room == total) return annotations;
  annotations.push_back({.level = annotations.front().level,
                         .title = "And more",
                         .file = {},
                         .lines = {},
                         .message = fmt::format("{} in the summary of this job",
                                                plural(total - room, "more place"))});
  return annotations;
}

std::string commands(const std::vector<std::vector<Annotation>>& groups) {
  std::string text;
  for (const Annotation& annotation : shown(groups)) text += workflow_command(annotation);
  return text;
}

// Of many pages the reader wants to know how many, and where there are more words.
std::string bulk_annotation(const CheckReport& report) {
  const std::size_t failures = count_failures(report);
  if (failures == 0) return "";
  return workflow_command(
      {.level = "error",
       .title = "Translations to be updated",
       .file = {},
       .lines = {},
       .message = fmt::format("{} of {}: see the table in the summary of this job", failures,
                              plural(report.pages, "translation"))});
}

}  // namespace

std::string render_check_github(const CheckReport& report) {
  std::vector<std::vector<Annotation>> errors;
  std::vector<std::vector<Annotation>> warnings;
  std::vector<std::vector<Annotation>> notices;
  for (const Finding& finding : report.findings) {
    // Notes are for the summary.
    if (finding.level == Level::kNote) continue;
    (finding.fails ? errors : warnings).push_back(annotations_of(finding, report));
  }
  const std::string outcome = outcome_text(report, kPlainWording, Notes::kElsewhere) + '\n';
  if (report.is_bulk) return check_table(report) + bulk_annotation(report) + outcome;
  for (const Notice& notice : report.notices) notices.push_back({annotation_of(notice, report)});
  return commands(errors) + commands(warnings) + commands(notices) + outcome;
}

}  // namespace l10n_drift
