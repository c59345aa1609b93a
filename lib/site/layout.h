#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "site/language_code.h"

namespace l10n_drift {

// Where a translation lies: its language (the folder's name) and the rest of the path.
struct TranslationPath {
  std::string language;
  std::string rest;
  bool operator==(const TranslationPath&) const = default;
};

// A layout maps the path of a source to that of its translation and back. It is made of two
// patterns:
//
//     source       content/en/{path}
//     translation  content/{lang}/{path}
//
// `{path}` ends both, after a '/' or alone, and stands for one or more components. `{lang}` is a
// whole component of the translation's pattern and matches a language code (language_code.h), but
// never the source language, nor the folder that the source's pattern names in its place (`en-us`
// of `content/en-us/{path}`).
//
// The patterns may overlap: `docs/{path}` and `docs/{lang}/{path}`. Then `docs/api/a.md` is a
// source or a translation, and its path does not tell which. A layout of that kind is told what
// folders are languages, once, for all trees that it is asked about. Of a folder that nobody told
// it about, as only old trees have it, the code decides: a common one is a language's.
class Layout {
 public:
  // Throws Error where a pattern is impossible: no `{path}` at its end, no `{lang}` or two in the
  // translation's or one in the source's, an unknown placeholder, an empty, "." or ".." component.
  // The message names the pattern as a configuration does: "layout.translation 'content/{path}'
  // has no {lang}".
  Layout(std::string_view source_pattern, std::string_view translation_pattern,
         std::string source_language);

  // Nothing if `path` is no translation.
  std::optional<TranslationPath> match_translation(std::string_view path) const;

  // The rest of the path after the source's folder; nothing if `path` is no source.
  std::optional<std::string> match_source(std::string_view path) const;

  // The pair of a source in `language`. `source` must be a source.
  std::string translation_of(std::string_view source, std::string_view language) const;

  // The pair of a translation. `translation` must be a translation.
  std::string source_of(std::string_view translation) const;

  // The source with this rest, as match_translation and match_source give it.
  std::string source_at(std::string_view rest) const;

  // The folder of the sources without a final '/', "content/en"; empty for the root of the tree.
  const std::string& source_root() const { return source_root_; }

  // The folder that holds all languages, "content"; empty for the root of the tree.
  const std::string& translations_root() const { return translations_root_; }

  // Whether a folder, given with a '/' at its end, may hold translations or folders that do:
  // "content/", "content/ko/", "content/ko/docs/", but neither "static/" nor "content/en/".
  bool may_hold_translations(std::string_view folder) const;

  // The folder of one language's translations, "content/ko".
  std::string language_root(std::string_view language) const;

  const std::string& source_language() const { return source_language_; }

  // ---- Which folders are languages ----

  // Whether translations lie among the sources, so that it has to be told. If not, each folder in
  // the place of `{lang}` that may be a language is one.
  bool overlaps() const { return overlaps_; }

  // Whether the name of a folder has what a language's needs: a code, and not that of the sources.
  bool may_be_language(std::string_view folder) const;

  // The folder that a path has in the place of `{lang}`, whatever its name is; empty if it has
  // none.
  std::string place_of_language(std::string_view path) const;

  // The layout that knows what these folders are.
  Layout with_languages(const std::vector<std::string>& languages,
                        const std::vector<std::string>& source_folders) const;

  // The same if there are no other languages, and never were.
  Layout with_languages_alone(const std::vector<std::string>& languages) const;

 private:
  bool is_language(std::string_view folder) const;
  // As match_translation, but without asking what the source would be.
  std::optional<TranslationPath> in_language_folder(std::string_view path) const;

  std::string source_root_;
  std::string translations_root_;
  std::string after_language_;  // Between `{lang}` and `{path}`: "" or "docs/current".
  std::string source_language_;
  std::string source_folder_;  // What `{lang}` would match in the source's pattern; or empty.
  bool overlaps_ = false;
  // Of a layout that overlaps:
  std::set<std::string, std::less<>> languages_;
  std::set<std::string, std::less<>> source_folders_;
  bool knows_all_languages_ = false;
};

}  // namespace l10n_drift
