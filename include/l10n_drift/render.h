#pragma once

#include <optional>
#include <string>

#include "l10n_drift/drift.h"
#include "l10n_drift/language_list.h"
#include "l10n_drift/report.h"

namespace l10n_drift {

// One pure function a format: a report in, the whole text out, in UTF-8 and with a final newline.

enum class IssueStyle { kShortstat, kCompact };

// What stands below each file, folded.
enum class IssueDetails {
  kNone,
  kStalePlaces,  // Where its stale blocks are.
  kStaleBlocks,  // And what they say, if that is known.
};

struct IssueOptions {
  IssueStyle style = IssueStyle::kShortstat;
  IssueDetails details = IssueDetails::kNone;
  std::optional<WebPages> web = {};  // Where its links lead to; nothing: no links.
  bool with_quick = false;           // Whether quick tasks are a section of their own.
};

// The first body of a GitHub issue, in Markdown, whatever its length. The report has exactly one
// language. See issue.h for those that follow, and for parts.
std::string render_issue(const Report& report, const IssueOptions& options = {});

enum class Color { kOff, kOn };

// A table for people at a terminal, with totals.
std::string render_text(const Report& report, Color color);

// JSON, version 1, as docs/report.schema.json describes it.
std::string render_json(const Report& report);

// CSV as RFC 4180 has it: a header, CRLF line ends, quotes where they are needed.
std::string render_csv(const Report& report);

// The languages there are: a table for people, and JSON as docs/languages.schema.json describes it.
std::string render_languages_text(const LanguageList& list);
std::string render_languages_json(const LanguageList& list);

}  // namespace l10n_drift
