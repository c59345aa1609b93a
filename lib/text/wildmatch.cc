#include "text/wildmatch.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "text/bracket.h"

// A pattern with several stars has many ways to be laid over a text, and trying them one after the
// other takes time that doubles with each star: `*a*a*a*a*b` against a long row of a's. All ways
// are followed at once here, as one would run a finite automaton. Its states are the offsets in the
// pattern: state i says that pattern[0, i) matches the text read so far. Each byte of the text
// takes the set of states to the next one:
//
//     pattern  a * b        text  a      {0} -> {1}
//              0 1 2 3            x      {1} -> {1}        the star keeps its state ...
//                                 b      {1, 2} -> {1, 3}  ... and lets the next one in
//
// States only ever let in later ones, so a single sweep from left to right completes a set.

namespace l10n_drift {
namespace {

// For each state whether it is in the set, and how it came in: by what stands before it, or by a
// star that read another byte.
using States = std::vector<unsigned char>;
constexpr unsigned char kEntered = 1;
constexpr unsigned char kStayed = 2;

// A row of stars that begins at an offset of the pattern.
struct Stars {
  std::size_t end;       // The offset after the row.
  bool crosses_slashes;  // `**` beside slashes or ends.
  bool may_be_nothing;   // `**/`, which stands for no folder, too: not even for its slash.
};

Stars read_stars(std::string_view pattern, std::size_t begin) {
  const std::size_t end = std::min(pattern.find_first_not_of('*', begin), pattern.size());
  const std::string_view rest = pattern.substr(end);
  const bool opens = begin == 0 || pattern[begin - 1] == '/';
  const bool closes = rest.empty() || rest.starts_with('/') || rest.starts_with("\\/");
  const bool crosses = end - begin > 1 && opens && closes;
  return {end, crosses, crosses && rest.starts_with('/')};
}

// The offset after the element at `begin`, which is no star, if the element matches `byte`.
std::optional<std::size_t> match_element(std::string_view pattern, std::size_t begin, char byte) {
  switch (pattern[begin]) {
    case '?':
      if (byte == '/') return std::nullopt;
      return begin + 1;
    case '[':
      if (byte == '/') return std::nullopt;
      return match_bracket(pattern, begin, byte);
    case '\\':
      if (begin + 1 == pattern.size() || pattern[begin + 1] != byte) return std::nullopt;
      return begin + 2;
    default:
      if (pattern[begin] != byte) return std::nullopt;
      return begin + 1;
  }
}

// Adds the states that a row of stars at `state` lets in without reading anything.
void let_in(States& states, std::size_t state, const Stars& stars) {
  states[stars.end] |= kEntered;
  // Only where the row begins: after a part of a folder's name, `**/` has to go on to its slash.
  if (stars.may_be_nothing && (states[state] & kEntered)) states[stars.end + 1] |= kEntered;
}

// The states after `byte`; empty if there are none. `states` is completed on the way.
States advance(std::string_view pattern, States& states, char byte) {
  States next;
  const auto add = [&](std::size_t state, unsigned char how) {
    next.resize(pattern.size() + 1);
    next[state] |= how;
  };
  for (std::size_t state = 0; state < pattern.size(); ++state) {
    if (!states[state]) continue;
    if (pattern[state] == '*') {
      const Stars stars = read_stars(pattern, state);
      let_in(states, state, stars);
      if (stars.crosses_slashes || byte != '/') add(state, kStayed);
    } else if (const auto after = match_element(pattern, state, byte)) {
      add(*after, kEntered);
    }
  }
  return next;
}

bool run_automaton(std::string_view pattern, std::string_view text) {
  States states(pattern.size() + 1);
  states[0] = kEntered;
  for (const char byte : text) {
    states = advance(pattern, states, byte);
    if (states.empty()) return false;
  }
  for (std::size_t state = 0; state < pattern.size(); ++state) {
    if (states[state] && pattern[state] == '*') let_in(states, state, read_stars(pattern, state));
  }
  return states[pattern.size()] != 0;
}

}  // namespace

bool wildmatch(std::string_view pattern, std::string_view text) {
  // What comes before the first special character is quickly compared, up to a slash: what `**`
  // means depends on what stands before it.
  const std::size_t special = pattern.find_first_of("*?[\\");
  if (special == pattern.npos) return text == pattern;
  const std::size_t literal = pattern.substr(0, special).rfind('/') + 1;
  if (!text.starts_with(pattern.substr(0, literal))) return false;
  return run_automaton(pattern.substr(literal), text.substr(literal));
}

}  // namespace l10n_drift
