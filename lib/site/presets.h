#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/layout.h"

namespace l10n_drift {

// Rules that go together.
using LayoutRules = std::vector<LayoutPatterns>;

// A layout that many sites have, under a name.
struct Preset {
  std::string name;
  // Of a site that keeps its pages in more ways than one, the usual one first.
  std::vector<LayoutRules> variants;
};

// All that there are. Of two with the same pages, the earlier one is the better name.
std::vector<Preset> make_presets(const std::string& source_language);

std::vector<std::string> preset_names();

// The same rules for a site in `folder` ("" for the root). Nothing if it would have to be in
// another one: a rule may name what lies beside the site's folder.
std::optional<LayoutRules> rules_below(const LayoutRules& rules, std::string_view folder);

}  // namespace l10n_drift
