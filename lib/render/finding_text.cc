#include "render/finding_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>

#include "render/diff_command.h"
#include "render/drift_text.h"
#include "render/finding_places.h"
#include "render/stale_text.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

constexpr std::size_t kMostCommits = 5;  // In one sentence.

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

// "1a2b3c4d5e6f (2023-03-07, Subject)".
std::string commit_text(const SourceCommit& commit, const Wording& wording) {
  return fmt::format("{} ({}, {})", wording.path(short_id(commit.commit)), day_of(commit.date),
                     wording.name(commit.subject));
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
  std::string text = fmt::format("Its source {} has changed on {}{}.", wording.path(file.source),
                                 wording.name(ref_of(finding.side, report)), size_text(file));
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

// Since when a source is gone.
std::string end_text(const Finding& finding, const Wording& wording) {
  if (!finding.source.gone_in) return "";
  return ", since " + commit_text(*finding.source.gone_in, wording);
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
  text += end_text(finding, wording);
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
                                 wording.name(ref_of(finding.side, report))) +
                     end_text(finding, wording);
  if (file.renamed_to) {
    return text + fmt::format(
                      ": it is now {}, which has a translation{}. Take over what that one "
                      "lacks, and remove this page.",
                      wording.path(*file.renamed_to), text_note(file, wording));
  }
  if (!file.text_now_in.empty()) {
    return text + text_note(file, wording) + ". Take this page's text there.";
  }
  // Of a page that is not this branch's to remove, it is enough to know.
  return text + (finding.level == Level::kNote ? "." : ". Remove this page.");
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

std::string headline_of_status(const Finding& finding, const std::string& path) {
  const FileReport& file = finding.file;
  if (file.draft == DraftChange::kWithdrawn) {
    return fmt::format("the source of {} is withdrawn", path);
  }
  if (file.status == Status::kPartiallyUpdated) return path + " is only partly up to date";
  if (file.status == Status::kRenamed && !is_misplaced(file)) {
    return fmt::format("the source of {} has a new name", path);
  }
  if (file.status == Status::kRenamed) return path + " is not beside its source";
  if (file.status == Status::kDeleted) return fmt::format("the source of {} is deleted", path);
  return path + " is out of date";
}

std::string explanation_of_status(const Finding& finding, const CheckReport& report,
                                  const Wording& wording) {
  switch (finding.file.status) {
    case Status::kPartiallyUpdated:
      return partly_updated_text(finding.file, wording);
    case Status::kRenamed:
      return renamed_text(finding, report, wording);
    case Status::kDeleted:
      return deleted_text(finding, report, wording);
    default:
      return outdated_text(finding, report, wording);
  }
}

// What the branch does to the page, and how many places that leaves. They follow.
std::string places_text(const Finding& finding, const Wording& wording) {
  const std::size_t count = places_of(finding).here.size();
  const std::string source = wording.path(finding.file.source);
  if (finding.kind == FindingKind::kLost) {
    return fmt::format(
        "This branch takes away what the page had for {} of {}:", plural(count, "place"), source);
  }
  if (finding.is_new) {
    return fmt::format("This branch adds the page, and {} of {} {} not as the source says:",
                       plural(count, "place"), source, count == 1 ? "is" : "are");
  }
  return fmt::format("This branch brings the page up to date, and leaves out {} of {}:",
                     plural(count, "place"), source);
}

// What fails nothing, by its numbers.
struct NoteCounts {
  std::size_t behind = 0;
  std::size_t new_pages = 0;  // Of what is new nobody can say that it was behind before.
  std::size_t not_compared = 0;
};

NoteCounts count_notes(const CheckReport& report) {
  NoteCounts counts;
  for (const Finding& finding : report.findings) {
    const bool is_withdrawn = finding.file.draft == DraftChange::kWithdrawn;
    if (finding.level != Level::kNote || is_withdrawn) continue;
    const bool is_compared = finding.kind != FindingKind::kNotCompared;
    if (!is_compared) ++counts.not_compared;
    if (is_compared) ++(finding.is_new ? counts.new_pages : counts.behind);
  }
  return counts;
}

std::vector<std::string> notes_texts(const NoteCounts& counts) {
  std::vector<std::string> texts;
  const auto& [behind, new_pages, not_compared] = counts;
  if (behind > 0) {
    texts.push_back(fmt::format("{} {} behind before, and still {}", behind,
                                behind == 1 ? "was" : "were", behind == 1 ? "is" : "are"));
  }
  if (new_pages > 0) {
    texts.push_back(fmt::format("{} {} new, and {} places to look at", new_pages,
                                new_pages == 1 ? "is" : "are", new_pages == 1 ? "has" : "have"));
  }
  if (not_compared > 0) texts.push_back(fmt::format("{} could not be compared", not_compared));
  return texts;
}

// Nothing where there is no page that anybody could call up to date.
std::string up_to_date_text(const CheckReport& report, const NoteCounts& counts) {
  const std::size_t noted = counts.behind + counts.new_pages + counts.not_compared;
  if (noted >= report.pages) return "";
  return report.pages == 1 ? "up to date" : "all up to date";
}

}  // namespace

const Wording kPlainWording = {.path = quote_path, .name = in_quotes, .text = printable};

std::string headline(const Finding& finding, const Wording& wording) {
  const std::string path = wording.path(finding.file.translation);
  switch (finding.kind) {
    case FindingKind::kLost:
      return path + " loses what it had";
    case FindingKind::kForgotten:
      return path + " is new, and not all of its source is in it";
    case FindingKind::kLeftBehind:
      return path + (finding.is_new ? " is new, and behind its source"
                                    : " is brought up to date, but not everywhere");
    case FindingKind::kCopy:
      return path + " is a copy of an older source";
    case FindingKind::kOrphaned:
    case FindingKind::kWasBehind:
    case FindingKind::kNotCompared:
      return headline_of_status(finding, path);
    case FindingKind::kNever:
      return path + " has no source";
    case FindingKind::kInvalidBaseline:
      return path + " names a commit that it cannot have been made from";
    case FindingKind::kUnknown:
      break;
  }
  return fmt::format("nobody can tell whether {} is up to date", path);
}

std::string explanation(const Finding& finding, const CheckReport& report, const Wording& wording) {
  switch (finding.kind) {
    case FindingKind::kLost:
    case FindingKind::kForgotten:
    case FindingKind::kLeftBehind:
      return places_text(finding, wording);
    case FindingKind::kCopy:
    case FindingKind::kOrphaned:
    case FindingKind::kWasBehind:
    case FindingKind::kNotCompared:
      return explanation_of_status(finding, report, wording);
    case FindingKind::kNever:
      return never_text(finding, wording);
    case FindingKind::kInvalidBaseline:
      return fmt::format("As it stands, {}.", wording.text(finding.file.reason.value_or("")));
    case FindingKind::kUnknown:
      break;
  }
  return fmt::format("Compare it with {}: {}.", wording.path(finding.file.source),
                     wording.text(finding.file.reason.value_or("")));
}

std::string source_story(const Finding& finding, const CheckReport& report,
                         const Wording& wording) {
  const auto& [held, since, gone_in] = finding.source;
  if (since.empty()) return "";
  std::vector<std::string> commits;
  for (std::size_t i = 0; i < std::min(since.size(), kMostCommits); ++i) {
    commits.push_back(commit_text(since[i], wording));
  }
  std::string text = held ? fmt::format("The branch has the source as {} left it ({}). Since then,",
                                        wording.path(short_id(held->commit)), day_of(held->date))
                          : std::string("Since the page was made from it,");
  text += fmt::format(" {} has changed it in {}", wording.name(ref_of(finding.side, report)),
                      fmt::join(commits, ", "));
  if (since.size() > kMostCommits) {
    text += fmt::format(", and {} more", since.size() - kMostCommits);
  }
  return text + '.';
}

std::string before_text(const FindingPlaces& places) {
  if (places.before.empty()) return "";
  const bool is_one = places.before.size() == 1;
  return fmt::format(
      "{} here {} open before, and still {}:", plural(places.before.size(), "other place"),
      is_one ? "was" : "were", is_one ? "is" : "are");
}

std::string note_text(const Finding& finding, const CheckReport& report, const Wording& wording) {
  const FileReport& file = finding.file;
  const std::string path = wording.path(file.translation);
  if (finding.kind == FindingKind::kNotCompared) {
    return fmt::format(
        "{} and {} could not be compared block by block: only its history says that "
        "the translation is behind",
        wording.path(file.source), path);
  }
  if (file.draft == DraftChange::kWithdrawn) {
    return headline(finding, wording) + ", as a draft: nothing is urgent here";
  }
  if (file.status == Status::kRenamed || file.status == Status::kDeleted) {
    std::string text = explanation(finding, report, wording);
    text.pop_back();
    // What the base lacks, another target may have yet.
    const char* const who = report.target ? "and not by this branch" : "and it was so before";
    return fmt::format("{}, {}: {}", headline(finding, wording), who, text);
  }
  if (file.stale.empty()) return path + ": its source was a draft, and is published now";
  const std::string places = plural(file.stale.size(), "place");
  if (finding.is_new) return fmt::format("{} is new, and has {} to look at", path, places);
  return fmt::format("{} was behind before, and still is: {}", path, places);
}

std::string show_command(const Finding& finding, const CheckReport& report) {
  const Status status = finding.file.status;
  const bool has_change = status == Status::kOutdated || status == Status::kPartiallyUpdated ||
                          status == Status::kRenamed;
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

std::string outcome_text(const CheckReport& report, const Wording& wording, Notes notes) {
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
  std::vector<std::string> found;
  const auto count = [&](Level level, const char* noun) {
    const std::size_t number = count_findings(report, level);
    if (number > 0) found.push_back(plural(number, noun));
  };
  count(Level::kError, "error");
  count(Level::kWarning, "warning");
  const NoteCounts counts = count_notes(report);
  std::vector<std::string> parts;
  if (!found.empty()) parts.push_back(fmt::format("{}", fmt::join(found, ", ")));
  if (found.empty()) parts.push_back(up_to_date_text(report, counts));
  if (parts.front().empty()) parts.clear();
  const std::vector<std::string> noted = notes_texts(counts);
  parts.insert(parts.end(), noted.begin(), noted.end());
  const bool is_elsewhere = !noted.empty() && notes == Notes::kElsewhere;
  return checked + fmt::format("{}", fmt::join(parts, "; ")) +
         (is_elsewhere ? " (see the summary)" : "");
}

}  // namespace l10n_drift
