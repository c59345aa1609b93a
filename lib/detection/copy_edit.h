#pragma once

#include <string_view>

#include "detection/grammar.h"

namespace l10n_drift {

// Whether the difference between two versions of a text looks like a copy editor's: spelling,
// punctuation, capitals, hyphens, an inflection, in a few places. That is told from form alone; in
// doubt the difference is more than that. Both texts are normal forms.
bool is_copy_edit(std::string_view old_text, std::string_view new_text, const Grammar& grammar);

// Whether one of two titles has an adjective more, and that is all. Both texts are normal forms.
bool only_adjective_differs(std::string_view old_title, std::string_view new_title,
                            const Grammar& grammar);

}  // namespace l10n_drift
