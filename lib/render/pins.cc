#include "l10n_drift/pins.h"

#include <fmt/format.h>

#include <array>

#include "render/revision_text.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

std::string proposal_text(const Pin& pin) {
  if (!pin.proposed) return "its history does not tell which commit would be right";
  std::string text =
      fmt::format("by its history {} of {}", pin.proposed->commit, day_of(pin.proposed->date));
  if (pin.left_open > 0) {
    text += fmt::format(", with {} left open then", plural(pin.left_open, "change"));
  }
  return text;
}

std::string pin_text(const Pin& pin) {
  std::string text = fmt::format("{}  {}\n", to_string(pin.state), quote_path(pin.translation));
  if (pin.state == PinState::kInvalid) {
    // The reason has the commit that would be right, too.
    return text + fmt::format("         {}\n", printable(pin.reason));
  }
  if (pin.recorded) {
    text += fmt::format("         its {} is {}\n", printable(pin.recorded->where),
                        printable(pin.recorded->value));
  }
  return text + fmt::format("         {}\n", proposal_text(pin));
}

std::string totals(const PinList& list) {
  std::array<std::size_t, 3> counts = {};
  for (const Pin& pin : list.pins) ++counts.at(static_cast<std::size_t>(pin.state));
  std::string text;
  for (const PinState state : {PinState::kMissing, PinState::kInvalid, PinState::kLagging}) {
    const std::size_t count = counts.at(static_cast<std::size_t>(state));
    if (count == 0) continue;
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, to_string(state));
  }
  return text.empty() ? "no pin is missing, invalid or lagging" : text;
}

}  // namespace

std::string render_pins(const PinList& list) {
  std::string text = fmt::format("Pins of {}, by the history of {}\n\n", revision_text(list.branch),
                                 revision_text(list.base));
  for (const Pin& pin : list.pins) text += pin_text(pin);
  if (!list.pins.empty()) text += '\n';
  return text + fmt::format("{}: {}\n", plural(list.pages, "page"), totals(list));
}

}  // namespace l10n_drift
