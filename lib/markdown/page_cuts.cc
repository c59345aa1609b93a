#include "markdown/page_cuts.h"

#include <algorithm>

#include "markdown/shortcode_closings.h"

namespace l10n_drift {
namespace {

// Whether the line above is blank, or there is none.
bool line_is_below_blank(std::string_view page, std::size_t at) {
  if (at == 0) return true;
  std::size_t end = at - 1;  // Of the line above.
  while (end > 0 && (page[end - 1] == ' ' || page[end - 1] == '\t')) --end;
  return end == 0 || page[end - 1] == '\n';
}

// Whether the line that `rest` begins with is a heading, for a parser that has nothing open.
bool is_heading_at_front(std::string_view rest) {
  const std::size_t level = std::min(rest.find_first_not_of('#'), rest.size());
  return level >= 1 && level <= 6 &&
         (level == rest.size() || std::string_view(" \t\n").find(rest[level]) != rest.npos);
}

// Whether text or a fence begins here, at the margin. Digits begin items, too, and so may '*'; '{'
// begins a shortcode, which is no text where it has a line to itself.
bool is_text_at_front(std::string_view rest) {
  if (rest.empty() || std::string_view(" \t\n#>-+=<{:0123456789").find(rest[0]) != rest.npos) {
    return false;
  }
  const char next = rest.size() > 1 ? rest[1] : '\n';
  return rest[0] != '*' || (next != ' ' && next != '\t' && next != '\n');
}

}  // namespace

bool may_cut_at(std::string_view page, std::size_t at) {
  const std::string_view rest = page.substr(at);
  return is_heading_at_front(rest) || (is_text_at_front(rest) && line_is_below_blank(page, at));
}

PageCuts::PageCuts(std::string_view page) : page_(page) {
  const ShortcodeClosings closings(page);
  if (closings.empty()) return;
  for (std::size_t at = page.find("{{"); at != page.npos; at = page.find("{{", at + 2)) {
    const auto closing = closings.first(ShortcodeClosings::name_at(page.substr(at)), at);
    if (!closing) continue;
    const std::size_t end = wrappers_.empty() ? 0 : wrappers_.back().end;
    wrappers_.push_back({at, std::max(end, *closing)});
  }
}

bool PageCuts::place_is_wrapped(std::size_t at) const {
  const auto below = std::lower_bound(
      wrappers_.begin(), wrappers_.end(), at,
      [](const Wrapper& wrapper, std::size_t place) { return wrapper.begin < place; });
  return below != wrappers_.begin() && (below - 1)->end > at;
}

bool PageCuts::may_cut_at(std::size_t at) const {
  return l10n_drift::may_cut_at(page_, at) && !place_is_wrapped(at);
}

std::size_t PageCuts::next(std::size_t at) const {
  for (std::size_t line = page_.find('\n', at); line != page_.npos;
       line = page_.find('\n', line + 1)) {
    if (line + 1 < page_.size() && may_cut_at(line + 1)) return line + 1;
  }
  return page_.size();
}

}  // namespace l10n_drift
