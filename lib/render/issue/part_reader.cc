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
// Another part may follow in the same text. When a part comes back from GitHub, its last line end
// may be missing, or all lines may end with CRLF.
//
// People write into the pieces, too, and delete half of the comments around them. The marks of our
// lines (line_marks.cc) tell then what is whose: in a piece, what we did not write goes below it;
// outside of one, if comments are missing, what we wrote is dropped. A body without marks comes
// from an earlier version, and is refused if its comments do not match.

#include "render/issue/part_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "l10n_drift/error.h"
#include "render/issue/encoding.h"
#include "render/issue/line_marks.h"
#include "text/lines.h"
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

// A line of a body, or what stands on a line beside our comments.
struct BodyLine {
  enum class Kind { kText, kBegin, kEnd } kind;
  std::string text;  // With its end; of what begins a piece, the name of the section.
  std::size_t number;
};

// The lines of a part, and of what stood between it and the part before.
class PartLines {
 public:
  // Reads what stands around `lines`: whose each is, and which boxes are ticked. `fail(number,
  // what)` throws the error of a line.
  using Fail = std::function<void(std::size_t number, const char* what)>;

  PartLines(const std::vector<BodyLine>& lines, IssuePart& part, const Fail& fail)
      : lines_(lines), part_(part), marks_(part.marker.lines), fail_(fail) {
    for (const IssueFile& file : part.marker.files) own_labels_.insert(file.labels.front());
    look_for_damage();
  }

  // Whether there is a piece. `between` gets what stands above the first one.
  bool read(std::string& between) {
    for (const BodyLine& line : lines_) {
      if (line.kind == BodyLine::Kind::kBegin) {
        end_people(between);
        piece_ = line.text;
        last_piece_ = line.text;
        has_pieces_ = true;
      } else if (line.kind == BodyLine::Kind::kEnd) {
        piece_.reset();
      } else {
        read_text(line.text);
      }
    }
    if (has_pieces_ && !added_.empty()) end_people(between);
    part_.text.foot = unless_blank(std::exchange(people_, {}));
    return has_pieces_;
  }

 private:
  // Somebody deleted half of the comments around a piece; or all of them, and then there are files
  // whose items stand outside of all pieces. Which lines are ours, their marks tell.
  void look_for_damage() {
    bool is_within = false;
    const BodyLine* last = nullptr;
    std::set<std::string> within;
    std::set<std::string> outside;
    for (const BodyLine& line : lines_) {
      if (line.kind == BodyLine::Kind::kText) {
        const auto item = read_item_line(line.text, is_own_label());
        if (item && !item->label.empty()) (is_within ? within : outside).insert(item->label);
        continue;
      }
      const bool begins = line.kind == BodyLine::Kind::kBegin;
      if (begins == is_within) {
        damage(line,
               begins ? "begins a piece within another" : "ends a piece that has no beginning");
      }
      is_within = begins;
      last = &line;
    }
    if (is_within) damage(*last, "begins a piece that has no end");
    is_damaged_ |= !marks_.empty() &&
                   !std::includes(within.begin(), within.end(), outside.begin(), outside.end());
  }

  void damage(const BodyLine& line, const char* what) {
    is_damaged_ = true;
    if (marks_.empty()) fail_(line.number, what);
  }

  void read_text(const std::string& text) {
    const bool is_blank_line = is_blank(text);
    const bool is_ours = !marks_.empty() && !is_blank_line && marks_.has(text);
    if (!piece_ && !(is_damaged_ && (is_ours || is_own_item(text)))) {
      people_ += text;
      return;
    }
    auto item = read_item_line(text, is_own_label());
    if (item && !is_ours && !marks_.empty()) add_words(*item);
    if (!item && !is_ours && !is_blank_line && !marks_.empty()) added_ += text;
    if (item) part_.items.push_back(*std::move(item));
  }

  IsOurLabel is_own_label() const {
    return [this](const std::string& label) { return own_labels_.contains(label); };
  }

  bool is_own_item(const std::string& text) const {
    const auto item = read_item_line(text, is_own_label());
    return item && !item->label.empty();
  }

  void add_words(const ItemLine& item) {
    const std::set<std::string> none;
    const std::string words =
        marks_.words_of_people(item.text, item.label.empty() ? own_labels_ : none);
    if (words.empty()) return;
    added_ += item.label.empty() ? fmt::format("- {}", words)
                                 : fmt::format("- {}: {}", item.label, words);
    added_ += part_.crlf ? "\r\n" : "\n";
  }

  // What people wrote up to here, below the last piece, what they wrote into it first; or above the
  // first piece.
  void end_people(std::string& between) {
    std::string text = unless_blank(std::exchange(people_, {}));
    if (!has_pieces_) {
      between = std::move(text);
      return;
    }
    if (!added_.empty()) {
      const std::string line_end = part_.crlf ? "\r\n" : "\n";
      if (!is_blank_start(text)) text.insert(0, line_end);
      text.insert(0, line_end + std::exchange(added_, {}));
    }
    if (!text.empty()) part_.text.after[last_piece_] += text;
  }

  static bool is_blank_start(const std::string& text) {
    return text.starts_with('\n') || text.starts_with("\r\n");
  }

  const std::vector<BodyLine>& lines_;
  IssuePart& part_;
  LineMarks marks_;
  const Fail& fail_;
  std::set<std::string> own_labels_;
  bool is_damaged_ = false;
  bool has_pieces_ = false;
  std::optional<std::string> piece_;
  std::string last_piece_;
  std::string people_;  // What stands outside of pieces, since the last one.
  std::string added_;   // What people wrote into the last one.
};

class PartReader {
 public:
  explicit PartReader(const IssueText& text)
      : name_(text.name), rest_(without_byte_order_mark(text.text)) {}

  std::vector<IssuePart> read() {
    while (!rest_.empty()) read_line();
    const bool has_pieces = std::any_of(lines_.begin(), lines_.end(), [](const BodyLine& line) {
      return line.kind != BodyLine::Kind::kText;
    });
    if (has_pieces) fail("the marker is missing, the line that begins with '<!-- l10n-drift: '");
    if (parts_.empty()) {
      fail("it has no marker of l10n-drift", "leave out --previous for the first body");
    }
    std::string end;
    for (const BodyLine& line : lines_) end += line.text;
    parts_.back().text.end = unless_blank(std::move(end));
    return std::move(parts_);
  }

 private:
  [[noreturn]] void fail(const std::string& what, const char* hint = kHintForEdits) const {
    throw Error(fmt::format("cannot take {} for a previous body: {}", in_quotes(name_), what),
                hint);
  }

  // Takes a line, and the comments of ours in it. What stands on a line beside one is people's.
  void read_line() {
    const std::size_t end = rest_.find('\n');
    std::string_view line = rest_.substr(0, end == rest_.npos ? end : end + 1);
    rest_.remove_prefix(line.size());
    bool has_comment = false;
    while (take_comment(line)) has_comment = true;
    if (!line.empty() && !(has_comment && is_blank(line))) add_text(line);
    ++number_;
  }

  void add_text(std::string_view text) {
    lines_.push_back({BodyLine::Kind::kText, std::string(text), number_});
  }

  // Where a comment of ours begins in the line; npos if there is none. Words of people may stand
  // before it, but no code, no escape and no quote: there it may be a part of a name or of a
  // subject, which are foreign text.
  static std::size_t find_comment(std::string_view line) {
    const std::size_t at =
        std::min({line.find(kPieceBegin), line.find(kPieceEnd), line.find(kMarkerBegin)});
    const bool is_foreign = line.substr(0, at).find_first_of("`\\>") != line.npos;
    return is_foreign ? line.npos : at;
  }

  // Takes the first comment of ours in the line, and what stands before it.
  bool take_comment(std::string_view& line) {
    const std::size_t at = find_comment(line);
    if (at == line.npos) return false;
    const std::string_view before = line.substr(0, at);
    if (!is_blank(before)) add_text(std::string(before) + '\n');
    line.remove_prefix(at);
    const std::size_t end = line.find(kMarkerEnd);
    if (end == line.npos) fail(fmt::format("line {} is a marker without an end", number_));
    const std::string comment(line.substr(0, end + kMarkerEnd.size()));
    line.remove_prefix(comment.size());
    is_crlf_ |= line == "\r\n";
    if (comment.starts_with(kPieceBegin)) {
      const std::size_t length = end - kPieceBegin.size();
      lines_.push_back(
          {BodyLine::Kind::kBegin, comment.substr(kPieceBegin.size(), length), number_});
    } else if (comment.starts_with(kPieceEnd)) {
      lines_.push_back({BodyLine::Kind::kEnd, "", number_});
    } else {
      end_part(comment.substr(kMarkerBegin.size(), end - kMarkerBegin.size()));
    }
    return true;
  }

  void end_part(const std::string& json) {
    const std::string place = fmt::format("{}, line {}", in_quotes(name_), number_);
    IssuePart part;
    part.crlf = std::exchange(is_crlf_, false);
    part.marker = parse_marker(json, place);
    const PartLines::Fail fail_at = [this](std::size_t number, const char* what) {
      fail(fmt::format("line {} {}", number, what));
    };
    std::string above;
    if (!PartLines(lines_, part, fail_at).read(above)) {
      fail(fmt::format("line {} has a marker with nothing above it", number_));
    }
    // What stands between two parts belongs to the former.
    if (parts_.empty()) {
      part.text.before = std::move(above);
    } else {
      parts_.back().text.end = without_blank_end(std::move(above));
    }
    lines_.clear();
    parts_.push_back(std::move(part));
  }

  const std::string& name_;
  std::string_view rest_;
  std::size_t number_ = 1;
  std::vector<IssuePart> parts_;
  std::vector<BodyLine> lines_;  // Since the last part.
  bool is_crlf_ = false;         // Whether comments of ours end with CRLF.
};

}  // namespace

std::vector<IssuePart> read_parts(const IssueText& text) {
  if (is_blank(without_byte_order_mark(text.text))) return {};
  check_encoding(text);
  return PartReader(text).read();
}

}  // namespace l10n_drift
