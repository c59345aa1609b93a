#include "markdown/html_elements.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "markdown/masks.h"

namespace l10n_drift::html {
namespace {

// Elements that are a part of a run of words. What HTML does not know is none of its blocks.
constexpr GumboTag kPhrasing[] = {
    GUMBO_TAG_A,      GUMBO_TAG_ABBR,     GUMBO_TAG_ACRONYM, GUMBO_TAG_AUDIO,  GUMBO_TAG_B,
    GUMBO_TAG_BDI,    GUMBO_TAG_BDO,      GUMBO_TAG_BIG,     GUMBO_TAG_BR,     GUMBO_TAG_BUTTON,
    GUMBO_TAG_CANVAS, GUMBO_TAG_CITE,     GUMBO_TAG_CODE,    GUMBO_TAG_DATA,   GUMBO_TAG_DEL,
    GUMBO_TAG_DFN,    GUMBO_TAG_EM,       GUMBO_TAG_EMBED,   GUMBO_TAG_FONT,   GUMBO_TAG_I,
    GUMBO_TAG_IFRAME, GUMBO_TAG_IMG,      GUMBO_TAG_INPUT,   GUMBO_TAG_INS,    GUMBO_TAG_KBD,
    GUMBO_TAG_LABEL,  GUMBO_TAG_MARK,     GUMBO_TAG_METER,   GUMBO_TAG_NOBR,   GUMBO_TAG_OBJECT,
    GUMBO_TAG_OUTPUT, GUMBO_TAG_PROGRESS, GUMBO_TAG_Q,       GUMBO_TAG_RB,     GUMBO_TAG_RP,
    GUMBO_TAG_RT,     GUMBO_TAG_RUBY,     GUMBO_TAG_S,       GUMBO_TAG_SAMP,   GUMBO_TAG_SMALL,
    GUMBO_TAG_SOURCE, GUMBO_TAG_SPAN,     GUMBO_TAG_STRIKE,  GUMBO_TAG_STRONG, GUMBO_TAG_SUB,
    GUMBO_TAG_SUP,    GUMBO_TAG_TEXTAREA, GUMBO_TAG_TIME,    GUMBO_TAG_TRACK,  GUMBO_TAG_TT,
    GUMBO_TAG_U,      GUMBO_TAG_VAR,      GUMBO_TAG_VIDEO,   GUMBO_TAG_WBR,    GUMBO_TAG_UNKNOWN};

bool is_phrasing(GumboTag tag) {
  return std::find(std::begin(kPhrasing), std::end(kPhrasing), tag) != std::end(kPhrasing);
}

}  // namespace

bool is_element(Node node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

bool is_element(Node node, GumboTag tag) {
  return is_element(node) && node->v.element.tag == tag &&
         node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
}

const GumboVector* children_of(Node node) {
  if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
  return is_element(node) ? &node->v.element.children : nullptr;
}

std::string_view attribute_of(Node node, const char* name) {
  const GumboAttribute* const found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool is_opaque(Node node) {
  if (!is_element(node)) return false;
  const GumboTag tag = node->v.element.tag;
  return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || node->type == GUMBO_NODE_TEMPLATE;
}

bool is_shortcodes(Node node) {
  return node->type == GUMBO_NODE_COMMENT &&
         Masks::stand_alone("<" + std::string(node->v.text.text));
}

bool is_block(Node node) {
  if (!is_element(node)) return node->type == GUMBO_NODE_DOCUMENT || is_shortcodes(node);
  return node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML && !is_phrasing(node->v.element.tag);
}

int heading_level(Node node) {
  for (const GumboTag tag :
       {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6}) {
    if (is_element(node, tag)) return static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1;
  }
  return 0;
}

bool is_list(Node node) {
  return is_element(node, GUMBO_TAG_UL) || is_element(node, GUMBO_TAG_OL) ||
         is_element(node, GUMBO_TAG_DL);
}

bool is_item(Node node) {
  return is_element(node, GUMBO_TAG_LI) || is_element(node, GUMBO_TAG_DT) ||
         is_element(node, GUMBO_TAG_DD);
}

bool is_cell(Node node) { return is_element(node, GUMBO_TAG_TD) || is_element(node, GUMBO_TAG_TH); }

}  // namespace l10n_drift::html
