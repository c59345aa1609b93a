// Which presets fit
// =================
//
// A preset fits where translations have sources: pairs are counted, and the most win. What stands
// in the place of `{lang}` counts if its code is common (or the configuration has it), so that
// `pages.min/` and `README.api.md` say nothing.
//
// A site may be in any folder. To try them all would take long, so the paths of pages that have a
// language's code somewhere tell where to look: below each folder on the way, each pattern that
// fits is a candidate. Pages of one folder fit the same patterns, unless the code is in their
// names, and so only one of them is tried. There are a handful of candidates then, and all pages
// are counted for each.
//
// Where translations lie among the sources, `src/README.md` and `src/is/README.md` would make a
// site of any repository: there a pair of other pages is needed. Whether the folders are languages
// is looked into more closely later (language_folders.cc).

#include "plan/preset_search.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "site/page_name.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// Folders that a path lies in, "" among them, the topmost first.
std::vector<std::string_view> folders_on_the_way(std::string_view path) {
  std::vector<std::string_view> folders = {""};
  for (std::size_t end = path.find('/'); end != path.npos; end = path.find('/', end + 1)) {
    folders.push_back(path.substr(0, end));
  }
  return folders;
}

std::string_view below(std::string_view folder, std::string_view path) {
  return folder.empty() ? path : path.substr(folder.size() + 1);
}

class PresetSearch {
 public:
  PresetSearch(const std::vector<std::string>& sources,
               const std::vector<std::string>& translations, const PresetQuery& query)
      : query_(query), presets_(make_presets(query.source_language)), translations_(translations) {
    for (const std::string& source : sources) {
      if (is_prose(source)) sources_.insert(source);
    }
    for (std::size_t preset = 0; preset < presets_.size(); ++preset) {
      if (query.preset && presets_[preset].name != *query.preset) continue;
      for (std::size_t variant = 0; variant < presets_[preset].variants.size(); ++variant) {
        for (const LayoutPatterns& rule : presets_[preset].variants[variant]) {
          patterns_.push_back({preset, variant, PathPattern(rule.translation, "layout")});
        }
      }
    }
  }

  std::vector<PresetFit> find() {
    std::string_view folder;
    bool is_folder_told = false;
    for (const std::string& path : translations_) {
      const std::string_view name = file_name(path);
      const std::string_view own = std::string_view(path).substr(0, path.size() - name.size());
      if (own != folder) {
        folder = own;
        is_folder_told = false;
      }
      const bool is_in_name = has_code(name, "._-");
      if (!is_in_name && (is_folder_told || !has_code(folder, "/."))) continue;
      if (!is_prose(path)) continue;
      if (!is_in_name) is_folder_told = true;
      look_at(path);
    }
    return ranked();
  }

 private:
  struct Pattern {
    std::size_t preset;
    std::size_t variant;
    PathPattern translation;
  };
  // In the order in which one of several with the same pairs is chosen.
  using Candidate = std::tuple<std::size_t, std::size_t, std::string, std::size_t>;

  bool is_wanted(std::string_view code) const {
    if (code == query_.source_language) return false;
    const auto& wanted = query_.languages;
    if (wanted.empty()) return is_common_language_code(code);
    return std::find(wanted.begin(), wanted.end(), code) != wanted.end();
  }

  // Whether a part of the text, between these characters, begins like a code that counts.
  bool has_code(std::string_view text, std::string_view separators) const {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find_first_of(separators), text.size());
      std::string_view part = text.substr(0, end);
      if (part.size() >= 2 && is_language_code(part) && may_begin_code(part)) return true;
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
  }

  // `zh` may begin `zh_CN`.
  bool may_begin_code(std::string_view part) const {
    if (is_wanted(part)) return true;
    return std::any_of(query_.languages.begin(), query_.languages.end(),
                       [&](const std::string& code) { return code.starts_with(part); });
  }

  void look_at(const std::string& path) {
    for (const std::string_view folder : folders_on_the_way(path)) {
      if (query_.below && folder != *query_.below) continue;
      // A brace in its name would be a placeholder.
      if (folder.find_first_of("{}") != folder.npos) break;
      for (const Pattern& pattern : patterns_) {
        const auto parts = pattern.translation.match(below(folder, path), LangNames::kCodes);
        if (!parts || !is_wanted(parts->language())) continue;
        candidates_.emplace(pattern.preset, folder.size(), std::string(folder), pattern.variant);
      }
    }
  }

  std::vector<PresetFit> ranked() const {
    std::vector<PresetFit> fits;
    for (const auto& [preset, length, folder, variant] : candidates_) {
      auto rules = rules_below(presets_[preset].variants[variant], folder);
      if (!rules) continue;
      const Layout layout(*rules, query_.source_language);
      PresetFit fit{presets_[preset].name, folder, *std::move(rules), pairs_of(layout)};
      const bool is_new = std::none_of(fits.begin(), fits.end(), [&](const PresetFit& other) {
        return other.pairs == fit.pairs;
      });
      if (is_new && is_enough(layout, fit)) fits.push_back(std::move(fit));
    }
    const auto rank = [](const PresetFit& fit) {
      return std::tuple(!is_for_sites(fit.preset), -static_cast<std::ptrdiff_t>(fit.pairs.size()));
    };
    std::stable_sort(fits.begin(), fits.end(),
                     [&](const PresetFit& a, const PresetFit& b) { return rank(a) < rank(b); });
    return fits;
  }

  std::vector<std::pair<std::string_view, std::string_view>> pairs_of(const Layout& layout) const {
    const Layout told =
        query_.languages.empty() ? layout : layout.with_languages_alone(query_.languages);
    std::vector<std::pair<std::string_view, std::string_view>> pairs;
    for (const std::string& path : translations_) {
      const auto language = told.language_of(path);
      if (!language || !is_wanted(*language) || !is_prose(path)) continue;
      for (const std::string& source : told.sources_of(path)) {
        const auto found = sources_.find(source);
        if (found == sources_.end()) continue;
        pairs.emplace_back(path, *found);
        break;
      }
    }
    return pairs;
  }

  static bool is_enough(const Layout& layout, const PresetFit& fit) {
    return std::any_of(fit.pairs.begin(), fit.pairs.end(), [&](const auto& pair) {
      return !layout.overlaps() || !is_index_page(pair.second);
    });
  }

  const PresetQuery& query_;
  std::vector<Preset> presets_;
  const std::vector<std::string>& translations_;
  std::set<std::string_view> sources_;
  std::vector<Pattern> patterns_;
  std::set<Candidate> candidates_;
};

}  // namespace

bool is_for_sites(const std::string& preset) { return preset != "readme"; }

std::vector<PresetFit> find_presets(const std::vector<std::string>& sources,
                                    const std::vector<std::string>& translations,
                                    const PresetQuery& query) {
  return PresetSearch(sources, translations, query).find();
}

std::optional<std::string> language_in_presets(std::string_view path,
                                               const std::string& source_language) {
  for (const Preset& preset : make_presets(source_language)) {
    for (const LayoutRules& rules : preset.variants) {
      for (const LayoutPatterns& rule : rules) {
        const PathPattern pattern(rule.translation, "layout");
        for (const std::string_view folder : folders_on_the_way(path)) {
          const auto parts = pattern.match(below(folder, path), LangNames::kCodes);
          if (!parts || parts->language() == source_language) continue;
          if (is_common_language_code(parts->language())) return std::string(parts->language());
        }
      }
    }
  }
  return {};
}

}  // namespace l10n_drift
