#include "l10n_drift/status_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "render/drift_text.h"
#include "render/file_note.h"
#include "render/paint.h"
#include "render/report_color.h"
#include "render/revision_text.h"
#include "render/text_table.h"
#include "render/totals.h"
#include "text/columns.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

constexpr char kBelow[] = "    ";
constexpr std::size_t kBelowWidth = std::size(kBelow) - 1;
constexpr std::size_t kGap = 2;
// A path column that is narrower tells pages apart no more.
constexpr std::size_t kLeastPath = 40;
constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

// Plain text, as colours take no columns.
struct Facts {
  std::string status;
  std::string severity;
  std::string insertions;
  std::string deletions;
  std::string touched;
};

Facts facts_of(const FileReport& file) {
  const std::string severity = severity_word(file);
  return {in_words(to_string(file.status)), severity.empty() ? "-" : in_words(severity),
          file.counts ? fmt::format("+{}", file.counts->insertions) : "-",
          file.counts ? fmt::format("-{}", file.counts->deletions) : "-",
          file.last_touch ? std::string(day_of(file.last_touch->date)) : "-"};
}

std::size_t changed_lines(const FileReport& file) {
  return file.counts ? file.counts->insertions + file.counts->deletions : 0;
}

// What is not rated may be anything, and so comes first.
int urgency(const FileReport& file) {
  return file.severity ? static_cast<int>(*file.severity) : std::numeric_limits<int>::max();
}

// Dates with their zones cannot be compared as text, but days can, nearly.
std::string last_day(const FileReport& file) {
  return file.last_touch ? std::string(day_of(file.last_touch->date)) : "";
}

void sort_files(std::vector<const FileReport*>& files, TableOrder order) {
  std::stable_sort(files.begin(), files.end(), [&](const FileReport* a, const FileReport* b) {
    switch (order) {
      case TableOrder::kAge:
        return last_day(*a) < last_day(*b);
      case TableOrder::kSize:
        return changed_lines(*a) > changed_lines(*b);
      case TableOrder::kSeverity:
        if (urgency(*a) != urgency(*b)) return urgency(*a) > urgency(*b);
        return changed_lines(*a) > changed_lines(*b);
      case TableOrder::kPath:
        break;
    }
    return false;  // As they are.
  });
}

class Table {
 public:
  Table(const Report& report, const TableOptions& options)
      : report_(report), options_(options), limit_(options.width.value_or(kNoLimit)) {
    measure(header_, "TRANSLATION");
    for (const FileReport& file : report.files) {
      if (needs_attention(file.status)) measure(facts_of(file), quote_path(file.translation));
    }
    fixed_ = widest_.status.size() + widest_.severity.size() + widest_.insertions.size() +
             widest_.deletions.size() + widest_.touched.size() + 5 * kGap;
    path_width_ = limit_ > fixed_ ? std::min(limit_ - fixed_, widest_path_) : 0;
    has_columns_ = path_width_ >= std::min(widest_path_, kLeastPath);
  }

  std::string text() const {
    std::string rows;
    for (const std::string& language : report_.languages) rows += group_text(language);
    if (rows.empty()) return heading() + totals();
    const std::string header =
        has_columns_ ? row_start(header_, {}, true) + bold("TRANSLATION") + '\n' : "";
    const bool has_groups = report_.languages.size() > 1 && !header.empty();
    return heading() + totals() + '\n' + header + (has_groups ? "\n" : "") + rows + totals();
  }

 private:
  void measure(const Facts& facts, const std::string& path) {
    for (const auto cell : {&Facts::status, &Facts::severity, &Facts::insertions, &Facts::deletions,
                            &Facts::touched}) {
      if ((facts.*cell).size() > (widest_.*cell).size()) widest_.*cell = facts.*cell;
    }
    widest_path_ = std::max(widest_path_, count_columns(path));
  }

  std::string bold(const std::string& text) const { return paint(text, kBold, options_.color); }

  // What is compared: the first thing to check when a result looks wrong.
  std::string heading() const {
    std::string text = fmt::format("Translations of {}, sources of {}",
                                   revision_text(report_.branch), revision_text(report_.base));
    if (report_.since) text += ", changes since " + revision_text(*report_.since);
    return lines(text, "", kDim) + '\n';
  }

  // Words in lines that are no longer than the terminal is wide; those behind the first, or all if
  // `first` is indented, begin with blanks.
  std::string lines(const std::string& words, const std::string& first,
                    std::string_view sgr) const {
    const std::size_t room = limit_ > 2 * kBelowWidth ? limit_ - kBelowWidth : limit_;
    std::string text;
    for (const std::string& line : wrap_words(words, room)) {
      text += (text.empty() ? first : kBelow) + paint(line, sgr, options_.color) + '\n';
    }
    return text;
  }

  std::string totals() const {
    std::size_t width = 0;
    for (const std::string& language : report_.languages) width = std::max(width, language.size());
    std::string text;
    for (const std::string& language : report_.languages) {
      const Summary& summary = report_.summaries.at(language);
      const auto per_cent = per_cent_in_sync(summary);
      const std::string share = per_cent ? fmt::format("{}% up to date; ", *per_cent) : "";
      text += total_lines(language, width, share + totals_text(summary));
    }
    return text;
  }

  std::string total_lines(const std::string& language, std::size_t width,
                          const std::string& words) const {
    const std::size_t begin = std::max(width + kGap, kBelowWidth);
    std::string text;
    for (const std::string& line : wrap_words(words, limit_ > begin ? limit_ - begin : limit_)) {
      text += (text.empty() ? bold(pad_right(language, width)) + "  " : kBelow) + line + '\n';
    }
    return text;
  }

  // The cells in front of the path.
  std::string row_start(const Facts& facts, std::string_view sgr, bool is_header) const {
    const auto color = [&](std::string_view own) { return is_header ? kBold : own; };
    return fmt::format(
        "{}  {}  {}  {}  {}  ",
        paint(pad_right(facts.status, widest_.status.size()), color(sgr), options_.color),
        paint(pad_right(facts.severity, widest_.severity.size()), color(""), options_.color),
        paint(pad_left(facts.insertions, widest_.insertions.size()), color(kGreen), options_.color),
        paint(pad_left(facts.deletions, widest_.deletions.size()), color(kRed), options_.color),
        paint(pad_right(facts.touched, widest_.touched.size()), color(""), options_.color));
  }

  std::string row_text(const FileReport& file) const {
    const std::string path = quote_path(file.translation);
    const std::string note = file_note(file);
    if (!has_columns_) return stacked_row(file, path, note);
    std::string text = row_start(facts_of(file), status_color(file.status), false);
    const std::size_t used = fixed_ + std::min(count_columns(path), path_width_);
    text += shorten_path(path, path_width_);
    if (note.empty()) return text + '\n';
    if (used + kGap + count_columns(note) + 2 <= limit_) {
      return text + "  " + paint('(' + note + ')', kDim, options_.color) + '\n';
    }
    return text + '\n' + lines(note, kBelow, kDim);
  }

  // The path on a line of its own, and below it what the columns would say.
  std::string stacked_row(const FileReport& file, const std::string& path,
                          const std::string& note) const {
    std::vector<std::string> words = {in_words(to_string(file.status))};
    const std::string severity = severity_word(file);
    if (!severity.empty()) words.push_back(in_words(severity));
    if (file.counts) {
      words.push_back(fmt::format("+{} -{}", file.counts->insertions, file.counts->deletions));
    }
    if (file.last_touch) {
      words.push_back(fmt::format("touched {}", day_of(file.last_touch->date)));
    }
    std::string text = paint(shorten_path(path, limit_), status_color(file.status), options_.color);
    text += '\n' + lines(fmt::format("{}", fmt::join(words, ", ")), kBelow, "");
    return note.empty() ? text : text + lines(note, kBelow, kDim);
  }

  // The rows of one language, under its name if there are several.
  std::string group_text(const std::string& language) const {
    std::vector<const FileReport*> files;
    for (const FileReport& file : report_.files) {
      if (file.language == language && needs_attention(file.status)) files.push_back(&file);
    }
    if (files.empty()) return "";
    sort_files(files, options_.order);
    std::string text = report_.languages.size() > 1 ? bold(language) + '\n' : "";
    for (const FileReport* file : files) text += row_text(*file);
    return text + '\n';
  }

  const Report& report_;
  const TableOptions& options_;
  std::size_t limit_;
  std::size_t fixed_ = 0;  // Columns in front of the path.
  Facts header_ = {"STATUS", "SEVERITY", "+LINES", "-LINES", "TOUCHED"};
  Facts widest_;
  std::size_t widest_path_ = 0;
  std::size_t path_width_ = 0;
  bool has_columns_ = false;
};

}  // namespace

std::string render_status_table(const Report& report, const TableOptions& options) {
  return Table(report, options).text();
}

}  // namespace l10n_drift
