#pragma once

#include <string_view>

namespace l10n_drift {

// Whether gumbo would take far more time for the page than its size warrants: its inputs are files
// of strangers, and some shapes cost it the square of their length. No page that people write is of
// these shapes.
bool is_entangled_html(std::string_view page);

}  // namespace l10n_drift
