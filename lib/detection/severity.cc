#include "detection/severity.h"

#include <algorithm>
#include <string>

#include "detection/copy_edit.h"
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
// identifiers, pictures, shortcodes, and the texts of links. Where links lead is not part of it.
std::vector<Invariant> list_protected(const Block& block) {
  std::vector<Invariant> invariants = find_invariants(block);
  std::erase_if(invariants, [](const Invariant& invariant) {
    return invariant.kind == InvariantKind::kLinkTarget || is_name_of_letters(invariant);
  });
  for (const Span& span : block.spans) {
    if (span.kind != SpanKind::kLink) continue;
    invariants.push_back({InvariantKind::kLinkTarget,
                          std::string_view(block.text).substr(span.begin, span.end - span.begin)});
  }
  return invariants;
}

// Where the links lead, whichever way they are written.
std::vector<Mark> link_places(const Block& block) {
  std::vector<Mark> places = marks_of(block);
  std::erase_if(places, [](const Mark& mark) { return mark.kind != MarkKind::kLink; });
  return places;
}

}  // namespace

Severity severity_of(const Block& old_block, const Block& new_block) {
  if (same_normal_form(old_block, new_block)) {
    return link_places(old_block) == link_places(new_block) ? Severity::kCosmetic
                                                            : Severity::kMinor;
  }
  const bool same_kind = old_block.kind == new_block.kind;
  if (!same_kind && !(is_prose(old_block) && is_prose(new_block))) return Severity::kSubstantive;
  // Another level, another language of code, an item that was a paragraph.
  if (old_block.text == new_block.text) return Severity::kMinor;
  if (old_block.kind == BlockKind::kCode || old_block.kind == BlockKind::kShortcode) {
    return Severity::kSubstantive;
  }
  const std::string old_words = unmarked(old_block);
  const std::string new_words = unmarked(new_block);
  if (old_words == new_words) return Severity::kMinor;
  if (list_protected(old_block) != list_protected(new_block)) return Severity::kSubstantive;
  return is_copy_edit(old_words, new_words) ? Severity::kMinor : Severity::kSubstantive;
}

Severity severity_of(const BlockChange& change, const PageBlocks& old_page,
                     const PageBlocks& new_page) {
  if (change.old_index && change.new_index) {
    return severity_of(old_page[*change.old_index], new_page[*change.new_index]);
  }
  const Block& block =
      change.old_index ? old_page[*change.old_index] : new_page[change.new_index.value()];
  return block.text.empty() ? Severity::kCosmetic : Severity::kSubstantive;
}

Severity severity_of(const std::vector<BlockChange>& changes, const PageBlocks& old_page,
                     const PageBlocks& new_page) {
  Severity greatest = Severity::kCosmetic;
  for (const BlockChange& change : changes) {
    greatest = std::max(greatest, severity_of(change, old_page, new_page));
  }
  return greatest;
}

}  // namespace l10n_drift
