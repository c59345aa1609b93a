#pragma once

#include <string_view>

#include "detection/grammar.h"

namespace l10n_drift {

// Whether the difference between two versions of a text looks like a copy editor's: spelling,
// punctuation, capitals, hyphens, an inflection, in a few places. That is told from form alone; in
// doubt the difference is more than that. Both texts are normal forms.
bool is_copy_edit(std::string_view old_text, std::string_view new_text, const Grammar& grammar);

}  // namespace l10n_drift
