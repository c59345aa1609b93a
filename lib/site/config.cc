#include "site/config.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "l10n_drift/error.h"
#include "site/layout.h"
#include "site/milestone.h"
#include "site/presets.h"
#include "text/lines.h"
#include "text/nearest.h"
#include "text/path_text.h"
#include "text/position.h"
#include "text/utf8.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

using nlohmann::json;

// A value of the file, and what an error calls it.
struct Node {
  const json& value;
  std::string key;  // "ignore[2].reason"; empty for the whole.
  const std::string& place;
};

[[noreturn]] void fail(const Node& node, const std::string& what) {
  if (node.key.empty()) throw Error(fmt::format("{} {}", in_quotes(node.place), what));
  throw Error(fmt::format("{} in {} {}", in_quotes(node.key), in_quotes(node.place), what));
}

const char* type_words(json::value_t type) {
  switch (type) {
    case json::value_t::null:
      return "null";
    case json::value_t::object:
      return "an object";
    case json::value_t::array:
      return "an array";
    case json::value_t::string:
      return "a string";
    case json::value_t::boolean:
      return "a boolean";
    default:
      return "a number";
  }
}

void expect_type(const Node& node, json::value_t type) {
  if (node.value.type() == type) return;
  fail(node, fmt::format("must be {}, not {}", type_words(type), type_words(node.value.type())));
}

std::string member_key(const std::string& parent, const std::string& name) {
  return parent.empty() ? name : fmt::format("{}.{}", parent, name);
}

Node member(const Node& object, const std::string& name) {
  const auto found = object.value.find(name);
  const std::string key = member_key(object.key, name);
  if (found == object.value.end()) {
    throw Error(fmt::format("{} is missing in {}", in_quotes(key), in_quotes(object.place)));
  }
  return {*found, key, object.place};
}

std::vector<Node> elements(const Node& array) {
  expect_type(array, json::value_t::array);
  std::vector<Node> nodes;
  for (std::size_t i = 0; i < array.value.size(); ++i) {
    nodes.push_back({array.value[i], fmt::format("{}[{}]", array.key, i), array.place});
  }
  return nodes;
}

void expect_object(const Node& node, const std::vector<std::string>& known_names) {
  expect_type(node, json::value_t::object);
  const std::set<std::string> known(known_names.begin(), known_names.end());
  for (const auto& item : node.value.items()) {
    if (known.contains(item.key())) continue;
    const auto nearest = nearest_name(item.key(), known_names);
    throw Error(fmt::format("unknown key {} in {}", in_quotes(member_key(node.key, item.key())),
                            in_quotes(node.place)),
                nearest ? fmt::format("did you mean '{}'?", member_key(node.key, *nearest)) : "");
  }
}

// A string with something in it. Git takes NUL as the end of a name, so it can stand in none.
std::string read_string(const Node& node) {
  expect_type(node, json::value_t::string);
  const auto& text = node.value.get_ref<const std::string&>();
  if (text.find_first_not_of(" \t\r\n") == text.npos) fail(node, "must not be empty");
  if (text.find('\0') != text.npos) fail(node, "must not contain a NUL character");
  return text;
}

std::vector<std::string> read_strings(const Node& node) {
  std::vector<std::string> strings;
  for (const Node& element : elements(node)) strings.push_back(read_string(element));
  return strings;
}

void expect_language_code(const Node& node, const std::string& code) {
  if (is_language_code(code)) return;
  fail(node,
       fmt::format("must be a language code such as 'ko' or 'pt-br', not {}", in_quotes(code)));
}

std::string read_language(const Node& node) {
  std::string code = read_string(node);
  expect_language_code(node, code);
  return code;
}

std::vector<std::string> read_languages(const Node& node) {
  std::vector<std::string> codes;
  for (const Node& element : elements(node)) codes.push_back(read_language(element));
  if (codes.empty()) fail(node, "must name a language");
  return codes;
}

std::map<std::string, std::string> read_aliases(const Node& node) {
  expect_type(node, json::value_t::object);
  std::map<std::string, std::string> aliases;
  for (const auto& item : node.value.items()) {
    const Node alias = member(node, item.key());
    if (!is_language_code(item.key())) fail(alias, "has a name that is no language code");
    aliases.emplace(item.key(), read_language(alias));
  }
  return aliases;
}

std::string read_preset(const Node& node) {
  std::string name = read_string(node);
  const std::vector<std::string> names = preset_names();
  if (std::find(names.begin(), names.end(), name) != names.end()) return name;
  const auto nearest = nearest_name(name, names);
  throw Error(fmt::format("{} in {} is the unknown preset {}", in_quotes(node.key),
                          in_quotes(node.place), in_quotes(name)),
              nearest ? fmt::format("did you mean '{}'?", *nearest)
                      : fmt::format("there are {}", fmt::join(names, ", ")));
}

// A folder, without a slash at its end; "." is the root.
std::string read_folder(const Node& node) {
  std::string folder = read_string(node);
  while (folder.ends_with('/')) folder.pop_back();
  if (folder == ".") return {};
  const auto components = split(folder, '/');
  const bool is_folder =
      std::none_of(components.begin(), components.end(), [](std::string_view component) {
        return component.empty() || component == "." || component == ".." ||
               component.find_first_of("{}") != component.npos;
      });
  if (!is_folder) fail(node, "must be a folder from the root of the repository");
  return folder;
}

LayoutEntry read_layout_entry(const Node& node) {
  if (node.value.is_string()) return {.preset = read_preset(node), .below = {}, .patterns = {}};
  if (!node.value.is_object()) {
    fail(node, fmt::format("must be an object or the name of a preset, not {}",
                           type_words(node.value.type())));
  }
  LayoutEntry entry;
  if (node.value.contains("preset")) {
    expect_object(node, {"preset", "below"});
    entry.preset = read_preset(member(node, "preset"));
    if (node.value.contains("below")) entry.below = read_folder(member(node, "below"));
    return entry;
  }
  expect_object(node, {"source", "translation", "preset", "below"});
  if (node.value.contains("below")) {
    throw Error(fmt::format("{} in {} is for presets, and there is none",
                            in_quotes(member_key(node.key, "below")), in_quotes(node.place)));
  }
  entry.patterns = {.source = read_string(member(node, "source")),
                    .translation = read_string(member(node, "translation"))};
  return entry;
}

// Whether the patterns can be; those of presets can.
void check_patterns(const Node& node, const std::vector<LayoutEntry>& entries,
                    const std::string& source_language) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!entries[i].preset.empty()) continue;
    try {
      const std::string key = node.value.is_array() ? fmt::format("layout[{}]", i) : "layout";
      Layout({entries[i].patterns}, source_language, key);
    } catch (const Error& error) {
      throw Error(fmt::format("in {}: {}", in_quotes(node.place), error.what()), error.hint());
    }
  }
}

std::vector<LayoutEntry> read_layout(const Node& node, const std::string& source_language) {
  std::vector<LayoutEntry> entries;
  if (node.value.is_array()) {
    for (const Node& element : elements(node)) entries.push_back(read_layout_entry(element));
    if (entries.empty()) fail(node, "must name a layout");
  } else {
    entries = {read_layout_entry(node)};
  }
  check_patterns(node, entries, source_language);
  return entries;
}

std::vector<std::string> read_milestones(const Node& node) {
  std::vector<std::string> patterns;
  for (const Node& element : elements(node)) {
    patterns.push_back(read_string(element));
    try {
      MilestonePattern(std::string_view(patterns.back()));
    } catch (const Error& error) {
      throw Error(
          fmt::format("{} in {}: {}", in_quotes(element.key), in_quotes(node.place), error.what()),
          error.hint());
    }
  }
  return patterns;
}

std::vector<IgnoreRule> read_ignore(const Node& node) {
  std::vector<IgnoreRule> rules;
  for (const Node& element : elements(node)) {
    expect_object(element, {"source", "reason"});
    rules.push_back({.source = read_string(member(element, "source")),
                     .reason = read_string(member(element, "reason"))});
  }
  return rules;
}

IssueWords read_issue_words(const Node& node) {
  expect_object(node, {"title", "intro"});
  IssueWords words;
  if (node.value.contains("title")) words.title = read_string(member(node, "title"));
  if (node.value.contains("intro")) words.intro = read_string(member(node, "intro"));
  return words;
}

// The name of a key, nested by dots: none of the names is blank, or has a blank around it.
std::string read_dotted_key(const Node& node) {
  std::string key = read_string(node);
  const auto names = split(key, '.');
  const bool is_key = std::none_of(names.begin(), names.end(), [](std::string_view name) {
    return name.empty() || trim_blanks(name) != name;
  });
  if (!is_key) {
    fail(node, fmt::format("must be the name of a key such as 'l10n.sourceCommit', not {}",
                           in_quotes(key)));
  }
  return key;
}

std::vector<std::string> read_baseline_keys(const Node& node) {
  expect_object(node, {"front_matter"});
  std::vector<std::string> keys;
  for (const Node& element : elements(member(node, "front_matter"))) {
    keys.push_back(read_dotted_key(element));
  }
  return keys;
}

Config read_config(const Node& root) {
  expect_object(root, {"$schema", "base", "source_language", "layout", "languages", "milestones",
                       "language_aliases", "include", "exclude", "ignore", "issue", "baseline",
                       "ignore_commits"});
  const auto has = [&](const char* name) { return root.value.contains(name); };
  Config config;
  if (has("$schema")) read_string(member(root, "$schema"));  // For editors alone.
  if (has("base")) config.base = read_string(member(root, "base"));
  if (has("source_language")) {
    config.source_language = read_language(member(root, "source_language"));
  }
  if (has("layout")) {
    config.layout = read_layout(member(root, "layout"), config.source_language.value_or("en"));
  }
  if (has("languages")) config.languages = read_languages(member(root, "languages"));
  if (has("milestones")) config.milestones = read_milestones(member(root, "milestones"));
  if (has("language_aliases")) {
    config.language_aliases = read_aliases(member(root, "language_aliases"));
  }
  if (has("include")) config.include = read_strings(member(root, "include"));
  if (has("exclude")) config.exclude = read_strings(member(root, "exclude"));
  if (has("ignore")) config.ignore = read_ignore(member(root, "ignore"));
  if (has("issue")) config.issue = read_issue_words(member(root, "issue"));
  if (has("baseline")) config.baseline_keys = read_baseline_keys(member(root, "baseline"));
  if (has("ignore_commits")) config.ignore_commits = read_strings(member(root, "ignore_commits"));
  return config;
}

// Refuses a key that stands twice in one object, of which the library would keep the last.
class DuplicateKeyCheck {
 public:
  explicit DuplicateKeyCheck(std::string place) : place_(std::move(place)) {}

  void operator()(json::parse_event_t event, const json& parsed) {
    if (event == json::parse_event_t::object_start) open_.emplace_back();
    if (event == json::parse_event_t::object_end) open_.pop_back();
    if (event != json::parse_event_t::key) return;
    const auto& name = parsed.get_ref<const std::string&>();
    if (open_.back().insert(name).second) return;
    throw Error(fmt::format("key {} stands twice in {}", in_quotes(name), in_quotes(place_)));
  }

 private:
  std::string place_;
  std::vector<std::set<std::string>> open_;  // The names so far in each object that is not closed.
};

[[noreturn]] void fail_syntax(std::string_view text, std::size_t bytes_read,
                              const std::string& place) {
  // The last byte read is the last one of what the parser did not expect, or the end of the text,
  // which it reads twice where a comment ends there.
  const std::size_t last = std::min(bytes_read > 0 ? bytes_read - 1 : 0, text.size());
  const std::size_t offset = begin_of_word(text, last);
  const std::string_view rest = text.substr(offset);
  const std::string unexpected =
      rest.empty() ? "end of text" : in_quotes(rest.substr(0, decode_utf8(rest).length));
  throw Error(fmt::format("{} is no valid JSON: unexpected {} at {}", in_quotes(place), unexpected,
                          describe(position_of(text, offset))));
}

json parse_json(std::string_view text, const std::string& place) {
  if (const auto offset = find_invalid_utf8(text)) {
    throw Error(fmt::format("{} is not UTF-8 at {}", in_quotes(place),
                            describe(position_of(text, *offset))));
  }
  DuplicateKeyCheck check(place);
  const auto callback = [&](int, json::parse_event_t event, json& parsed) {
    check(event, parsed);
    return true;
  };
  try {
    return json::parse(text, callback, true, true);  // With comments.
  } catch (const json::parse_error& error) {
    fail_syntax(text, error.byte, place);
  } catch (const json::out_of_range&) {
    throw Error(fmt::format("{} has a number that is out of range", in_quotes(place)));
  }
}

}  // namespace

Config parse_config(std::string_view text, const std::string& place) {
  text = without_byte_order_mark(text);
  const json value = parse_json(text, place);
  return read_config({value, "", place});
}

std::string write_text(const std::string& text) {
  return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string write_texts(const std::vector<std::string>& texts) {
  std::vector<std::string> values;
  for (const std::string& text : texts) values.push_back(write_text(text));
  return fmt::format("[{}]", fmt::join(values, ", "));
}

std::string write_draft(const std::vector<DraftKey>& keys) {
  std::string text;
  for (const DraftKey& key : keys) {
    text += text.empty() ? "{\n" : "\n";
    for (const std::string& comment : key.comments) {
      text += fmt::format("  // {}\n", printable(comment));
    }
    text += fmt::format("  {}\"{}\": {}{}\n", key.is_comment ? "// " : "", key.name, key.value,
                        &key == &keys.back() ? "" : ",");
  }
  return text + "}\n";
}

std::string write_layout_entry(const LayoutEntry& entry) {
  if (entry.preset.empty()) {
    return fmt::format("{{\"source\": {}, \"translation\": {}}}", write_text(entry.patterns.source),
                       write_text(entry.patterns.translation));
  }
  if (!entry.below || entry.below->empty()) return write_text(entry.preset);
  return fmt::format("{{\"preset\": {}, \"below\": {}}}", write_text(entry.preset),
                     write_text(*entry.below));
}

std::string write_layout(const Config& config) {
  std::vector<std::string> lines;
  if (config.source_language) {
    lines.push_back(fmt::format("  \"source_language\": {}", write_text(*config.source_language)));
  }
  std::vector<std::string> entries;
  for (const LayoutEntry& entry : config.layout) entries.push_back(write_layout_entry(entry));
  lines.push_back(fmt::format("  \"layout\": {}",
                              entries.size() == 1
                                  ? entries.front()
                                  : fmt::format("[\n    {}\n  ]", fmt::join(entries, ",\n    "))));
  if (!config.languages.empty()) {
    lines.push_back(fmt::format("  \"languages\": {}", write_texts(config.languages)));
  }
  return fmt::format("{{\n{}\n}}", fmt::join(lines, ",\n"));
}

std::string resolve_alias(const Config& config, const std::string& code) {
  const auto found = config.language_aliases.find(code);
  return found == config.language_aliases.end() ? code : found->second;
}

}  // namespace l10n_drift
