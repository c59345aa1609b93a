#pragma once

#include <gumbo.h>

#include <string_view>
#include <vector>

namespace l10n_drift::html {

// The nodes of a tree that gumbo made, and what the elements of HTML are to a reader. Those of
// other languages in a page (SVG, MathML) are none of these.
using Node = const GumboNode*;

bool is_element(Node node);
bool is_element(Node node, GumboTag tag);

// Null for what has none.
const GumboVector* children_of(Node node);

// The value of an attribute of an element; empty if there is none. It is the tree's.
std::string_view attribute_of(Node node, const char* name);

// Nothing in it is read: a script, a style, a template.
bool is_opaque(Node node);

// Shortcodes that have their lines to themselves look like comments to gumbo, which leaves the '<'
// and the '>' out.
bool is_shortcodes(Node node);

// What ends a run of words.
bool is_block(Node node);

// 1 to 6 for a heading, else 0.
int heading_level(Node node);

bool is_list(Node node);
bool is_item(Node node);
bool is_cell(Node node);

// Goes through a tree without recursion: `enter` says whether to go into a node, and `leave` is
// called for those alone.
template <typename Enter, typename Leave>
void walk(Node root, Enter enter, Leave leave) {
  struct Open {
    Node node;
    unsigned int next;
  };
  std::vector<Open> open;
  if (enter(root)) open.push_back({root, 0});
  while (!open.empty()) {
    const GumboVector* const children = children_of(open.back().node);
    if (children == nullptr || open.back().next == children->length) {
      leave(open.back().node);
      open.pop_back();
      continue;
    }
    const Node child = static_cast<Node>(children->data[open.back().next++]);
    if (enter(child)) open.push_back({child, 0});
  }
}

}  // namespace l10n_drift::html
