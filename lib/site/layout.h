#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "site/language_code.h"
#include "site/path_pattern.h"

namespace l10n_drift {

// Where a site keeps sources, and where their translations: one entry of a layout.
struct LayoutPatterns {
  std::string source;
  std::string translation;
  bool operator==(const LayoutPatterns&) const = default;
};

// The same as patterns.
struct LayoutRule {
  PathPattern source;
  PathPattern translation;
  bool overlaps = false;  // Whether a translation's path may be that of a source of the layout.
};

// A layout maps the path of a source to that of its translation and back. It is a list of rules,
// each of two patterns (path_pattern.h):
//
//     source       content/en/{path}     README.md             i18n/en.toml
//     translation  content/{lang}/{path} docs/README.{lang}.md i18n/{lang}.toml
//
// Both have the same placeholders, and the translation's has `{lang}`, which is never the source
// language, nor what the source's pattern names in its place (`en-us` of `content/en-us/{path}`).
// A page belongs to the first rule that fits it, as a translation or else as a source.
//
// Patterns may overlap: `docs/{path}` and `docs/{lang}/{path}`, `{path}.md` and `{path}.{lang}.md`.
// Then `docs/api/a.md` is a source or a translation, and its path does not tell which. A layout of
// that kind is told what names are languages, once, for all trees that it is asked about. Of a name
// that nobody told it about, as only old trees have it, the code decides: a common one is a
// language's.
class Layout {
 public:
  // Throws Error where a pattern is impossible (PathPattern), where one has a placeholder that the
  // other lacks, no `{lang}` in the translation's or one in the source's. The message names the
  // pattern as a configuration does: "layout.translation 'content/{path}' has no {lang}", or
  // "layout[1].translation ..." where there are several rules.
  // `key` is that of a single rule.
  Layout(const std::vector<LayoutPatterns>& rules, std::string source_language,
         const std::string& key = "layout");

  // The layout of one rule.
  Layout(std::string source_pattern, std::string translation_pattern, std::string source_language)
      : Layout({{std::move(source_pattern), std::move(translation_pattern)}},
               std::move(source_language)) {}

  bool is_translation(std::string_view path) const { return find_translation(path).has_value(); }
  bool is_source(std::string_view path) const;

  // The language of a translation; nothing if `path` is none.
  std::optional<std::string> language_of(std::string_view path) const;

  // The pair of a source in `language`. `source` must be a source.
  std::string translation_of(std::string_view source, std::string_view language) const;

  // The pair of a translation. `translation` must be a translation.
  std::string source_of(std::string_view translation) const;

  // The same and then, without duplicates, those of later rules that fit it, too: `a.md` behind
  // `a.en.md`. Which of them is its source, the tree tells.
  std::vector<std::string> sources_of(std::string_view translation) const;

  // The folder of all sources without a final '/', "content/en"; empty for the root of the tree.
  const std::string& source_root() const { return source_root_; }

  // The folders that hold all translations of a language; none is below another.
  std::vector<std::string> folders_of(std::string_view language) const;

  // Where its translations are, for people, by the first rule or by that of the index: the folder,
  // "content/ko", or the pattern, "content/{path}.ko.md", if it has none.
  std::string place_of(std::string_view language, std::size_t rule = 0) const;

  // The index of the rule that a translation belongs to.
  std::size_t rule_of(std::string_view translation) const;

  const std::string& source_language() const { return source_language_; }

  const std::vector<LayoutRule>& rules() const { return rules_; }

  // ---- Which names are languages ----

  // Whether translations lie among the sources, so that it has to be told. If not, each name in
  // the place of `{lang}` that may be a language is one; in a file's name, if its code is common
  // or the layout is told so.
  bool overlaps() const;

  // Whether a name has what a language's needs: a code, and not that of the sources.
  bool may_be_language(std::string_view name) const;

  // Whether it is one, as far as the layout knows.
  bool is_language(std::string_view name) const;

  // What a path has in the place of `{lang}`, whatever it is; empty if it has nothing there.
  std::string name_in_place(std::string_view path) const;

  // The layout that knows what these names are.
  Layout with_languages(const std::vector<std::string>& languages,
                        const std::vector<std::string>& others) const;

  // The same if there are no other languages, and never were.
  Layout with_languages_alone(const std::vector<std::string>& languages) const;

 private:
  // The rule that a translation belongs to, and its parts.
  struct Match {
    std::size_t rule;
    PathParts parts;
  };
  std::optional<Match> find_translation(std::string_view path) const;
  // As a translation of this rule, whatever its source is.
  std::optional<PathParts> match_translation(const LayoutRule& rule, std::string_view path) const;
  bool is_language(const LayoutRule& rule, std::string_view name) const;
  void check(const LayoutRule& rule) const;
  void find_names_of_sources();
  void find_overlaps();

  std::vector<LayoutRule> rules_;
  std::string source_root_;
  std::string source_language_;
  // What `{lang}` would match in the patterns of sources.
  std::set<std::string, std::less<>> names_of_sources_;
  // Of a layout that overlaps:
  std::set<std::string, std::less<>> languages_;
  std::set<std::string, std::less<>> others_;
  bool knows_all_languages_ = false;
};

}  // namespace l10n_drift
