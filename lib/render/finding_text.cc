#include "render/finding_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "render/diff_command.h"
#include "render/drift_text.h"
#include "render/stale_text.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// What to call a revision: a hook names commits by their whole ids.
std::string ref_of(const Revision& revision) {
  return std::string(revision.ref == revision.commit ? short_id(revision.commit)
                                                     : std::string_view(revision.ref));
}

std::string ref_of(Side side, const CheckReport& report) {
  return ref_of(side == Side::kBase ? report.base : report.branch);
}

// What follows the path of a source: how much changed, and how much that matters.
std::string size_text(const FileReport& file) {
  std::string text;
  if (file.counts && *file.counts != LineCounts{}) text = ": " + line_counts_text(*file.counts);
  if (file.binary) text = ": " + sizes_text(*file.binary);
  return text + severity_note(file);
}

std::string since_text(const FileReport& file) {
  if (!file.last_touch) return "";
  return fmt::format(" since this page was last changed ({})", day_of(file.last_touch->date));
}

// Where the text of the source is now, behind what is said of the source.
std::string text_note(const FileReport& file, const Wording& wording) {
  if (file.text_now_in.empty()) return "";
  const auto path = [&](const std::string& place) { return wording.path(place); };
  return ". Its text is now in " + text_places(file, path);
}

// What a source that came or went asks of its translation.
std::string draft_sentence(const std::optional<DraftChange>& draft) {
  if (!draft) return "";
  return *draft == DraftChange::kWithdrawn
             ? " It is a draft now, and withdrawn: nothing is urgent here."
             : " It was a draft, and is published now.";
}

std::string outdated_text(const Finding& finding, const CheckReport& report,
                          const Wording& wording) {
  const FileReport& file = finding.file;
  std::string text =
      fmt::format("Its source {} has changed on {}{}{}.", wording.path(file.source),
                  wording.name(ref_of(finding.side, report)), since_text(file), size_text(file));
  text += draft_sentence(file.draft);
  if (file.verbatim) text += " This page is a copy of it: copy it again.";
  if (!file.text_now_in.empty()) {
    text.pop_back();  // The full stop, which the note begins with.
    text += text_note(file, wording) + '.';
  }
  const std::size_t older = open_changes(file);
  if (older > 0) text += fmt::format(" It lacks {}, too.", plural(older, "older change"));
  return text;
}

// Nobody shall take for a change of the source what the translators may have added.
std::string partly_updated_text(const FileReport& file, const Wording& wording) {
  const auto surplus = static_cast<std::size_t>(std::count_if(
      file.stale.begin(), file.stale.end(),
      [](const StaleBlock& block) { return block.change == StaleChange::kOnlyInTranslation; }));
  const std::size_t older = open_changes(file) - surplus;
  const std::string source = wording.path(file.source);
  std::string text;
  if (older > 0) {
    text = fmt::format("It does not show {} of {}. ", plural(older, "earlier change"), source);
  }
  if (surplus > 0) {
    text += fmt::format(
        "It has {} that {} does not have: either that had {} before, or the translators added {}. ",
        plural(surplus, "block"), source, surplus == 1 ? "it" : "them",
        surplus == 1 ? "it" : "them");
  }
  if (!text.empty()) text.pop_back();
  return text;
}

std::string renamed_text(const Finding& finding, const CheckReport& report,
                         const Wording& wording) {
  const FileReport& file = finding.file;
  if (is_misplaced(file)) {
    return fmt::format("Its source is still {}: move this page back to {}.",
                       wording.path(*file.renamed_to), wording.path(finding.move_to.value_or("")));
  }
  std::string text = fmt::format(
      "Its source {} is now {} on {}", wording.path(file.renamed_from.value_or(file.source)),
      wording.path(*file.renamed_to), wording.name(ref_of(finding.side, report)));
  if (file.similarity) text += fmt::format(" ({})", similarity_text(*file.similarity));
  text += text_note(file, wording);
  const std::string place = wording.path(finding.move_to.value_or(""));
  if (finding.moved_on_base) {
    return text + fmt::format(". {0} has moved this page to {1}: merge {0}, and check again.",
                              wording.name(ref_of(report.base)), place);
  }
  return text + fmt::format(". Move this page to {}, and update it.", place);
}

std::string deleted_text(const Finding& finding, const CheckReport& report,
                         const Wording& wording) {
  const FileReport& file = finding.file;
  if (is_misplaced(file)) {
    return fmt::format(
        "Its source is still {}, which has a translation in its place. Compare the "
        "two pages, and keep one.",
        wording.path(*file.renamed_to));
  }
  std::string text = fmt::format("Its source {} is gone from {}", wording.path(file.source),
                                 wording.name(ref_of(finding.side, report)));
  if (file.renamed_to) {
    return text + fmt::format(
                      ": it is now {}, which has a translation{}. Take over what that one "
                      "lacks, and remove this page.",
                      wording.path(*file.renamed_to), text_note(file, wording));
  }
  if (!file.text_now_in.empty()) {
    return text + text_note(file, wording) + ". Take this page's text there.";
  }
  return text + ". Remove this page.";
}

std::string never_text(const Finding& finding, const Wording& wording) {
  std::string text = fmt::format("There is no {}, and there was none when this page was changed.",
                                 wording.path(finding.file.source));
  if (!finding.nearest) return text + " That is fine for a page of its own.";
  return text + fmt::format(" Does it belong to {}?", wording.path(*finding.nearest));
}

std::string left_behind_text(const Notice& notice, const CheckReport& report, const char* verb,
                             const Wording& wording) {
  std::string text = fmt::format("{} {} {}", wording.name(ref_of(report.branch)), verb,
                                 wording.path(notice.source));
  if (notice.renamed_to) text += " to " + wording.path(*notice.renamed_to);
  return text + fmt::format(", and leaves {} as {}: {}",
                            plural(notice.translations.size(), "translation"),
                            notice.translations.size() == 1 ? "it is" : "they are",
                            fmt::join(notice.languages, ", "));
}

std::string pages_text(const CheckReport& report) {
  return plural(report.pages,
                report.scope == CheckScope::kChanged ? "changed translation" : "translation");
}

}  // namespace

const Wording kPlainWording = {.path = quote_path, .name = in_quotes, .text = printable};

std::string headline(const Finding& finding, const Wording& wording) {
  const std::string path = wording.path(finding.file.translation);
  switch (finding.kind) {
    case FindingKind::kOutdated:
      if (finding.file.draft != DraftChange::kWithdrawn) return path + " is out of date";
      return fmt::format("the source of {} is withdrawn", path);
    case FindingKind::kPartiallyUpdated:
      return path + " is only partly up to date";
    case FindingKind::kRenamed:
      if (is_misplaced(finding.file)) return fmt::format("{} is not beside its source", path);
      return fmt::format("the source of {} has a new name", path);
    case FindingKind::kDeleted:
      return fmt::format("the source of {} is deleted", path);
    case FindingKind::kNever:
      return path + " has no source";
    case FindingKind::kUnknown:
      break;
  }
  return fmt::format("nobody can tell whether {} is up to date", path);
}

std::string explanation(const Finding& finding, const CheckReport& report, const Wording& wording) {
  const FileReport& file = finding.file;
  switch (finding.kind) {
    case FindingKind::kOutdated:
      return outdated_text(finding, report, wording);
    case FindingKind::kPartiallyUpdated:
      return partly_updated_text(file, wording);
    case FindingKind::kRenamed:
      return renamed_text(finding, report, wording);
    case FindingKind::kDeleted:
      return deleted_text(finding, report, wording);
    case FindingKind::kNever:
      return never_text(finding, wording);
    case FindingKind::kUnknown:
      break;
  }
  return fmt::format("Compare it with {}: {}.", wording.path(file.source),
                     wording.text(file.reason.value_or("")));
}

std::string show_command(const Finding& finding, const CheckReport& report) {
  const bool has_change = finding.kind == FindingKind::kOutdated ||
                          finding.kind == FindingKind::kPartiallyUpdated ||
                          finding.kind == FindingKind::kRenamed;
  if (!has_change) return "";
  return diff_command({.base = ref_of(finding.side, report),
                       .branch = ref_of(report.branch),
                       .since = {},
                       .options = report.diff_options,
                       .translation = finding.file.translation});
}

std::string notice_text(const Notice& notice, const CheckReport& report, const Wording& wording) {
  switch (notice.kind) {
    case NoticeKind::kSourceChanged:
      if (!notice.draft) return left_behind_text(notice, report, "changes", wording);
      return left_behind_text(
          notice, report,
          *notice.draft == DraftChange::kWithdrawn ? "withdraws, as a draft," : "publishes",
          wording);
    case NoticeKind::kSourceRenamed:
      return left_behind_text(notice, report, "renames", wording);
    case NoticeKind::kSourceDeleted:
      return left_behind_text(notice, report, "deletes", wording);
    case NoticeKind::kNotCompared:
      return fmt::format(
          "{} and {} could not be compared block by block: only their history says that the "
          "translation is up to date",
          wording.path(notice.source), wording.path(notice.translations.front()));
    case NoticeKind::kOtherKind:
      return fmt::format(
          "{} is of a kind that is not looked into: only its history says that it is up to date",
          wording.path(notice.translations.front()));
    case NoticeKind::kChangedOnBothSides:
      break;
  }
  return fmt::format("{0} has changed on {1} and on {2}: its translations were compared with {1}",
                     wording.path(notice.source), wording.name(ref_of(report.base)),
                     wording.name(ref_of(report.branch)));
}

std::string outcome_text(const CheckReport& report, const Wording& wording) {
  const std::string branch = wording.name(ref_of(report.branch));
  const std::string base = wording.name(ref_of(report.base));
  // Of all pages, or of those that are named, there is something to check whatever has changed.
  if (report.scope == CheckScope::kChanged && report.pages == 0) {
    if (report.merge_bases == std::vector{report.branch.commit}) {
      return fmt::format("Nothing to check: {} has no commit that {} lacks", branch, base);
    }
    return fmt::format("Nothing to check: {} changes no translation since it left {}", branch,
                       base);
  }
  const std::string checked =
      fmt::format("Checked {} of {} against {}: ", pages_text(report), branch, base);
  const std::size_t failures = count_failures(report);
  const std::size_t others = report.findings.size() - failures;
  if (report.findings.empty())
    return checked + (report.pages == 1 ? "up to date" : "all up to date");
  std::vector<std::string> parts;
  if (failures > 0) parts.push_back(plural(failures, "error"));
  if (others > 0) parts.push_back(plural(others, "warning"));
  return checked + fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace l10n_drift
