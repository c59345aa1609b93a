// Versions of a page
// ==================
//
// A replay goes through dozens of versions of a page, each with a few lines that are new. To parse
// them all from the first line to the last would be most of its time. But a heading at the margin
// closes whatever is open, so that a page can be parsed from one heading on, or up to one:
//
//     earlier   a a # b b # c c c # d d          lines, and headings
//     later     a a # b x # c c c # e # d d
//               `---´ `-´ `-----´ `-´ `---´
//               taken     taken       taken      the others are parsed
//
// The earlier version is cut into sections at its joints, headings that the parser has found with
// nothing else open. A section is taken where the later version has the same text, from a place at
// which nothing is open up to another heading. What lies between two such places is parsed together
// with the heading that follows. If the parser finds that heading, nothing was open there: no
// fence, say, that nobody closed. If it does not, more is parsed.
//
// Definitions of links and footnotes work from anywhere in the page; a page with any is parsed
// whole. So is one whose front matter has no end before the first common heading.

#include "markdown/parsed_page.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "markdown/blocks.h"
#include "markdown/front_matter.h"
#include "markdown/page_lines.h"

namespace l10n_drift {
namespace {

// For blocks that the later version has more.
constexpr std::size_t kRoom = 16;
// Sections to try where many begin with the same line.
constexpr std::size_t kMaxAlike = 16;

// Whether something in the text may work on text elsewhere in it.
bool has_definitions(std::string_view text) { return text.find("]:") != text.npos; }

std::size_t count_lines(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

// Whether the line is a heading for a parser that has nothing open.
bool is_heading(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  return level >= 1 && level <= 6 &&
         (level == line.size() || line[level] == ' ' || line[level] == '\t');
}

bool has_open_front_matter(std::string_view text) {
  return (text.starts_with("---") || text.starts_with("+++")) && read_front_matter(text).size == 0;
}

// Whether a shortcode may go on behind the end, as it does for as long as no other begins.
bool has_open_shortcode(std::string_view text) {
  if (text.find("{{") == text.npos) return false;  // Much faster than from the end.
  const std::size_t at = text.rfind("{{");
  if (at == text.npos) return false;
  const std::string_view tag = text.substr(at);
  return (tag.starts_with("{{<") && tag.find(">}}", 3) == tag.npos) ||
         (tag.starts_with("{{%") && tag.find("%}}", 3) == tag.npos);
}

// A piece of the earlier version, from one joint to the next.
struct Section {
  std::string_view text;
  bool begins_with_joint = false;
  bool ends_page = false;  // Something may be open at its end.
  std::size_t lines = 0;   // Not counted where it ends the page.
  std::size_t line = 1;    // Of its first line,
  std::size_t block = 0;   // and of its first block, in the page.
  std::size_t end_block = 0;
};

std::vector<Section> cut_sections(const ParsedPage& page) {
  std::vector<Section> sections;
  std::string_view rest = page.text;
  std::size_t line = 1;
  std::size_t block = 0;
  bool at_joint = false;
  const auto cut_at = [&](std::size_t end_line) {
    std::size_t size = 0;
    for (std::size_t i = line; i < end_line; ++i) size = rest.find('\n', size) + 1;
    const bool ends_page = end_line == 0;
    Section section{.text = rest.substr(0, ends_page ? rest.npos : size),
                    .begins_with_joint = at_joint,
                    .ends_page = ends_page,
                    .lines = ends_page ? 0 : end_line - line,
                    .line = line,
                    .block = block,
                    .end_block = block};
    while (section.end_block < page.blocks.size() &&
           (end_line == 0 || page.blocks.lines(section.end_block).first < end_line)) {
      ++section.end_block;
    }
    rest.remove_prefix(section.text.size());
    line = end_line;
    at_joint = true;
    block = section.end_block;
    if (!section.text.empty()) sections.push_back(section);
  };
  for (const std::size_t joint : page.joints) cut_at(joint);
  cut_at(0);
  return sections;
}

// The later version of a page, out of the earlier one.
class Reparse {
 public:
  Reparse(const std::string& text, const ParsedPage& earlier) : text_(text), earlier_(earlier) {}

  // Nothing if the page has to be parsed whole.
  std::optional<ParsedPage> run() {
    if (has_definitions(text_) || has_definitions(earlier_.text)) return {};
    index_sections();
    while (at_ < text_.size()) {
      if (const Section* const section = section_at(at_)) {
        take(*section);
      } else if (!parse_up_to_section()) {
        return {};
      }
    }
    result_.blocks.name_sections();
    result_.text = text_;
    return std::move(result_);
  }

 private:
  void index_sections() {
    sections_ = cut_sections(earlier_);
    for (const Section& section : sections_) {
      const std::string_view line = first_line(section.text);
      if (by_first_line_.count(line) < kMaxAlike) by_first_line_.emplace(line, &section);
    }
  }

  const Section* section_at(std::size_t at) const;
  std::size_t next_section(std::size_t after) const;
  void take(const Section& section);
  bool parse_up_to_section();
  bool parse_up_to(std::size_t end);
  void add(FoundBlocks found);

  const std::string& text_;
  const ParsedPage& earlier_;
  std::vector<Section> sections_;
  std::unordered_multimap<std::string_view, const Section*> by_first_line_;
  ParsedPage result_;
  std::size_t at_ = 0;    // In the later version, where nothing is open,
  std::size_t line_ = 1;  // and the line there.
};

// A section of the earlier version that stands at this place, and ends before a heading.
const Section* Reparse::section_at(std::size_t at) const {
  const std::string_view rest = std::string_view(text_).substr(at);
  const auto [begin, end] = by_first_line_.equal_range(first_line(rest));
  for (auto found = begin; found != end; ++found) {
    const Section& section = *found->second;
    // What stands above the first heading is no section for another place.
    if ((section.line == 1) != (at == 0) || !rest.starts_with(section.text)) continue;
    if (at == 0 && has_open_front_matter(section.text)) continue;
    const bool is_last = section.text.size() == rest.size();
    if (is_last || (!section.ends_page && !has_open_shortcode(section.text) &&
                    is_heading(first_line(rest.substr(section.text.size()))))) {
      return &section;
    }
  }
  return nullptr;
}

// Where the next line begins at which a section can be taken, or the end.
std::size_t Reparse::next_section(std::size_t after) const {
  for (std::size_t at = text_.find("\n#", after); at != text_.npos;
       at = text_.find("\n#", at + 1)) {
    if (section_at(at + 1) != nullptr) return at + 1;
  }
  return text_.size();
}

void Reparse::take(const Section& section) {
  result_.blocks.reserve(earlier_.blocks.size() + kRoom);
  for (std::size_t i = section.block; i < section.end_block; ++i) {
    const LineRange lines = earlier_.blocks.lines(i);
    result_.blocks.take(earlier_.blocks, i,
                        {lines.first + line_ - section.line, lines.last + line_ - section.line});
  }
  if (section.begins_with_joint) result_.joints.push_back(line_);
  at_ += section.text.size();
  line_ += section.lines;
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

// False if something is open at the end, which is that of the page or a heading's begin.
bool Reparse::parse_up_to(std::size_t end) {
  const bool is_whole = end == text_.size();
  const std::size_t heading_end = is_whole ? end : std::min(text_.find('\n', end), text_.size());
  const std::string_view piece = std::string_view(text_).substr(at_, heading_end - at_);
  if (at_ == 0 && has_open_front_matter(piece)) return false;
  if (!is_whole && has_open_shortcode(piece)) return false;
  auto found = find_blocks(piece);
  if (!found) return false;
  const std::size_t lines = is_whole ? 0 : count_lines(piece);
  if (!is_whole) {
    if (found->joints.empty() || found->joints.back() != lines + 1) return false;
    found->joints.pop_back();
    found->blocks.pop_back();
  }
  add(*std::move(found));
  line_ += lines;
  at_ = end;
  return true;
}

void Reparse::add(FoundBlocks found) {
  for (auto& [block, lines] : found.blocks) {
    result_.blocks.add(std::move(block), {lines.first + line_ - 1, lines.last + line_ - 1});
  }
  for (const std::size_t joint : found.joints) result_.joints.push_back(joint + line_ - 1);
}

}  // namespace

std::optional<ParsedPage> parse_page(std::string_view page, const ParsedPage* earlier) {
  std::string text = unify_lines(page);
  if (earlier != nullptr) {
    if (auto reparsed = Reparse(text, *earlier).run()) return reparsed;
  }
  auto found = find_blocks(text);
  if (!found) return {};
  ParsedPage parsed;
  parsed.blocks.reserve(found->blocks.size());
  for (auto& [block, lines] : found->blocks) parsed.blocks.add(std::move(block), lines);
  parsed.blocks.name_sections();
  parsed.text = std::move(text);
  parsed.joints = std::move(found->joints);
  return parsed;
}

}  // namespace l10n_drift
