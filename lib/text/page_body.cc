#include "text/page_body.h"

#include "text/lines.h"

namespace l10n_drift {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_fence(std::string_view line, std::string_view fence) {
  return line.starts_with(fence) && line.find_first_not_of(" \t\r", fence.size()) == line.npos;
}

}  // namespace

std::size_t front_matter_size(std::string_view page) {
  std::string_view rest = page;
  if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  const std::string_view fence = rest.substr(0, 3);
  if ((fence != "---" && fence != "+++") || !is_fence(take_line(rest), fence)) return 0;
  while (!rest.empty()) {
    if (is_fence(take_line(rest), fence)) return page.size() - rest.size();
  }
  return 0;
}

std::optional<FrontMatterText> front_matter_text(std::string_view page) {
  std::string_view whole = page.substr(0, front_matter_size(page));
  if (whole.empty()) return {};
  const std::size_t at = whole.find('\n') + 1;
  if (whole.ends_with('\n')) whole.remove_suffix(1);
  const std::size_t end = whole.rfind('\n') + 1;
  return FrontMatterText{at, page.substr(at, end - at), whole.find("+++") < at};
}

std::string_view page_body(std::string_view page) {
  const std::string_view body = page.substr(front_matter_size(page));
  return body.substr(skip_all(body, 0, " \t\r\n"));
}

}  // namespace l10n_drift
