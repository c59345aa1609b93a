#include "render/links.h"

#include <fmt/format.h>

#include <cstddef>

#include "render/inert_text.h"
#include "text/ascii.h"

// GitHub has no page that shows what changed in one file between two commits. A comparison of both
// shows every file, up to a limit, and the history of a file all of its commits. But the history
// can begin at a day. So that nothing of the drift is hidden, it is not the day of the baseline:
// branches that were merged later bring older commits along. It is the day before the oldest commit
// that changed the source since, as nobody says in which time zone GitHub's day begins.
//
// An issue that names a pull request, by a link, too, is shown in that pull request, to everybody
// who follows it. GitHub does not do so for links through redirect.github.com.

namespace l10n_drift {
namespace {

constexpr std::string_view kGitHub = "https://github.com/";
constexpr std::string_view kGitHubUnseen = "https://redirect.github.com/";
constexpr std::string_view kMerge = "Merge pull request ";
constexpr std::size_t kMostDigits = 9;

// Whether a character stands for itself anywhere in an address.
bool is_unreserved(char c) {
  return is_alphanumeric(c) || std::string_view("-._~").find(c) != std::string_view::npos;
}

// RFC 3986. Slashes stay, as they part folders, and names of branches.
std::string percent_encode(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    encoded += is_unreserved(c) || c == '/' ? std::string(1, c)
                                            : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

std::string page(const WebPages& web, std::string_view view, std::string_view revision,
                 std::string_view path) {
  return fmt::format("{}/{}/{}/{}", web.repository, view, percent_encode(revision),
                     percent_encode(path));
}

std::string history(const WebPages& web, const FileReport& file) {
  if (file.status == Status::kUntranslated) return page(web, "blob", web.base, file.source);
  const std::string commits = page(web, "commits", web.base, file.source);
  return file.day_before_drift ? commits + "?since=" + *file.day_before_drift : commits;
}

// The digits behind a '#' that `text` begins with; empty if there is no such number.
std::string_view number_at(std::string_view text) {
  if (!text.starts_with('#')) return {};
  text.remove_prefix(1);
  std::size_t length = 0;
  while (length < text.size() && is_digit(text[length])) ++length;
  if (length == 0 || length > kMostDigits || text.front() == '0') return {};
  return text.substr(0, length);
}

// `text` with blanks at its ends, which as foreign text would make it code.
std::string with_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == text.npos) return text.empty() ? "" : " ";
  const std::size_t end = text.find_last_not_of(' ') + 1;
  return std::string(begin > 0 ? " " : "") + escape_text(text.substr(begin, end - begin)) +
         (end < text.size() ? " " : "");
}

// A subject in three pieces; `number` is empty in one that names no pull request.
struct Subject {
  std::string_view before;
  std::string_view number;
  std::string_view after;
};

Subject split(std::string_view subject) {
  if (subject.starts_with(kMerge)) {
    const std::string_view number = number_at(subject.substr(kMerge.size()));
    const std::string_view after =
        subject.substr(kMerge.size() + number.size() + (number.empty() ? 0 : 1));
    if (!number.empty() && (after.empty() || after.front() == ' ')) return {kMerge, number, after};
  }
  const std::size_t open = subject.rfind(" (#");
  if (open != subject.npos && open > 0) {
    const std::string_view number = number_at(subject.substr(open + 2));
    const std::size_t end = open + 3 + number.size();
    if (!number.empty() && subject.substr(end) == ")") {
      return {subject.substr(0, open), number, {}};
    }
  }
  return {subject, {}, {}};
}

}  // namespace

std::string source_link(const std::optional<WebPages>& web, const FileReport& file) {
  if (!web) return path_span(file.source);
  return fmt::format("[{}]({})", path_span(file.source), history(*web, file));
}

std::string translation_link(const std::optional<WebPages>& web, const FileReport& file) {
  if (!web || file.status == Status::kUntranslated) return "";
  return fmt::format(", [translation]({})", page(*web, "blob", web->branch, file.translation));
}

std::string subject_text(const std::optional<WebPages>& web, std::string_view subject) {
  const Subject parts = split(subject);
  if (parts.number.empty() || !web || !web->repository.starts_with(kGitHub)) {
    return escape_text(subject);
  }
  const std::string link = fmt::format("[#{0}]({1}{2}/pull/{0})", parts.number, kGitHubUnseen,
                                       web->repository.substr(kGitHub.size()));
  if (parts.before == kMerge) return std::string(kMerge) + link + with_blanks(parts.after);
  return with_blanks(parts.before) + " (" + link + ')';
}

}  // namespace l10n_drift
