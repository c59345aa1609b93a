#pragma once

#include <cstddef>

#include "l10n_drift/check.h"

namespace l10n_drift {

// A check of branch `topic` against `main` with one finding of a file, which fails.
CheckReport check_of(FindingKind kind, FileReport file);

// The same without a finding.
CheckReport empty_check();

// The same with a finding of each of as many pages, with as many stale places in it.
CheckReport check_of_places(std::size_t pages, std::size_t places);

// Every kind of finding and of notice, with all that sample_report has in its files, and names of
// branches, files and headings that would give orders to GitHub Actions, to a shell or to Markdown.
CheckReport sample_check();

}  // namespace l10n_drift
