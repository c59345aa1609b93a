// Fingerprints
// ============
//
// Which paragraph of a translation says what a paragraph of the source says? Two versions of one
// page can be held against each other word by word (page_diff.cc). Two languages have no word in
// common. But some things survive any translation, and these do:
//
//     From the 13th on, the [StatefulSet API](/docs/sts/#pods) of v1.20 takes `--replicas`.
//     13일부터 1.20의 [StatefulSet API](/ko/docs/sts/#파드)는 `--replicas`를 받는다.
//
//     link /docs/sts   firm --replicas   firm 13   name statefulset   name api   firm 1.20
//
// The obvious way is to compare these things as they are written (invariants.h). It finds the code
// and misses much else, because translators write what is usual in their language: a version
// without its "v", a day without its "th", a link to the translated page with the translated anchor
// of a heading, code whose comments are translated.
//
// So each of them is brought into a form that does not depend on the language, a mark. Its kind
// tells how much its absence says: code and numbers are firm, while a name may be spelled in
// another alphabet, a link may lead to another page, and an argument of a shortcode may be text.
//
// The fingerprint of a block holds its marks as sorted hashes, so that two blocks are compared by
// one walk along two short lists. A block that can be told by itself has a landmark as well: one
// hash of the whole code, of a heading's anchor, or of all firm marks if there are two or more. Two
// blocks with the same landmark belong together, without a look at what stands around them.
//
// Cost: one pass through the text of the block. It is made once for a block that all versions of a
// page share (page_blocks.h), and only when somebody asks for it. Hashes may collide; how rarely
// they do, hash.h says.

#include "markdown/fingerprint.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "markdown/hash.h"
#include "markdown/invariants.h"
#include "text/ascii.h"
#include "text/characters.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

// How many firm marks tell a paragraph from all others. A single one is shared too often.
constexpr std::size_t kMinFirm = 2;

// "ko" or "pt-br", as the first folder of a link may be.
bool is_language(std::string_view folder) {
  const std::size_t primary = std::min(folder.find('-'), folder.size());
  return (primary == 2 || primary == 3) &&
         std::all_of(folder.begin(), folder.end(), [](char c) { return is_letter(c) || c == '-'; });
}

// A link without its site, its language and its fragment, which is a heading's in some language.
std::string_view place_of(std::string_view target) {
  const std::size_t scheme = target.find("://");
  if (scheme != target.npos) {
    target.remove_prefix(scheme + 3);
    target.remove_prefix(std::min(target.find('/'), target.size()));
  }
  target = target.substr(0, target.find('#'));
  if (target.starts_with('/')) {
    const std::string_view folder = target.substr(1, target.find('/', 1) - 1);
    if (is_language(folder)) target.remove_prefix(folder.size() + 1);
  }
  while (target.ends_with('/')) target.remove_suffix(1);
  return target;
}

// A line of code without a comment at its end, which is translated, and without its blanks.
std::string bare_code(std::string_view line) {
  for (const std::string_view mark : {"#", "//"}) {
    for (std::size_t at = line.find(mark); at != line.npos; at = line.find(mark, at + 1)) {
      const bool begins = at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t';
      const char next = at + mark.size() < line.size() ? line[at + mark.size()] : ' ';
      if (!begins || (next != ' ' && next != '\t' && next != '#')) continue;
      line = line.substr(0, at);
      break;
    }
  }
  std::string bare;
  for (const char c : line) {
    if (c != ' ' && c != '\t') bare += c;
  }
  return bare;
}

std::string_view strip(std::string_view text) {
  constexpr std::string_view kAround = " \t\"'`<>()[]{}.,:;";
  text.remove_prefix(skip_all(text, 0, kAround));
  return text.substr(0, text.find_last_not_of(kAround) + 1);
}

// Whether a name is called the same in all languages: it has what no word has.
bool is_firm_name(std::string_view name) {
  return name.starts_with('-') || name.find_first_of("_/=") != name.npos ||
         (name.size() > 3 && name.find('.') < name.size() - 1);
}

// "13th", "v1.20" and "4Gi" are 13, 1.20 and 4, as languages have ordinals and units of their own.
std::string_view bare_number(std::string_view text) {
  if (text.size() > 1 && (text[0] == 'v' || text[0] == 'V') && is_digit(text[1])) {
    text.remove_prefix(1);
  }
  if (text.empty() || !is_digit(text[0])) return {};
  const std::size_t end = skip_all(text, 0, "0123456789.,:");
  const bool has_unit = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(end), text.end(),
                                    [](char c) { return is_letter(c) || c == '\'' || c == '+'; });
  if (!has_unit || text.size() - end > 3) return {};
  text = text.substr(0, end);
  return text.substr(0, text.find_last_not_of(".,:") + 1);
}

// "1st" to "10th": languages have words for them, "third-party" is one. From there on it is
// figures.
bool is_small_ordinal(std::string_view word) {
  constexpr std::string_view kOrdinals[] = {"1st", "2nd", "3rd", "4th", "5th",
                                            "6th", "7th", "8th", "9th", "10th"};
  return std::find(std::begin(kOrdinals), std::end(kOrdinals), word) != std::end(kOrdinals);
}

Mark number_mark(std::string_view written, std::string_view number) {
  return {is_small_ordinal(written) ? MarkKind::kName : MarkKind::kFirm, std::string(number)};
}

void add_name(std::string_view name, std::vector<Mark>& marks) {
  if (const std::string_view number = bare_number(name); !number.empty()) {
    marks.push_back(number_mark(name, number));
    return;
  }
  const bool is_alternative = std::count(name.begin(), name.end(), '/') == 1 && name[0] != '/';
  if (name.starts_with('-') || name.find_first_of("_=.") != name.npos ||
      (name.find('/') != name.npos && !is_alternative)) {
    marks.push_back({is_firm_name(name) ? MarkKind::kFirm : MarkKind::kName, to_lower(name)});
    return;
  }
  // A compound, "base64-encoded", or "HTTP/HTTPS": what is no word in it.
  while (!name.empty()) {
    const std::string_view part = name.substr(0, name.find_first_of("-/"));
    name.remove_prefix(std::min(part.size() + 1, name.size()));
    const std::string_view number = bare_number(part);
    if (!number.empty()) {
      marks.push_back(number_mark(part, number));
    } else if (part.size() > 1 && std::any_of(part.begin() + 1, part.end(),
                                              [](char c) { return is_upper(c) || is_digit(c); })) {
      marks.push_back({MarkKind::kName, to_lower(part)});
    }
  }
}

// The shortcode's name and each argument for itself, as some are translated and some are not.
void add_arguments(std::string_view shortcode, std::vector<Mark>& marks) {
  bool quoted = false;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= shortcode.size(); ++at) {
    if (at < shortcode.size() && shortcode[at] == '"') quoted = !quoted;
    if (at < shortcode.size() && (quoted || shortcode[at] != ' ')) continue;
    const std::string_view part = strip(shortcode.substr(begin, at - begin));
    if (!part.empty()) marks.push_back({MarkKind::kArgument, to_lower(part)});
    begin = at + 1;
  }
}

void add_marks(const Invariant& invariant, std::vector<Mark>& marks) {
  switch (invariant.kind) {
    case InvariantKind::kCode:
    case InvariantKind::kImage:
      marks.push_back({MarkKind::kFirm, to_lower(strip(invariant.text))});
      break;
    case InvariantKind::kCodeLine:
      marks.push_back({MarkKind::kFirm, bare_code(invariant.text)});
      break;
    case InvariantKind::kNumber: {
      const std::string_view number = bare_number(invariant.text);
      marks.push_back({MarkKind::kFirm, std::string(number.empty() ? invariant.text : number)});
      break;
    }
    case InvariantKind::kIdentifier:
      return add_name(invariant.text, marks);
    case InvariantKind::kLinkTarget:
      marks.push_back({MarkKind::kLink, std::string(place_of(invariant.text))});
      break;
    case InvariantKind::kShortcode:
      return add_arguments(invariant.text, marks);
  }
  if (marks.back().text.empty()) marks.pop_back();
}

MarkId id_of(const Mark& mark) {
  return mix_hashes(hash_of(mark.text), mark.kind == MarkKind::kLink ? 1 : 0);
}

// `firm` are the firm marks of the block, sorted: languages put them in different orders.
std::uint64_t landmark_of(const Block& block, const std::vector<MarkId>& firm) {
  const auto said = [&](std::uint64_t what) {
    return mix_hashes(what, static_cast<std::uint64_t>(class_of(block)));
  };
  switch (block.kind) {
    case BlockKind::kHeading:
      return said(mix_hashes(hash_of(block.anchor), static_cast<std::uint64_t>(block.level)));
    case BlockKind::kCode:
      return said(hash_of(block.text));
    case BlockKind::kParagraph:
    case BlockKind::kListItem:
    case BlockKind::kTableRow:
    case BlockKind::kHtml: {
      if (firm.size() < kMinFirm) return 0;
      std::uint64_t all = 0;
      for (const MarkId id : firm) all = mix_hashes(all, id);
      return said(all);
    }
    case BlockKind::kFrontMatter:
    case BlockKind::kShortcode:
    case BlockKind::kComponent:
      return 0;
  }
  return 0;
}

// Whether a word may consist of this character, among others.
bool is_of_word(char c) { return is_alphanumeric(c) || c == '_'; }

}  // namespace

std::vector<Mark> marks_of(const Block& block) {
  std::vector<Mark> result;
  for (const Invariant& invariant : find_invariants(block)) add_marks(invariant, result);
  return result;
}

std::size_t count_mentions(const Block& block, const std::string& word) {
  std::size_t count = 0;
  const std::string text = to_lower(block.text);
  const bool is_number = is_digit(word.back());
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if (at > 0 && is_of_word(text[at - 1]) && is_of_word(word.front())) {
      // "v1.20" is 1.20.
      const bool is_version =
          text[at - 1] == 'v' && is_digit(word.front()) && (at == 1 || !is_of_word(text[at - 2]));
      if (!is_version) continue;
    }
    if (end < text.size() && is_of_word(word.back())) {
      if (is_digit(text[end]) || (!is_number && is_of_word(text[end]))) continue;
      if (is_number && text[end] == '.' && end + 1 < text.size() && is_digit(text[end + 1])) {
        continue;
      }
    }
    if (is_number && at > 1 && text[at - 1] == '.' && is_digit(text[at - 2])) continue;
    ++count;
  }
  return count;
}

Fingerprint fingerprint_of(const Block& block) {
  Fingerprint result;
  std::vector<MarkId> firm;
  for (const Mark& mark : marks_of(block)) {
    const MarkId id = id_of(mark);
    result.marks.push_back(id);
    if (mark.kind == MarkKind::kFirm) firm.push_back(id);
  }
  std::sort(result.marks.begin(), result.marks.end());
  std::sort(firm.begin(), firm.end());
  result.length = count_characters(block.text);
  result.landmark = landmark_of(block, firm);
  return result;
}

}  // namespace l10n_drift
