#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace l10n_drift {

// An item of a list whose box is ticked, as people left it.
struct TickedLine {
  std::string label;  // "M3"; empty if no id stands where ours do.
  std::string text;   // What stands behind the box.
  bool operator==(const TickedLine&) const = default;
};

// Nothing for a line that is no item, or whose box is empty.
std::optional<TickedLine> read_ticked_line(std::string_view line);

// Where `path`, in git's quoted form, stands in the text by itself, not as a part of another path
// or of an address; npos if nowhere.
std::size_t find_path(std::string_view text, std::string_view path);

}  // namespace l10n_drift
