#pragma once

#include <optional>
#include <string_view>

#include "markdown/masks.h"

namespace l10n_drift {

// Containers, which Docusaurus, VitePress and Starlight have: blocks between a line that opens and
// one that closes. The colons tell which line closes which, and people count them as they like:
//
//     ::::note[A *title*]{.wide}        ::: details A title        :::tip
//
// Such a line is hidden as a piece of its own, with what is given in braces among its arguments and
// the title as words. Nothing for a line that is none, which has no end and may have a margin and
// signs of quotes.
std::optional<Masked> container_of(std::string_view line);

}  // namespace l10n_drift
