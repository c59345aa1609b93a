#include "report/issue_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "l10n_drift/error.h"
#include "text/characters.h"

// A part is filled with as much as fits, in order. What goes around it is known before and
// reserved: its marker, with an upper bound for its numbers, and what people wrote above and below.
// Within, two things grow with each item: the list, and the ids in the marker.
//
// The first part is the body of an issue, and the others are comments, which somebody may delete.
// So the marker of the first has the ids of all, unless there are so many that they would fill it.
//
// What people wrote stays in the part in which they wrote it, if it stands at an end of the part,
// so that the first lines of an issue do not wander into a comment. Between two pieces it stays
// below the former.

namespace l10n_drift {
namespace {

constexpr std::size_t kManyParts = 9999;
constexpr std::string_view kRest = "Nothing is listed here any more.\n\n";

// A line end counts twice, see render_issue_parts.
std::size_t cost(std::string_view text) {
  std::size_t ends = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    ends += text[i] == '\n' && (i == 0 || text[i - 1] != '\r');
  }
  return count_characters(text) + ends;
}

std::string begin_line(const std::string& name) {
  return fmt::format("{}{}{}\n", kPieceBegin, name, kMarkerEnd);
}

std::string end_line() { return fmt::format("{}\n", kPieceEnd); }

void end_last_line(std::string& text) {
  if (!text.empty() && text.back() != '\n') text += '\n';
}

// All that people wrote, in one part. What stands around the other parts comes last.
PeopleText join_texts(const std::vector<PeopleText>& texts) {
  PeopleText joined;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (const auto& [name, text] : texts[i].after) joined.after[name] += text;
    if (i == 0) {
      joined.before = texts[i].before;
      joined.foot = texts[i].foot;
    } else {
      joined.end += texts[i].before + texts[i].foot;
    }
    joined.end += texts[i].end;
    end_last_line(joined.end);
  }
  return joined;
}

// --- From a plan to text -------------------------------------------------------------------------

// Items `begin` to `end` of a piece, the latter excluded, and what people wrote below.
struct Chunk {
  const IssuePiece* piece;
  std::size_t begin;
  std::size_t end;
  std::string below;
};

struct PartPlan {
  std::string above;  // What people wrote, and what found no room in the part before.
  std::vector<Chunk> chunks;
};

std::vector<IssueFile> files_of(const PartPlan& plan) {
  std::vector<IssueFile> files;
  for (const Chunk& chunk : plan.chunks) {
    for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
      files.push_back(*chunk.piece->items[i].file);
    }
  }
  return files;
}

class Assembler {
 public:
  Assembler(const IssueFrame& frame, std::size_t parts) : frame_(frame), parts_(parts) {}

  // `number` counts from 1. `elsewhere` are the files of other parts that the marker has to name.
  std::string assemble(const PartPlan& plan, const PeopleText& text, std::size_t number,
                       std::vector<IssueFile> elsewhere) const {
    IssueMarker marker = frame_.marker;
    marker.part = number;
    marker.parts = parts_;
    marker.files = files_of(plan);
    marker.elsewhere = std::move(elsewhere);
    std::string body = text.before + plan.above;
    std::string head = this->head(number);
    std::string below;
    for (const Chunk& chunk : plan.chunks) {
      if (&chunk != &plan.chunks.front()) body += below.empty() ? ours("\n") : below;
      body += ours(begin_line(chunk.piece->name) + std::exchange(head, {}) + lines_of(chunk) +
                   end_line());
      below = chunk.below;
    }
    if (plan.chunks.empty()) {
      body += ours(begin_line("rest") + head + std::string(kRest) + end_line());
    }
    below += text.foot;
    body += below.empty() ? ours("\n") : below;
    body += ours(render_marker(marker) + '\n') + text.end;
    if (body.back() != '\n') body += ours("\n");
    return body;
  }

  std::string head(std::size_t number) const {
    const std::string which = parts_ == 1 ? "" : fmt::format(", part {} of {}", number, parts_);
    return fmt::format("{}{}{}.\n\n", number == 1 ? frame_.title : "", frame_.subject, which);
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

// --- The plan ------------------------------------------------------------------------------------

class Cutter {
 public:
  // All must outlive the object.
  Cutter(const IssueFrame& frame, const std::vector<IssuePiece>& pieces,
         const std::vector<PeopleText>& texts, std::size_t max_chars)
      : texts_(texts), max_chars_(max_chars), bound_(frame, kManyParts), frame_(frame) {
    open();
    reserve_for_ids(pieces);
  }

  // Whether the first part has room for the ids of the others.
  bool keeps_ids() const { return keeps_ids_; }

  void add(const IssuePiece& piece) {
    const std::size_t fixed = cost(begin_line(piece.name) + end_line() + piece.closing + '\n') +
                              std::max(cost(piece.opening), cost(piece.continued));
    for (std::size_t begin = 0;;) {
      std::size_t total = fixed;
      std::size_t end = begin;
      for (; end < piece.items.size(); ++end) {
        const std::size_t more = cost(piece.items[end].text) + id_cost(*piece.items[end].file);
        if (!fits(total + more)) break;
        total += more;
      }
      if (fits(total) && (end > begin || piece.items.empty())) {
        plans_.back().chunks.push_back({&piece, begin, end, {}});
        used_ += total;
        if (end == piece.items.size()) return;
        begin = end;
      }
      open_next();
    }
  }

  // What people wrote below the piece that was added last.
  void add_text(const std::string& text) {
    while (!fits(cost(text))) open_next();
    PartPlan& plan = plans_.back();
    (plan.chunks.empty() ? plan.above : plan.chunks.back().below) += text;
    used_ += cost(text);
  }

  // Whether an item fits into a part of its own.
  bool fits_alone(const IssuePiece& piece, const IssueLines& item) const {
    return base_cost(kManyParts, {}) + cost(begin_line(piece.name) + end_line() + piece.closing) +
               std::max(cost(piece.opening), cost(piece.continued)) + 2 + cost(item.text) +
               marker_cost(*item.file) <=
           max_chars_;
  }

  std::vector<PartPlan> finish() {
    while (plans_.size() < texts_.size()) open();
    return std::move(plans_);
  }

 private:
  bool fits(std::size_t more) const { return used_ + more <= max_chars_; }

  void reserve_for_ids(const std::vector<IssuePiece>& pieces) {
    std::size_t total = cost(R"(,"elsewhere":{})");
    for (const IssuePiece& piece : pieces) {
      for (const IssueLines& item : piece.items) total += marker_cost(*item.file);
    }
    keeps_ids_ = total <= (max_chars_ - used_) / 2;
    if (keeps_ids_) used_ += total;
  }

  std::size_t id_cost(const IssueFile& file) const {
    const bool is_reserved = keeps_ids_ && plans_.size() == 1;
    return is_reserved ? 0 : marker_cost(file);
  }

  void open() {
    const std::size_t index = plans_.size();
    const bool has_text = index < texts_.size();
    used_ = base_cost(index + 1, has_text ? texts_[index] : PeopleText{});
    plans_.emplace_back();
    if (used_ <= max_chars_) return;
    if (!has_text || base_cost(index + 1, {}) > max_chars_) throw_too_small();
    throw Error(fmt::format("what people wrote in part {} of the issue leaves no room for the rest",
                            index + 1),
                "move some of it into a comment of its own");
  }

  // A part that is empty, and that nobody wrote into, is as roomy as any.
  void open_next() {
    if (plans_.size() > texts_.size() && plans_.back().chunks.empty() &&
        plans_.back().above.empty()) {
      throw_too_small();
    }
    open();
  }

  [[noreturn]] void throw_too_small() const {
    throw Error(fmt::format("--max-chars: {} is too small for a part of this issue", max_chars_),
                "--max-chars 65536 is what GitHub takes");
  }

  // Of a part with nothing in it.
  std::size_t base_cost(std::size_t number, const PeopleText& text) const {
    IssueMarker marker = frame_.marker;
    marker.part = kManyParts;
    marker.parts = kManyParts;
    const std::string rest = begin_line("rest") + std::string(kRest) + end_line() + "\n\n";
    return cost(rest) + cost(bound_.head(number)) + cost(std::to_string(kManyParts)) +
           cost(render_marker(marker)) + cost(text.before) + cost(text.foot) + cost(text.end) +
           cost("\n");
  }

  const std::vector<PeopleText>& texts_;
  std::size_t max_chars_;
  Assembler bound_;
  const IssueFrame& frame_;
  std::vector<PartPlan> plans_;
  std::size_t used_ = 0;
  bool keeps_ids_ = false;
};

// --- All of it -----------------------------------------------------------------------------------

// What people wrote below each piece, in whichever part.
class Below {
 public:
  explicit Below(const std::vector<PeopleText>& texts) {
    for (const PeopleText& text : texts) {
      for (const auto& [name, below] : text.after) add(texts_[name], below);
    }
  }

  std::string take(const std::string& name) {
    auto node = texts_.extract(name);
    return node.empty() ? "" : std::move(node.mapped());
  }

  // Below pieces that no body has.
  std::string take_rest() {
    std::string rest;
    for (const auto& [name, text] : texts_) rest += text;
    texts_.clear();
    return rest;
  }

 private:
  // A run that was cut off has moved the text to another part, and left it in its own.
  static void add(std::string& text, const std::string& more) {
    if (!text.ends_with(more)) text += more;
  }

  std::map<std::string, std::string> texts_;
};

// As long as the last part in which people wrote something.
std::vector<PeopleText> without_empty_tail(std::vector<PeopleText> texts) {
  while (!texts.empty() && texts.back() == PeopleText{}) texts.pop_back();
  return texts;
}

std::vector<IssueFile> files_of_comments(const std::vector<PartPlan>& plans) {
  std::vector<IssueFile> files;
  for (std::size_t i = 1; i < plans.size(); ++i) {
    const std::vector<IssueFile> more = files_of(plans[i]);
    files.insert(files.end(), more.begin(), more.end());
  }
  return files;
}

enum class Ids { kOfEachPart, kOfAllInTheFirst };

std::vector<std::string> assemble_all(const IssueFrame& frame, const std::vector<PartPlan>& plans,
                                      const std::vector<PeopleText>& texts, Ids ids) {
  std::vector<std::string> bodies;
  const Assembler assembler(frame, plans.size());
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const PeopleText text = i < texts.size() ? texts[i] : PeopleText{};
    std::vector<IssueFile> elsewhere;
    if (i == 0 && ids == Ids::kOfAllInTheFirst) elsewhere = files_of_comments(plans);
    bodies.push_back(assembler.assemble(plans[i], text, i + 1, std::move(elsewhere)));
  }
  return bodies;
}

std::string assemble_whole(const IssueFrame& frame, const std::vector<IssuePiece>& pieces,
                           const std::vector<PeopleText>& texts) {
  PartPlan plan;
  Below below(texts);
  for (const IssuePiece& piece : pieces) {
    if (piece.present) plan.chunks.push_back({&piece, 0, piece.items.size(), {}});
    plan.chunks.back().below += below.take(piece.name);
  }
  plan.chunks.back().below += below.take_rest();
  return assemble_all(frame, {plan}, {join_texts(texts)}, Ids::kOfEachPart).front();
}

std::vector<IssuePiece> shorten(const Cutter& cutter, std::vector<IssuePiece> pieces) {
  for (IssuePiece& piece : pieces) {
    for (IssueLines& item : piece.items) {
      if (!cutter.fits_alone(piece, item)) item.text = item.shorter;
    }
  }
  return pieces;
}

}  // namespace

std::vector<std::string> cut_issue(const IssueFrame& frame, const std::vector<IssuePiece>& pieces,
                                   const std::vector<PeopleText>& texts, std::size_t max_chars) {
  const std::vector<PeopleText> written = without_empty_tail(texts);
  if (max_chars == 0 || written.size() <= 1) {
    std::string whole = assemble_whole(frame, pieces, written);
    if (max_chars == 0 || cost(whole) <= max_chars) return {std::move(whole)};
  }
  Cutter cutter(frame, pieces, written, max_chars);
  const std::vector<IssuePiece> fitting = shorten(cutter, pieces);
  Below below(written);
  for (const IssuePiece& piece : fitting) {
    if (piece.present) cutter.add(piece);
    cutter.add_text(below.take(piece.name));
  }
  cutter.add_text(below.take_rest());
  const Ids ids = cutter.keeps_ids() ? Ids::kOfAllInTheFirst : Ids::kOfEachPart;
  std::vector<std::string> bodies = assemble_all(frame, cutter.finish(), written, ids);
  assert(std::all_of(bodies.begin(), bodies.end(),
                     [&](const std::string& body) { return cost(body) <= max_chars; }));
  return bodies;
}

}  // namespace l10n_drift
