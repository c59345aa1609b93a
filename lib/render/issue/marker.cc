// The marker
// ==========
//
// From one run to the next, somebody has to remember which id belongs to which file, and what there
// was to translate when a box was ticked. The program keeps no files of its own, and on GitHub each
// run begins on an empty machine. What stays is the issue itself. So each part of it ends with one
// line that GitHub does not show (it is broken into several lines here):
//
//     <!-- l10n-drift: {"base":"main","branch":"dev-1.29-ko.1","language":"ko","version":"0.1.0",
//     "part":1,"parts":1,"files":2,"left_out":1,"highest":{"M":6},"ids":{"content/ko/docs/":{
//     "a.md":"M1 0f9203d19d4e-8a81c2d3",
//     "b.md":"P1 M3 4b58352695eb-01d2c4aa source",
//     "c.md":"M2 done 2026-11-30",
//     "d.md":"M4 77a0c5e1b9f3-811c9dc5"}},
//     "past":{"M":{"5":"k9.Qxz0aaB"}},"lines":"cI4vW9_x..."} -->
//
// a.md has the id M1. b.md has the id P1 and had M3 before; a note says that its source has changed
// since it was ticked. c.md is done since that day. d.md is left out of the report. Two more files,
// M5 and M6, were done long ago (label_table.h). The words of an entry are
//
//     M1 ...   0f9203d19d4e-8a81c2d3   source   to content/ko/e.md
//     ids      change                  note     where the translation belongs, if its source is
//                                               renamed
//
// The present id comes first. A change names the newest source and a digest of what the translation
// has of it (ids.cc); only a file that is done has none, and no note either, but the day.
//
// The obvious way is to read all that from the list: "1. [x] M1. `content/en/a.md`". It fails,
// because the list is for people. They write their names into it, strike lines out, and delete
// them; then the id of the last line would be given to another file. The list shows the source, and
// a file is told by the path of its translation. And it does not say what there was to translate
// when a box was ticked. A file beside the issue, such as a cache of the workflow, would be safe
// from edits. But it can be lost, or be older than the issue, and whoever posts the issue by hand
// has none.
//
// So the issue remembers everything itself, twice where need be: for people in the list, for us in
// the marker. Both are written together and agree. Only ticks stand in the list alone, because
// people set and clear them there.
//
// - It is JSON, so that scripts can read it, too: those in .github/scripts take branch, parts and
//   counts from it. It is a comment, and foreign text in it must not end the comment, nor do
//   anything, should GitHub look into comments one day: see comment_json_string.
// - Each part of an issue has a marker with the files in that part. All parts but the first are
//   comments, which somebody may delete. So the first has the ids of all files, as "all": five
//   characters for each, whatever part it is in.
// - "lines" has the marks of all lines of ours in the part, to tell what people wrote
// (line_marks.cc).
// - It takes room from the list, as GitHub counts its characters, too. Therefore each folder stands
//   once, an entry is one string of words, and of what was done long ago there is only the id.
//
// Posted issues live for months, and the program changes meanwhile. Values are found by their
// names. Names that are not known are passed over, so an older program reads a newer body.
// "left_out", "empty_since", "lines", "all" and "past" are written only if there is something to
// say, and are missing in bodies that were written before the program knew them; those may have
// "elsewhere" in place of "all", with whole entries. Where "left_out" is missing, scripts count the
// boxes in the list. All other names have to be there: what lacks one has been spoilt by somebody,
// and whoever took it for a first body would lose all ids. "version" is for people, and nobody
// reads it.

#include "render/issue/marker.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <utility>

#include "l10n_drift/error.h"
#include "l10n_drift/version.h"
#include "render/inert_text.h"
#include "render/issue/days.h"
#include "render/issue/label_table.h"
#include "render/issue/status_sections.h"
#include "text/characters.h"

namespace l10n_drift {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestNumber = 6;

constexpr std::pair<IssueNote, std::string_view> kNotes[] = {
    {IssueNote::kSourceChanged, "source"},
    {IssueNote::kStillBehind, "behind"},
    {IssueNote::kWasDone, "done"},
    {IssueNote::kOtherTask, "task"},
};

// Of a file that is done, stands before the day. It takes the place of the change.
constexpr std::string_view kDone = "done";

// Stands before the path at the end of an entry. No word before it is "to".
constexpr std::string_view kMovesTo = " to ";

// --- To text -------------------------------------------------------------------------------------

std::string entry_text(const IssueFile& file) {
  std::string text = fmt::format("{}", fmt::join(file.labels, " "));
  if (!file.change.empty()) text += ' ' + file.change;
  if (!file.done_on.empty()) text += fmt::format(" {} {}", kDone, file.done_on);
  for (const auto& [note, word] : kNotes) {
    if (file.note == note) text += fmt::format(" {}", word);
  }
  if (!file.moves_to.empty()) text.append(kMovesTo).append(file.moves_to);
  return text;
}

// "content/ko/docs/" and "a.md".
std::pair<std::string_view, std::string_view> split_path(std::string_view path) {
  const std::size_t name = path.rfind('/') + 1;
  return {path.substr(0, name), path.substr(name)};
}

std::string member_text(std::string_view name, const std::string& value) {
  return fmt::format("{}:{}", comment_json_string(name), value);
}

template <typename Members>
std::string object_text(const Members& members) {
  return fmt::format("{{{}}}", fmt::join(members, ","));
}

std::string highest_text(const std::map<char, std::size_t>& highest) {
  std::vector<std::string> members;
  for (const auto& [letter, number] : highest) {
    members.push_back(fmt::format("\"{}\":{}", letter, number));
  }
  return object_text(members);
}

// Names of folders are long, so each stands once.
std::string ids_text(const std::vector<IssueFile>& files) {
  std::map<std::string_view, std::map<std::string_view, std::string>> folders;
  for (const IssueFile& file : files) {
    const auto [folder, name] = split_path(file.path);
    folders[folder][name] = comment_json_string(entry_text(file));
  }
  std::vector<std::string> members;
  for (const auto& [folder, entries] : folders) {
    std::vector<std::string> inner;
    for (const auto& [name, text] : entries) inner.push_back(member_text(name, text));
    members.push_back(member_text(folder, object_text(inner)));
  }
  return object_text(members);
}

// --- From text -----------------------------------------------------------------------------------

[[noreturn]] void fail(const std::string& place, const std::string& what) {
  throw Error(fmt::format("{}: the marker is spoilt: {}", place, what),
              "take the body from before that edit; GitHub keeps all versions");
}

const json& member(const json& object, const char* name, json::value_t type,
                   const std::string& place) {
  const auto found = object.find(name);
  if (found == object.end()) fail(place, fmt::format("it has no '{}'", name));
  if (found->type() != type) fail(place, fmt::format("'{}' is of the wrong type", name));
  return *found;
}

std::string text_member(const json& object, const char* name, const std::string& place) {
  return member(object, name, json::value_t::string, place).get<std::string>();
}

const json& object_member(const json& object, const char* name, const std::string& place) {
  return member(object, name, json::value_t::object, place);
}

std::size_t number_of(const json& value, const char* name, const std::string& place) {
  constexpr std::size_t kLimit = 1'000'000;
  if (!value.is_number_unsigned() || value.get<std::size_t>() >= kLimit) {
    fail(place, fmt::format("'{}' is no number that we wrote", name));
  }
  return value.get<std::size_t>();
}

std::size_t number_member(const json& object, const char* name, const std::string& place) {
  return number_of(member(object, name, json::value_t::number_unsigned, place), name, place);
}

bool is_section_letter(char c) {
  return std::any_of(std::begin(kStatusSections), std::end(kStatusSections),
                     [&](const StatusSection& section) { return section.letter == c; });
}

bool is_change(std::string_view word) {
  return word.find('-') != word.npos && word.find_first_not_of("0123456789abcdef-") == word.npos;
}

std::string day_member(const json& object, const char* name, const std::string& place) {
  std::string day = text_member(object, name, place);
  if (!is_day(day)) fail(place, fmt::format("'{}' is no day", name));
  return day;
}

std::optional<IssueNote> note_of(std::string_view word) {
  for (const auto& [note, name] : kNotes) {
    if (word == name) return note;
  }
  return {};
}

// The words of `entry_text`, in their order.
IssueFile parse_entry(std::string path, const std::string& text, const std::string& place) {
  IssueFile file{.path = std::move(path), .labels = {}, .change = {}};
  const std::size_t end = std::min(text.find(kMovesTo), text.size());
  if (end < text.size()) file.moves_to = text.substr(end + kMovesTo.size());
  std::istringstream words(text.substr(0, end));
  for (std::string word; words >> word;) {
    const auto note = note_of(word);
    if (is_label(word) && file.change.empty()) {
      file.labels.push_back(word);
    } else if (word == kDone && file.change.empty() && file.done_on.empty()) {
      if (!(words >> file.done_on) || !is_day(file.done_on)) fail(place, "it has no day");
    } else if (is_change(word) && file.change.empty()) {
      file.change = word;
    } else if (note && !file.change.empty() && file.note == IssueNote::kNone) {
      file.note = *note;
    } else {
      fail(place, "it has an entry that we did not write");
    }
  }
  if (file.labels.empty() || file.path.empty()) fail(place, "it has a file without an id");
  return file;
}

std::vector<IssueFile> parse_ids(const json& folders, const std::string& place) {
  std::vector<IssueFile> files;
  for (const auto& [folder, entries] : folders.items()) {
    if (!entries.is_object()) fail(place, "'ids' has something that is no folder");
    for (const auto& [name, entry] : entries.items()) {
      if (!entry.is_string()) fail(place, "'ids' has an entry that is no text");
      files.push_back(parse_entry(folder + name, entry.get<std::string>(), place));
    }
  }
  return files;
}

// The tables of label_table.h. Those who wrote the body had no reason to write anything else.
std::vector<HashedFile> parse_label_table(const json& marker, const char* name,
                                          const std::string& place) {
  std::vector<HashedFile> files;
  if (!marker.contains(name)) return files;
  for (const auto& [letter, runs] : object_member(marker, name, place).items()) {
    if (letter.size() != 1 || !runs.is_object()) fail(place, "it has no table that we wrote");
    for (const auto& [first, hashes] : runs.items()) {
      const bool is_ours =
          is_label(letter + first) && hashes.is_string() &&
          add_label_run(letter[0], label_number(letter + first), hashes.get<std::string>(), files);
      if (!is_ours) fail(place, "it has a run of ids that we did not write");
    }
  }
  return join_hashed_files(files);
}

std::map<char, std::size_t> parse_highest(const json& object, const std::string& place) {
  std::map<char, std::size_t> highest;
  for (const auto& [letter, number] : object.items()) {
    if (letter.size() != 1 || !is_section_letter(letter[0]))
      fail(place, "'highest' has an unknown letter");
    highest[letter[0]] = number_of(number, "highest", place);
  }
  return highest;
}

}  // namespace

bool has_issue_marker(std::string_view text) {
  return text.starts_with(kMarkerBegin) ||
         text.find(fmt::format("\n{}", kMarkerBegin)) != text.npos;
}

bool is_label(std::string_view text) {
  return text.size() >= 2 && text.size() <= 1 + kLongestNumber && is_section_letter(text[0]) &&
         text[1] != '0' && text.find_first_not_of("0123456789", 1) == text.npos;
}

std::size_t label_number(std::string_view label) {
  std::size_t number = 0;
  std::from_chars(label.data() + 1, label.data() + label.size(), number);
  return number;
}

std::string render_marker(const IssueMarker& marker) {
  std::vector<std::string> members = {
      member_text("base", comment_json_string(marker.base)),
      member_text("branch", comment_json_string(marker.branch)),
      member_text("language", comment_json_string(marker.language)),
      member_text("version", comment_json_string(kVersion)),
      member_text("part", fmt::to_string(marker.part)),
      member_text("parts", fmt::to_string(marker.parts)),
      member_text("files", fmt::to_string(marker.open_files)),
  };
  if (marker.left_out > 0) {
    members.push_back(member_text("left_out", fmt::to_string(marker.left_out)));
  }
  if (!marker.empty_since.empty()) {
    members.push_back(member_text("empty_since", comment_json_string(marker.empty_since)));
  }
  members.push_back(member_text("highest", highest_text(marker.highest)));
  members.push_back(member_text("ids", ids_text(marker.files)));
  if (!marker.all.empty()) members.push_back(member_text("all", label_table_text(marker.all)));
  if (!marker.past.empty()) members.push_back(member_text("past", label_table_text(marker.past)));
  if (!marker.lines.empty()) {
    members.push_back(member_text("lines", comment_json_string(marker.lines)));
  }
  return fmt::format("{}{}{}", kMarkerBegin, object_text(members), kMarkerEnd);
}

std::size_t marker_entry_length(const IssueFile& file) {
  return count_characters(ids_text({file}));
}

IssueMarker parse_marker(std::string_view json, const std::string& place) {
  const auto object = nlohmann::json::parse(json, nullptr, false);
  if (!object.is_object()) fail(place, "it is no JSON object");
  return {
      .base = text_member(object, "base", place),
      .branch = text_member(object, "branch", place),
      .language = text_member(object, "language", place),
      .part = number_member(object, "part", place),
      .parts = number_member(object, "parts", place),
      .open_files = number_member(object, "files", place),
      .left_out = object.contains("left_out") ? number_member(object, "left_out", place) : 0,
      .empty_since = object.contains("empty_since") ? day_member(object, "empty_since", place) : "",
      .highest = parse_highest(object_member(object, "highest", place), place),
      .files = parse_ids(object_member(object, "ids", place), place),
      .lines = object.contains("lines") ? text_member(object, "lines", place) : "",
      .all = parse_label_table(object, "all", place),
      .past = parse_label_table(object, "past", place),
      .elsewhere = object.contains("elsewhere")
                       ? parse_ids(object_member(object, "elsewhere", place), place)
                       : std::vector<IssueFile>{}};
}

}  // namespace l10n_drift
