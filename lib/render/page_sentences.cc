#include "render/page_sentences.h"

#include <fmt/format.h>

#include "l10n_drift/check.h"
#include "render/diff_command.h"
#include "render/finding_text.h"
#include "text/path_text.h"
#include "text/shell.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// The page as a check of it would find it, if that finds anything.
Finding as_finding(const PageStatus& page) {
  Finding finding;
  finding.level = Level::kWarning;
  finding.file = page.file;
  finding.move_to = page.move_to;
  finding.moved_on_base = page.moved_on_base;
  finding.source.gone_in = page.source_gone_in;
  switch (page.file.status) {
    case Status::kUnknown:
      finding.kind = FindingKind::kUnknown;
      break;
    case Status::kInvalidBaseline:
      finding.kind = FindingKind::kInvalidBaseline;
      break;
    case Status::kUnpaired:
      finding.kind = FindingKind::kNever;
      break;
    case Status::kRenamed:
    case Status::kDeleted:
      finding.kind = FindingKind::kOrphaned;
      break;
    default:
      finding.kind = page.file.verbatim ? FindingKind::kCopy : FindingKind::kWasBehind;
  }
  return finding;
}

CheckReport as_check(const PageStatusReport& report) {
  CheckReport check;
  check.base = report.base;
  check.branch = report.branch;
  return check;
}

std::string in_sync_reason(const FileReport& file) {
  const std::string source = quote_path(file.source);
  switch (file.baseline ? file.baseline->method : BaselineMethod::kHistory) {
    case BaselineMethod::kContent:
      return fmt::format("It is byte for byte its source {}.", source);
    case BaselineMethod::kSince:
      return fmt::format("Its source {} has not changed since.", source);
    case BaselineMethod::kRecorded:
      return fmt::format("Its source {} has not changed since the commit that the page names.",
                         source);
    case BaselineMethod::kReviewed:
      return fmt::format("Its source {} has not changed since somebody found nothing to translate.",
                         source);
    case BaselineMethod::kHistory:
    case BaselineMethod::kFirstVersion:
      break;
  }
  return fmt::format("Its source {} has not changed since the page was last changed.", source);
}

// What nobody can see who looks at the status alone.
std::string doubt_text(const FileReport& file) {
  if (file.alignment == Alignment::kWeak) {
    return " The two pages could not be compared block by block: only the history counts.";
  }
  if (!file.is_of_other_kind || file.verbatim || file.binary) return "";
  return " Files of this kind are not looked into: only the history counts.";
}

std::string reason_without_doubt(const PageStatus& page, const PageStatusReport& report) {
  const FileReport& file = page.file;
  switch (file.status) {
    case Status::kInSync:
      return in_sync_reason(file);
    case Status::kIgnored:
      return fmt::format("The configuration says so: {}.", printable(file.reason.value_or("")));
    case Status::kUntranslated:
      return fmt::format("Nobody has translated {} into {} yet.", quote_path(file.source),
                         file.language);
    default:
      return explanation(as_finding(page), as_check(report), kPlainWording);
  }
}

std::string show_source(const Revision& base, const std::string& source) {
  return fmt::format("git show {}", shell_quote(base.ref + ':' + source));
}

}  // namespace

std::string status_headline(const PageStatus& page, const PageStatusReport&) {
  const FileReport& file = page.file;
  const std::string path = quote_path(file.translation);
  switch (file.status) {
    case Status::kInSync:
      return path + " is up to date";
    case Status::kIgnored:
      return path + " is left alone";
    case Status::kUntranslated:
      return path + " is not there yet";
    case Status::kUnpaired:
      return path + " is a page of its own";
    default:
      return headline(as_finding(page), kPlainWording);
  }
}

std::string status_reason(const PageStatus& page, const PageStatusReport& report) {
  return reason_without_doubt(page, report) + doubt_text(page.file);
}

std::vector<std::string> mending_commands(const PageStatus& page, const Revision& base) {
  const FileReport& file = page.file;
  switch (file.status) {
    case Status::kOutdated:
      if (!file.verbatim) return {};
      return {show_source(base, file.source) + " > " + shell_quote(file.translation)};
    case Status::kRenamed: {
      if (page.moved_on_base || !page.move_to) return {};
      const std::string folder = page.move_to->substr(0, page.move_to->rfind('/'));
      return {fmt::format("mkdir -p {} && git mv {} {}", shell_quote(folder),
                          shell_quote(file.translation), shell_quote(*page.move_to))};
    }
    case Status::kDeleted:
      // Whoever is about to remove a page wants to see first how its source went.
      return {
          fmt::format("git log -1 -p {} -- {}", shell_quote(base.ref), shell_quote(file.source))};
    case Status::kUntranslated:
      return {show_source(base, file.source)};
    default:
      return {};
  }
}

std::vector<std::string> next_commands(const PageStatus& page, const PageStatusReport& report) {
  const FileReport& file = page.file;
  std::vector<std::string> commands = mending_commands(page, report.base);
  const bool has_diff = (file.status == Status::kOutdated && !file.verbatim) ||
                        file.status == Status::kPartiallyUpdated || file.status == Status::kRenamed;
  if (has_diff) {
    commands.push_back(diff_command({.base = report.base.ref,
                                     .branch = report.branch.ref,
                                     .since = report.since,
                                     .options = report.diff_options,
                                     .translation = file.translation}));
  }
  return commands;
}

}  // namespace l10n_drift
