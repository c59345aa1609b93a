#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace l10n_drift {

// What the name of a milestone branch says: dev-1.29-ko.1 is version 1.29, language ko, number 1.
struct Milestone {
  std::string branch;                 // The name as it was parsed, a remote's name included.
  std::string language;               // As in the branch's name; aliases are not applied.
  std::vector<std::string> version;   // {"1", "29"}; empty if the pattern has no `{version}`.
  std::optional<std::string> number;  // "1"; nothing if the pattern has no `{number}`.
};

// By version, component by component as numbers, then by number: 1.9 < 1.10, ko.9 < ko.10. A
// missing component is less than any. Numbers may be of any length. Neither branch nor language is
// compared.
std::strong_ordering compare_order(const Milestone& a, const Milestone& b);

// The pattern of a milestone branch, such as "dev-{version}-{lang}.{number}" or "dev-{lang}".
// `{version}` matches digits and single dots between them, `{lang}` a language code, `{number}`
// digits.
class MilestonePattern {
 public:
  // Throws Error for a pattern without `{lang}`, with an unknown placeholder or one that stands
  // twice. The message begins "milestone pattern 'dev-{x}'".
  explicit MilestonePattern(std::string_view pattern);

  // Parses the whole of a branch's name. One of `remotes` and a '/' may stand before it
  // ("upstream/dev-1.29-ko.1"); the longest remote's name that fits wins. Nothing if it does not
  // match.
  std::optional<Milestone> match(std::string_view branch,
                                 const std::vector<std::string>& remotes) const;

 private:
  struct Part {
    enum class Kind { kLiteral, kVersion, kLanguage, kNumber } kind;
    std::string literal;  // Of kLiteral.
  };
  static std::optional<Part::Kind> kind_of(std::string_view placeholder);
  // Stores `text` in the milestone's field for a placeholder; false if it is not of its form.
  static bool assign(Part::Kind kind, std::string_view text, Milestone& milestone);
  bool has(Part::Kind kind) const;
  // Matches the parts from `index` on with the whole of `text`.
  bool match_from(std::size_t index, std::string_view text, Milestone& milestone) const;

  std::vector<Part> parts_;
};

// The first of `patterns` that matches.
std::optional<Milestone> parse_milestone(const std::vector<MilestonePattern>& patterns,
                                         std::string_view branch,
                                         const std::vector<std::string>& remotes);

}  // namespace l10n_drift
