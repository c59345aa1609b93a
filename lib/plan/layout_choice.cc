#include "plan/layout_choice.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "l10n_drift/error.h"
#include "plan/language_folders.h"
#include "plan/layout_guess.h"
#include "plan/preset_search.h"
#include "site/presets.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

FittingLayout fitting_layout(const PresetFit& fit) {
  FittingLayout layout{fit.preset, fit.below, {}, fit.pairs.size()};
  for (const LayoutPatterns& rule : fit.rules) {
    layout.places.push_back({rule.source, rule.translation});
  }
  return layout;
}

// "'docusaurus' in 'website' ('website/docs/{path}' with 'website/i18n/...' and 3 more)".
std::string describe(const FittingLayout& layout) {
  const std::string where =
      layout.below.empty() ? "" : fmt::format(" in {}", in_quotes(layout.below));
  const std::size_t more = layout.places.size() - 1;
  return fmt::format("{}{} ({} with {}{})", in_quotes(layout.preset), where,
                     in_quotes(layout.places.front().source),
                     in_quotes(layout.places.front().translation),
                     more == 0 ? "" : fmt::format(" and {} more", more));
}

std::string pages_text(std::size_t pages) {
  if (pages == 0) return "no translation has its source yet";
  return fmt::format("{} {} source", plural(pages, "translation"),
                     pages == 1 ? "has its" : "have their");
}

LayoutEntry entry_of(const FittingLayout& layout) {
  return {.preset = layout.preset, .below = layout.below, .patterns = {}};
}

// As a value of the configuration's key.
std::string layout_value(const FittingLayout& layout) {
  return fmt::format("\"layout\": {}", write_layout_entry(entry_of(layout)));
}

class LayoutSearch {
 public:
  LayoutSearch(const Objects& objects, const Config& config, const std::string& source_language,
               const ResolvedRevision& base, const ResolvedRevision& branch)
      : objects_(objects),
        config_(config),
        source_language_(source_language),
        base_(base),
        branch_(branch) {}

  LayoutChoice choose() {
    if (!config_.layout.empty()) return configured();
    const std::vector<PresetFit> fits = find_fits({}, {});
    if (!fits.empty()) return best_of(fits);
    if (auto choice = without_pairs()) return *std::move(choice);
    throw_none();
  }

 private:
  static std::vector<std::string> list_paths(const Objects& objects, const ObjectId& tree) {
    std::vector<std::string> paths;
    for (TreeFile& file : objects.list_files(tree, "")) {
      if (file.entry.kind() == EntryKind::kFile) paths.push_back(std::move(file.path));
    }
    return paths;
  }

  // Those whose languages hold what they promise, the best first.
  std::vector<PresetFit> find_fits(const std::optional<std::string>& preset,
                                   const std::optional<std::string>& below) {
    if (sources_.empty()) {
      sources_ = list_paths(objects_, base_.tree);
      translations_ = base_.tree == branch_.tree ? sources_ : list_paths(objects_, branch_.tree);
    }
    std::vector<PresetFit> fits =
        find_presets(sources_, translations_, {source_language_, preset, below, config_.languages});
    std::erase_if(fits, [this](const PresetFit& fit) {
      const Layout layout(fit.rules, source_language_);
      if (!layout.overlaps()) return false;
      return find_language_folders(objects_, layout, config_, {.base = base_, .branch = branch_})
          .languages.empty();
    });
    return fits;
  }

  LayoutChoice best_of(const std::vector<PresetFit>& fits) const {
    LayoutFinding finding;
    finding.layout = fitting_layout(fits.front());
    finding.reasons = {
        fmt::format("layout {}: {}", describe(finding.layout), pages_text(finding.layout.pages))};
    for (const PresetFit& fit : fits) {
      // One that has nothing but what the best one has, as below a folder of its site, is no other.
      const auto& best = fits.front().pairs;
      if (std::includes(best.begin(), best.end(), fit.pairs.begin(), fit.pairs.end())) continue;
      const FittingLayout other = fitting_layout(fit);
      const bool is_of_sites = is_for_sites(fit.preset) == is_for_sites(fits.front().preset);
      if (is_of_sites && other.pages == finding.layout.pages) throw_tie(finding.layout, other);
      finding.reasons.push_back(
          fmt::format("layout {} fits, too, and is not taken: {}", describe(other),
                      is_of_sites ? fmt::format("only {}", pages_text(other.pages))
                                  : "README files are what to look at where nothing else fits"));
      finding.others.push_back(other);
    }
    return finish(fits.front().rules, std::move(finding));
  }

  LayoutChoice finish(const LayoutRules& rules, LayoutFinding finding) const {
    Config config;
    if (source_language_ != "en") config.source_language = source_language_;
    config.layout =
        finding.is_configured ? config_.layout : std::vector<LayoutEntry>{entry_of(finding.layout)};
    finding.configuration = write_layout(config);
    return {Layout(rules, source_language_), std::move(finding)};
  }

  LayoutChoice configured() {
    LayoutRules rules;
    LayoutFinding finding;
    finding.is_configured = true;
    for (const LayoutEntry& entry : config_.layout) {
      if (entry.preset.empty()) {
        rules.push_back(entry.patterns);
        continue;
      }
      const FittingLayout found = resolve(entry);
      for (LayoutPatterns& rule : rules_of(found)) rules.push_back(std::move(rule));
      finding.reasons.push_back(
          fmt::format("layout {}, as configured: {}", describe(found), pages_text(found.pages)));
      if (config_.layout.size() == 1) finding.layout = found;
    }
    if (finding.layout.places.empty()) {
      for (const LayoutPatterns& rule : rules) {
        finding.layout.places.push_back({rule.source, rule.translation});
      }
    }
    return finish(rules, std::move(finding));
  }

  // What a preset that the configuration names is here.
  FittingLayout resolve(const LayoutEntry& entry) {
    const std::vector<PresetFit> fits = find_fits(entry.preset, entry.below);
    if (!fits.empty()) return best_of(fits).finding.layout;
    PresetFit usual{entry.preset, entry.below.value_or(""), {}, {}};
    for (const Preset& preset : make_presets(source_language_)) {
      if (preset.name == entry.preset) {
        usual.rules = *rules_below(preset.variants.front(), usual.below);
      }
    }
    return fitting_layout(usual);
  }

  // The first layout whose sources are there; one that has translations is better, even if they
  // have no sources.
  std::optional<LayoutChoice> without_pairs() const {
    std::optional<FittingLayout> without_translations;
    for (const FittingLayout& each : usual_layouts()) {
      const Layout layout(rules_of(each), source_language_);
      if (!objects_.find_folder(base_.tree, layout.rules().front().source.folder())) continue;
      if (!is_for_languages(layout)) continue;
      if (has_languages(objects_, layout, config_, base_, branch_)) return take(each);
      if (!without_translations) without_translations = each;
    }
    if (!without_translations) return {};
    return take(*without_translations);
  }

  // Those whose sources alone tell that there are languages.
  std::vector<FittingLayout> usual_layouts() const {
    std::vector<FittingLayout> layouts;
    for (const Preset& preset : make_presets(source_language_)) {
      const bool is_usual = preset.name == "hugo" || preset.name == "mkdocs" ||
                            preset.name == "starlight" || preset.name == "docusaurus";
      if (!is_usual) continue;
      const bool is_first = preset.name == "hugo" || preset.name == "docusaurus";
      const LayoutRules& rules = is_first ? preset.variants.front() : preset.variants.back();
      layouts.push_back(fitting_layout({preset.name, "", rules, {}}));
    }
    return layouts;
  }

  static LayoutRules rules_of(const FittingLayout& layout) {
    LayoutRules rules;
    for (const LayoutPlaces& places : layout.places) {
      rules.push_back({places.source, places.translation});
    }
    return rules;
  }

  LayoutChoice take(const FittingLayout& layout) const {
    LayoutFinding finding;
    finding.layout = layout;
    finding.reasons = {fmt::format("layout {}: {}", describe(layout), pages_text(0))};
    return finish(rules_of(layout), std::move(finding));
  }

  // Whether the folder of the sources, or those of translations, say that there are languages. A
  // folder `docs` alone does not.
  bool is_for_languages(const Layout& layout) const {
    const LayoutRule& rule = layout.rules().front();
    PathParts parts;
    parts[Placeholder::kPath] = "page";
    if (!layout.name_in_place(rule.source.fill(parts)).empty()) return true;
    for (const ObjectId& tree : {base_.tree, branch_.tree}) {
      const auto folders = objects_.list_folders(tree, rule.translation.folder());
      if (std::any_of(folders.begin(), folders.end(),
                      [&](const std::string& folder) { return layout.may_be_language(folder); })) {
        return true;
      }
    }
    return false;
  }

  [[noreturn]] void throw_tie(const FittingLayout& one, const FittingLayout& other) const {
    throw Error(fmt::format("two layouts fit as well as each other: {} and {}, each with {}",
                            describe(one), describe(other), plural(one.pages, "translation")),
                fmt::format("name one in '{}': {{{}}} or {{{}}}", kConfigName, layout_value(one),
                            layout_value(other)));
  }

  [[noreturn]] void throw_none() const {
    throw Error(
        fmt::format("no common layout: '{0}' has no folder 'content/{1}', 'docs/{1}' or "
                    "'src/content/docs/{1}', nor 'docs' with languages in 'i18n', and no page has "
                    "a translation as in {2}",
                    base_.ref, source_language_, fmt::join(preset_names(), ", ")),
        fmt::format("name the language of the sources with --source-lang, or say where the pages "
                    "are in '{}', with lines {}",
                    kConfigName, example()));
  }

  // The lines that name a layout, filled in with what there is.
  std::string example() const {
    const auto guess = guess_layout(objects_, source_language_, base_, branch_);
    Config config;
    config.layout = {{.preset = {},
                      .below = {},
                      .patterns = guess ? guess->patterns
                                        : LayoutPatterns{"content/" + source_language_ + "/{path}",
                                                         "content/{lang}/{path}"}}};
    if (guess && guess->overlaps) {
      config.languages = guess->languages;
    } else {
      config.source_language = source_language_;
    }
    const std::string text = write_layout(config);
    if (!guess) return "such as\n" + text;
    return fmt::format("such as these, for what looks most like translations ({})\n{}",
                       fmt::join(guess->languages, ", "), text);
  }

  const Objects& objects_;
  const Config& config_;
  const std::string& source_language_;
  const ResolvedRevision& base_;
  const ResolvedRevision& branch_;
  std::vector<std::string> sources_;  // Once they are listed.
  std::vector<std::string> translations_;
};

}  // namespace

LayoutChoice choose_layout(const Objects& objects, const Config& config,
                           const std::string& source_language, const ResolvedRevision& base,
                           const ResolvedRevision& branch) {
  return LayoutSearch(objects, config, source_language, base, branch).choose();
}

std::optional<std::string> language_of_path(const std::string& path, const Config& config,
                                            const std::string& source_language) {
  for (const LayoutEntry& entry : config.layout) {
    if (!entry.preset.empty()) continue;
    const Layout layout({entry.patterns}, source_language);
    if (auto language = layout.language_of(path)) return language;
  }
  const bool has_preset =
      std::any_of(config.layout.begin(), config.layout.end(),
                  [](const LayoutEntry& entry) { return !entry.preset.empty(); });
  if (!config.layout.empty() && !has_preset) return {};
  return language_in_presets(path, source_language);
}

}  // namespace l10n_drift
