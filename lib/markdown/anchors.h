#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace l10n_drift {

// Takes attributes, `{#id .class}`, off the end of a heading's normal form. Returns the id among
// them, or nothing.
std::string take_anchor(std::string& heading);

// The anchors that Hugo and GitHub make of the headings of a page: lower case, hyphens for blanks,
// no punctuation, and a number for a second heading of the same text.
class AnchorMaker {
 public:
  // `heading` is a normal form.
  std::string make(std::string_view heading);

 private:
  std::unordered_map<std::string, std::size_t> seen_;
};

}  // namespace l10n_drift
