#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "l10n_drift/issue.h"
#include "render/issue/content.h"

namespace l10n_drift {

// The whole issue: `sections` in order, with what people wrote where they wrote it. `texts` are
// those of the previous parts. Each part has at most `max_chars` characters, counted as for
// `render_issue_parts`; 0 stands for one part of any length. There are as many parts as are needed,
// and at least as many as people have written into. Throws Error where something does not fit. The
// first section is present.
std::vector<std::string> cut_into_parts(const IssueFrame& frame,
                                        const std::vector<IssueSection>& sections,
                                        const std::vector<PeopleText>& texts,
                                        std::size_t max_chars);

}  // namespace l10n_drift
