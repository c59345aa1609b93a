#include "render/issue/overview.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "render/inert_text.h"
#include "render/issue/size.h"
#include "render/issue/status_sections.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// Calls `visit` for each open file, in the order of the body.
template <typename Visit>
void for_each_open(const IssueList& list, const Visit& visit) {
  for (const StatusSection& section : kStatusSections) {
    const auto entries = list.open.find(section.status);
    if (entries == list.open.end()) continue;
    for (const IssueEntry& entry : entries->second) visit(section, entry);
  }
}

std::string revision_line(const Revision& revision) {
  const std::string date = revision.date.empty() ? "" : fmt::format(", {}", day_of(revision.date));
  return fmt::format("{} (`{}`{})", code_span(branch_name(revision.ref)), short_id(revision.commit),
                     date);
}

// "7 open (2 L, 5 XS), 1 ticked, 2 left out, 3 done."
std::string counts_line(const IssueList& list) {
  std::size_t open = 0;
  std::size_t ticked = 0;
  std::array<std::size_t, kSizes.size()> by_size = {};
  for_each_open(list, [&](const StatusSection&, const IssueEntry& entry) {
    ++(entry.file.ticked ? ticked : open);
    const auto size = size_of(*entry.report);
    if (!entry.file.ticked && size) ++by_size.at(*size);
  });
  std::vector<std::string> sizes;
  for (std::size_t i = kSizes.size(); i-- > 0;) {
    if (by_size.at(i) > 0) sizes.push_back(fmt::format("{} {}", by_size.at(i), kSizes.at(i)));
  }
  std::string line = fmt::format("{} open", open);
  if (!sizes.empty()) line += fmt::format(" ({})", fmt::join(sizes, ", "));
  if (ticked > 0) line += fmt::format(", {} ticked", ticked);
  if (!list.left_out.empty()) line += fmt::format(", {} left out", list.left_out.size());
  const std::size_t done = list.done.size() + list.past.size();
  if (done > 0) line += fmt::format(", {} done", done);
  return line + '.';
}

// The ids of what is new, and what has waited longest.
std::string news_line(const IssueList& list) {
  constexpr std::size_t kMostIds = 20;
  std::vector<std::string> ids;
  const IssueEntry* oldest = nullptr;
  for_each_open(list, [&](const StatusSection&, const IssueEntry& entry) {
    if (entry.is_new) ids.push_back(entry.file.labels.front());
    const auto& baseline = entry.report->baseline;
    if (baseline && (oldest == nullptr || baseline->date < oldest->report->baseline->date)) {
      oldest = &entry;
    }
  });
  std::string line;
  if (!ids.empty()) {
    const std::size_t more = ids.size() - std::min(ids.size(), kMostIds);
    ids.resize(ids.size() - more);
    line = fmt::format("New since the last report: {}{}. ", fmt::join(ids, ", "),
                       more == 0 ? "" : fmt::format(" and {} more", more));
  }
  if (oldest != nullptr) {
    line += fmt::format("Out of date the longest is {}: it shows the source of {}.",
                        oldest->file.labels.front(), day_of(oldest->report->baseline->date));
  }
  return line;
}

// What the letters mean that stand in the list.
std::string legend(const IssueList& list) {
  std::vector<std::string> words;
  for (const StatusSection& section : kStatusSections) {
    if (!list.open.contains(section.status)) continue;
    words.push_back(fmt::format("{} {}", section.letter, section.words));
  }
  return fmt::format("Ids: {}. They stay with their files for as long as this issue lives.",
                     fmt::join(words, ", "));
}

// What the sizes mean that stand in the counts or in the list; empty if there are none.
std::string size_legend(const IssueList& list) {
  std::array<bool, kSizes.size()> is_there = {};
  for_each_open(list, [&](const StatusSection&, const IssueEntry& entry) {
    if (const auto size = size_of(*entry.report)) is_there.at(*size) = true;
  });
  std::vector<std::string> words;
  for (std::size_t i = 0; i < kSizes.size(); ++i) {
    if (!is_there.at(i)) continue;
    words.push_back(fmt::format("{} {}{}", kSizes.at(i), size_words(i),
                                i == 0 ? ", or a page without any to look at" : ""));
  }
  if (words.empty()) return "";
  return fmt::format("Sizes, by lines to look at: {}.", fmt::join(words, "; "));
}

}  // namespace

std::string_view branch_name(std::string_view ref) {
  for (const std::string_view remote : {"origin/", "upstream/"}) {
    if (ref.starts_with(remote) && ref.size() > remote.size()) return ref.substr(remote.size());
  }
  return ref;
}

std::string render_overview(const Report& report, const IssueList& list) {
  std::vector<std::string> lines;
  if (!list.open.empty()) {
    lines.emplace_back(
        "Each line is a translation to bring up to date. To take some, name their ids in a "
        "comment; "
        "tick the box when it is done.");
  }
  lines.push_back(fmt::format("Compared: sources of {} with translations of {}.",
                              revision_line(report.base), revision_line(report.branch)));
  lines.push_back(counts_line(list));
  if (std::string news = news_line(list); !news.empty()) lines.push_back(std::move(news));
  if (std::string sizes = size_legend(list); !sizes.empty()) lines.push_back(std::move(sizes));
  if (!list.open.empty()) lines.push_back(legend(list));
  std::string text;
  for (const std::string& line : lines) text += fmt::format("- {}\n", line);
  return text + '\n';
}

}  // namespace l10n_drift
