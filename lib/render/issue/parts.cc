#include "render/issue/parts.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

#include "render/issue/assembly.h"
#include "render/issue/days.h"
#include "render/issue/label_table.h"
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

// What people wrote around the list of a part that has no list any more.
std::string text_around(const PeopleText& text) {
  std::string around;
  for (const std::string* const piece : {&text.before, &text.foot, &text.end}) {
    if (piece->empty()) continue;
    around += '\n' + *piece;
    end_last_line(around);
  }
  return around;
}

// The section below which such text goes: the last list, else the head.
const IssueSection& last_list(const std::vector<IssueSection>& sections) {
  const auto last = std::find_if(
      sections.rbegin(), sections.rend(),
      [](const IssueSection& section) { return section.is_present && !section.items.empty(); });
  return last == sections.rend() ? sections.front() : *last;
}

// Everything that an issue is made of.
struct Material {
  const IssueFrame& frame;
  const std::vector<IssueSection>& sections;
  std::vector<PeopleText> texts;
  const std::vector<std::string>& empty_since;  // As in PreviousIssue.
  std::string homeless = {};                    // What people wrote in parts that are no more.
};

// Calls `add(section, text)` for each section, with what people wrote below it.
template <typename Add>
void add_sections(const Material& material, const std::vector<IssueSection>& sections,
                  const Add& add) {
  Below below(material.texts);
  const std::string& home = last_list(sections).name;
  for (const IssueSection& section : sections) {
    std::string text = below.take(section.name);
    if (section.name == home) text += material.homeless;
    if (&section == &sections.back()) text += below.take_rest();
    add(section, text);
  }
}

// Everything in one part.
PartPlan plan_whole(const Material& material) {
  PartPlan plan;
  add_sections(material, material.sections,
               [&](const IssueSection& section, const std::string& text) {
                 if (section.is_present) {
                   plan.pieces.push_back({&section, 0, section.items.size(), {}});
                 }
                 plan.pieces.back().below += text;
               });
  return plan;
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

// --- What all parts need to know of each other ---------------------------------------------------

// As many as have room, the first ones first.
std::vector<HashedFile> fit(std::vector<HashedFile> files, std::size_t max_chars) {
  while (!files.empty() && label_table_text(files).size() > max_chars) {
    files.resize(files.size() * 9 / 10);
  }
  return files;
}

// The ids of all files. Those that are done come last, as they are the ones to do without.
std::vector<HashedFile> hashed_files(const std::vector<IssueSection>& sections) {
  std::vector<HashedFile> files;
  for (const bool is_done : {false, true}) {
    for (const IssueSection& section : sections) {
      for (const SectionItem& item : section.items) {
        if (item.file->change.empty() != is_done) continue;
        files.push_back({path_hash(item.file->path), item.file->labels});
      }
    }
  }
  return files;
}

// The sections with shorter items, for an issue that would be too long for one part.
std::vector<IssueSection> brief_sections(std::vector<IssueSection> sections) {
  for (IssueSection& section : sections) {
    for (SectionItem& item : section.items) {
      if (!item.brief.empty()) item.text = std::move(item.brief);
    }
  }
  return sections;
}

// --- How many parts there are --------------------------------------------------------------------

// How long a part stays that is needed no more.
constexpr int kDaysKept = 14;

// How full parts are that are made anew: there is room then for the list to grow.
std::size_t usual_length(std::size_t max_chars) { return max_chars - max_chars / 20; }

// The plans with those of parts that were there before, are needed no more, and stay for some days.
std::vector<PartPlan> with_kept_parts(std::vector<PartPlan> plans, const Material& material) {
  const std::string& today = material.frame.today;
  const std::size_t needed = plans.size();
  std::size_t length = needed;
  for (std::size_t i = needed; is_day(today) && i < material.empty_since.size(); ++i) {
    const std::string& since = material.empty_since[i].empty() ? today : material.empty_since[i];
    plans.push_back({.above = {}, .pieces = {}, .empty_since = since});
    if (days_between(since, today) <= kDaysKept) length = plans.size();
  }
  plans.resize(length);
  return plans;
}

IssueParts assemble(std::vector<PartPlan> plans, const Material& material,
                    const std::vector<PeopleText>& texts) {
  const std::size_t needed = plans.size();
  return {assemble_parts(material.frame, with_kept_parts(std::move(plans), material), texts),
          needed};
}

// What people wrote in parts behind the first `count` ones finds another place.
void give_up_parts(Material& material, std::size_t count) {
  for (std::size_t i = count; i < material.texts.size(); ++i) {
    material.homeless += text_around(material.texts[i]);
    // What stands between its pieces stays below their sections.
    for (auto& [name, text] : material.texts[i].after) material.texts.front().after[name] += text;
  }
  material.texts.resize(count);
}

// No part has more than `max_chars`, and none that has a list is filled above `fill_chars`.
IssueParts cut(Material material, std::size_t max_chars, std::size_t fill_chars) {
  for (;;) {
    if (material.texts.size() <= 1) {
      IssueParts whole = assemble({plan_whole(material)}, material, {join_texts(material.texts)});
      if (browser_length(whole.texts.front()) <= max_chars) return whole;
    }
    PartPlanner planner(material.frame, material.texts, max_chars, fill_chars);
    const std::vector<IssueSection> fitting = shorten(planner, material.sections);
    add_sections(material, fitting, [&](const IssueSection& section, const std::string& text) {
      if (section.is_present) planner.add(section);
      planner.add_text(text);
    });
    std::vector<PartPlan> plans = planner.finish();
    if (plans.size() >= material.texts.size()) {
      return assemble(std::move(plans), material, material.texts);
    }
    give_up_parts(material, plans.size());
  }
}

// Cut so that as few comments as possible are posted: a further part is begun only when those that
// there are cannot hold the list, and then it takes some of theirs.
IssueParts cut_sparingly(const Material& material, std::size_t max_chars) {
  const std::size_t present = material.empty_since.size();
  IssueParts usual = cut(material, max_chars, usual_length(max_chars));
  if (usual.needed <= present) return usual;
  IssueParts full = cut(material, max_chars, max_chars);
  return full.needed <= present ? full : usual;
}

}  // namespace

IssueParts cut_into_parts(const IssueFrame& frame, const std::vector<IssueSection>& sections,
                          const PreviousIssue& previous, std::size_t max_chars) {
  const std::vector<PeopleText> written = without_empty_tail(previous.texts);
  if (max_chars == 0) {
    const PartPlan whole = plan_whole({frame, sections, written, previous.empty_since});
    return {assemble_parts(frame, {whole}, {join_texts(written)}), 1};
  }
  IssueFrame limited = frame;
  limited.marker.past = fit(frame.marker.past, max_chars / 4);
  const std::vector<IssueSection> brief = brief_sections(sections);
  for (const std::vector<IssueSection>* const form : {&sections, &brief}) {
    IssueParts bodies = cut({limited, *form, written, previous.empty_since}, max_chars, max_chars);
    if (bodies.needed == 1) return bodies;
  }
  limited.marker.all = fit(hashed_files(sections), max_chars / 4);
  IssueParts bodies = cut_sparingly({limited, brief, written, previous.empty_since}, max_chars);
  assert(std::all_of(bodies.texts.begin(), bodies.texts.end(),
                     [&](const std::string& body) { return browser_length(body) <= max_chars; }));
  return bodies;
}

}  // namespace l10n_drift
