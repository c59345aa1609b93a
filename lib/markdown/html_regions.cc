#include "markdown/html_regions.h"

#include <algorithm>
#include <vector>

#include "text/lines.h"

namespace l10n_drift {
namespace {

// The name in a line that is one shortcode of this kind and nothing else, with its '/' if it closes
// one; empty for others.
std::string_view name_of_tag(std::string_view line) {
  line.remove_prefix(skip_all(line, 0, " \t"));
  line = line.substr(0, line.find_last_not_of(" \t") + 1);
  const bool is_tag = line.size() > 6 && line.starts_with("{{%") && line.ends_with("%}}") &&
                      line.find("{{", 3) == line.npos;
  if (!is_tag) return {};
  line.remove_prefix(3);
  line.remove_prefix(skip_all(line, 0, " \t"));
  return line.substr(0, line.find_first_of(" \t%"));
}

// Whether each line stands between the two shortcodes of a pair.
std::vector<bool> find_wrapped(const std::vector<std::string_view>& lines) {
  struct Open {
    std::string_view name;
    std::size_t line;
  };
  std::vector<bool> is_wrapped(lines.size());
  std::vector<Open> open;
  struct Pair {
    std::size_t begin;
    std::size_t end;
  };
  std::vector<Pair> pairs;  // By their ends.
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view name = name_of_tag(lines[i]);
    if (!name.empty() && name[0] != '/') open.push_back({name, i});
    if (name.size() < 2 || name[0] != '/') continue;
    const auto opening = std::find_if(open.rbegin(), open.rend(),
                                      [&](const Open& one) { return one.name == name.substr(1); });
    if (opening == open.rend()) continue;
    pairs.push_back({opening->line + 1, i});
    open.erase(opening.base() - 1, open.end());
  }
  // Pairs that stand in others end before them: from the last to the first, each line is marked
  // once.
  std::size_t marked = lines.size();
  for (std::size_t k = pairs.size(); k-- > 0;) {
    const auto& [begin, end] = pairs[k];
    for (std::size_t i = std::min(end, marked); i > begin; --i) is_wrapped[i - 1] = true;
    marked = std::min(marked, begin);
  }
  return is_wrapped;
}

}  // namespace

HtmlRegions split_regions(std::string_view body) {
  if (body.find("{{%") == body.npos) return {std::string(body), {}};
  std::vector<std::string_view> lines;
  for (std::string_view rest = body; !rest.empty();) lines.push_back(take_line(rest));
  const std::vector<bool> is_wrapped = find_wrapped(lines);
  HtmlRegions regions;
  const bool has_markdown =
      std::find(is_wrapped.begin(), is_wrapped.end(), true) != is_wrapped.end();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    (is_wrapped[i] ? regions.markdown : regions.html).append(lines[i]);
    regions.html += '\n';
    regions.markdown += '\n';
  }
  if (!has_markdown) regions.markdown.clear();
  return regions;
}

}  // namespace l10n_drift
