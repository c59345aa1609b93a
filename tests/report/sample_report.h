#pragma once

#include <string>
#include <vector>

#include "l10n_drift/report.h"

namespace l10n_drift {

// The id that consists of one digit alone.
std::string repeated_id(char digit);

// A pair of `content/en/NAME` and `content/ko/NAME` with a baseline and a last touch.
FileReport sample_file(const std::string& name, Status status);

// A report on branch dev-1.29-ko.1 against main, with `files` sorted and counted.
Report make_report(std::vector<FileReport> files);

// Every status of one language, with and without each of the optional values, and file names that
// are as hostile as git allows: quotes, line ends, Markdown, HTML, mentions, bytes that are not
// UTF-8.
Report sample_report();

// The same as `--since` has it: no last touches, and no commits.
Report sample_report_since();

}  // namespace l10n_drift
