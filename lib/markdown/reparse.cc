// Versions of a page
// ==================
//
// A replay goes through dozens of versions of a page, each with a few lines that are new. To parse
// them all from the first line to the last would be most of its time. But some lines close whatever
// lists and quotes are open, so that a page can be parsed from there on, or up to there: headings
// at the margin, and text at the margin below a blank line.
//
//     earlier   a a | b b | c c c | d d          lines, and such places
//     later     a a | b x | c c c | e | d d
//               `---´ `-´ `-----´ `-´ `---´
//               taken     taken       taken      the others are parsed
//
// The earlier version is cut into sections at its joints, such places at which the parser has found
// nothing else open. A section is taken where the later version has the same text, from a place at
// which nothing is open up to another place where it may be cut. What lies between two such places
// is parsed together with the line that follows. If the parser finds that a block begins there and
// is in nothing else, nothing was open: no fence, say, that nobody closed. If it does not, more is
// parsed.
//
// Definitions of links and footnotes work from anywhere in the page; a page with any is parsed
// whole. So is one whose front matter has no end before the first common section.

#include "markdown/reparse.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "markdown/front_matter.h"
#include "markdown/hash.h"
#include "markdown/page_cuts.h"

namespace l10n_drift {
namespace {

// How many blocks more the later version may have before memory has to be moved.
constexpr std::size_t kRoom = 16;
// How many sections are tried where many begin with the same line.
constexpr std::ptrdiff_t kMaxAlike = 16;
// How many bytes are compared in search of sections, for each byte of the page: several times what
// pages need.
constexpr std::size_t kMaxCompared = 50;

// More than the longest label of a definition.
constexpr std::size_t kMaxLabel = 1100;

// Whether a definition may begin at this bracket: nothing stands before it in its line but signs of
// lists and quotes.
bool may_define_at(std::string_view text, std::size_t bracket) {
  constexpr std::string_view kBefore = " \t>-+*.)0123456789";
  while (bracket > 0 && kBefore.find(text[bracket - 1]) != kBefore.npos) --bracket;
  return bracket == 0 || text[bracket - 1] == '\n';
}

// Whether something in the text may work on text elsewhere in it: "[label]: target", "[^1]: note".
bool has_definitions(std::string_view text) {
  for (std::size_t at = text.find("]:"); at != text.npos; at = text.find("]:", at + 2)) {
    const std::size_t reach = std::min(at, kMaxLabel);
    const std::string_view before = text.substr(at - reach, reach);
    // A label has no brackets but escaped ones; where there is one, it is taken for a definition.
    const std::size_t bracket = before.find_last_of("[]");
    if (bracket == before.npos) continue;
    const bool is_escaped = bracket > 0 && before[bracket - 1] == '\\';
    if (is_escaped || (before[bracket] == '[' && may_define_at(text, at - reach + bracket))) {
      return true;
    }
  }
  return false;
}

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

bool has_open_front_matter(std::string_view text) {
  return (text.starts_with("---") || text.starts_with("+++")) && read_front_matter(text).size == 0;
}

// Whether a shortcode may go on behind the end, as it does for as long as no other begins.
bool has_open_shortcode(std::string_view text) {
  if (text.find("{{") == text.npos) return false;  // Much faster than from the end.
  const std::string_view tag = text.substr(text.rfind("{{"));
  return (tag.starts_with("{{<") && tag.find(">}}", 3) == tag.npos) ||
         (tag.starts_with("{{%") && tag.find("%}}", 3) == tag.npos);
}

// A piece of the earlier version, from one joint to the next. Both are where it begins and ends: in
// the text, and by the lines, blocks and joints that come before.
struct Section {
  struct Place {
    std::size_t at = 0;
    std::size_t line = 1;
    std::size_t block = 0;
    std::size_t joint = 0;
  };
  Place begin;
  Place end;
  bool ends_page = false;  // Something may be open at its end.

  std::string_view text_of(const ParsedPage& page) const {
    return std::string_view(page.text).substr(begin.at, end.at - begin.at);
  }
};

std::vector<Section> cut_sections(const ParsedPage& page) {
  const PageCuts cuts(page.text);
  std::vector<Section> sections;
  sections.reserve(page.joints.size() + 1);
  Section next;
  for (std::size_t i = 0; i < page.joints.size(); ++i) {
    const Joint& joint = page.joints[i];
    if (joint.at == 0 || !cuts.may_cut_at(joint.at)) continue;
    next.end = {joint.at, joint.line, next.begin.block, i};
    while (next.end.block < page.blocks.size() &&
           page.blocks.lines(next.end.block).first < joint.line) {
      ++next.end.block;
    }
    sections.push_back(next);
    next.begin = next.end;
  }
  // Nobody asks for the line where a page ends.
  next.end = {page.text.size(), next.begin.line, page.blocks.size(), page.joints.size()};
  next.ends_page = true;
  sections.push_back(next);
  return sections;
}

// The later version of a page, out of the earlier one.
class Reparse {
 public:
  Reparse(const std::string& text, const ParsedPage& earlier)
      : text_(text),
        cuts_(text_),
        earlier_(earlier),
        sections_(cut_sections(earlier)),
        left_to_compare_(kMaxCompared * text.size()) {
    result_.blocks.reserve(earlier_.blocks.size() + kRoom);
    result_.joints.reserve(earlier_.joints.size() + kRoom);
  }

  // Nothing if the page has to be parsed whole.
  std::optional<ParsedPage> run() {
    while (at_ < text_.size()) {
      if (const Section* const section = section_at(at_)) {
        take(*section);
      } else if (!parse_up_to_section()) {
        return {};
      }
    }
    result_.blocks.settle_headings();
    result_.kind = earlier_.kind;
    result_.text = text_;
    return std::move(result_);
  }

 private:
  bool section_stands_at(const Section& section, std::size_t at);
  const Section* section_at(std::size_t at);
  void index_sections();
  std::size_t next_section(std::size_t after);
  void take(const Section& section);
  bool parse_up_to_section();
  bool parse_up_to(std::size_t end);

  struct FirstLine {
    std::uint64_t hash;
    const Section* section;
  };

  const std::string_view text_;
  const PageCuts cuts_;
  const ParsedPage& earlier_;
  const std::vector<Section> sections_;
  std::size_t expected_ = 0;            // The section below the one that was taken last.
  std::vector<FirstLine> first_lines_;  // Sorted. Empty until a section is not the expected one.
  std::size_t left_to_compare_;         // In bytes.
  ParsedPage result_;
  std::size_t at_ = 0;    // In the later version, where nothing is open,
  std::size_t line_ = 1;  // and the line there.
};

// Whether a section of the earlier version stands at this place, where nothing is open, and ends
// where the later version may be cut.
bool Reparse::section_stands_at(const Section& section, std::size_t at) {
  // What stands above the first joint is no section for another place.
  if ((section.begin.at == 0) != (at == 0)) return false;
  const std::string_view text = section.text_of(earlier_);
  if (text.empty() || text.size() > left_to_compare_) return false;
  left_to_compare_ -= text.size();
  if (!text_.substr(at).starts_with(text)) return false;
  if (at == 0 && has_open_front_matter(text)) return false;
  const std::size_t end = at + text.size();
  if (end == text_.size()) return true;
  return !section.ends_page && cuts_.may_cut_at(end) && !has_open_shortcode(text);
}

const Section* Reparse::section_at(std::size_t at) {
  if (expected_ < sections_.size() && section_stands_at(sections_[expected_], at)) {
    return &sections_[expected_];
  }
  if (first_lines_.empty()) index_sections();
  const std::uint64_t hash = hash_of(first_line(text_.substr(at)));
  auto found = std::lower_bound(first_lines_.begin(), first_lines_.end(), hash,
                                [](const FirstLine& a, std::uint64_t b) { return a.hash < b; });
  const auto end = first_lines_.end() - found > kMaxAlike ? found + kMaxAlike : first_lines_.end();
  for (; found != end && found->hash == hash; ++found) {
    if (section_stands_at(*found->section, at)) return found->section;
  }
  return nullptr;
}

void Reparse::index_sections() {
  first_lines_.reserve(sections_.size());
  for (const Section& section : sections_) {
    first_lines_.push_back({hash_of(first_line(section.text_of(earlier_))), &section});
  }
  std::stable_sort(first_lines_.begin(), first_lines_.end(),
                   [](const FirstLine& a, const FirstLine& b) { return a.hash < b.hash; });
}

// The next place at which a section can be taken, or the end.
std::size_t Reparse::next_section(std::size_t after) {
  std::size_t at = cuts_.next(after);
  while (at < text_.size() && section_at(at) == nullptr) at = cuts_.next(at);
  return at;
}

void Reparse::take(const Section& section) {
  const auto [at, line, first_block, first_joint] = section.begin;
  for (std::size_t i = first_block; i < section.end.block; ++i) {
    const LineRange lines = earlier_.blocks.lines(i);
    result_.blocks.add_shared(earlier_.blocks, i,
                              {lines.first + line_ - line, lines.last + line_ - line});
  }
  for (std::size_t i = first_joint; i < section.end.joint; ++i) {
    const Joint& joint = earlier_.joints[i];
    result_.joints.push_back({joint.line + line_ - line, joint.at + at_ - at});
  }
  at_ += section.end.at - at;
  line_ += section.end.line - line;
  expected_ = static_cast<std::size_t>(&section - sections_.data()) + 1;
}

// Parses up to the next section that can be taken, or the one after that, or the end.
bool Reparse::parse_up_to_section() {
  std::size_t end = at_;
  for (int attempts = 0; attempts < 2; ++attempts) {
    end = next_section(end);
    if (end == text_.size()) break;
    if (parse_up_to(end)) return true;
  }
  return parse_up_to(text_.size());
}

// False if something is open at the end, which is that of the page or a place to cut it.
bool Reparse::parse_up_to(std::size_t end) {
  const bool ends_page = end == text_.size();
  const std::size_t line_end = std::min(text_.find('\n', end), text_.size());
  const std::string_view piece = text_.substr(at_, line_end - at_);
  if (at_ == 0 && has_open_front_matter(piece)) return false;
  if (!ends_page && has_open_shortcode(piece)) return false;
  auto found = find_blocks(piece, earlier_.kind);
  if (!found) return false;
  std::size_t lines = 0;
  if (!ends_page) {
    if (found->joints.empty() || found->joints.back().at != end - at_) return false;
    lines = found->joints.back().line - 1;
    found->joints.pop_back();
    found->blocks.pop_back();
  }
  for (auto& [block, range] : found->blocks) {
    result_.blocks.add(std::move(block), {range.first + line_ - 1, range.last + line_ - 1});
  }
  for (const Joint& joint : found->joints) {
    result_.joints.push_back({joint.line + line_ - 1, joint.at + at_});
  }
  line_ += lines;
  at_ = end;
  return true;
}

}  // namespace

std::optional<ParsedPage> reparse(const std::string& text, const ParsedPage& earlier) {
  if (has_definitions(text) || has_definitions(earlier.text)) return {};
  return Reparse(text, earlier).run();
}

}  // namespace l10n_drift
