#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "site/layout.h"
#include "site/presets.h"

namespace l10n_drift {

// What to look for. Absent values and empty lists: anything.
struct PresetQuery {
  std::string source_language;
  std::optional<std::string> preset = {};
  std::optional<std::string> below = {};    // The folder of the site; "" for the root.
  std::vector<std::string> languages = {};  // Else those with common codes.
};

// A preset that fits: some translation has its source.
struct PresetFit {
  std::string preset;
  std::string below;  // The folder of the site; "" for the root.
  LayoutRules rules;  // From the root of the tree.
  // The translations that have a source, with it, sorted. Views of the paths that were given.
  std::vector<std::pair<std::string_view, std::string_view>> pairs;
};

// Whether a site's own pages make a preset, or what any repository may have beside them.
bool is_for_sites(const std::string& preset);

// The presets that fit the paths of the sources' tree and the translations' tree, both sorted: the
// best first. That is a site's before README files, then the one with the most pairs. Of several
// with the same pairs only the first in the order of presets is among them, and that at the topmost
// folder.
std::vector<PresetFit> find_presets(const std::vector<std::string>& sources,
                                    const std::vector<std::string>& translations,
                                    const PresetQuery& query);

// The language that the path of a translation tells in any preset, in any folder.
std::optional<std::string> language_in_presets(std::string_view path,
                                               const std::string& source_language);

}  // namespace l10n_drift
