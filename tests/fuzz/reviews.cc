// The list of reviews. Inputs are the text of a `.l10n-drift-reviewed`.

#include "site/reviews.h"

#include <optional>
#include <string>
#include <vector>

#include "fuzz/one_line.h"
#include "fuzz/target.h"
#include "l10n_drift/error.h"

namespace l10n_drift {
namespace {

void require_error(const Error& error) {
  require(*error.what() != '\0', "an error says something");
  require_one_line(error.what());
  require_one_line(error.hint());
}

std::vector<Review> read(std::string_view text) { return parse_reviews(text, "the input"); }

// Nothing if one of them cannot be written, for an error that can be shown.
std::optional<std::string> add(std::string_view text, const std::vector<Review>& reviews) {
  try {
    return add_reviews(text, reviews);
  } catch (const Error& error) {
    require_error(error);
    return {};
  }
}

void check_writing(const Review& review) {
  const std::optional<std::string> text = add("", {review});
  if (!text) return;
  Review expected = review;
  expected.line = 1;
  require(read(*text) == std::vector{expected}, "a review written is what was read");
  require(add(*text, {review}) == text, "a review that is there is not written again");
}

}  // namespace

void run_target(std::string_view input) {
  std::vector<Review> reviews;
  try {
    reviews = read(input);
  } catch (const Error& error) {
    require_error(error);
    return;
  }
  for (const Review& review : reviews) check_writing(review);
  require(add_reviews(input, {}) == input, "to add nothing changes nothing");
  Review other;
  other.translation = "content/ko/m.md";
  other.reason = "typo only";
  const std::string text = add_reviews(input, {other});
  require(add_reviews(text, {other}) == text, "nothing is written twice");
  bool is_there = false;
  for (Review review : read(text)) {
    review.line = 0;
    is_there = is_there || review == other;
  }
  require(is_there, "what was added is there");
}

}  // namespace l10n_drift
