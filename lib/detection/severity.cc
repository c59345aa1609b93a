#include "detection/severity.h"

#include <algorithm>
#include <string>

#include "detection/copy_edit.h"
#include "detection/date_stamp.h"
#include "markdown/fingerprint.h"
#include "markdown/invariants.h"
#include "markdown/normal_form.h"
#include "text/ascii.h"

namespace l10n_drift {
namespace {

// A name of letters alone, "ConfigMap": "config maps" may become "ConfigMaps" by copy editing.
bool is_name_of_letters(const Invariant& invariant) {
  return invariant.kind == InvariantKind::kIdentifier &&
         std::all_of(invariant.text.begin(), invariant.text.end(), is_letter);
}

// What no copy editor would touch without a reason that concerns translators: code, numbers,
// identifiers, pictures and what shortcodes are given. Where links lead is not part of it.
std::vector<Invariant> list_protected(const Block& block) {
  std::vector<Invariant> invariants = find_invariants(block);
  for (Invariant& invariant : invariants) {
    const std::size_t name_end = invariant.text.find(' ');
    const bool is_given = name_end != invariant.text.npos;
    if (invariant.kind == InvariantKind::kShortcode && is_given) {
      invariant.text.remove_prefix(name_end);
    }
  }
  std::erase_if(invariants, [](const Invariant& invariant) {
    return invariant.kind == InvariantKind::kLinkTarget || is_name_of_letters(invariant);
  });
  return invariants;
}

std::vector<std::string_view> link_texts(const Block& block) {
  std::vector<std::string_view> texts;
  for (const Span& span : block.spans) {
    if (span.kind != SpanKind::kLink) continue;
    texts.push_back(std::string_view(block.text).substr(span.begin, span.end - span.begin));
  }
  return texts;
}

// Whether both have the same links, each with the same text but for a copy editor's hand: another
// text is another title.
bool link_texts_are_alike(const Block& old_block, const Block& new_block, const Grammar& grammar) {
  const std::vector<std::string_view> old_texts = link_texts(old_block);
  const std::vector<std::string_view> new_texts = link_texts(new_block);
  return std::equal(
      old_texts.begin(), old_texts.end(), new_texts.begin(), new_texts.end(),
      [&](std::string_view a, std::string_view b) { return is_copy_edit(a, b, grammar); });
}

bool is_title(const Block& block) {
  if (block.kind == BlockKind::kHeading) return true;
  if (block.kind != BlockKind::kFrontMatter) return false;
  const std::string name = to_lower(block.name);
  return name == "title" || name == "linktitle";
}

// Where the links lead, whichever way they are written.
std::vector<Mark> link_places(const Block& block) {
  std::vector<Mark> places = marks_of(block);
  std::erase_if(places, [](const Mark& mark) { return mark.kind != MarkKind::kLink; });
  return places;
}

// Arguments in which a version is a number: "v1.14" and "1.14" are the same.
std::string without_version_sign(std::string_view arguments) {
  std::string bare;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool is_sign = (arguments[i] == 'v' || arguments[i] == 'V') && i + 1 < arguments.size() &&
                         is_digit(arguments[i + 1]) &&
                         (i == 0 || !is_alphanumeric(arguments[i - 1]));
    if (!is_sign) bare += arguments[i];
  }
  return bare;
}

}  // namespace

bool is_cosmetic(const Block& old_block, const Block& new_block) {
  if (same_normal_form(old_block, new_block)) {
    return link_places(old_block) == link_places(new_block);
  }
  return class_of(old_block) == class_of(new_block) && only_stamp_changed(old_block, new_block);
}

bool is_cosmetic(const BlockChange& change, const PageBlocks& old_page,
                 const PageBlocks& new_page) {
  if (change.old_index && change.new_index) {
    return is_cosmetic(old_page[*change.old_index], new_page[*change.new_index]);
  }
  const Block& block =
      change.old_index ? old_page[*change.old_index] : new_page[change.new_index.value()];
  return block.text.empty();
}

Severity severity_of(const Block& old_block, const Block& new_block, const Grammar& grammar) {
  if (is_cosmetic(old_block, new_block)) return Severity::kCosmetic;
  const bool same_kind = old_block.kind == new_block.kind;
  if (!same_kind && !(is_prose(old_block) && is_prose(new_block))) return Severity::kSubstantive;
  // Another level, another language of code, an item that was a paragraph.
  if (old_block.text == new_block.text) return Severity::kMinor;
  if (is_tag(old_block)) {
    const std::string arguments = without_version_sign(arguments_of(old_block));
    const bool is_like =
        !arguments.empty() && arguments == without_version_sign(arguments_of(new_block));
    if (is_like) return Severity::kMinor;
    // But for the titles of containers, which are words.
    if (is_shortcode(old_block) || is_shortcode(new_block)) return Severity::kSubstantive;
  }
  if (old_block.kind == BlockKind::kCode) {
    // Lines count without the comments in them.
    return marks_of(old_block) == marks_of(new_block) ? Severity::kMinor : Severity::kSubstantive;
  }
  const std::string old_words = unmarked(old_block);
  const std::string new_words = unmarked(new_block);
  if (old_words == new_words) return Severity::kMinor;
  if (list_protected(old_block) != list_protected(new_block)) return Severity::kSubstantive;
  if (!link_texts_are_alike(old_block, new_block, grammar)) return Severity::kSubstantive;
  const bool is_edit =
      is_copy_edit(old_words, new_words, grammar) ||
      (is_title(new_block) && only_adjective_differs(old_words, new_words, grammar));
  return is_edit ? Severity::kMinor : Severity::kSubstantive;
}

Severity severity_of(const BlockChange& change, const PageBlocks& old_page,
                     const PageBlocks& new_page, const Grammar& grammar) {
  if (is_cosmetic(change, old_page, new_page)) return Severity::kCosmetic;
  if (!change.old_index || !change.new_index) return Severity::kSubstantive;
  return severity_of(old_page[*change.old_index], new_page[*change.new_index], grammar);
}

Severity severity_of(const std::vector<BlockChange>& changes, const PageBlocks& old_page,
                     const PageBlocks& new_page, const Grammar& grammar) {
  Severity greatest = Severity::kCosmetic;
  for (const BlockChange& change : changes) {
    greatest = std::max(greatest, severity_of(change, old_page, new_page, grammar));
  }
  return greatest;
}

}  // namespace l10n_drift
