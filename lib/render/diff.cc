#include "l10n_drift/diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "render/drift_text.h"
#include "render/hunks.h"
#include "render/page_sentences.h"
#include "render/paint.h"
#include "render/stale_text.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {

namespace {

struct Names {
  std::string from;
  std::string to;
};

// Which of the two diffs of a page something belongs to.
enum class DiffPart { kLeftOpen, kChangedSince };

// Nobody shall take it for what is to be removed.
std::string surplus_note(std::size_t count) {
  return fmt::format(". The source had {0} before, or the translators added {0}.",
                     count == 1 ? "it" : "them");
}

// One page of the diff. Its lines that begin with '#' are passed over by programs that read diffs,
// as they stand in front of a header.
class PageText {
 public:
  PageText(const TranslationDiff& diff, const DiffReport& report, Color color)
      : diff_(diff), file_(diff.page.file), report_(report), color_(color) {}

  std::string text() const {
    const std::string open = open_diff();
    const std::string places = part_places(DiffPart::kChangedSince);
    const std::string since = change_since();
    const bool has_heading = !places.empty() || (!open.empty() && !since.empty());
    return fate() + other_kind() + open +
           (has_heading ? part_heading(DiffPart::kChangedSince, !open.empty()) : "") + places +
           since;
  }

 private:
  // What became of a source that is gone, and what is to be done.
  std::string fate() const {
    if (!has_lost_source(file_)) return {};
    PageStatusReport status;
    status.base = report_.base;
    status.branch = report_.branch;
    std::string text = remark(status_reason(diff_.page, status), kBold);
    for (const std::string& command : mending_commands(diff_.page, report_.base)) {
      text += remark("  Next: " + command, {});
    }
    return text;
  }

  // Hunks alone would not tell that there may be more to do.
  std::string other_kind() const {
    if (has_lost_source(file_) || !file_.is_of_other_kind || file_.binary || file_.verbatim)
      return {};
    return remark(fmt::format("{} is of a kind that is not looked into: only its history counts.",
                              quote_path(file_.translation)),
                  {});
  }

  std::string open_diff() const {
    const std::string places = part_places(DiffPart::kLeftOpen);
    if (places.empty()) return {};
    std::string text = part_heading(DiffPart::kLeftOpen, true) + places;
    if (diff_.open_hunks.empty()) return text;
    const Names names{quote_path("a/" + diff_.new_source), quote_path("b/" + diff_.new_source)};
    return text + git_header(names) + hunks_text(names, diff_.open_hunks, DiffPart::kLeftOpen);
  }

  // The header of git's own (diff.c, "fill_metainfo" and "builtin_diff"): both names, the blobs,
  // and the names again above the hunks. A rename needs no lines of its own, since both names are
  // there.
  std::string change_since() const {
    if (diff_.old_blob.empty() || diff_.old_blob == diff_.new_blob) return {};
    const Names names{quote_path("a/" + diff_.old_source), quote_path("b/" + diff_.new_source)};
    const std::string header =
        git_header(names) +
        header_line(fmt::format("index {}..{}", diff_.old_blob, diff_.new_blob));
    if (!diff_.sizes) return header + hunks_text(names, diff_.hunks, DiffPart::kChangedSince);
    return header + fmt::format("Binary files {} and {} differ\n", names.from, names.to);
  }

  std::string part_heading(DiffPart part, bool has_other_part) const {
    if (part == DiffPart::kLeftOpen) {
      return remark("Left open when the translation was last updated:", kBold);
    }
    return remark(has_other_part ? "Changed since then:" : "Changed in the source:", kBold);
  }

  // What each place was and is, in words, above the hunks: of these, one may show several places,
  // and none shows what only the translation has.
  std::string part_places(DiffPart part) const {
    std::vector<StaleBlock> blocks;
    std::copy_if(file_.stale.begin(), file_.stale.end(), std::back_inserter(blocks),
                 [&](const StaleBlock& block) {
                   return block.before_last_touch == (part == DiffPart::kLeftOpen);
                 });
    std::string text;
    for (const StaleRun& run : stale_runs(blocks)) {
      const bool is_surplus = run.block.change == StaleChange::kOnlyInTranslation;
      text += fmt::format("#   {}: {}{}\n", place_text(run.block), run_text(run),
                          is_surplus ? surplus_note(run.count) : "");
      for (const auto& [label, quote] : quotes_of(run)) {
        text += fmt::format("#     {}: {}\n", label, printable(quote));
      }
    }
    return text;
  }

  // Nothing where pages were not looked into, or compared with what the user says: there, nobody
  // has asked what was open before.
  std::string hunk_heading(DiffPart part) const {
    if (!report_.with_blocks || !file_.last_touch) return {};
    return fmt::format("{} the last touch, {} of {}",
                       part == DiffPart::kLeftOpen ? "left open by" : "changed since",
                       short_id(file_.last_touch->commit), day_of(file_.last_touch->date));
  }

  std::string git_header(const Names& names) const {
    return header_line(fmt::format("diff --git {} {}", names.from, names.to));
  }

  std::string hunks_text(const Names& names, const std::string& hunks, DiffPart part) const {
    return header_line("--- " + names.from) + header_line("+++ " + names.to) +
           hunks_for_people(hunks, hunk_heading(part), color_);
  }

  std::string header_line(const std::string& line) const {
    return paint(line, kBold, color_) + '\n';
  }

  std::string remark(const std::string& text, std::string_view sgr) const {
    return paint("# " + text, sgr, color_) + '\n';
  }

  const TranslationDiff& diff_;
  const FileReport& file_;
  const DiffReport& report_;
  Color color_;
};

// Whether a reader has to be told which page a part of the output is about.
bool has_several(const DiffReport& report) {
  return report.pages.size() > 1 || !report.folders.empty();
}

}  // namespace

std::string render_diff(const DiffReport& report, Color color) {
  std::string text;
  for (const TranslationDiff& diff : report.pages) {
    const std::string page = has_news(diff) ? PageText(diff, report, color).text() : "";
    if (page.empty()) continue;
    if (has_several(report)) {
      if (!text.empty()) text += '\n';
      text += paint("# " + quote_path(diff.page.file.translation), kBoldCyan, color) + '\n';
    }
    text += page;
  }
  return text;
}

std::string render_diff_stat(const DiffReport& report) {
  std::string text;
  for (const TranslationDiff& diff : report.pages) {
    const FileReport& file = diff.page.file;
    const std::string translation =
        has_several(report) ? fmt::format(" ({})", quote_path(file.translation)) : "";
    const auto add_line = [&](const std::string& path, const std::string& what) {
      text += fmt::format("{} {}{}\n", quote_path(path), what, translation);
    };
    if (open_changes(file) > 0) {
      add_line(diff.new_source, plural(open_changes(file), "open change"));
    }
    if (!diff.old_blob.empty()) {
      add_line(diff.new_source, diff.sizes ? shortstat(*diff.sizes) : shortstat(diff.counts));
    } else if (file.status == Status::kDeleted) {
      add_line(file.source, "is deleted");
    }
  }
  return text;
}

}  // namespace l10n_drift
