#include "render/issue/parts.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

#include "render/issue/assembly.h"
#include "render/issue/part_planner.h"

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

// What people wrote below each section, in whichever part.
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

  // What stands below sections that no body of ours has.
  std::string take_rest() {
    std::string rest;
    for (const auto& [name, text] : texts_) rest += text;
    texts_.clear();
    return rest;
  }

 private:
  // A run that was cut off may have written the text into another part, and left it in its own,
  // too.
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

std::string assemble_whole(const IssueFrame& frame, const std::vector<IssueSection>& sections,
                           const std::vector<PeopleText>& texts) {
  PartPlan plan;
  Below below(texts);
  for (const IssueSection& section : sections) {
    if (section.is_present) plan.pieces.push_back({&section, 0, section.items.size(), {}});
    plan.pieces.back().below += below.take(section.name);
  }
  plan.pieces.back().below += below.take_rest();
  return assemble_parts(frame, {plan}, {join_texts(texts)}, FirstMarker::kHasOwnIds).front();
}

std::vector<IssueSection> shorten(const PartPlanner& planner, std::vector<IssueSection> sections) {
  for (IssueSection& section : sections) {
    for (SectionItem& item : section.items) {
      for (std::string& shorter : item.shorter) {
        if (planner.item_fits(section, item)) break;
        item.text = std::move(shorter);
      }
    }
  }
  return sections;
}

}  // namespace

std::vector<std::string> cut_into_parts(const IssueFrame& frame,
                                        const std::vector<IssueSection>& sections,
                                        const std::vector<PeopleText>& texts,
                                        std::size_t max_chars) {
  const std::vector<PeopleText> written = without_empty_tail(texts);
  if (max_chars == 0 || written.size() <= 1) {
    std::string whole = assemble_whole(frame, sections, written);
    if (max_chars == 0 || browser_length(whole) <= max_chars) return {std::move(whole)};
  }
  PartPlanner planner(frame, sections, written, max_chars);
  const std::vector<IssueSection> fitting = shorten(planner, sections);
  Below below(written);
  for (const IssueSection& section : fitting) {
    if (section.is_present) planner.add(section);
    planner.add_text(below.take(section.name));
  }
  planner.add_text(below.take_rest());
  std::vector<std::string> bodies =
      assemble_parts(frame, planner.finish(), written, planner.first_marker());
  assert(std::all_of(bodies.begin(), bodies.end(),
                     [&](const std::string& body) { return browser_length(body) <= max_chars; }));
  return bodies;
}

}  // namespace l10n_drift
