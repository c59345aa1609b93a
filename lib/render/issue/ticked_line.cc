// People write into the list by hand. They make an id bold, put a link around it, strike out what
// they have done, set a name in front, join lists with other bullets, or lose the id on the way:
//
//     3. [x] M3. `content/en/a.md` ...                   as we write it
//     3. [x] **M3**. `content/en/a.md`
//     * [X] ~~M3. `content/en/a.md`~~
//     3. [x] [M3](https://example.org/pull/12). `content/en/a.md`
//     - [x] @name: `content/en/a.md`                     no id: its path tells which item it is
//
// An id counts where ours stand, in front, with a full stop behind it. Anywhere else it may be a
// word of a sentence about another item, and the path decides (former_files.cc).

#include "render/issue/ticked_line.h"

#include <algorithm>

#include "render/issue/marker.h"
#include "text/ascii.h"

namespace l10n_drift {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

bool skip_word(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

// Takes those of `characters` that `text` begins with off its front. Returns whether there were
// any.
bool skip_characters(std::string_view& text, std::string_view characters) {
  const std::size_t length = std::min(text.find_first_not_of(characters), text.size());
  text.remove_prefix(length);
  return length > 0;
}

void skip_blanks(std::string_view& text) {
  while (skip_characters(text, " \t") || skip_word(text, kNoBreakSpace)) continue;
}

// "<ins>", "</b>".
bool skip_tag(std::string_view& text) {
  const std::size_t end = text.find('>');
  if (!text.starts_with('<') || end == text.npos) return false;
  text.remove_prefix(end + 1);
  return true;
}

// Where a link leads, behind its text: "](https://example.org)".
bool skip_link_end(std::string_view& text) {
  const std::size_t end = text.find(')');
  if (!text.starts_with("](") || end == text.npos) return false;
  text.remove_prefix(end + 1);
  return true;
}

// What makes the text beside it bold, struck out, code or a link, and blanks.
void skip_decoration(std::string_view& text) {
  while (skip_characters(text, " \t*_~`") || skip_word(text, kNoBreakSpace) || skip_tag(text) ||
         skip_link_end(text) || skip_characters(text, "[]")) {
  }
}

// "3." or "-" in front of an item. What stands below an item has bullets, too, but further in.
bool skip_bullet(std::string_view& line) {
  std::string_view bullet = line;
  skip_word(bullet, " ");
  if (skip_word(bullet, "-") || skip_word(bullet, "*") || skip_word(bullet, "+")) {
    line = bullet;
    return true;
  }
  skip_characters(line, " \t");
  return skip_characters(line, "0123456789") && (skip_word(line, ".") || skip_word(line, ")"));
}

// A box with a tick in it. Who strikes out the whole line may have begun in front of it.
bool skip_ticked_box(std::string_view& text) {
  skip_blanks(text);
  while (skip_characters(text, "*_~") || skip_tag(text)) continue;
  if (!skip_word(text, "[")) return false;
  skip_blanks(text);
  if (!skip_word(text, "x") && !skip_word(text, "X")) return false;
  skip_blanks(text);
  return skip_word(text, "]");
}

// The id that `text` begins with; empty if there is none.
std::string read_label(std::string_view text) {
  skip_decoration(text);
  const auto length = static_cast<std::size_t>(
      std::find_if_not(text.begin(), text.end(), is_alphanumeric) - text.begin());
  const std::string_view label = text.substr(0, length);
  text.remove_prefix(length);
  skip_decoration(text);
  const bool has_stop = skip_word(text, ".") && (text.empty() || !is_alphanumeric(text.front()));
  return has_stop && is_label(label) ? std::string(label) : "";
}

// Whether the character may belong to a path that goes on here. Other letters than ASCII's need
// not: in Korean, a particle stands right behind a name.
bool goes_on(char c) { return is_alphanumeric(c) || c == '/' || c == '-' || c == '_'; }

bool begins_by_itself(std::string_view before) {
  const std::size_t end = before.find_last_not_of('_');  // "_a.md_" is a.md in italics.
  return end == before.npos || (!goes_on(before[end]) && before[end] != '.');
}

bool ends_by_itself(std::string_view after) {
  // A full stop ends a sentence.
  after.remove_prefix(std::min(after.find_first_not_of("._"), after.size()));
  return after.empty() || !goes_on(after.front());
}

}  // namespace

std::optional<TickedLine> read_ticked_line(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  if (!skip_bullet(line) || !skip_ticked_box(line)) return {};
  return TickedLine{.label = read_label(line), .text = std::string(line)};
}

std::size_t find_path(std::string_view text, std::string_view path) {
  for (std::size_t at = text.find(path); at != text.npos; at = text.find(path, at + 1)) {
    if (begins_by_itself(text.substr(0, at)) && ends_by_itself(text.substr(at + path.size()))) {
      return at;
    }
  }
  return text.npos;
}

}  // namespace l10n_drift
