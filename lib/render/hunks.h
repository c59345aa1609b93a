#pragma once

#include <string>
#include <string_view>

#include "l10n_drift/render.h"

namespace l10n_drift {

// The hunks of a unified diff for people: with `heading` behind the line numbers of each, in place
// of what git shows there, and in colours, words that differ within lines marked. Without colours
// it is a diff as before; an empty heading leaves git's.
std::string hunks_for_people(std::string_view hunks, std::string_view heading, Color color);

}  // namespace l10n_drift
