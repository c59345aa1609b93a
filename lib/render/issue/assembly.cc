#include "render/issue/assembly.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/issue/line_marks.h"
#include "text/characters.h"

namespace l10n_drift {
namespace {

constexpr std::string_view kNothingLeft = "Nothing is listed here now.\n\n";

std::string begin_line(const std::string& name) {
  return fmt::format("{}{}{}\n", kPieceBegin, name, kMarkerEnd);
}

std::string end_line() { return fmt::format("{}\n", kPieceEnd); }

// The title in the first part, and what stands in each.
std::string head_lines(const IssueFrame& frame, std::size_t number, std::size_t parts) {
  const std::string which = parts == 1 ? "" : fmt::format(", part {} of {}", number, parts);
  return fmt::format("{}{}{}.\n\n", number == 1 ? frame.title : "", frame.subject, which);
}

// What stands in a part without pieces.
std::string lines_without_pieces(const std::string& head) {
  return begin_line("rest") + head + std::string(kNothingLeft) + end_line();
}

std::vector<IssueFile> files_of(const PartPlan& plan) {
  std::vector<IssueFile> files;
  for (const Piece& piece : plan.pieces) {
    for (std::size_t i = piece.begin; i < piece.end; ++i) {
      files.push_back(*piece.section->items[i].file);
    }
  }
  return files;
}

// What the first part alone has to remember.
IssueMarker marker_of(const IssueFrame& frame, std::size_t number) {
  IssueMarker marker = frame.marker;
  if (number == 1) return marker;
  marker.all.clear();
  marker.past.clear();
  return marker;
}

// How long the marks of all lines of a text are.
std::size_t marks_length(std::string_view text) {
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  return lines * kLineMarkLength;
}

std::size_t length_with_marks(std::string_view text) {
  return browser_length(text) + marks_length(text);
}

class Assembler {
 public:
  Assembler(const IssueFrame& frame, std::size_t parts) : frame_(frame), parts_(parts) {}

  // `number` counts from 1.
  std::string part(const PartPlan& plan, const PeopleText& text, std::size_t number) const {
    IssueMarker marker = marker_of(frame_, number);
    marker.part = number;
    marker.parts = parts_;
    marker.empty_since = plan.empty_since;
    marker.files = files_of(plan);
    std::string body = text.before + plan.above;
    std::string all_lines;
    std::string head = head_lines(frame_, number, parts_);
    std::string below;
    for (const Piece& piece : plan.pieces) {
      if (&piece != &plan.pieces.front()) body += below.empty() ? ours("\n") : below;
      const std::string lines = std::exchange(head, {}) + lines_of(piece);
      all_lines += lines;
      body += ours(begin_line(piece.section->name) + lines + end_line());
      below = piece.below;
    }
    if (plan.pieces.empty()) {
      all_lines = head + std::string(kNothingLeft);
      body += ours(lines_without_pieces(head));
    }
    marker.lines = line_marks(all_lines);
    below += text.foot;
    body += below.empty() ? ours("\n") : below;
    body += ours(render_marker(marker) + '\n') + text.end;
    if (body.back() != '\n') body += ours("\n");
    return body;
  }

 private:
  static std::string lines_of(const Piece& piece) {
    const IssueSection& section = *piece.section;
    std::string lines = piece.begin == 0 ? section.opening : section.continued;
    for (std::size_t i = piece.begin; i < piece.end; ++i) lines += section.items[i].text;
    return lines + section.closing;
  }

  // Ends the lines as the body has it. It is the same to `browser_length`.
  std::string ours(const std::string& lines) const {
    if (!frame_.crlf) return lines;
    std::string result;
    for (const char c : lines) result += c == '\n' ? "\r\n" : std::string(1, c);
    return result;
  }

  const IssueFrame& frame_;
  std::size_t parts_;
};

}  // namespace

std::vector<std::string> assemble_parts(const IssueFrame& frame, const std::vector<PartPlan>& plans,
                                        const std::vector<PeopleText>& texts) {
  std::vector<std::string> bodies;
  const Assembler assembler(frame, plans.size());
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const PeopleText text = i < texts.size() ? texts[i] : PeopleText{};
    bodies.push_back(assembler.part(plans[i], text, i + 1));
  }
  return bodies;
}

std::size_t browser_length(std::string_view text) {
  std::size_t ends = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    ends += text[i] == '\n' && (i == 0 || text[i - 1] != '\r');
  }
  return count_characters(text) + ends;
}

std::size_t empty_part_length(const IssueFrame& frame, std::size_t number, const PeopleText& text) {
  IssueMarker marker = marker_of(frame, number);
  marker.part = kMostParts;
  marker.parts = kMostParts;
  marker.lines = " ";  // Its name, and that of nothing else.
  return length_with_marks(lines_without_pieces(head_lines(frame, number, kMostParts)) + "\n\n") +
         browser_length(std::to_string(kMostParts)) + browser_length(render_marker(marker)) +
         browser_length(text.before) + browser_length(text.foot) + browser_length(text.end) +
         browser_length("\n");
}

std::size_t empty_piece_length(const IssueSection& section) {
  return length_with_marks(begin_line(section.name) + end_line() + section.closing + '\n') +
         std::max(length_with_marks(section.opening), length_with_marks(section.continued));
}

std::size_t item_length(const SectionItem& item) {
  return length_with_marks(item.text) + marker_entry_length(*item.file);
}

}  // namespace l10n_drift
