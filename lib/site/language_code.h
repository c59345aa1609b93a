#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace l10n_drift {

// Whether `code` has the form of a language: [a-z]{2,3}([-_][A-Za-z0-9]+)*, such as ko, fil, pt_BR,
// zh-Hant-TW or es-419. That is the form of BCP 47, with gettext's underscore, too. Folders such as
// `api` and `cli` have it as well.
bool is_language_code(std::string_view code);

// Whether it begins with one of the codes of two letters, those of ISO 639-1, which nearly all
// translations have. Most short names of folders that are no languages are none of them.
bool is_common_language_code(std::string_view code);

// The code of `candidates` that alone can be meant by `code`: itself; else the only one that is the
// same but for case and underscores (`KO`, `pt_br`); else `ko` for `ko-KR`, if no other candidate
// is of that language. Nothing if none or several can be meant, and for a region of Chinese, which
// tells the script: `zh-TW` is not `zh`.
std::optional<std::string> meant_language(std::string_view code,
                                          const std::vector<std::string>& candidates);

// The code of `candidates` that was probably meant by `code`: the same but for case and
// underscores; one that says more or less (`pt` and `pt-br`, `tw` and `zh-tw`); or one that differs
// in a letter
// (`kr` and `ko`). The first of the best; nothing if none is near.
std::optional<std::string> nearest_language(std::string_view code,
                                            const std::vector<std::string>& candidates);

}  // namespace l10n_drift
