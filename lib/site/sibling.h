#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace l10n_drift {

// What goes with `path`, where no layout looks, as `source` goes with `translation`: the two names
// of a pair mostly differ in the name of one folder, so "site/en/a.md" goes with "site/ko/a.md".
// Where the name has more than the language, "old/b.md" goes with "old/b.ko.md" as "a.md" with
// "a.ko.md". Nothing if they differ in more, or if `path` does not have that exactly once.
std::optional<std::string> sibling_path(std::string_view path, std::string_view translation,
                                        std::string_view source);

}  // namespace l10n_drift
