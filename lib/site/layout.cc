#include "site/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "text/words.h"

namespace l10n_drift {
namespace {

// Parts that stand for any path when patterns are held against each other.
PathParts sample_parts() {
  PathParts parts;
  parts[Placeholder::kPath] = "page";
  parts[Placeholder::kLang] = "zz";
  parts[Placeholder::kName] = "page";
  parts[Placeholder::kExt] = "ext";
  parts[Placeholder::kVersion] = "1";
  return parts;
}

// The longest folder that both paths of folders lie in.
std::string common_folder(const std::string& a, const std::string& b) {
  if (a == b) return a;
  const auto ours = split(a, '/');
  const auto theirs = split(b, '/');
  std::string common;
  for (std::size_t i = 0; i < std::min(ours.size(), theirs.size()) && ours[i] == theirs[i]; ++i) {
    common += (i == 0 ? "" : "/") + std::string(ours[i]);
  }
  return common;
}

bool is_at_or_below(std::string_view folder, std::string_view other) {
  return other.empty() || folder == other || folder.starts_with(std::string(other) + '/');
}

}  // namespace

Layout::Layout(const std::vector<LayoutPatterns>& rules, std::string source_language,
               const std::string& key)
    : source_language_(std::move(source_language)) {
  assert(!rules.empty());
  for (const LayoutPatterns& patterns : rules) {
    const std::string own_key = rules.size() == 1 ? key : fmt::format("{}[{}]", key, rules_.size());
    rules_.push_back({PathPattern(patterns.source, own_key + ".source"),
                      PathPattern(patterns.translation, own_key + ".translation")});
    check(rules_.back());
    const std::string folder = rules_.back().source.folder();
    source_root_ = rules_.size() == 1 ? folder : common_folder(source_root_, folder);
  }
  find_names_of_sources();
  find_overlaps();
}

void Layout::check(const LayoutRule& rule) const {
  const auto& [source, translation, overlaps] = rule;
  if (source.has(Placeholder::kLang)) {
    source.fail("has {lang}, which belongs to layout.translation alone");
  }
  for (const Placeholder placeholder : kPlaceholders) {
    if (placeholder == Placeholder::kLang) continue;
    if (source.has(placeholder) == translation.has(placeholder)) continue;
    const PathPattern& lacking = source.has(placeholder) ? translation : source;
    lacking.fail(fmt::format("has no {}", placeholder_text(placeholder)));
  }
  if (!translation.has(Placeholder::kLang)) translation.fail("has no {lang}");
  // A folder's name is a mistake for all that is in it; files without an ending are rare.
  if (file_name(translation.text()) == "{lang}") translation.fail("has no {path}");
}

void Layout::find_names_of_sources() {
  for (const LayoutRule& rule : rules_) {
    const std::string source = rule.source.fill(sample_parts());
    for (const LayoutRule& other : rules_) {
      const auto parts = other.translation.match(source, LangNames::kCodes);
      if (parts) names_of_sources_.emplace(parts->language());
    }
  }
}

void Layout::find_overlaps() {
  for (LayoutRule& rule : rules_) {
    const std::string translation = rule.translation.fill(sample_parts());
    rule.overlaps = std::any_of(rules_.begin(), rules_.end(), [&](const LayoutRule& other) {
      return other.source.matches(translation);
    });
  }
}

std::optional<PathParts> Layout::match_translation(const LayoutRule& rule,
                                                   std::string_view path) const {
  auto parts = rule.translation.match(path, LangNames::kCodes);
  if (!parts || !is_language(rule, parts->language())) return {};
  return parts;
}

std::optional<Layout::Match> Layout::find_translation(std::string_view path) const {
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    const LayoutRule& rule = rules_[i];
    if (const auto parts = match_translation(rule, path)) {
      // What a language has below the name of another language is no page: its source would be a
      // translation itself.
      const auto fits_source = [&, source = rule.overlaps ? rule.source.fill(*parts)
                                                          : ""](const LayoutRule& other) {
        return match_translation(other, source).has_value();
      };
      if (rule.overlaps && std::any_of(rules_.begin(), rules_.end(), fits_source)) return {};
      return Match{i, *parts};
    }
    if (rule.source.matches(path)) return {};
  }
  return {};
}

bool Layout::is_source(std::string_view path) const {
  for (const LayoutRule& rule : rules_) {
    if (match_translation(rule, path)) return false;
    if (rule.source.matches(path)) return true;
  }
  return false;
}

std::optional<std::string> Layout::language_of(std::string_view path) const {
  const auto match = find_translation(path);
  if (!match) return {};
  return std::string(match->parts.language());
}

std::string Layout::translation_of(std::string_view source, std::string_view language) const {
  for (const LayoutRule& rule : rules_) {
    auto parts = rule.source.match(source, LangNames::kCodes);
    if (!parts) continue;
    (*parts)[Placeholder::kLang] = language;
    return rule.translation.fill(*parts);
  }
  assert(false);
  return {};
}

std::string Layout::source_of(std::string_view translation) const {
  const auto match = find_translation(translation);
  assert(match);
  return rules_[match->rule].source.fill(match->parts);
}

std::vector<std::string> Layout::sources_of(std::string_view translation) const {
  const auto match = find_translation(translation);
  assert(match);
  std::vector<std::string> sources = {rules_[match->rule].source.fill(match->parts)};
  for (std::size_t i = match->rule + 1; i < rules_.size(); ++i) {
    const auto parts = match_translation(rules_[i], translation);
    if (!parts || parts->language() != match->parts.language()) continue;
    std::string source = rules_[i].source.fill(*parts);
    const bool is_known = std::find(sources.begin(), sources.end(), source) != sources.end();
    if (!is_known && is_source(source)) sources.push_back(std::move(source));
  }
  return sources;
}

std::vector<std::string> Layout::folders_of(std::string_view language) const {
  std::vector<std::string> all;
  for (const LayoutRule& rule : rules_) all.push_back(rule.translation.folder_of(language));
  std::sort(all.begin(), all.end());
  std::vector<std::string> topmost;
  for (std::string& folder : all) {
    const bool is_below =
        std::any_of(topmost.begin(), topmost.end(),
                    [&](const std::string& other) { return is_at_or_below(folder, other); });
    if (!is_below) topmost.push_back(std::move(folder));
  }
  return topmost;
}

std::string Layout::place_of(std::string_view language, std::size_t rule) const {
  constexpr std::string_view kBelow = "/{path}";
  std::string place = rules_[rule].translation.with_language(language);
  if (place.ends_with(kBelow)) place.resize(place.size() - kBelow.size());
  return place;
}

std::size_t Layout::rule_of(std::string_view translation) const {
  const auto match = find_translation(translation);
  assert(match);
  return match->rule;
}

bool Layout::overlaps() const {
  return std::any_of(rules_.begin(), rules_.end(),
                     [](const LayoutRule& rule) { return rule.overlaps; });
}

bool Layout::may_be_language(std::string_view name) const {
  return is_language_code(name) && name != source_language_ && !names_of_sources_.contains(name);
}

bool Layout::is_language(const LayoutRule& rule, std::string_view name) const {
  // The pattern has made sure that it is a code.
  if (name == source_language_ || names_of_sources_.contains(name)) return false;
  // `README.min.md`: what has the form of a code is common in the names of files.
  const bool is_told = rule.overlaps || rule.translation.has_language_in_name();
  if (!is_told || languages_.contains(name)) return true;
  return !knows_all_languages_ && !others_.contains(name) && is_common_language_code(name);
}

bool Layout::is_language(std::string_view name) const {
  return is_language_code(name) &&
         std::any_of(rules_.begin(), rules_.end(),
                     [&](const LayoutRule& rule) { return is_language(rule, name); });
}

std::string Layout::name_in_place(std::string_view path) const {
  for (const LayoutRule& rule : rules_) {
    if (const auto parts = rule.translation.match(path, LangNames::kAny)) {
      return std::string(parts->language());
    }
  }
  return {};
}

Layout Layout::with_languages(const std::vector<std::string>& languages,
                              const std::vector<std::string>& others) const {
  Layout layout = *this;
  layout.languages_ = {languages.begin(), languages.end()};
  layout.others_ = {others.begin(), others.end()};
  return layout;
}

Layout Layout::with_languages_alone(const std::vector<std::string>& languages) const {
  Layout layout = with_languages(languages, {});
  layout.knows_all_languages_ = true;
  return layout;
}

}  // namespace l10n_drift
