#include "render/issue/assembly.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "text/characters.h"

namespace l10n_drift {
namespace {

constexpr std::string_view kRest = "Nothing is listed here any more.\n\n";

std::string begin_line(const std::string& name) {
  return fmt::format("{}{}{}\n", kPieceBegin, name, kMarkerEnd);
}

std::string end_line() { return fmt::format("{}\n", kPieceEnd); }

// The title in the first part, and what stands in each.
std::string head_lines(const IssueFrame& frame, std::size_t number, std::size_t parts) {
  const std::string which = parts == 1 ? "" : fmt::format(", part {} of {}", number, parts);
  return fmt::format("{}{}{}.\n\n", number == 1 ? frame.title : "", frame.subject, which);
}

// In place of all chunks.
std::string rest_lines(const std::string& head) {
  return begin_line("rest") + head + std::string(kRest) + end_line();
}

std::vector<IssueFile> files_of(const PartPlan& plan) {
  std::vector<IssueFile> files;
  for (const Chunk& chunk : plan.chunks) {
    for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
      files.push_back(*chunk.piece->items[i].file);
    }
  }
  return files;
}

// But for the first part, which is no comment.
std::vector<IssueFile> files_of_comments(const std::vector<PartPlan>& plans) {
  std::vector<IssueFile> files;
  for (std::size_t i = 1; i < plans.size(); ++i) {
    const std::vector<IssueFile> more = files_of(plans[i]);
    files.insert(files.end(), more.begin(), more.end());
  }
  return files;
}

class Assembler {
 public:
  Assembler(const IssueFrame& frame, std::size_t parts) : frame_(frame), parts_(parts) {}

  // `number` counts from 1. `elsewhere` are the files of other parts that the marker has to name.
  std::string part(const PartPlan& plan, const PeopleText& text, std::size_t number,
                   std::vector<IssueFile> elsewhere) const {
    IssueMarker marker = frame_.marker;
    marker.part = number;
    marker.parts = parts_;
    marker.files = files_of(plan);
    marker.elsewhere = std::move(elsewhere);
    std::string body = text.before + plan.above;
    std::string head = head_lines(frame_, number, parts_);
    std::string below;
    for (const Chunk& chunk : plan.chunks) {
      if (&chunk != &plan.chunks.front()) body += below.empty() ? ours("\n") : below;
      body += ours(begin_line(chunk.piece->name) + std::exchange(head, {}) + lines_of(chunk) +
                   end_line());
      below = chunk.below;
    }
    if (plan.chunks.empty()) body += ours(rest_lines(head));
    below += text.foot;
    body += below.empty() ? ours("\n") : below;
    body += ours(render_marker(marker) + '\n') + text.end;
    if (body.back() != '\n') body += ours("\n");
    return body;
  }

 private:
  static std::string lines_of(const Chunk& chunk) {
    const IssuePiece& piece = *chunk.piece;
    std::string lines = chunk.begin == 0 ? piece.opening : piece.continued;
    for (std::size_t i = chunk.begin; i < chunk.end; ++i) lines += piece.items[i].text;
    return lines + piece.closing;
  }

  // Ends the lines as the body has it. To `cost` it is the same.
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

std::vector<std::string> assemble(const IssueFrame& frame, const std::vector<PartPlan>& plans,
                                  const std::vector<PeopleText>& texts, Ids ids) {
  std::vector<std::string> bodies;
  const Assembler assembler(frame, plans.size());
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const PeopleText text = i < texts.size() ? texts[i] : PeopleText{};
    std::vector<IssueFile> elsewhere;
    if (i == 0 && ids == Ids::kOfAllInTheFirst) elsewhere = files_of_comments(plans);
    bodies.push_back(assembler.part(plans[i], text, i + 1, std::move(elsewhere)));
  }
  return bodies;
}

std::size_t cost(std::string_view text) {
  std::size_t ends = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    ends += text[i] == '\n' && (i == 0 || text[i - 1] != '\r');
  }
  return count_characters(text) + ends;
}

// The numbers in a part are not known before all are cut.
std::size_t cost_of_empty_part(const IssueFrame& frame, std::size_t number,
                               const PeopleText& text) {
  IssueMarker marker = frame.marker;
  marker.part = kManyParts;
  marker.parts = kManyParts;
  return cost(rest_lines(head_lines(frame, number, kManyParts)) + "\n\n") +
         cost(std::to_string(kManyParts)) + cost(render_marker(marker)) + cost(text.before) +
         cost(text.foot) + cost(text.end) + cost("\n");
}

std::size_t cost_of_empty_chunk(const IssuePiece& piece) {
  return cost(begin_line(piece.name) + end_line() + piece.closing + '\n') +
         std::max(cost(piece.opening), cost(piece.continued));
}

}  // namespace l10n_drift
