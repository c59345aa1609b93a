#include "markdown/commit_record.h"

#include <fmt/format.h>

#include <algorithm>

#include "markdown/commit_name.h"
#include "markdown/front_matter_values.h"
#include "text/lines.h"
#include "text/page_body.h"
#include "text/path_text.h"

namespace l10n_drift {
namespace {

std::string_view last_name(std::string_view key) { return key.substr(key.rfind('.') + 1); }

// The line of a byte in the text of a front matter, counted in the page.
std::size_t line_in_page(const FrontMatterText& front_matter, std::size_t at) {
  const std::string_view before = front_matter.text.substr(0, at);
  return static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 2;
}

std::string_view describe_kind(FrontMatterKind kind, bool is_toml) {
  if (kind == FrontMatterKind::kNothing) return "nothing";
  if (kind == FrontMatterKind::kMap) return is_toml ? "a table" : "a map";
  return is_toml ? "something that is no string" : "a list";
}

std::string find_fault(const FrontMatterValue& value, const CommitRecord& record, bool is_toml) {
  if (value.kind == FrontMatterKind::kText && is_commit_name(record.value)) return {};
  const std::string what = value.kind == FrontMatterKind::kText
                               ? in_quotes(record.value)
                               : std::string(describe_kind(value.kind, is_toml));
  return fmt::format("has {} at {}, where a commit of 7 to 64 hexadecimal digits belongs", what,
                     in_quotes(record.key));
}

CommitRecord record_of(const FrontMatterText& front_matter, const std::vector<std::string>& keys,
                       const std::vector<FrontMatterValue>& found) {
  const auto first = std::min_element(found.begin(), found.end(),
                                      [](const auto& a, const auto& b) { return a.key < b.key; });
  CommitRecord record;
  record.value = trim_blanks(first->text);
  record.key = keys[first->key];
  record.line = line_in_page(front_matter, first->key_at);
  record.error = find_fault(*first, record, front_matter.is_toml);
  const auto again = std::find_if(first + 1, found.end(), [&](const FrontMatterValue& value) {
    return value.key == first->key;
  });
  if (again != found.end()) {
    record.error = fmt::format("has {} in line {} and again in line {}", in_quotes(record.key),
                               record.line, line_in_page(front_matter, again->key_at));
  }
  return record;
}

std::optional<CommitRecord> read_front_matter_record(const FrontMatterText& front_matter,
                                                     const std::vector<std::string>& keys) {
  const auto key = std::find_if(keys.begin(), keys.end(), [&](const std::string& name) {
    return !name.empty() && front_matter.text.find(last_name(name)) != std::string_view::npos;
  });
  if (key == keys.end()) return {};
  const FrontMatterValues values = front_matter.is_toml ? find_toml_values(front_matter.text, keys)
                                                        : find_yaml_values(front_matter.text, keys);
  if (!values.error.empty()) {
    const std::size_t at = front_matter.text.find(last_name(*key));
    return CommitRecord{"", *key, line_in_page(front_matter, at), values.error};
  }
  if (values.found.empty()) return {};
  return record_of(front_matter, keys, values.found);
}

}  // namespace

std::optional<CommitRecord> read_commit_record(std::string_view page,
                                               const std::vector<std::string>& keys) {
  if (const std::optional<FrontMatterText> front_matter = front_matter_text(page)) {
    return read_front_matter_record(*front_matter, keys);
  }
  const std::optional<CommitMention> mention = commit_in_head(page);
  if (!mention) return {};
  return CommitRecord{mention->commit, "", mention->line, ""};
}

}  // namespace l10n_drift
