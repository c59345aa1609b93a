// The commit parser, the subject and the date. Inputs are the bytes of a commit.

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "fuzz/target.h"
#include "git/raw_object.h"

namespace l10n_drift {
namespace {

// Whether `line`, up to its newline or the end of the input, is a keyword and 40 digits.
bool is_id_line(std::string_view line, std::string_view keyword) {
  line = line.substr(0, line.find('\n'));
  return line.starts_with(keyword) && line.size() == keyword.size() + 40 &&
         line.find_first_not_of("0123456789abcdef", keyword.size()) == std::string_view::npos;
}

// A second reading of what makes a commit: a tree, and no line for a parent that is none.
bool has_tree_and_parents(std::string_view bytes) {
  if (!is_id_line(bytes, "tree ")) return false;
  std::size_t end = bytes.find('\n');
  while (end != std::string_view::npos && bytes.substr(end + 1).starts_with("parent ")) {
    if (!is_id_line(bytes.substr(end + 1), "parent ")) return false;
    end = bytes.find('\n', end + 1);
  }
  return true;
}

void check_header(std::string_view bytes, const RawCommit& commit) {
  std::string header = "tree " + commit.tree.hex();
  for (const ObjectId& parent : commit.parents) header += "\nparent " + parent.hex();
  require(bytes.starts_with(header), "tree and parents written again are what was read");
  const std::string_view rest = bytes.substr(header.size());
  require(rest.empty() || rest[0] == '\n', "ids end with their lines");
  require(!rest.starts_with("\nparent "), "all parents are read");
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// A second reading of committer lines as git writes them, "... <c@d> 1602902652 -0730", from the
// end.
void check_committer(std::string_view bytes, const RawCommit& commit) {
  const std::string header(bytes.substr(0, bytes.find("\n\n")));
  const std::size_t begin = header.find("\ncommitter ");
  if (begin == header.npos) return;
  const std::string line = header.substr(begin + 1, header.find('\n', begin + 1) - begin - 1);
  const std::size_t mail_end = line.rfind("> ");
  if (mail_end == line.npos || line.size() < mail_end + 9) return;
  const std::string time = line.substr(mail_end + 2, line.size() - mail_end - 8);
  const std::string zone = line.substr(line.size() - 6);
  if (!is_digits(time) || time.size() > 18 || !is_digits(zone.substr(2))) return;
  if (!zone.starts_with(" +") && !zone.starts_with(" -")) return;
  require(commit.time == std::stoll(time), "the committer's time is what it says");
  const int offset = std::stoi(zone.substr(2, 2)) * 60 + std::stoi(zone.substr(4, 2));
  require(commit.offset_minutes == (zone[1] == '-' ? -offset : offset),
          "the committer's zone is what it says");
}

// The seconds since 1970 of what `iso_date` printed, by the standard library's calendar.
std::int64_t read_date(const std::string& text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  char sign = 0;
  int zone_hours = 0;
  int zone_minutes = 0;
  const int fields = std::sscanf(text.c_str(), "%d-%u-%uT%d:%d:%d%c%d:%d", &year, &month, &day,
                                 &hour, &minute, &second, &sign, &zone_hours, &zone_minutes);
  require(fields == 9, "a date has all its fields");
  require(text == fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", year, month, day,
                              hour, minute, second, sign, zone_hours, zone_minutes),
          "a date has nothing but its fields");
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  require(date.ok() && hour < 24 && minute < 60 && second < 60, "a date is in the calendar");
  const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
  const std::int64_t zone =
      sign == '-' ? -zone_hours * 60 - zone_minutes : zone_hours * 60 + zone_minutes;
  return ((days * 24 + hour) * 60 + minute - zone) * 60 + second;
}

void check_date(const RawCommit& commit) {
  require(std::abs(commit.offset_minutes) <= 99 * 60 + 99, "a time zone has four digits");
  const std::string text = iso_date(commit.time, commit.offset_minutes);
  require(!text.ends_with("-00:00"), "UTC is +00:00");
  // The standard library's calendar ends with the year 32767.
  if (std::abs(commit.time / 1000) > 900'000'000) {
    require(!text.empty(), "there is a date for every time");
  } else {
    require(read_date(text) == commit.time, "a date denotes the commit's time");
  }
}

std::string without_blanks(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') result += c;
  }
  return result;
}

void check_subject(std::string_view bytes) {
  const std::string subject = commit_subject(bytes);
  require(subject.find('\n') == std::string::npos, "a subject is one line");
  require(subject.empty() || without_blanks(subject.substr(subject.size() - 1)).size() == 1,
          "a subject ends with no blank");
  // A header without lines is empty, too.
  const std::string with_line = '\n' + std::string(bytes);
  const std::size_t header_end = with_line.find("\n\n");
  const std::string body =
      header_end == std::string::npos ? "" : without_blanks(with_line.substr(header_end));
  require(body.starts_with(without_blanks(subject)), "a subject is the beginning of the message");
  require(subject.empty() == body.empty(), "a message has a subject");
}

}  // namespace

void run_target(std::string_view input) {
  const auto commit = parse_commit(input);
  require(commit.has_value() == has_tree_and_parents(input), "a commit has a tree and parents");
  if (commit) {
    check_header(input, *commit);
    check_committer(input, *commit);
    check_date(*commit);
  }
  check_subject(input);
}

}  // namespace l10n_drift
