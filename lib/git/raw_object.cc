#include "git/raw_object.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <ctime>

#include "text/lines.h"

namespace l10n_drift {
namespace {

constexpr std::uint32_t kTypeMask = 0170000;
constexpr std::uint32_t kSymlinkMode = 0120000;
constexpr std::uint32_t kSubmoduleMode = 0160000;

// "parent 0123..." for the keyword "parent ".
std::optional<ObjectId> parse_id_line(std::string_view line, std::string_view keyword) {
  ObjectId id;
  if (!line.starts_with(keyword) || !id.parse_hex(line.substr(keyword.size()))) return {};
  return id;
}

// The " 1602902652 -0700" behind the last '>' of the committer's line.
void parse_date(std::string_view line, RawCommit& commit) {
  const std::size_t mail_end = line.rfind('>');
  if (mail_end == std::string_view::npos) return;
  line.remove_prefix(mail_end + 1);
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  const char* const end = line.data() + line.size();
  const auto parsed = std::from_chars(line.data(), end, commit.time);
  if (parsed.ec != std::errc{}) {
    commit.time = 0;
    return;
  }
  std::string_view zone(parsed.ptr, static_cast<std::size_t>(end - parsed.ptr));
  if (zone.size() < 6 || zone[0] != ' ' || (zone[1] != '+' && zone[1] != '-')) return;
  int hours_minutes = 0;
  std::from_chars(zone.data() + 2, zone.data() + 6, hours_minutes);
  const int minutes = hours_minutes / 100 * 60 + hours_minutes % 100;
  commit.offset_minutes = zone[1] == '-' ? -minutes : minutes;
}

// What git takes for blanks in a line; form feeds and vertical tabs are not among them.
constexpr char kBlanks[] = " \t\r";

bool is_blank(std::string_view line) {
  return line.find_first_not_of(kBlanks) == std::string_view::npos;
}

std::string_view trim_end(std::string_view line) {
  return line.substr(0, line.find_last_not_of(kBlanks) + 1);
}

}  // namespace

std::optional<RawCommit> parse_commit(std::string_view bytes) {
  RawCommit commit;
  const auto tree = parse_id_line(take_line(bytes), "tree ");
  if (!tree) return {};
  commit.tree = *tree;
  std::string_view line = take_line(bytes);
  for (; line.starts_with("parent "); line = take_line(bytes)) {
    const auto parent = parse_id_line(line, "parent ");
    if (!parent) return {};
    commit.parents.push_back(*parent);
  }
  while (!line.empty() && !line.starts_with("committer ")) line = take_line(bytes);
  if (!line.empty()) parse_date(line, commit);
  return commit;
}

std::string_view commit_message(std::string_view bytes) {
  while (!bytes.empty() && !take_line(bytes).empty()) {
  }
  return bytes;
}

std::string commit_subject(std::string_view bytes) {
  bytes = commit_message(bytes);
  std::string subject;
  while (!bytes.empty()) {
    const std::string_view line = take_line(bytes);
    if (is_blank(line)) {
      if (subject.empty()) continue;
      break;
    }
    if (!subject.empty()) subject += ' ';
    subject += trim_end(line);
  }
  return subject;
}

std::string commit_author(std::string_view bytes) {
  while (!bytes.empty()) {
    std::string_view line = take_line(bytes);
    if (is_blank(line)) break;  // The end of the header.
    constexpr std::string_view kAuthor = "author ";
    if (!line.starts_with(kAuthor)) continue;
    line.remove_prefix(kAuthor.size());
    return std::string(trim_end(line.substr(0, line.find('<'))));
  }
  return {};
}

std::string iso_date(std::int64_t time, int offset_minutes) {
  // No calendar reaches so far, and the sum must not overflow.
  constexpr std::int64_t kFarAway = std::int64_t{1} << 56;
  if (time > kFarAway || time < -kFarAway) return iso_date(0, 0);
  const std::time_t local = static_cast<std::time_t>(time) + std::time_t{60} * offset_minutes;
  std::tm parts{};
  if (gmtime_r(&local, &parts) == nullptr) return iso_date(0, 0);
  const std::string day_and_time =
      fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", parts.tm_year + 1900LL, parts.tm_mon + 1,
                  parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
  const int minutes = std::abs(offset_minutes);
  return fmt::format("{}{}{:02}:{:02}", day_and_time, offset_minutes < 0 ? '-' : '+', minutes / 60,
                     minutes % 60);
}

EntryKind TreeEntry::kind() const {
  switch (mode & kTypeMask) {
    case kFolderMode:
      return EntryKind::kFolder;
    case kSymlinkMode:
      return EntryKind::kSymlink;
    case kSubmoduleMode:
      return EntryKind::kSubmodule;
    default:
      return EntryKind::kFile;
  }
}

bool TreeCursor::fail() {
  corrupt_ = true;
  rest_ = {};
  return false;
}

// An entry is its mode in octal digits, a blank, the name, a NUL and the 20 bytes of the id.
bool TreeCursor::next() {
  if (rest_.empty()) return false;
  std::uint32_t mode = 0;
  std::size_t at = 0;
  for (; at < rest_.size() && rest_[at] != ' '; ++at) {
    if (rest_[at] < '0' || rest_[at] > '7' || at == 7) return fail();
    mode = mode << 3 | static_cast<std::uint32_t>(rest_[at] - '0');
  }
  if (at == 0 || at == rest_.size()) return fail();
  rest_.remove_prefix(at + 1);
  const std::size_t name_size = rest_.find('\0');
  if (name_size == 0 || name_size == std::string_view::npos) return fail();
  if (rest_.size() - name_size - 1 < ObjectId::kSize) return fail();
  name_ = rest_.substr(0, name_size);
  entry_ = {.mode = mode, .id = ObjectId::from_raw(rest_.data() + name_size + 1)};
  rest_.remove_prefix(name_size + 1 + ObjectId::kSize);
  return true;
}

int compare_entry_names(std::string_view a, bool a_is_folder, std::string_view b,
                        bool b_is_folder) {
  const std::size_t common = std::min(a.size(), b.size());
  if (const int order = std::memcmp(a.data(), b.data(), common); order != 0) return order;
  const auto next = [common](std::string_view name, bool is_folder) -> int {
    if (name.size() > common) return static_cast<unsigned char>(name[common]);
    return is_folder ? '/' : 0;
  };
  if (const int order = next(a, a_is_folder) - next(b, b_is_folder); order != 0) return order;
  return a.size() < b.size() ? -1 : static_cast<int>(a.size() > b.size());
}

}  // namespace l10n_drift
