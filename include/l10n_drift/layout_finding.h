#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "l10n_drift/drift.h"

namespace l10n_drift {

// Where sources are, and where their translations: "content/en/{path}", "content/{lang}/{path}".
struct LayoutPlaces {
  std::string source;
  std::string translation;
  bool operator==(const LayoutPlaces&) const = default;
};

// A layout that fits a repository.
struct FittingLayout {
  std::string preset;                // The name that a configuration gives it; empty for none.
  std::string below;                 // The folder of the site; empty for the root.
  std::vector<LayoutPlaces> places;  // A page belongs to the first that fits it.
  std::size_t pages = 0;             // Translations on the branch that have their source.
  bool operator==(const FittingLayout&) const = default;
};

// Which layout a repository has, and why.
struct LayoutFinding {
  FittingLayout layout;
  bool is_configured = false;         // Whether the configuration has settled it.
  std::vector<FittingLayout> others;  // That fit, too, and were not taken: the best first.
  // In words, one line each: what was found, and why the others were not taken. Empty if the
  // configuration has patterns.
  std::vector<std::string> reasons;
  // A configuration that has nothing but this layout, as text that ends without a newline.
  std::string configuration;
};

// The layout that a report of the same comparison would use. Throws Error if none fits, or two as
// well as each other.
LayoutFinding find_layout(const Comparison& comparison);

}  // namespace l10n_drift
