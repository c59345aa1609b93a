#include "render/issue/ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "render/issue/former_files.h"
#include "render/issue/marker.h"
#include "render/issue/status_sections.h"
#include "text/path_text.h"

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
// - Files that are done stay in the body, with their ids, and so it remembers these, too.
// - A tick is for one change: from one version of the source to another, or for what a touch left
//   open. If there is another one to translate now, the box is empty again, and a note says why.
//   The note stays until somebody ticks the box again, so that a body that is made twice has the
//   same bytes.
// - What a report leaves out, as its globs say or as too slight, is not done. Such a file is listed
//   as left out, and all that is known of it stays as it is until a report has it again.
//
// What the body remembers is in the marker (marker.cc), except for the ticks. They stand in the
// list alone, where people set and clear them.

namespace l10n_drift {
namespace {

// What may hold text that nobody else has is not to be deleted before somebody has looked at it.
Status section_status(const FileReport& file) {
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

// FNV-1a. Nobody gains anything from a collision: a tick would stay.
class Digest {
 public:
  void add(std::string_view text) {
    for (const char c : text) add_byte(static_cast<unsigned char>(c));
    add_byte(0);
  }
  std::string hex() const { return fmt::format("{:08x}", hash_); }

 private:
  void add_byte(unsigned byte) { hash_ = (hash_ ^ byte) * 16'777'619U; }
  std::uint32_t hash_ = 2'166'136'261U;
};

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

bool changes_have_same_source(const std::string& change, const std::string& other) {
  return change.substr(0, change.find('-')) == other.substr(0, other.find('-'));
}

// `file` is as the previous body left it.
void carry_tick_over(IssueFile& file, const std::string& change) {
  const bool same = file.change == change;
  if (file.change.empty()) {
    file.note = IssueNote::kWasDone;
  } else if (file.ticked) {
    file.note = same                                            ? IssueNote::kNone
                : changes_have_same_source(file.change, change) ? IssueNote::kStillBehind
                                                                : IssueNote::kSourceChanged;
  }
  file.ticked = file.ticked && same;
  file.change = change;
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

IssueFile mark_done(IssueFile file) {
  file.change.clear();
  file.note = IssueNote::kNone;
  file.ticked = true;
  return file;
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

}  // namespace

IssueList assign_ids(const Report& report, const PreviousIssue& previous) {
  IssueList list;
  list.highest = previous.highest;
  FormerFiles former(report, previous);
  for (const FileReport& file : report.files) {
    const StatusSection* const section = section_of(file);
    std::optional<IssueFile> known = former.take(file);
    if (section != nullptr) {
      if (known) {
        carry_tick_over(*known, change_of(file));
      } else {
        known = IssueFile{.path = quote_path(file.translation),
                          .labels = {},
                          .change = change_of(file),
                          .moves_to = next_translation(file)};
      }
      give_label(*known, section->letter, list.highest);
      list.open[section->status].push_back({.report = &file, .file = *std::move(known)});
    } else if (known) {
      list.done.push_back({.report = &file, .file = mark_done(*std::move(known))});
    }
  }
  for (const LeftOutFile& file : report.left_out) {
    std::optional<IssueFile> known = former.take(file);
    if (!known) continue;
    std::vector<IssueEntry>& entries = is_done(*known) ? list.done : list.left_out;
    entries.push_back({.left_out = &file, .file = *std::move(known)});
  }
  for (IssueFile& file : former.rest()) list.done.push_back({.file = mark_done(std::move(file))});
  for (auto& [status, entries] : list.open) {
    std::sort(entries.begin(), entries.end(), comes_before);
  }
  std::sort(list.left_out.begin(), list.left_out.end(), comes_before);
  std::sort(list.done.begin(), list.done.end(), comes_before);
  return list;
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
