#include "site/ignored_revisions.h"

#include <fmt/format.h>

#include "l10n_drift/error.h"
#include "text/ascii.h"
#include "text/lines.h"
#include "text/path_text.h"
#include "text/shell.h"
#include "values/object_id.h"

namespace l10n_drift {
namespace {

std::string_view without_comment(std::string_view line) {
  return trim_blanks(line.substr(0, line.find('#')));
}

}  // namespace

std::vector<IgnoredRevision> parse_ignored_revisions(std::string_view text,
                                                     const std::string& place) {
  std::vector<IgnoredRevision> revisions;
  text = without_byte_order_mark(text);
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view name = without_comment(take_line(text));
    if (name.empty()) continue;
    ObjectId commit;
    if (!commit.parse_hex(to_lower(name))) {
      throw Error(fmt::format("{} line {}: {} is no full commit hash", in_quotes(place), number,
                              in_quotes(name)),
                  fmt::format("git rev-parse {}", shell_quote(name)));
    }
    revisions.push_back({commit.hex(), number});
  }
  return revisions;
}

}  // namespace l10n_drift
