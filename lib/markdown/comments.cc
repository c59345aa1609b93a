#include "markdown/comments.h"

#include <algorithm>

#include "markdown/fences.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

constexpr std::string_view kCommentOpen = "<!--";
constexpr std::string_view kCommentClose = "-->";
constexpr std::string_view kMdxOpen = "{/*";
constexpr std::string_view kMdxClose = "*/}";
// What may stand before it in a line that it begins: blanks, and signs of quotes and of items.
constexpr std::string_view kBeforeComment = " \t>-*+.)0123456789";

}  // namespace

std::string_view Comment::content(std::string_view text) const {
  std::string_view inside = text.substr(begin, end - begin);
  if (inside.starts_with(kMdxOpen) && inside.ends_with(kMdxClose)) {
    return inside.substr(kMdxOpen.size(), inside.size() - kMdxOpen.size() - kMdxClose.size());
  }
  if (inside.size() < kCommentOpen.size() + kCommentClose.size()) return {};  // "<!-->"
  inside.remove_prefix(kCommentOpen.size());
  if (inside.ends_with(kCommentClose)) inside.remove_suffix(kCommentClose.size());
  return inside;
}

std::vector<Comment> find_comments(std::string_view page) {
  std::vector<Comment> comments;
  if (page.find(kCommentOpen) == page.npos) return comments;
  std::string_view fence;
  std::size_t at = 0;
  while (at < page.size()) {
    const std::size_t line_end = std::min(page.find('\n', at), page.size());
    const std::string_view line = page.substr(at, line_end - at);
    if (!fence.empty()) {
      if (closes_fence(line, fence)) fence = {};
    } else if (const std::string_view opened = fence_of(line); !opened.empty()) {
      fence = opened;
    } else if (const std::size_t open = line.find(kCommentOpen); open != line.npos) {
      const std::size_t begin = at + open;
      const bool begins_line = skip_all(line, 0, kBeforeComment) == open;
      const std::size_t close = page.find(kCommentClose, begin + 2);  // "<!-->" is one, too.
      const std::size_t end = close == page.npos ? page.size() : close + kCommentClose.size();
      const bool is_whole =
          begins_line || page.substr(begin, end - begin).find("\n\n") == page.npos;
      if (is_whole) {
        comments.push_back({begin, end, begins_line});
        at = end;
        // What follows in the line may begin another one.
        continue;
      }
    }
    at = line_end + 1;
  }
  return comments;
}

}  // namespace l10n_drift
