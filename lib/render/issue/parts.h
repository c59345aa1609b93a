#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "l10n_drift/issue.h"
#include "render/issue/content.h"

namespace l10n_drift {

// The parts of an issue. The first `needed` ones have a list.
struct IssueParts {
  std::vector<std::string> texts;
  std::size_t needed;
};

// The whole issue: `sections` in order, with what people wrote where they wrote it. Each part has
// at most `max_chars` characters, counted as for `render_issue_parts`; 0 stands for one part of any
// length. There are as many parts as are needed, and after them those that were needed a short time
// ago. Throws Error where something does not fit. The first section is present.
IssueParts cut_into_parts(const IssueFrame& frame, const std::vector<IssueSection>& sections,
                          const PreviousIssue& previous, std::size_t max_chars);

}  // namespace l10n_drift
