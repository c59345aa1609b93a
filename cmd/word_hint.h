#pragma once

#include <string>
#include <vector>

namespace l10n_drift {

// What somebody may have meant by a word where a command's name can stand: a command, a page, a
// language. Empty if nobody can tell.
std::string word_hint(const std::string& word, const std::vector<std::string>& commands);

}  // namespace l10n_drift
