#include "site/milestone.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "l10n_drift/error.h"
#include "site/layout.h"
#include "text/ascii.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// The numbers of a version; nothing if `text` is none.
std::vector<std::string> parse_version(std::string_view text) {
  const std::vector<std::string_view> components = split(text, '.');
  if (!std::all_of(components.begin(), components.end(), is_number)) return {};
  return {components.begin(), components.end()};
}

// Digit strings of any length as numbers; they need not fit an integer type.
std::strong_ordering compare_numbers(std::string_view a, std::string_view b) {
  a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
  b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
  if (a.size() != b.size()) return a.size() <=> b.size();
  return a.compare(b) <=> 0;
}

[[noreturn]] void fail(std::string_view pattern, const std::string& what) {
  throw Error(fmt::format("milestone pattern {} {}", in_quotes(pattern), what));
}

}  // namespace

std::strong_ordering compare_order(const Milestone& a, const Milestone& b) {
  const std::size_t common = std::min(a.version.size(), b.version.size());
  for (std::size_t i = 0; i < common; ++i) {
    const auto order = compare_numbers(a.version[i], b.version[i]);
    if (order != 0) return order;
  }
  if (a.version.size() != b.version.size()) return a.version.size() <=> b.version.size();
  if (a.number && b.number) return compare_numbers(*a.number, *b.number);
  return a.number.has_value() <=> b.number.has_value();
}

MilestonePattern::MilestonePattern(std::string_view pattern) {
  for (std::string_view rest = pattern; !rest.empty();) {
    const std::size_t open = rest.find_first_of("{}");
    if (open > 0) parts_.push_back({Part::Kind::kLiteral, std::string(rest.substr(0, open))});
    if (open == rest.npos) break;
    const std::size_t close = rest.find('}', open);
    if (rest[open] == '}' || close == rest.npos) {
      fail(pattern, fmt::format("has a '{}' of its own", rest[open]));
    }
    const std::string_view placeholder = rest.substr(open, close + 1 - open);
    const std::optional<Part::Kind> kind = kind_of(placeholder);
    if (!kind) fail(pattern, fmt::format("has the unknown placeholder {}", in_quotes(placeholder)));
    if (has(*kind)) fail(pattern, fmt::format("has {} twice", placeholder));
    parts_.push_back({*kind, {}});
    rest.remove_prefix(close + 1);
  }
  if (!has(Part::Kind::kLanguage)) fail(pattern, "has no {lang}");
}

std::optional<MilestonePattern::Part::Kind> MilestonePattern::kind_of(
    std::string_view placeholder) {
  if (placeholder == "{version}") return Part::Kind::kVersion;
  if (placeholder == "{lang}") return Part::Kind::kLanguage;
  if (placeholder == "{number}") return Part::Kind::kNumber;
  return std::nullopt;
}

bool MilestonePattern::has(Part::Kind kind) const {
  return std::any_of(parts_.begin(), parts_.end(),
                     [kind](const Part& part) { return part.kind == kind; });
}

bool MilestonePattern::assign(Part::Kind kind, std::string_view text, Milestone& milestone) {
  switch (kind) {
    case Part::Kind::kVersion:
      milestone.version = parse_version(text);
      return !milestone.version.empty();
    case Part::Kind::kLanguage:
      if (!is_language_code(text)) return false;
      milestone.language = text;
      return true;
    case Part::Kind::kNumber:
      if (!is_number(text)) return false;
      milestone.number = text;
      return true;
    case Part::Kind::kLiteral:
      break;
  }
  return false;
}

bool MilestonePattern::match_from(std::size_t index, std::string_view text,
                                  Milestone& milestone) const {
  if (index == parts_.size()) return text.empty();
  const Part& part = parts_[index];
  if (part.kind == Part::Kind::kLiteral) {
    if (!text.starts_with(part.literal)) return false;
    return match_from(index + 1, text.substr(part.literal.size()), milestone);
  }
  // The longest text first, so that `{lang}` takes all of "pt-br" where `-{number}` may follow. No
  // placeholder stands twice, hence at most three are nested, and backtracking stays cheap.
  for (std::size_t length = text.size(); length > 0; --length) {
    // A field that is left over from an attempt that failed later on is written again by the one
    // that succeeds.
    if (assign(part.kind, text.substr(0, length), milestone) &&
        match_from(index + 1, text.substr(length), milestone)) {
      return true;
    }
  }
  return false;
}

std::optional<Milestone> MilestonePattern::match(std::string_view branch,
                                                 const std::vector<std::string>& remotes) const {
  Milestone milestone;
  milestone.branch = branch;
  if (match_from(0, branch, milestone)) return milestone;
  // Placeholders match no '/', so the pattern fixes how many of them are left: whatever the order,
  // at most one remote's name fits, and where names are nested it is the longest that can.
  for (const std::string& remote : remotes) {
    std::string_view rest = branch;
    if (!rest.starts_with(remote)) continue;
    rest.remove_prefix(remote.size());
    if (!rest.starts_with('/')) continue;
    if (match_from(0, rest.substr(1), milestone)) return milestone;
  }
  return std::nullopt;
}

std::optional<Milestone> parse_milestone(const std::vector<MilestonePattern>& patterns,
                                         std::string_view branch,
                                         const std::vector<std::string>& remotes) {
  for (const MilestonePattern& pattern : patterns) {
    if (auto milestone = pattern.match(branch, remotes)) return milestone;
  }
  return std::nullopt;
}

}  // namespace l10n_drift
