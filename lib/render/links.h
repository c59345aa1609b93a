#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "l10n_drift/report.h"

namespace l10n_drift {

// Links of an issue, in Markdown. Without `web` each is the text alone. Foreign text chooses
// neither where they lead to, nor what stands around them.

// The path of a file's source, which leads to its history since the baseline; of one that is
// untranslated, to the source itself.
std::string source_link(const std::optional<WebPages>& web, const FileReport& file);

// What follows it: ", [translation](...)". Empty where there is no page to lead to.
std::string translation_link(const std::optional<WebPages>& web, const FileReport& file);

// The subject of a commit. Of a pull request, the number leads to it if it is on GitHub: of "Merge
// pull request #12" at the beginning, and of "(#12)" at the end.
std::string subject_text(const std::optional<WebPages>& web, std::string_view subject);

}  // namespace l10n_drift
