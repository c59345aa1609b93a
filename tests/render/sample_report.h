#pragma once

#include <optional>
#include <string>
#include <vector>

#include "l10n_drift/report.h"

namespace l10n_drift {

// The id that consists of one digit alone.
std::string repeated_id(char digit);

// A pair of `content/en/NAME` and `content/ko/NAME` with a baseline and a last touch.
FileReport sample_file(const std::string& name, Status status);

// A substantive change that the last touch left open.
StaleBlock open_block(BlockKind kind, const std::string& heading, StaleChange change,
                      std::optional<LineRange> source, std::optional<LineRange> translation = {});

// The same, but minor.
StaleBlock minor(StaleBlock block);

// The same, but changed since the last touch.
StaleBlock newer(StaleBlock block);

// A report on branch dev-1.29-ko.1 against main, with `files` sorted and counted.
Report make_report(std::vector<FileReport> files);

// Every status of one language, with and without each of the optional values, and file names and
// headings that are as hostile as can be: quotes, line ends, Markdown, HTML, mentions, bytes that
// are not UTF-8.
Report sample_report();

// The same as `--since` has it: no last touches, nothing that they left open, and no commits.
Report sample_report_since();

}  // namespace l10n_drift
