// Top-level keys and their lines take no YAML parser: a key stands at the left margin, and what is
// indented below it is its value. yaml-cpp would reject a whole page for one bad value, knows
// little of lines, and costs more than all Markdown below.
//
// Which keys does a reader read? A list of words would be a list of one site's habits. Two things
// are formats: what Hugo itself defines, which kHugoKeys says; and prose, which can be told from
// names, dates, numbers and paths by its form. A key that Hugo does not define counts if its value
// has prose in it: two words side by side, or letters beyond ASCII. So `reviewers`, `weight`,
// `content_type` and `min-kubernetes-server-version` are left out, without being named, and a
// glossary's `short_description` is not. An address, such as its `full_link`, is a link without a
// text.

#include "markdown/front_matter.h"

#include <algorithm>
#include <optional>
#include <string>

#include "markdown/link_value.h"
#include "markdown/normal_form.h"
#include "text/ascii.h"
#include "text/lines.h"
#include "text/page_body.h"

namespace l10n_drift {
namespace {

struct HugoKey {
  std::string_view name;  // Lower case; Hugo does not tell case apart.
  bool is_read;
};

// https://gohugo.io/content-management/front-matter/
constexpr HugoKey kHugoKeys[] = {
    {"aliases", false},       {"audio", false},
    {"build", false},         {"cascade", false},
    {"date", false},          {"description", true},
    {"draft", false},         {"expirydate", false},
    {"headless", false},      {"images", false},
    {"iscjklanguage", false}, {"keywords", false},
    {"lastmod", false},       {"layout", false},
    {"linktitle", true},      {"markup", false},
    {"menu", false},          {"menus", false},
    {"modified", false},      {"outputs", false},
    {"publishdate", false},   {"resources", false},
    {"series", false},        {"sitemap", false},
    {"slug", false},          {"summary", true},
    {"title", true},          {"translationkey", false},
    {"type", false},          {"unpublishdate", false},
    {"url", false},           {"videos", false},
    {"weight", false},
};

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// Whether a word begins and ends like one: "Pods", "it's", "end.", but neither "v1.19" nor "a/b".
bool is_prose_word(std::string_view word) {
  return !word.empty() && is_letter(word[0]) && std::all_of(word.begin(), word.end(), [](char c) {
    return is_letter(c) || std::string_view("'-.,;:!?\")").find(c) != std::string_view::npos;
  });
}

// Whether the line has two words of prose side by side. A key in front of a nested value, "name:",
// and the bullet of a sequence are none.
bool line_has_prose(std::string_view line) {
  if (std::any_of(line.begin(), line.end(), is_beyond_ascii)) return true;
  bool after_word = false;
  while (!line.empty()) {
    line.remove_prefix(skip_all(line, 0, " \t\"'"));
    const std::string_view word = line.substr(0, line.find_first_of(" \t"));
    const bool is_word = is_prose_word(word) && (after_word || !word.ends_with(':'));
    if (is_word && after_word) return true;
    after_word = is_word;
    line.remove_prefix(word.size());
  }
  return false;
}

// Whether Hugo's own key is read; nothing for a key that it does not define.
std::optional<bool> hugo_key_is_read(std::string_view key) {
  const std::string name = to_lower(key);
  for (const HugoKey& known : kHugoKeys) {
    if (known.name == name) return known.is_read;
  }
  return {};
}

// Whether somebody who reads the page reads the value.
bool value_is_read(std::string_view key, std::string_view value) {
  if (const std::optional<bool> is_read = hugo_key_is_read(key)) return *is_read;
  while (!value.empty()) {
    if (line_has_prose(take_line(value))) return true;
  }
  return false;
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

// A value as it is read: without the quotes around it, the sign of a block (`>-`), and comments
// that have a line of their own.
std::string_view strip_marks(std::string_view value) {
  value = trim(value);
  if (value.starts_with('|') || value.starts_with('>')) {
    return trim(value.substr(std::min(value.find('\n'), value.size())));
  }
  for (const std::string_view quote : {"\"\"\"", "'''", "\"", "'"}) {
    if (value.size() >= 2 * quote.size() && value.starts_with(quote) && value.ends_with(quote)) {
      return value.substr(quote.size(), value.size() - 2 * quote.size());
    }
  }
  return value;
}

void append_value(NormalText& text, std::string_view value) {
  value = strip_marks(value);
  while (!value.empty()) {
    const std::string_view line = take_line(value);
    if (!trim(line).starts_with('#')) text.append(line);
    text.append_blank();
  }
}

// The key that begins in `line`, if one does: `key: value`, `"key": value`, TOML's `key = value`
// and `[table]`.
struct KeyLine {
  std::string_view key;
  std::size_t value_at = 0;
};
std::optional<KeyLine> read_key(std::string_view line, char assignment) {
  if (line.empty() || std::string_view(" \t#-").find(line[0]) != line.npos) return {};
  if (assignment == '=' && line[0] == '[') return KeyLine{trim(line), line.size()};
  const std::size_t at = line.find(assignment);
  if (at == line.npos || at == 0) return {};
  std::string_view key = trim(line.substr(0, at));
  if (key.size() >= 2 && (key[0] == '"' || key[0] == '\'')) key = key.substr(1, key.size() - 2);
  return KeyLine{key, at + 1};
}

// Ends the block of a key whose source is complete: gives it its text.
void finish_key(PlacedBlock& found, std::size_t value_at) {
  Block& block = found.block;
  while (block.source.ends_with('\n')) {
    block.source.pop_back();
    --found.lines.last;
  }
  const std::string_view source = block.source;
  const std::string_view value = source.substr(std::min(value_at, source.size()));
  if (!value_is_read(block.name, value)) {
    const std::string_view address = strip_marks(value);
    const bool is_link = !hugo_key_is_read(block.name) && is_page_address(address);
    if (is_link) block.spans.push_back({SpanKind::kLink, 0, 0, std::string(address)});
    return;
  }
  NormalText text;
  append_value(text, value);
  text.finish(block);
}

std::vector<PlacedBlock> read_keys(std::string_view body, char assignment) {
  std::vector<PlacedBlock> blocks;
  std::size_t value_at = 0;
  std::size_t number = 1;  // The line of the fence.
  while (!body.empty()) {
    const std::string_view line = take_line(body);
    ++number;
    if (const std::optional<KeyLine> found = read_key(line, assignment)) {
      if (!blocks.empty()) finish_key(blocks.back(), value_at);
      Block block;
      block.kind = BlockKind::kFrontMatter;
      block.name = found->key;
      blocks.push_back({std::move(block), {number, number}});
      value_at = found->value_at;
    }
    if (!blocks.empty()) {
      blocks.back().block.source.append(line).append("\n");
      // One too many: `finish_key` takes it off with the last newline.
      blocks.back().lines.last = number + 1;
    }
  }
  if (!blocks.empty()) finish_key(blocks.back(), value_at);
  return blocks;
}

}  // namespace

FrontMatter read_front_matter(std::string_view page) {
  FrontMatter found{{}, front_matter_size(page), 0};
  if (found.size == 0) return found;
  std::string_view whole = page.substr(0, found.size);
  found.lines = static_cast<std::size_t>(std::count(whole.begin(), whole.end(), '\n'));
  if (!whole.ends_with('\n')) ++found.lines;
  take_line(whole);
  if (whole.ends_with('\n')) whole.remove_suffix(1);
  whole = whole.substr(0, whole.rfind('\n') + 1);  // Without the line that ends it.
  found.blocks = read_keys(whole, page[0] == '-' ? ':' : '=');
  return found;
}

}  // namespace l10n_drift
