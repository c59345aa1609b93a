#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace l10n_drift {

// An item of a list with a box, as people left it.
struct ItemLine {
  bool is_ticked = false;
  std::string label;  // "M3"; empty if it has none of our ids.
  std::string text;   // What stands behind the box, with the id as we write it.
  bool operator==(const ItemLine&) const = default;
};

// Whether a label is an id of ours.
using IsOurLabel = std::function<bool(const std::string& label)>;

// Nothing for a line that is no item, or has no box.
std::optional<ItemLine> read_item_line(std::string_view line, const IsOurLabel& is_ours);

// Where `path`, in git's quoted form, stands in the text by itself, not as a part of another path
// or of an address; npos if nowhere.
std::size_t find_path(std::string_view text, std::string_view path);

}  // namespace l10n_drift
