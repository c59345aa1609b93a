#include "site/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstddef>

#include "l10n_drift/error.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

constexpr std::string_view kPath = "{path}";
constexpr std::string_view kLang = "{lang}";

// One of the two patterns while it is checked; `key` is what an error calls it.
struct Pattern {
  const char* key;
  std::string_view text;
};

[[noreturn]] void fail(const Pattern& pattern, const std::string& what) {
  throw Error(fmt::format("{} {} {}", pattern.key, in_quotes(pattern.text), what));
}

std::string join(std::string_view folder, std::string_view rest) {
  if (folder.empty() || rest.empty()) return fmt::format("{}{}", folder, rest);
  return fmt::format("{}/{}", folder, rest);
}

// What stands in `path` below `folder`, which is empty for the root; nothing if it is not below.
std::optional<std::string_view> below(std::string_view folder, std::string_view path) {
  if (!folder.empty()) {
    if (!path.starts_with(folder)) return std::nullopt;
    path.remove_prefix(folder.size());
    if (!path.starts_with('/')) return std::nullopt;
    path.remove_prefix(1);
  }
  if (path.empty()) return std::nullopt;
  return path;
}

void check_literal(const Pattern& pattern, std::string_view component) {
  if (component.empty()) fail(pattern, "has an empty component");
  if (component == "." || component == "..") {
    fail(pattern, fmt::format("has the component '{}'", component));
  }
  for (const std::string_view placeholder : {kPath, kLang}) {
    if (component.find(placeholder) == component.npos) continue;
    fail(pattern, fmt::format("has {} as a part of a component, not as a whole one", placeholder));
  }
  const std::size_t open = component.find_first_of("{}");
  if (open == component.npos) return;
  const std::size_t close = component.find('}', open);
  if (component[open] == '}' || close == component.npos) {
    fail(pattern, fmt::format("has a '{}' of its own", component[open]));
  }
  fail(pattern, fmt::format("has the unknown placeholder {}",
                            in_quotes(component.substr(open, close + 1 - open))));
}

// The components of a pattern before its final `{path}`.
std::vector<std::string_view> folders_of(const Pattern& pattern) {
  std::vector<std::string_view> components = split(pattern.text, '/');
  for (const std::string_view component : components) {
    if (component != kPath && component != kLang) check_literal(pattern, component);
  }
  const auto paths = std::count(components.begin(), components.end(), kPath);
  if (paths == 0) fail(pattern, "has no {path}");
  if (paths > 1) fail(pattern, "has {path} twice");
  if (components.back() != kPath) fail(pattern, "does not end in {path}");
  components.pop_back();
  return components;
}

template <typename Iterator>
std::string join_all(Iterator begin, Iterator end) {
  std::string joined;
  for (; begin != end; ++begin) joined = join(joined, *begin);
  return joined;
}

}  // namespace

Layout::Layout(std::string_view source_pattern, std::string_view translation_pattern,
               std::string source_language)
    : source_language_(std::move(source_language)) {
  const Pattern source{"layout.source", source_pattern};
  const auto source_folders = folders_of(source);
  if (std::count(source_folders.begin(), source_folders.end(), kLang) > 0) {
    fail(source, "has {lang}, which belongs to layout.translation alone");
  }
  source_root_ = join_all(source_folders.begin(), source_folders.end());

  const Pattern translation{"layout.translation", translation_pattern};
  const auto folders = folders_of(translation);
  const auto languages = std::count(folders.begin(), folders.end(), kLang);
  if (languages == 0) fail(translation, "has no {lang}");
  if (languages > 1) fail(translation, "has {lang} twice");
  const auto language = std::find(folders.begin(), folders.end(), kLang);
  translations_root_ = join_all(folders.begin(), language);
  after_language_ = join_all(language + 1, folders.end());

  if (const auto own = match_translation(source_pattern)) source_folder_ = own->language;
  overlaps_ = below(source_root_, join(translations_root_, kLang)).has_value();
}

std::optional<TranslationPath> Layout::match_translation(std::string_view path) const {
  auto match = in_language_folder(path);
  // What a language's folder has below the name of another language is no page: its source would be
  // a translation itself.
  if (!match || (overlaps_ && in_language_folder(source_at(match->rest)))) return {};
  return match;
}

std::optional<TranslationPath> Layout::in_language_folder(std::string_view path) const {
  const auto from_language = below(translations_root_, path);
  if (!from_language) return std::nullopt;
  const std::string_view language = from_language->substr(0, from_language->find('/'));
  if (!is_language(language)) return std::nullopt;
  const auto from_path = below(language, *from_language);
  if (!from_path) return std::nullopt;
  const auto rest = below(after_language_, *from_path);
  if (!rest) return std::nullopt;
  return TranslationPath{std::string(language), std::string(*rest)};
}

bool Layout::may_be_language(std::string_view folder) const {
  return is_language_code(folder) && folder != source_language_ && folder != source_folder_;
}

bool Layout::is_language(std::string_view folder) const {
  if (!may_be_language(folder)) return false;
  if (!overlaps_ || languages_.contains(folder)) return true;
  return !knows_all_languages_ && !source_folders_.contains(folder) &&
         is_common_language_code(folder);
}

std::string Layout::place_of_language(std::string_view path) const {
  const auto from_language = below(translations_root_, path);
  if (!from_language) return {};
  const std::size_t end = from_language->find('/');
  if (end == from_language->npos) return {};
  return std::string(from_language->substr(0, end));
}

Layout Layout::with_languages(const std::vector<std::string>& languages,
                              const std::vector<std::string>& source_folders) const {
  Layout layout = *this;
  layout.languages_ = {languages.begin(), languages.end()};
  layout.source_folders_ = {source_folders.begin(), source_folders.end()};
  return layout;
}

Layout Layout::with_languages_alone(const std::vector<std::string>& languages) const {
  Layout layout = with_languages(languages, {});
  layout.knows_all_languages_ = true;
  return layout;
}

std::optional<std::string> Layout::match_source(std::string_view path) const {
  const auto rest = below(source_root_, path);
  if (!rest || in_language_folder(path)) return std::nullopt;
  return std::string(*rest);
}

std::string Layout::translation_of(std::string_view source, std::string_view language) const {
  const auto rest = match_source(source);
  assert(rest);
  return join(language_root(language), *rest);
}

std::string Layout::source_of(std::string_view translation) const {
  const auto match = match_translation(translation);
  assert(match);
  return source_at(match->rest);
}

std::string Layout::source_at(std::string_view rest) const { return join(source_root_, rest); }

bool Layout::may_hold_translations(std::string_view folder) const {
  const std::string root = translations_root_.empty() ? "" : translations_root_ + '/';
  if (folder.size() <= root.size()) return root.starts_with(folder);
  if (!folder.starts_with(root)) return false;
  const std::string_view from_language = folder.substr(root.size());
  return is_language(from_language.substr(0, from_language.find('/')));
}

std::string Layout::language_root(std::string_view language) const {
  return join(join(translations_root_, language), after_language_);
}

}  // namespace l10n_drift
