#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "l10n_drift/report.h"

namespace l10n_drift {

// How much there is to do about a file, as an issue tells it: XS, S, M, L, XL or XXL.
inline constexpr std::array<std::string_view, 6> kSizes = {"XS", "S", "M", "L", "XL", "XXL"};

// Lines to look at: those that were added to the source and those that were removed, together with
// those of older changes that are still open.
std::size_t lines_to_look_at(const FileReport& file);

// Which of kSizes it is. Nothing for what has no lines to count: pages to be translated, which are
// as long as they are; pictures; and what nobody could compare. To move or to remove a page is XS.
std::optional<std::size_t> size_of(const FileReport& file);

// What one of kSizes means, in lines to look at: "under 10", "10 to 29", "1000 or more".
std::string size_words(std::size_t size);

}  // namespace l10n_drift
