#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "detection/key_numbers.h"
#include "markdown/fingerprint.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {

// How often each mark stands in a page.
class PageMarkCounts {
 public:
  // For a page of at most so many marks.
  explicit PageMarkCounts(std::size_t max_marks) : numbers_(max_marks) {}

  void add(MarkId mark);

  // The rarer a mark is in the page, the more it tells: 1 for one that stands there once or never.
  double weight_of(MarkId mark) const;

 private:
  KeyNumbers numbers_;
  std::vector<std::uint32_t> counts_;
};

// Which block of a translation says what a block of the source says: at most one for each, in an
// order that both pages share but for keys of front matter.
struct PageAlignment {
  // For each block of the source its counterpart in the translation, and the other way round.
  std::vector<std::optional<std::size_t>> translation_of;
  std::vector<std::optional<std::size_t>> source_of;
  // How many characters the translation has for each of the source.
  double length_ratio = 1;

  // How well the length of a translated block fits that of a block of the source, up to 1. Both are
  // in characters.
  double length_likeness(std::size_t source, std::size_t translation) const;

  // The part of their marks that both have, rare ones before common ones, from 0 to 1.
  double overlap(const Fingerprint& source, const Fingerprint& translation) const;

  // The marks of the source.
  PageMarkCounts mark_counts{0};

  // How many blocks of the source have marks, keys of front matter aside, and how well their
  // counterparts agree with them on the average, from 0 to 1.
  double blocks_with_marks = 0;
  double mark_agreement = 0;

  // Whether each block of the source is one of those.
  std::vector<bool> has_marks;

  // Whether the pages correspond too little to tell which of their blocks belong together. `absent`
  // are blocks of the source of which it is known that the translation has none for them: they say
  // nothing about the others.
  bool is_weak(const std::vector<std::size_t>& absent = {}) const;
};

// The time grows about as the pages do.
PageAlignment align_pages(const ParsedPage& source, const ParsedPage& translation);

// Whether a block that is code since its lines stand further in may be the prose that the other
// page has, or hold it: it has letters that no code has, or code of its own.
bool is_indented_prose(const Block& prose, const Block& code);

}  // namespace l10n_drift
