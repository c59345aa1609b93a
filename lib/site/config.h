#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/layout.h"

namespace l10n_drift {

// The file's name, at the root of the work tree or of a revision's tree.
inline constexpr char kConfigName[] = ".l10n-drift.json";

// An entry of the layout: a preset's name, or patterns.
struct LayoutEntry {
  std::string preset;                // Empty: the patterns.
  std::optional<std::string> below;  // The folder of the preset's site; nothing: wherever it is.
  LayoutPatterns patterns;
  bool operator==(const LayoutEntry&) const = default;
};

// A source that is left alone on purpose. `source` is a glob as in GlobSet.
struct IgnoreRule {
  std::string source;
  std::string reason;
  bool operator==(const IgnoreRule&) const = default;
};

// The first words of an issue.
struct IssueWords {
  std::optional<std::string> title;  // Nothing: what the layout's sites are used to.
  std::optional<std::string> intro;  // A paragraph below it.
  bool operator==(const IssueWords&) const = default;
};

// What `.l10n-drift.json` says. A key that it does not have keeps its default here.
struct Config {
  std::optional<std::string> base;             // Nothing: the first usual name that there is.
  std::optional<std::string> source_language;  // Nothing: "en".
  std::vector<LayoutEntry> layout;             // Empty: the preset that fits.
  // The folders that are languages, if there are others that only look like it. Empty: folders
  // tell.
  std::vector<std::string> languages;
  std::vector<std::string> milestones = {"dev-{version}-{lang}.{number}", "dev-{lang}"};
  std::map<std::string, std::string> language_aliases;
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::vector<IgnoreRule> ignore;
  IssueWords issue;
  // The keys of a translation's front matter that may name the commit of the source that it was
  // made from, nested by dots: the first that is there counts. Empty: front matter is not asked.
  std::vector<std::string> baseline_keys = {"default_lang_commit", "l10n.sourceCommit"};
  // A commit that has one of these texts in its subject does not count.
  std::vector<std::string> ignore_commits;
  bool operator==(const Config&) const = default;
};

// Parses the text of a configuration: JSON, in which comments as in C++ may stand. `place` is what
// errors call it: a file's path, or "main:.l10n-drift.json".
//
// Throws Error for text that is no JSON (with line and column, 1-based), an unknown key (with the
// nearest known one as a hint), a value of the wrong type, and layouts and milestone patterns that
// cannot be: each names the key ("layout.source", "ignore[2].reason") and the place.
Config parse_config(std::string_view text, const std::string& place);

// A key of a configuration to be written, and what stands above it, a line each.
struct DraftKey {
  std::vector<std::string> comments;
  std::string name;
  std::string value;        // As JSON.
  bool is_comment = false;  // Whether it stands there as an example alone.
};

// A whole file with these keys, the last of which must be none of the examples.
std::string write_draft(const std::vector<DraftKey>& keys);

// Texts as a value of JSON; bytes that are not UTF-8 are replaced.
std::string write_text(const std::string& text);
std::string write_texts(const std::vector<std::string>& texts);

// The few lines of a configuration that has nothing but a layout, and its languages or that of the
// sources.
std::string write_layout(const Config& config);

// An entry as JSON.
std::string write_layout_entry(const LayoutEntry& entry);

// The folder's name of a language that the user or a branch's name gives: the alias's target, or
// `code` itself.
std::string resolve_alias(const Config& config, const std::string& code);

}  // namespace l10n_drift
