#include "markdown/draft.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>

#include "text/ascii.h"

namespace l10n_drift {
namespace {

constexpr char kKey[] = "draft";

// The value behind the key on its line, without quotes and without a comment.
std::string value_of(const Block& key) {
  std::string_view value = key.source;
  value = value.substr(0, value.find('\n'));
  value.remove_prefix(std::min(value.find_first_of(":="), value.size()));
  value = value.substr(0, value.find('#'));
  const std::size_t first = value.find_first_not_of(":= \t\"'");
  if (first == value.npos) return "";
  value = value.substr(first, value.find_last_not_of(" \t\"'") + 1 - first);
  return to_lower(value);
}

bool keys_say_draft(const PageBlocks& blocks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    // What follows a table of TOML belongs to that.
    if (block.kind != BlockKind::kFrontMatter || block.name.starts_with('[')) return false;
    if (to_lower(block.name) == kKey) return value_of(block) == "true";
  }
  return false;
}

// JSON is an object at the head of the page, and the text follows it.
bool json_says_draft(const std::string& text) {
  if (!text.starts_with('{') || text.starts_with("{{")) return false;
  std::istringstream stream(text);
  nlohmann::json head;
  try {
    stream >> head;
  } catch (const nlohmann::json::parse_error&) {
    return false;  // It is text that begins with a brace.
  }
  for (const auto& [key, value] : head.items()) {
    if (to_lower(key) == kKey) return value == true || value == "true";
  }
  return false;
}

}  // namespace

bool is_draft(const ParsedPage& page) {
  return keys_say_draft(page.blocks) || json_says_draft(page.text);
}

}  // namespace l10n_drift
