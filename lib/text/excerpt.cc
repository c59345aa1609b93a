#include "text/excerpt.h"

#include <utf8proc.h>

#include <algorithm>

#include "text/lines.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

// The part of an excerpt in front of the difference between two versions, where they are not shown
// from their beginning.
constexpr std::size_t kLead = 4;
constexpr std::string_view kBlanks = " \t";

struct Cut {
  std::size_t characters = 0;  // In front of it.
  std::size_t bytes = 0;
};

// The last place that is no more than `most` characters, and no more than `limit` bytes, into the
// text, and does not part what readers take for one character.
Cut find_cut(std::string_view text, std::size_t most, std::size_t limit) {
  Cut last;
  Cut at;
  utf8proc_int32_t state = 0;
  char32_t previous = 0;
  while (at.bytes < text.size() && at.bytes <= limit && at.characters <= most) {
    const Utf8Step step = decode_utf8(text.substr(at.bytes));
    const char32_t next = step.valid ? step.code_point : U'\uFFFD';
    const bool may_part = at.bytes == 0 || utf8proc_grapheme_break_stateful(
                                               static_cast<utf8proc_int32_t>(previous),
                                               static_cast<utf8proc_int32_t>(next), &state);
    if (may_part) last = at;
    previous = next;
    at.bytes += step.length;
    ++at.characters;
  }
  const bool is_whole = at.bytes == text.size() && at.bytes <= limit && at.characters <= most;
  return is_whole ? at : last;
}

Cut find_cut(std::string_view text, std::size_t most) { return find_cut(text, most, text.size()); }

std::size_t count_shared_bytes(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  const auto differs =
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(shorter), b.begin());
  return static_cast<std::size_t>(differs.first - a.begin());
}

std::size_t count_steps(std::string_view text) { return find_cut(text, text.size()).characters; }

// Where the excerpts of both begin, in bytes. One of them is longer than `most`; behind a
// difference at the end is no room left. Where there are blanks, it is with a word.
std::size_t find_beginning(std::string_view before, std::string_view after, std::size_t most) {
  const Cut same = find_cut(before, before.size(), count_shared_bytes(before, after));
  const std::size_t lead = most / kLead;
  if (same.characters <= most - lead) return 0;
  const std::size_t longest = std::max(count_steps(before), count_steps(after));
  const std::size_t begin = std::min(same.characters - lead, longest - most);
  const std::size_t at = find_cut(before, begin).bytes;
  const std::size_t blank = before.find_first_of(" \n", at);
  return blank < find_cut(before, begin + lead / 2).bytes ? blank + 1 : at;
}

}  // namespace

std::string cut_text(std::string_view text, std::size_t most) {
  const std::size_t size = find_cut(text, most).bytes;
  std::string cut(text.substr(0, size));
  return size == text.size() ? cut : cut + kEllipsis;
}

std::string without_margin(std::string_view text) {
  const std::string_view margin = text.substr(0, skip_all(text, 0, kBlanks));
  std::string moved;
  moved.reserve(text.size());
  while (!text.empty()) {
    const bool is_ended = text.find('\n') != text.npos;
    const std::string_view line = take_line(text);
    moved.append(line.substr(count_shared_bytes(line, margin)));
    if (is_ended) moved += '\n';
  }
  return moved;
}

CutVersions cut_versions(std::string_view before, std::string_view after, std::size_t most) {
  const bool both_fit =
      find_cut(before, most).bytes == before.size() && find_cut(after, most).bytes == after.size();
  const std::size_t begin = both_fit ? 0 : find_beginning(before, after, most);
  const std::string mark = begin == 0 ? "" : kEllipsis;
  return {mark + cut_text(before.substr(begin), most), mark + cut_text(after.substr(begin), most)};
}

}  // namespace l10n_drift
