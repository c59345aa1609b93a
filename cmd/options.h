#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "l10n_drift/check.h"
#include "l10n_drift/diff.h"
#include "l10n_drift/drift.h"
#include "l10n_drift/language_list.h"
#include "l10n_drift/pins.h"
#include "l10n_drift/render.h"
#include "l10n_drift/reviewing.h"
#include "l10n_drift/status_table.h"

namespace l10n_drift {

enum class Format { kIssue, kText, kJson, kCsv };
enum class ColorWhen { kAuto, kAlways, kNever };
enum class Verbosity { kQuiet, kNormal, kVerbose };

// `l10n-drift report`, and without a command's name.
struct ReportCommand {
  ReportRequest request;
  std::optional<Format> format;  // Absent: issue for one language, else text.
  std::optional<IssueStyle> style;
  IssueDetails details = IssueDetails::kNone;
  bool quick = false;
  bool links_asked = false;              // For an issue, with links or without.
  std::vector<std::string> previous;     // Files with the present body of the issue.
  std::optional<std::size_t> max_chars;  // Absent: what GitHub takes.
  bool exit_code = false;
};

enum class CheckFormat { kText, kJson, kGithub };

// `l10n-drift check`.
struct CheckCommand {
  CheckRequest request;
  CheckFormat format = CheckFormat::kText;
};

// `l10n-drift diff TRANSLATION...`.
struct DiffCommand {
  DiffRequest request;
  bool stat = false;
  bool paged = true;  // At a terminal.
};

enum class LanguagesFormat { kText, kJson };

// `l10n-drift languages`.
struct LanguagesCommand {
  LanguagesRequest request;
  LanguagesFormat format = LanguagesFormat::kText;
};

enum class StatusFormat { kText, kJson };

// `l10n-drift status [PATH]...`.
struct StatusCommand {
  ReportRequest request;
  StatusFormat format = StatusFormat::kText;
  bool is_table = true;  // As text: without paths, and if an order is asked for.
  TableOrder order = TableOrder::kPath;
};

// `l10n-drift init`.
struct InitCommand {
  Comparison comparison;
  bool force = false;
};

// `l10n-drift pins [PATH]...`.
struct PinsCommand {
  ReportRequest request;
  PinWriting writing = PinWriting::kNone;
  bool check = false;
};

// `l10n-drift reviewed PATH... --reason TEXT`.
struct ReviewedCommand {
  ReviewRequest request;
};

// `l10n-drift touches --bulk`.
struct TouchesCommand {
  ReportRequest request;
  unsigned more_than = 0;
};

// A text to print instead of doing anything, for --help and --version.
struct PrintCommand {
  std::string text;
};

struct Options {
  std::variant<ReportCommand, StatusCommand, CheckCommand, DiffCommand, LanguagesCommand,
               InitCommand, PinsCommand, ReviewedCommand, TouchesCommand, PrintCommand>
      command;
  std::optional<std::string> output;      // Absent: standard output.
  std::optional<std::string> output_dir;  // In its place, a folder for the parts of an issue.
  ColorWhen color = ColorWhen::kAuto;
  Verbosity verbosity = Verbosity::kNormal;
  bool stats = false;
};

// Throws Error for a command line that cannot be understood.
Options parse_options(int argc, const char* const* argv);

}  // namespace l10n_drift
