#pragma once

#include <compare>
#include <string_view>
#include <vector>

#include "markdown/block.h"

namespace l10n_drift {

enum class TokenKind {
  kCode,        // In a line of text.
  kCodeLine,    // Of a code block, without its margin.
  kNumber,      // "1,000", "-1", "2019-01-02".
  kIdentifier,  // "StatefulSet", "API", "max_pods", "v1beta1", "--all", "/etc/hosts",
                // "kubelet.conf".
  kLinkTarget,
  kImage,  // The picture's file.
  kShortcode,
};

struct Token {
  TokenKind kind;
  std::string_view text;  // In the block.
  auto operator<=>(const Token&) const = default;
};

// What translation leaves alone in a block, so that it can be looked for in a translation: spans
// first, then numbers and identifiers, each in the order of the text. A word is what is ASCII: the
// particle in "Pod를" is none of it. Valid as long as the block.
std::vector<Token> invariants(const Block& block);

}  // namespace l10n_drift
