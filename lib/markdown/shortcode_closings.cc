#include "markdown/shortcode_closings.h"

#include <algorithm>

#include "text/lines.h"

namespace l10n_drift {

std::string_view ShortcodeClosings::name_at(std::string_view tag) {
  tag.remove_prefix(skip_all(tag, 3, " \t\n/"));
  return tag.substr(0, tag.find_first_of(" \t\n>%"));
}

ShortcodeClosings::ShortcodeClosings(std::string_view page) {
  for (std::size_t at = page.find("{{"); at != page.npos; at = page.find("{{", at + 2)) {
    const std::string_view rest = page.substr(at);
    if (!rest.starts_with("{{<") && !rest.starts_with("{{%")) continue;
    if (rest.substr(skip_all(rest, 3, " \t\n")).starts_with('/'))
      places_[name_at(rest)].push_back(at);
  }
  if (places_.empty()) return;
  for (std::size_t at = page.find("\n#"); at != page.npos; at = page.find("\n#", at + 2)) {
    headings_.push_back(at);
  }
}

std::optional<std::size_t> ShortcodeClosings::first(std::string_view name, std::size_t at) const {
  const auto places = places_.find(name);
  if (places == places_.end()) return {};
  const auto place = std::lower_bound(places->second.begin(), places->second.end(), at);
  if (place == places->second.end()) return {};
  if (is_silent(name)) return *place;
  const auto heading = std::lower_bound(headings_.begin(), headings_.end(), at);
  if (heading != headings_.end() && *place >= *heading) return {};
  return *place;
}

}  // namespace l10n_drift
