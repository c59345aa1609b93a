#pragma once

#include <string>
#include <vector>

#include "l10n_drift/drift.h"
#include "l10n_drift/error.h"
#include "options.h"

namespace l10n_drift {

// What the program says on standard error. Each message is one line, whatever it quotes: control
// characters are shown as escapes. A hint has further lines where it gives what a file shall say.

// Sends messages to standard error, those of the level that `verbosity` lets through.
void set_up_messages(Verbosity verbosity);

// "l10n-drift: error: ...", and the hint below.
void print_error(const Error& error);

void print_warning(const Warning& warning);

// A note that is seen without --verbose, too.
void print_remark(const std::string& message);

// Only with --verbose.
void print_note(const std::string& message);

// Notes on translations that are not as in the commit that is looked at.
void print_uncommitted(const std::vector<UncommittedPage>& pages, const Revision& branch);

// Notes on what is no language.
void print_left_aside(const std::vector<LeftAside>& folders);

// Notes on what is no page.
void print_skipped(const std::vector<std::string>& paths);

// What an analysis of pages has to say beside its report: the warnings, and how the site was read.
template <typename PagesAnalysis>
void print_messages(const PagesAnalysis& analysis) {
  for (const Warning& warning : analysis.warnings) print_warning(warning);
  for (const std::string& note : analysis.report.layout_notes) print_note(note);
  print_left_aside(analysis.report.left_aside);
  print_skipped(analysis.report.skipped);
}

}  // namespace l10n_drift
