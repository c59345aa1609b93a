#pragma once

#include <string_view>

namespace l10n_drift {

// Whether the difference between two versions of a text looks like a copy editor's: spelling,
// punctuation, capitals, hyphens, an inflection, in a few places. It is told from form alone, and
// in doubt it is none. Both are normal forms.
bool is_copy_edit(std::string_view old_text, std::string_view new_text);

}  // namespace l10n_drift
