#include "site/path_pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "l10n_drift/error.h"
#include "site/language_code.h"
#include "text/ascii.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

constexpr bool is_digit_of_version(char c) { return c >= '0' && c <= '9'; }

// "1.2", "v3", "2.0.0-rc.1", "2.x".
bool is_version(std::string_view text) {
  if (text.starts_with('v')) text.remove_prefix(1);
  if (text.empty() || !is_digit_of_version(text[0])) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return is_alphanumeric(c) || c == '.' || c == '-' || c == '_' || c == '+';
  });
}

// Whether a placeholder may stand for `value`, which has a '/' only if it is `{path}`.
bool may_be(Placeholder placeholder, std::string_view value, LangNames names) {
  if (value.empty()) return false;
  switch (placeholder) {
    case Placeholder::kPath:
      return value.front() != '/' && value.back() != '/';
    case Placeholder::kLang:
      return names == LangNames::kAny || is_language_code(value);
    case Placeholder::kName:
      return true;
    case Placeholder::kExt:
      return value.find('.') == value.npos;
    case Placeholder::kVersion:
      return is_version(value);
  }
  return false;
}

std::optional<Placeholder> find_placeholder(std::string_view text) {
  for (const Placeholder placeholder : kPlaceholders) {
    if (placeholder_text(placeholder) == text) return placeholder;
  }
  return {};
}

}  // namespace

std::string_view placeholder_text(Placeholder placeholder) {
  switch (placeholder) {
    case Placeholder::kPath:
      return "{path}";
    case Placeholder::kLang:
      return "{lang}";
    case Placeholder::kName:
      return "{name}";
    case Placeholder::kExt:
      return "{ext}";
    case Placeholder::kVersion:
      return "{version}";
  }
  return {};
}

PathPattern::PathPattern(std::string_view text, std::string key)
    : text_(text), key_(std::move(key)) {
  parse();
}

void PathPattern::fail(const std::string& what) const {
  throw Error(fmt::format("{} {} {}", key_, in_quotes(text_), what));
}

void PathPattern::parse() {
  const std::vector<std::string_view> components = split(text_, '/');
  bool is_first = true;
  for (const std::string_view component : components) {
    add_component(component, std::exchange(is_first, false));
  }
  const auto language = std::find(components.begin(), components.end(), "{lang}");
  has_language_folders_ =
      language != components.end() && components.back() == "{path}" &&
      std::all_of(components.begin(), components.end() - 1, [](std::string_view component) {
        return component == "{lang}" || component.find('{') == component.npos;
      });
  has_language_in_name_ = components.back().find("{lang}") != std::string_view::npos;
}

void PathPattern::add_component(std::string_view component, bool is_first) {
  if (component.empty()) fail("has an empty component");
  if (component == "." || component == "..") fail(fmt::format("has the component '{}'", component));
  if (!is_first) add_text("/");
  const std::string_view whole = component;
  while (!component.empty()) {
    const std::size_t open = std::min(component.find_first_of("{}"), component.size());
    if (open > 0) add_text(component.substr(0, open));
    component.remove_prefix(open);
    if (component.empty()) return;
    const std::size_t close = component.find('}');
    if (component[0] == '}' || close == component.npos) {
      fail(fmt::format("has a '{}' of its own", component[0]));
    }
    const std::string_view name = component.substr(0, close + 1);
    const auto placeholder = find_placeholder(name);
    if (!placeholder) fail(fmt::format("has the unknown placeholder {}", in_quotes(name)));
    add_placeholder(*placeholder, name == whole);
    component.remove_prefix(close + 1);
  }
}

void PathPattern::add_text(std::string_view text) {
  if (pieces_.empty() || pieces_.back().placeholder) pieces_.emplace_back();
  pieces_.back().text += text;
}

void PathPattern::add_placeholder(Placeholder placeholder, bool is_component) {
  if (has(placeholder)) fail(fmt::format("has {} twice", placeholder_text(placeholder)));
  if (!pieces_.empty() && pieces_.back().placeholder) {
    fail(fmt::format("has {} and {} with nothing in between",
                     placeholder_text(*pieces_.back().placeholder), placeholder_text(placeholder)));
  }
  pieces_.push_back({placeholder, {}, is_component});
}

bool PathPattern::has(Placeholder placeholder) const {
  return std::any_of(pieces_.begin(), pieces_.end(),
                     [&](const Piece& piece) { return piece.placeholder == placeholder; });
}

std::optional<PathParts> PathPattern::match(std::string_view path, LangNames names) const {
  if (!pieces_.back().placeholder && !path.ends_with(pieces_.back().text)) return {};
  PathParts parts;
  if (!match_from(0, 0, path, names, parts)) return {};
  return parts;
}

bool PathPattern::match_from(std::size_t piece, std::size_t begin, std::string_view path,
                             LangNames names, PathParts& parts) const {
  if (piece == pieces_.size()) return begin == path.size();
  const Piece& here = pieces_[piece];
  if (!here.placeholder) {
    if (path.substr(begin, here.text.size()) != here.text) return false;
    return match_from(piece + 1, begin + here.text.size(), path, names, parts);
  }
  const Placeholder placeholder = *here.placeholder;
  const auto try_end = [&](std::size_t end) {
    const std::string_view value = path.substr(begin, end - begin);
    if (!may_be(placeholder, value, names)) return false;
    parts[placeholder] = value;
    return match_from(piece + 1, end, path, names, parts);
  };
  std::size_t limit = path.size();
  if (placeholder != Placeholder::kPath) limit = std::min(path.find('/', begin), limit);
  if (piece + 1 == pieces_.size()) return limit == path.size() && try_end(limit);
  // A text comes next: the ends are where it stands, the last one first.
  const std::string& next = pieces_[piece + 1].text;
  for (std::size_t end = path.rfind(next, limit); end != path.npos && end > begin;
       end = path.rfind(next, end - 1)) {
    if (try_end(end)) return true;
  }
  return false;
}

std::string PathPattern::fill(const PathParts& parts) const {
  std::string path;
  for (const Piece& piece : pieces_) {
    path += piece.placeholder ? parts[*piece.placeholder] : std::string_view(piece.text);
  }
  return path;
}

std::string PathPattern::with_language(std::string_view language) const {
  std::string path;
  for (const Piece& piece : pieces_) {
    if (!piece.placeholder) {
      path += piece.text;
    } else {
      path +=
          piece.placeholder == Placeholder::kLang ? language : placeholder_text(*piece.placeholder);
    }
  }
  return path;
}

std::string PathPattern::literal_folder(std::string_view text) {
  const std::size_t end = text.substr(0, text.find('{')).rfind('/');
  return std::string(end == text.npos ? "" : text.substr(0, end));
}

}  // namespace l10n_drift
