// The front matter is changed as text, in the one place, and read again by its parser. Where that
// does not find the commit, the change was none to make: a refusal costs somebody a minute, a page
// that is spoiled unseen costs more.

#include <fmt/format.h>

#include <algorithm>

#include "l10n_drift/error.h"
#include "markdown/commit_name.h"
#include "markdown/commit_record.h"
#include "markdown/front_matter_values.h"
#include "text/ascii.h"
#include "text/lines.h"
#include "text/page_body.h"
#include "text/path_text.h"

namespace l10n_drift {
namespace {

// What to put into the text of a front matter.
struct Replacement {
  std::size_t at = 0;
  std::size_t size = 0;
  std::string text;
};

[[noreturn]] void refuse(std::string_view why, const std::string& key, const std::string& commit) {
  throw Error(
      fmt::format("cannot write the commit into the page: {}", why),
      fmt::format("write it yourself into the front matter: {}: {}", printable(key), commit));
}

// Whether a reader of YAML that knows numbers would take it for one: 1234567, 12e4567.
bool looks_like_number(std::string_view commit) {
  return std::all_of(commit.begin(), commit.end(),
                     [](char c) { return is_digit(c) || c == 'e' || c == 'E'; });
}

std::string write_yaml_commit(const std::string& commit) {
  return looks_like_number(commit) ? '"' + commit + '"' : commit;
}

std::string write_key(std::string_view name) {
  const bool is_bare = std::all_of(
      name.begin(), name.end(), [](char c) { return is_alphanumeric(c) || c == '_' || c == '-'; });
  return is_bare ? std::string(name) : fmt::format("\"{}\"", name);
}

std::size_t line_start(std::string_view text, std::size_t at) {
  return at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
}

std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == text.npos ? text.size() : end + 1;
}

// How far a key is indented; nothing if other than blanks stand before it.
std::optional<std::size_t> indent_of(std::string_view text, std::size_t at) {
  const std::size_t start = line_start(text, at);
  const std::string_view before = text.substr(start, at - start);
  if (before.find_first_not_of(' ') != before.npos) return {};
  return before.size();
}

// YAML's null behind a key: no value, or one of its words.
std::optional<Replacement> replace_null(std::string_view text, const FrontMatterValue& value,
                                        const std::string& commit) {
  const std::string_view line = text.substr(0, next_line(text, value.key_at));
  const std::size_t colon = line.find(':', value.key_at);
  if (colon == line.npos) return {};
  const std::string_view rest = line.substr(colon + 1);
  const std::string_view word = trim_blanks(rest.substr(0, rest.find(" #")));
  if (word.empty()) return Replacement{colon + 1, 0, ' ' + write_yaml_commit(commit)};
  if (word != "~" && to_lower(word) != "null") return {};
  return Replacement{line.find(word, colon + 1), word.size(), write_yaml_commit(commit)};
}

std::optional<Replacement> replace_value(const FrontMatterText& front_matter,
                                         const FrontMatterValue& value, const std::string& commit) {
  if (value.kind == FrontMatterKind::kNothing) {
    return replace_null(front_matter.text, value, commit);
  }
  if (value.kind != FrontMatterKind::kText) return {};
  const std::string_view rest = front_matter.text.substr(value.value_at);
  for (const std::string quote : {"\"", "'"}) {
    const std::string written = quote + value.text + quote;
    if (rest.starts_with(written)) {
      return Replacement{value.value_at, written.size(), quote + commit + quote};
    }
  }
  if (front_matter.is_toml || value.text.empty() || !rest.starts_with(value.text)) return {};
  return Replacement{value.value_at, value.text.size(), write_yaml_commit(commit)};
}

// The lines of a key and what it is nested in, from the column `indent` on.
std::string write_yaml_lines(std::string_view key, const std::string& commit, std::size_t indent,
                             std::string_view end) {
  std::string lines;
  for (;;) {
    const std::size_t dot = key.find('.');
    lines += std::string(indent, ' ') + write_key(key.substr(0, dot)) + ':';
    if (dot == key.npos) return fmt::format("{} {}{}", lines, write_yaml_commit(commit), end);
    lines += end;
    key.remove_prefix(dot + 1);
    indent += 2;
  }
}

// Below the innermost map that is there; at the end if there is none.
std::optional<Replacement> add_yaml(std::string_view text, std::string_view key,
                                    const std::string& commit, std::string_view end) {
  for (std::size_t dot = key.rfind('.'); dot != key.npos && dot > 0;
       dot = key.rfind('.', dot - 1)) {
    const FrontMatterValues outer = find_yaml_values(text, {std::string(key.substr(0, dot))});
    if (!outer.error.empty() || outer.found.size() > 1) return {};
    if (outer.found.empty()) continue;
    const FrontMatterValue& map = outer.found[0];
    const std::size_t below = next_line(text, map.key_at);
    const std::optional<std::size_t> outer_indent = indent_of(text, map.key_at);
    std::optional<std::size_t> indent;
    if (map.kind == FrontMatterKind::kNothing && outer_indent) indent = *outer_indent + 2;
    if (map.first_inner_at && *map.first_inner_at >= below) {
      indent = indent_of(text, *map.first_inner_at);
    }
    if (!indent) return {};
    return Replacement{below, 0, write_yaml_lines(key.substr(dot + 1), commit, *indent, end)};
  }
  return Replacement{text.size(), 0, write_yaml_lines(key, commit, 0, end)};
}

// Where the line behind the header of a table begins; nothing if there is none.
std::optional<std::size_t> find_toml_table(std::string_view text, std::string_view name) {
  for (std::size_t at = 0; at < text.size(); at = next_line(text, at)) {
    const std::string_view line = text.substr(at, next_line(text, at) - at);
    if (trim_blanks(line.substr(0, line.find('#'))) == fmt::format("[{}]", name)) {
      return at + line.size();
    }
  }
  return {};
}

bool has_toml_tables(std::string_view text) {
  while (!text.empty()) {
    if (trim_blanks(take_line(text)).starts_with('[')) return true;
  }
  return false;
}

// What stands behind the header of a table belongs to that, so that a key of the front matter
// itself comes first of all if there are tables.
Replacement add_toml(std::string_view text, std::string_view key, const std::string& commit,
                     std::string_view end) {
  const std::size_t dot = key.rfind('.');
  const std::string line =
      fmt::format("{} = \"{}\"{}", write_key(key.substr(dot + 1)), commit, end);
  if (dot == key.npos) return {has_toml_tables(text) ? 0 : text.size(), 0, line};
  const std::string_view table = key.substr(0, dot);
  if (const auto below = find_toml_table(text, table)) return {*below, 0, line};
  return {text.size(), 0, fmt::format("[{}]{}{}", table, end, line)};
}

std::optional<Replacement> change_front_matter(const FrontMatterText& front_matter,
                                               const std::string& key, const std::string& commit,
                                               std::string_view end) {
  const FrontMatterValues values = front_matter.is_toml
                                       ? find_toml_values(front_matter.text, {key})
                                       : find_yaml_values(front_matter.text, {key});
  if (!values.error.empty()) refuse("the front matter " + values.error, key, commit);
  if (!values.found.empty()) return replace_value(front_matter, values.found[0], commit);
  if (front_matter.is_toml) return add_toml(front_matter.text, key, commit, end);
  return add_yaml(front_matter.text, key, commit, end);
}

bool begins_with_json(std::string_view page) {
  const std::string_view text = trim_blanks(without_byte_order_mark(page));
  return text.starts_with('{') && !text.starts_with("{{") && !text.starts_with("{%");
}

// A fence that is none for this program may be one for the site's.
bool begins_with_fence(std::string_view page) {
  const std::string_view text = trim_blanks(without_byte_order_mark(page));
  return text.starts_with("---") || text.starts_with("+++");
}

std::string add_front_matter(std::string_view page, const std::string& key,
                             const std::string& commit, std::string_view end) {
  const std::string_view text = without_byte_order_mark(page);
  return fmt::format("{}---{}{}---{}{}", page.substr(0, page.size() - text.size()), end,
                     write_yaml_lines(key, commit, 0, end), end, text);
}

std::string change_page(std::string_view page, const std::string& key, const std::string& commit) {
  std::string_view rest = page;
  const std::string_view end = take_line(rest).ends_with('\r') ? "\r\n" : "\n";
  const std::optional<FrontMatterText> front_matter = front_matter_text(page);
  if (!front_matter) return add_front_matter(page, key, commit, end);
  const auto change = change_front_matter(*front_matter, key, commit, end);
  if (!change)
    refuse(fmt::format("the front matter has no plain value at {}", in_quotes(key)), key, commit);
  std::string result(page);
  return result.replace(front_matter->at + change->at, change->size, change->text);
}

}  // namespace

std::string with_commit_record(std::string_view page, const std::vector<std::string>& keys,
                               const std::string& commit) {
  if (keys.empty()) {
    throw Error("no key of the front matter is there for a commit",
                "name one in 'baseline.front_matter' of the configuration");
  }
  if (!is_commit_name(commit)) {
    throw Error(fmt::format("{} is no commit of 7 to 64 hexadecimal digits", in_quotes(commit)));
  }
  const std::optional<CommitRecord> before = read_commit_record(page, keys);
  const std::string& key = before && !before->key.empty() ? before->key : keys.front();
  if (before && before->key.empty()) {
    refuse(fmt::format("it names one in a comment, in line {}", before->line), key, commit);
  }
  if (before && before->error.empty() && before->value == commit) return std::string(page);
  if (!front_matter_text(page) && begins_with_json(page)) {
    refuse("it seems to begin with front matter in JSON", key, commit);
  }
  if (!front_matter_text(page) && begins_with_fence(page)) {
    refuse("it seems to begin with front matter that cannot be read", key, commit);
  }
  std::string result = change_page(page, key, commit);
  const std::optional<CommitRecord> after = read_commit_record(result, keys);
  if (after && !after->error.empty()) refuse("the front matter " + after->error, key, commit);
  if (!after || after->value != commit || after->key != key) {
    refuse(fmt::format("the front matter has no plain place for {}", in_quotes(key)), key, commit);
  }
  return result;
}

}  // namespace l10n_drift
