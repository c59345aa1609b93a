#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace l10n_drift {

// What may stand for something else in a pattern of paths.
enum class Placeholder { kPath, kLang, kName, kExt, kVersion };

inline constexpr Placeholder kPlaceholders[] = {Placeholder::kPath, Placeholder::kLang,
                                                Placeholder::kName, Placeholder::kExt,
                                                Placeholder::kVersion};

// As it is written: "{path}".
std::string_view placeholder_text(Placeholder placeholder);

// What the placeholders of a pattern stand for in one path. Empty for those that it does not have.
// Views of the path.
class PathParts {
 public:
  std::string_view operator[](Placeholder placeholder) const { return parts_[index(placeholder)]; }
  std::string_view& operator[](Placeholder placeholder) { return parts_[index(placeholder)]; }
  std::string_view language() const { return (*this)[Placeholder::kLang]; }

 private:
  static std::size_t index(Placeholder placeholder) {
    return static_cast<std::size_t>(placeholder);
  }
  std::array<std::string_view, std::size(kPlaceholders)> parts_;
};

// Which names `{lang}` matches: codes of languages (language_code.h), or whatever stands there.
enum class LangNames { kCodes, kAny };

// A pattern of paths, such as "content/{path}.{lang}.md". What a placeholder stands for is never
// empty, and as long as it can be, those on the left first:
//
//     {path}     one or more components, or the begin or end of them
//     {lang}     the code of a language
//     {name}     a part of a component
//     {ext}      a part of a component without dots
//     {version}  a part of a component that begins with a digit, or with `v` and a digit
class PathPattern {
 public:
  // Throws Error where the pattern is impossible: an empty, "." or ".." component, an unknown
  // placeholder, one that stands twice, two with nothing in between. `key` is what the message
  // calls the pattern: "layout.source 'a//{path}' has an empty component".
  PathPattern(std::string_view text, std::string key);

  const std::string& text() const { return text_; }
  bool has(Placeholder placeholder) const;

  std::optional<PathParts> match(std::string_view path, LangNames names) const;
  bool matches(std::string_view path) const { return match(path, LangNames::kCodes).has_value(); }

  // The path with these parts.
  std::string fill(const PathParts& parts) const;

  // The text with `language` in the place of `{lang}`: "content/{path}.ko.md".
  std::string with_language(std::string_view language) const;

  // The folder that holds all files that match, or those of a language: the longest that no
  // placeholder is a part of. Empty for the root.
  std::string folder() const { return literal_folder(text_); }
  std::string folder_of(std::string_view language) const {
    return literal_folder(with_language(language));
  }

  // Whether `{lang}` is a component of its own and only `{path}` and plain components come behind
  // it: then a language is a folder.
  bool has_language_folders() const { return has_language_folders_; }

  // Whether `{lang}` is in the last component: then a language is a part of a file's name.
  bool has_language_in_name() const { return has_language_in_name_; }

  // The error that names this pattern.
  [[noreturn]] void fail(const std::string& what) const;

 private:
  struct Piece {
    std::optional<Placeholder> placeholder;  // Nothing: the text itself.
    std::string text;
    bool is_component = false;  // Alone between slashes.
  };

  static std::string literal_folder(std::string_view text);
  void parse();
  void add_component(std::string_view component, bool is_first);
  void add_text(std::string_view text);
  void add_placeholder(Placeholder placeholder, bool is_component);
  bool match_from(std::size_t piece, std::size_t begin, std::string_view path, LangNames names,
                  PathParts& parts) const;

  std::string text_;
  std::string key_;
  std::vector<Piece> pieces_;  // No two texts and no two placeholders follow each other.
  bool has_language_folders_ = false;
  bool has_language_in_name_ = false;
};

}  // namespace l10n_drift
