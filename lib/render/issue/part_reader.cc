// This is what a part looks like. We write it, and people edit it:
//
//     text                                    PeopleText::before
//     <!-- l10n-drift-begin: head -->
//     ...                                     a piece, which is ours: only ticks are read
//     <!-- l10n-drift-end -->
//     text                                    PeopleText::after["head"]
//     <!-- l10n-drift-begin: M -->
//     1. [x] M1. ...
//     <!-- l10n-drift-end -->
//     text                                    PeopleText::foot
//     <!-- l10n-drift: {...} -->              IssueMarker: the part is whole
//     text                                    PeopleText::end
//
// Another part may follow in the same text. Each of these comments begins a line. When a part comes
// back from GitHub, its last line end may be missing, or all lines may end with CRLF.

#include "render/issue/part_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "l10n_drift/error.h"
#include "render/issue/encoding.h"
#include "text/path_text.h"

namespace l10n_drift {
namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

// Blank lines alone are not what people wrote.
std::string unless_blank(std::string text) { return is_blank(text) ? "" : std::move(text); }

constexpr char kHintForEdits[] = "take the body from before that edit; GitHub keeps all versions";

// The text with one line end. Whoever joins parts may put blank lines between them, and without
// this there would be more of them each time.
std::string without_blank_end(std::string text) {
  const std::size_t last = text.find_last_not_of("\r\n");
  const std::size_t end = last == text.npos ? text.npos : text.find('\n', last);
  if (end != text.npos) text.resize(end + 1);
  return text;
}

class PartReader {
 public:
  explicit PartReader(const IssueText& text)
      : name_(text.name), rest_(without_byte_order_mark(text.text)) {}

  std::vector<IssuePart> read() {
    while (!rest_.empty()) {
      if (rest_.starts_with(kPieceBegin)) {
        begin_piece();
      } else if (rest_.starts_with(kPieceEnd)) {
        end_piece();
      } else if (rest_.starts_with(kMarkerBegin)) {
        end_part();
      } else {
        read_line();
      }
    }
    if (piece_) fail("a piece has a beginning and no end");
    if (has_pieces_) fail("the marker is missing, the line that begins with '<!-- l10n-drift: '");
    if (parts_.empty()) {
      fail("it has no marker of l10n-drift", "leave out --previous for the first body");
    }
    parts_.back().text.end = unless_blank(std::move(people_));
    return std::move(parts_);
  }

 private:
  [[noreturn]] void fail(const std::string& what, const char* hint = kHintForEdits) const {
    throw Error(fmt::format("cannot take {} for a previous body: {}", in_quotes(name_), what),
                hint);
  }

  std::string take(std::size_t length) {
    std::string text(rest_.substr(0, length));
    line_ += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    rest_.remove_prefix(text.size());
    return text;
  }

  std::string take_line() {
    const std::size_t end = rest_.find('\n');
    return take(end == rest_.npos ? rest_.size() : end + 1);
  }

  // Takes the rest of a marker's line, unless something stands there.
  void take_line_end() {
    const std::size_t end = rest_.find_first_not_of(" \t\r");
    if (end == rest_.npos || rest_[end] == '\n') part_.crlf |= take_line().ends_with("\r\n");
  }

  // Takes a hidden comment, which begins with `begin`, and returns what stands in it.
  std::string take_content(std::string_view begin) {
    const std::size_t end = rest_.find(kMarkerEnd);
    if (end >= rest_.find('\n')) fail(fmt::format("line {} is a marker without an end", line_));
    const std::string marker = take(end + kMarkerEnd.size());
    take_line_end();
    return marker.substr(begin.size(), end - begin.size());
  }

  void begin_piece() {
    if (piece_) fail(fmt::format("line {} begins a piece within another", line_));
    std::string text = unless_blank(std::exchange(people_, {}));
    if (!has_pieces_) {
      // What stands between two parts belongs to the former.
      if (parts_.empty()) {
        part_.text.before = std::move(text);
      } else {
        parts_.back().text.end = without_blank_end(std::move(text));
      }
    } else if (!text.empty()) {
      part_.text.after[last_piece_] += text;
    }
    piece_ = take_content(kPieceBegin);
    has_pieces_ = true;
  }

  void end_piece() {
    if (!piece_) fail(fmt::format("line {} ends a piece that has no beginning", line_));
    last_piece_ = *std::exchange(piece_, {});
    take(kPieceEnd.size());
    take_line_end();
  }

  void end_part() {
    if (piece_) fail(fmt::format("line {} has the marker within a piece", line_));
    if (!has_pieces_) fail(fmt::format("line {} has a marker with nothing above it", line_));
    const std::string place = fmt::format("{}, line {}", in_quotes(name_), line_);
    part_.text.foot = unless_blank(std::exchange(people_, {}));
    part_.marker = parse_marker(take_content(kMarkerBegin), place);
    parts_.push_back(std::exchange(part_, {}));
    has_pieces_ = false;
  }

  void read_line() {
    std::string line = take_line();
    if (!piece_) {
      people_ += line;
    } else if (auto ticked = read_ticked_line(line)) {
      part_.ticked.push_back(*std::move(ticked));
    }
  }

  const std::string& name_;
  std::string_view rest_;
  std::size_t line_ = 1;
  std::vector<IssuePart> parts_;
  IssuePart part_;
  bool has_pieces_ = false;  // Of `part_`.
  std::optional<std::string> piece_;
  std::string last_piece_;
  std::string people_;
};

}  // namespace

std::vector<IssuePart> read_parts(const IssueText& text) {
  if (is_blank(without_byte_order_mark(text.text))) return {};
  check_encoding(text);
  return PartReader(text).read();
}

}  // namespace l10n_drift
