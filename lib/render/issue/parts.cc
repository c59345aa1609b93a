#include "render/issue/parts.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

#include "render/issue/assembly.h"
#include "render/issue/cutter.h"

namespace l10n_drift {
namespace {

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

std::string assemble_whole(const IssueFrame& frame, const std::vector<IssuePiece>& pieces,
                           const std::vector<PeopleText>& texts) {
  PartPlan plan;
  Below below(texts);
  for (const IssuePiece& piece : pieces) {
    if (piece.present) plan.chunks.push_back({&piece, 0, piece.items.size(), {}});
    plan.chunks.back().below += below.take(piece.name);
  }
  plan.chunks.back().below += below.take_rest();
  return assemble(frame, {plan}, {join_texts(texts)}, Ids::kOfEachPart).front();
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
  std::vector<std::string> bodies = assemble(frame, cutter.finish(), written, ids);
  assert(std::all_of(bodies.begin(), bodies.end(),
                     [&](const std::string& body) { return cost(body) <= max_chars; }));
  return bodies;
}

}  // namespace l10n_drift
