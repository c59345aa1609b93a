#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "l10n_drift/render.h"

namespace l10n_drift {

// Select Graphic Rendition: the numbers between ESC [ and m. Only the basic colours, which every
// terminal has and every theme keeps readable.
inline constexpr std::string_view kBold = "1";
inline constexpr std::string_view kDim = "2";
inline constexpr std::string_view kRed = "31";
inline constexpr std::string_view kGreen = "32";
inline constexpr std::string_view kYellow = "33";
inline constexpr std::string_view kMagenta = "35";
inline constexpr std::string_view kCyan = "36";
inline constexpr std::string_view kBoldRed = "1;31";
inline constexpr std::string_view kBoldYellow = "1;33";
inline constexpr std::string_view kBoldCyan = "1;36";
inline constexpr std::string_view kMarkedRed = "7;31";  // In reverse, to stand out in a red line.
inline constexpr std::string_view kMarkedGreen = "7;32";

// `text` in the colour `sgr`; as it is without colours, and where either is empty.
inline std::string paint(std::string_view text, std::string_view sgr, Color color) {
  if (color == Color::kOff || sgr.empty() || text.empty()) return std::string(text);
  return fmt::format("\x1B[{}m{}\x1B[0m", sgr, text);
}

}  // namespace l10n_drift
