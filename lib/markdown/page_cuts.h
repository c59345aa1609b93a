#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace l10n_drift {

// Whether a page whose lines end in '\n' may be cut above the line that begins at `at`, by what the
// lines say: a heading, or text or a fence at the margin below a blank line. Above a line of the
// second kind no list and no quote can be open; whether something else is, a fence say, only a
// parser can tell.
bool may_cut_at(std::string_view page, std::size_t at);

// Where one page may be cut. Not between a shortcode and where it is closed, since it matters to
// the first whether there is a second (shortcodes.cc).
class PageCuts {
 public:
  // The page must outlive the object.
  explicit PageCuts(std::string_view page);

  bool may_cut_at(std::size_t at) const;
  // The first place behind `at`, or the end of the page.
  std::size_t next(std::size_t at) const;

 private:
  struct Wrapper {
    std::size_t begin;
    std::size_t end;  // Where this one ends, or one above it, whichever ends last.
  };
  bool place_is_wrapped(std::size_t at) const;

  std::string_view page_;
  std::vector<Wrapper> wrappers_;  // In their order.
};

}  // namespace l10n_drift
