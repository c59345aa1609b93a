#include "render/hunks.h"

#include <cstddef>
#include <vector>

#include "render/changed_words.h"
#include "render/paint.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

// "@@ -1,2 +1,3 @@", and what stands behind it.
struct HunkHeader {
  std::string_view numbers;
  std::string_view section;
};

HunkHeader split_header(std::string_view line) {
  const std::size_t end = line.find("@@", 2);
  if (end == std::string_view::npos) return {line, {}};
  return {line.substr(0, end + 2), line.substr(end + 2)};
}

std::string header_text(std::string_view line, std::string_view heading, Color color) {
  const auto [numbers, section] = split_header(line);
  const std::string text = paint(numbers, kCyan, color);
  if (heading.empty()) return text + std::string(section);
  return text + ' ' + paint(heading, kYellow, color);
}

// A line that was removed or added, with its mark.
std::string painted_line(std::string_view line, const std::vector<LineStretch>& changed,
                         Color color) {
  const bool is_removed = line.front() == '-';
  const std::string_view plain = is_removed ? kRed : kGreen;
  const std::string_view marked = is_removed ? kMarkedRed : kMarkedGreen;
  std::string text;
  std::size_t at = 0;
  for (const auto& [begin, end] : changed) {
    text += paint(line.substr(at, begin + 1 - at), plain, color);
    text += paint(line.substr(begin + 1, end - begin), marked, color);
    at = end + 1;
  }
  return text + paint(line.substr(at), plain, color);
}

// Lines that belong together, as far as they have been read: removed ones, then added ones.
class Replacement {
 public:
  explicit Replacement(Color color) : color_(color) {}

  // Whether a line that begins like this belongs to it, or to the next one.
  bool goes_on_with(char mark) const {
    return mark == '+' || mark == kRemark || (mark == '-' && lines_.added.empty());
  }

  void add(std::string_view line) {
    text_.push_back(line);
    if (line.front() == '-') lines_.removed.push_back(line.substr(1));
    if (line.front() == '+') lines_.added.push_back(line.substr(1));
  }

  // Its text, and begins anew.
  std::string take() {
    const ChangedWords changed = find_changed_words(lines_);
    auto removed = changed.removed.begin();
    auto added = changed.added.begin();
    std::string text;
    for (const std::string_view line : text_) {
      if (line.front() == kRemark) {
        text += line;
      } else {
        text += painted_line(line, line.front() == '-' ? *removed++ : *added++, color_);
      }
      text += '\n';
    }
    text_.clear();
    lines_ = {};
    return text;
  }

 private:
  static constexpr char kRemark = '\\';  // "\ No newline at end of file".
  Color color_;
  std::vector<std::string_view> text_;
  ReplacedLines lines_;
};

std::string with_headings(std::string_view hunks, std::string_view heading) {
  std::string text;
  while (!hunks.empty()) {
    const std::string_view line = take_line(hunks);
    text += line.front() == '@' ? header_text(line, heading, Color::kOff) : std::string(line);
    text += '\n';
  }
  return text;
}

}  // namespace

std::string hunks_for_people(std::string_view hunks, std::string_view heading, Color color) {
  if (color == Color::kOff) return with_headings(hunks, heading);
  std::string text;
  Replacement replacement(color);
  while (!hunks.empty()) {
    const std::string_view line = take_line(hunks);
    const char mark = line.front();
    if (!replacement.goes_on_with(mark)) text += replacement.take();
    if (replacement.goes_on_with(mark)) {
      replacement.add(line);
    } else {
      text += mark == '@' ? header_text(line, heading, color) : std::string(line);
      text += '\n';
    }
  }
  return text + replacement.take();
}

}  // namespace l10n_drift
