#include "render/issue/ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "render/issue/days.h"
#include "render/issue/digest.h"
#include "render/issue/former_files.h"
#include "render/issue/label_table.h"
#include "render/issue/marker.h"
#include "render/issue/status_sections.h"
#include "text/path_text.h"
#include "text/words.h"

// How ids live.
//
// A team gets a list of outdated files, and people claim them: "I take M3 to M5". A week later the
// list is made again. Were it numbered again, M3 would be another page. So an id belongs to a file
// for as long as the issue lives, and never to another:
//
//     first list              a week later                      why
//     M1 a.md                 M1 a.md, ticked
//     M2 b.md                 M2 b.md, the tick is cleared      its source changed after the tick
//     M3 c.md                 M3 c.md, done                     it was brought up to date
//     M4 d.md                 P1 d.md (was M4)                  it was touched, and lacks something
//                             M5 aa.md                          it is new
//
// - What a file is: the path of its translation, unless it moves (former_files.cc).
// - A file has one id in each section at most. If it comes back to a section, it gets the id again
//   that it had there.
// - New files follow the highest number ever used, and not the highest of those that are there. So
//   the body remembers it.
// - Files that are done stay in the body, with their ids, until the next milestone, and for 30 days
// at
//   most. After that it remembers the ids alone.
// - Done is what a report has seen in sync, or what is gone. Who asks for less for once, by globs,
// by
//   severity, with --since or without looking into pages, has not done the work.
// - A tick is for one change: from one version of the source to another, or for what a touch left
//   open; and for one task, as to remove a page is another than to translate it. If there is
//   another one now, the box is empty again, and a note says why. The note stays until somebody
//   ticks the box again. That a file was done before is news once.
// - What a report leaves out, as its globs say or as too slight, is not done. Such a file is listed
//   as left out, and all that is known of it stays as it is until a report has it again.
//
// What the body remembers is in the marker (marker.cc), except for the ticks. They stand in the
// list alone, where people set and clear them.

namespace l10n_drift {
namespace {

// What may hold text that nobody else has is not to be deleted before somebody has looked at it. A
// baseline that is none is to be looked at, too.
Status section_status(const FileReport& file) {
  if (file.status == Status::kInvalidBaseline) return Status::kUnknown;
  const bool is_worth_a_look = is_misplaced(file) || !file.text_now_in.empty();
  return file.status == Status::kDeleted && is_worth_a_look ? Status::kUnknown : file.status;
}

const StatusSection* section_of(const FileReport& file) {
  for (const StatusSection& section : kStatusSections) {
    if (section.status == section_status(file)) return &section;
  }
  return nullptr;
}

// --- What there is to translate ------------------------------------------------------------------

// The newest source, and what the translation has of it. Open blocks are told by what they are and
// not by their lines, which move with every edit above them.
std::string change_of(const FileReport& file) {
  constexpr std::size_t kSourceLength = 12;
  Digest digest;
  digest.add(file.baseline ? file.baseline->blob : "");
  if (file.status == Status::kPartiallyUpdated) {
    for (const StaleBlock& block : file.stale) {
      digest.add(to_string(block.kind));
      digest.add(to_string(block.change));
      digest.add(block.heading);
    }
  }
  return fmt::format("{:0<{}}-{}", std::string_view(file.source_blob).substr(0, kSourceLength),
                     kSourceLength, digest.hex());
}

// What somebody does who takes a file on. Pages of these two sections are both brought up to date.
char task_of(char letter) { return letter == 'P' ? 'M' : letter; }

bool changes_have_same_source(const std::string& change, const std::string& other) {
  return change.substr(0, change.find('-')) == other.substr(0, other.find('-'));
}

// With --since, nobody knows what the translation has of the source. Its version alone counts then.
constexpr std::string_view kAnyBaseline = "-00000000";

std::string change_of(const FileReport& file, const Report& report) {
  std::string change = change_of(file);
  if (report.since) change.replace(change.find('-'), kAnyBaseline.size(), kAnyBaseline);
  return change;
}

bool is_same_change(const std::string& change, const std::string& other) {
  const bool is_any = change.ends_with(kAnyBaseline) || other.ends_with(kAnyBaseline);
  return change == other || (is_any && changes_have_same_source(change, other));
}

// `file` is as the previous body left it, and is in the section with this letter now.
void carry_tick_over(IssueFile& file, const std::string& change, char letter) {
  const bool same = is_same_change(file.change, change);
  const bool same_task = task_of(file.labels.front()[0]) == task_of(letter);
  if (file.change.empty()) {
    file.note = IssueNote::kWasDone;
  } else if (file.ticked) {
    file.note = !same_task                                      ? IssueNote::kOtherTask
                : same                                          ? IssueNote::kNone
                : changes_have_same_source(file.change, change) ? IssueNote::kStillBehind
                                                                : IssueNote::kSourceChanged;
  } else if (file.note == IssueNote::kWasDone) {
    file.note = IssueNote::kNone;  // That was news the last time.
  }
  file.ticked = file.ticked && same && same_task;
  const bool is_known_better = same && change.ends_with(kAnyBaseline);
  if (!is_known_better) file.change = change;
  file.done_on.clear();
}

// --- Ids -----------------------------------------------------------------------------------------

// Puts the file's id of that letter in front: the one that it has already, or the next.
void give_label(IssueFile& file, char letter, std::map<char, std::size_t>& highest) {
  const auto own = std::find_if(file.labels.begin(), file.labels.end(),
                                [&](const std::string& label) { return label[0] == letter; });
  if (own != file.labels.end()) {
    std::rotate(file.labels.begin(), own, own + 1);
  } else {
    file.labels.insert(file.labels.begin(), fmt::format("{}{}", letter, ++highest[letter]));
  }
}

bool is_done(const IssueFile& file) { return file.change.empty(); }

IssueFile mark_done(IssueFile file, std::string_view day) {
  if (!is_done(file)) file.done_on = day;
  file.change.clear();
  file.note = IssueNote::kNone;
  file.ticked = true;
  return file;
}

// --- What a report can tell ----------------------------------------------------------------------

// What keeps the report from telling whether a file is done that it calls neither open nor left
// out; empty if nothing does. Who asks another question for once has not done the work.
std::string_view hidden_by(const Report& report, const FileReport& file, const IssueFile& known) {
  if (file.status == Status::kIgnored) return "the configuration";
  if (report.since) return "--since";
  const bool is_open_in_part = known.labels.front()[0] == 'P' && !is_done(known);
  if (is_open_in_part && !report.with_blocks) return "--granularity file";
  return "";
}

std::string_view words_of(LeftOutBy by) {
  switch (by) {
    case LeftOutBy::kSeverity:
      return "--min-severity";
    case LeftOutBy::kUntranslated:
      return "no --untranslated";
    case LeftOutBy::kPaths:
      return "PATH";
    case LeftOutBy::kGlobs:
      break;
  }
  return "--include and --exclude";
}

// --- What is listed as done ----------------------------------------------------------------------

// How long what is done is listed, unless another milestone begins.
constexpr int kDaysListed = 30;

// Whether a file that was done already is not listed any more.
bool is_past(const IssueFile& file, const Report& report, const PreviousIssue& previous) {
  if (!previous.branch.empty() && previous.branch != report.branch.ref) return true;
  if (file.done_on.empty() || report.base.date.size() < file.done_on.size()) return false;
  return days_between(file.done_on, day_of(report.base.date)) > kDaysListed;
}

std::size_t section_rank(char letter) {
  std::size_t rank = 0;
  while (kStatusSections[rank].letter != letter) ++rank;
  return rank;
}

bool comes_before(const IssueEntry& a, const IssueEntry& b) {
  const auto key = [](const std::string& label) {
    return std::tuple(section_rank(label[0]), label_number(label));
  };
  return key(a.file.labels.front()) < key(b.file.labels.front());
}

class IdGiver {
 public:
  IdGiver(const Report& report, const PreviousIssue& previous)
      : report_(report), previous_(previous), former_(report, previous) {
    list_.highest = previous.highest;
  }

  IssueList run() {
    for (const FileReport& file : report_.files) add(file);
    for (const LeftOutFile& file : report_.left_out) add(file);
    for (IssueFile& file : former_.rest()) add_done({.file = std::move(file)});
    for (HashedFile& file : former_.rest_of_past()) list_.past.push_back(std::move(file));
    for (auto& [status, entries] : list_.open) {
      std::sort(entries.begin(), entries.end(), comes_before);
    }
    std::sort(list_.left_out.begin(), list_.left_out.end(), comes_before);
    std::sort(list_.done.begin(), list_.done.end(), comes_before);
    return std::move(list_);
  }

 private:
  void add(const FileReport& file) {
    std::optional<IssueFile> known = former_.take(file);
    if (const StatusSection* const section = section_of(file)) {
      add_open(file, *section, std::move(known));
      return;
    }
    if (!known) return;
    const std::string_view by = hidden_by(report_, file, *known);
    if (by.empty() || is_done(*known)) {
      add_done({.report = &file, .source = file.source, .file = *std::move(known)});
    } else {
      list_.left_out.push_back(
          {.source = file.source, .left_out_by = by, .file = *std::move(known)});
    }
  }

  void add_open(const FileReport& file, const StatusSection& section,
                std::optional<IssueFile> known) {
    const std::string change = change_of(file, report_);
    if (!known) known = former_.take_past(file);
    const bool is_new = !known && !previous_.language.empty();
    if (known) {
      carry_tick_over(*known, change, section.letter);
      known->moves_to = next_translation(file);
    } else {
      known = IssueFile{.path = quote_path(file.translation),
                        .labels = {},
                        .change = change,
                        .moves_to = next_translation(file)};
    }
    give_label(*known, section.letter, list_.highest);
    list_.open[section.status].push_back(
        {.report = &file, .source = file.source, .is_new = is_new, .file = *std::move(known)});
  }

  void add(const LeftOutFile& file) {
    std::optional<IssueFile> known = former_.take(file);
    if (!known) return;
    IssueEntry entry{.source = file.source, .file = *std::move(known)};
    if (is_done(entry.file)) {
      add_done(std::move(entry));
    } else {
      entry.left_out_by = words_of(file.by);
      list_.left_out.push_back(std::move(entry));
    }
  }

  void add_done(IssueEntry entry) {
    if (is_done(entry.file) && is_past(entry.file, report_, previous_)) {
      list_.past.push_back({path_hash(entry.file.path), std::move(entry.file.labels)});
    } else {
      entry.file = mark_done(std::move(entry.file), day_of(report_.base.date));
      list_.done.push_back(std::move(entry));
    }
  }

  const Report& report_;
  const PreviousIssue& previous_;
  FormerFiles former_;
  IssueList list_;
};

}  // namespace

IssueList assign_ids(const Report& report, const PreviousIssue& previous) {
  return IdGiver(report, previous).run();
}

void forget_done_files(IssueList& list) {
  for (IssueEntry& entry : list.done) {
    list.past.push_back({path_hash(entry.file.path), std::move(entry.file.labels)});
  }
  list.done.clear();
}

std::size_t count_open_files(const IssueList& list) {
  std::size_t count = 0;
  for (const auto& [status, entries] : list.open) count += entries.size();
  return count;
}

std::size_t count_left_out_files(const IssueList& list) {
  return static_cast<std::size_t>(
      std::count_if(list.left_out.begin(), list.left_out.end(),
                    [](const IssueEntry& entry) { return !entry.file.ticked; }));
}

}  // namespace l10n_drift
