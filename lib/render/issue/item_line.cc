// People write into the list by hand. They make an id bold, put a link around it, strike out what
// they have done, set a name in front, join lists with other bullets, or lose the id on the way:
//
//     - [x] M3. `content/en/a.md` ...                    as we write it
//     - [x] **M3**. `content/en/a.md`
//     * [X] ~~M3. `content/en/a.md`~~
//     3. [x] [M3](https://example.org/pull/12): `content/en/a.md`
//     - [x] @name m3 `content/en/a.md`
//     - [x] @name: `content/en/a.md`                     no id: its path tells which item it is
//
// The first word that is an id of this part counts, wherever it stands. What follows may be others:
// those that the file had before, or those that somebody compares it with. Without one the path
// decides (former_files.cc).

#include "render/issue/item_line.h"

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

// Takes a box, and tells whether a tick is in it. Who strikes out the whole line may have begun in
// front of it.
std::optional<bool> skip_box(std::string_view& text) {
  skip_blanks(text);
  while (skip_characters(text, "*_~") || skip_tag(text)) continue;
  if (!skip_word(text, "[")) return {};
  skip_blanks(text);
  const bool is_ticked = skip_word(text, "x") || skip_word(text, "X");
  skip_blanks(text);
  if (!skip_word(text, "]")) return {};
  return is_ticked;
}

// --- Ids -----------------------------------------------------------------------------------------

// Whether an id that begins or ends here is a word by itself, and no piece of a path, an address or
// another word. Other letters than ASCII's need not be: in Korean, a particle stands right behind.
bool is_part_of_word(char c) { return is_alphanumeric(c) || c == '-' || c == '/' || c == '='; }

bool stands_by_itself(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin > 0 && (is_part_of_word(text[begin - 1]) || text[begin - 1] == '.')) return false;
  if (end < text.size() && is_part_of_word(text[end])) return false;
  const bool has_ending =
      end + 1 < text.size() && text[end] == '.' && is_alphanumeric(text[end + 1]);
  return !has_ending;  // "m3.md".
}

struct LabelPlace {
  std::string label;
  std::size_t begin;
  std::size_t end;
};

std::optional<LabelPlace> find_label(std::string_view text, const IsOurLabel& is_ours) {
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && is_alphanumeric(text[end])) ++end;
    if (end == begin) {
      ++begin;
      continue;
    }
    std::string label(text.substr(begin, end - begin));
    if (label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 'a' + 'A');
    if (is_label(label) && stands_by_itself(text, begin, end) && is_ours(label)) {
      return LabelPlace{std::move(label), begin, end};
    }
    begin = end;
  }
  return {};
}

// The text with the id as we write it: without what makes it bold, code or a link, and with a full
// stop.
std::string with_plain_label(std::string_view text, const LabelPlace& place) {
  std::string_view before = text.substr(0, place.begin);
  std::string_view after = text.substr(place.end);
  while (!before.empty() && std::string_view("*_~`[").find(before.back()) != before.npos) {
    before.remove_suffix(1);
  }
  while (skip_characters(after, "*_~`") || skip_link_end(after) || skip_characters(after, "].:")) {
  }
  skip_blanks(after);
  return std::string(before).append(place.label).append(after.empty() ? "." : ". ").append(after);
}

// --- Paths ---------------------------------------------------------------------------------------

// Whether the character may belong to a path that goes on here.
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

std::optional<ItemLine> read_item_line(std::string_view line, const IsOurLabel& is_ours) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  if (!skip_bullet(line)) return {};
  const auto is_ticked = skip_box(line);
  if (!is_ticked) return {};
  skip_blanks(line);
  const auto place = find_label(line, is_ours);
  if (!place) return ItemLine{*is_ticked, "", std::string(line)};
  return ItemLine{*is_ticked, place->label, with_plain_label(line, *place)};
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
