#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "detection/numbers.h"
#include "markdown/fingerprint.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {

// How often marks stand in a page.
class MarkCounts {
 public:
  // Of never more than so many marks.
  explicit MarkCounts(std::size_t max_marks) : numbers_(max_marks) {}

  void add(MarkId mark);
  std::size_t of(MarkId mark) const;

 private:
  Numbers numbers_;
  std::vector<std::uint32_t> counts_;
};

// Which block of a translation says what a block of the source says: at most one for each, in an
// order that both pages share but for keys of front matter.
struct PageAlignment {
  std::vector<std::optional<std::size_t>> translation_of;  // For each block of the source,
  std::vector<std::optional<std::size_t>> source_of;       // and of the translation.
  double length_ratio = 1;  // Characters of the translation for each of the source.

  // How well the length of a translated block fits that of a block of the source, up to 1.
  double length_likeness(std::size_t source, std::size_t translation) const;

  // The part of their marks that both have, rare ones before common ones, from 0 to 1.
  double overlap(const Fingerprint& source, const Fingerprint& translation) const;

  MarkCounts counts{0};  // Of the source.

  // The rarer a mark is in the source, the more it tells.
  double weight_of(MarkId mark) const;

  // Blocks of the source that can be told by what they hold, and how well their counterparts agree
  // with them on the average, from 0 to 1.
  double evidence = 0;
  double agreement = 0;

  // Whether the pages correspond too little to tell which of their blocks belong together.
  bool is_weak() const;
};

// The time grows about as the pages do.
PageAlignment align_pages(const ParsedPage& source, const ParsedPage& translation);

}  // namespace l10n_drift
