#pragma once

#include <string_view>
#include <vector>

#include "markdown/block.h"

namespace l10n_drift {

enum class InvariantKind {
  kCode,        // Code within a line of text.
  kCodeLine,    // A line of a code block, without its margin.
  kNumber,      // "1,000", "-1", "2019-01-02".
  kIdentifier,  // "StatefulSet", "API", "max_pods", "v1beta1", "--all", "/etc/hosts",
                // "kubelet.conf".
  kLinkTarget,  // Where a link leads.
  kImage,       // The name of a picture's file.
  kShortcode,
};

// Something in a block that translation leaves alone.
struct Invariant {
  InvariantKind kind;
  std::string_view text;  // A part of the block, and valid as long as that.
  bool operator==(const Invariant&) const = default;
};

// All of them in a block, to be looked for in its translation: spans first, then numbers and
// identifiers, each in the order of the text. A word consists of ASCII alone: the particle in
// "Pod를" is no part of it.
std::vector<Invariant> find_invariants(const Block& block);

}  // namespace l10n_drift
