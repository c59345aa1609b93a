#include "site/reviews.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <compare>
#include <tuple>

#include "l10n_drift/error.h"
#include "text/ascii.h"
#include "text/lines.h"
#include "text/path_text.h"
#include "text/shell.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

constexpr std::string_view kBlankCharacters = " \t";

bool is_abbreviated(std::string_view id) {
  return id.size() >= 4 && id.size() < ObjectId::kHexSize &&
         id.find_first_not_of("0123456789abcdefABCDEF") == id.npos;
}

ObjectId read_blob(std::string_view id) {
  ObjectId blob;
  if (blob.parse_hex(to_lower(id))) return blob;
  const std::string what = is_abbreviated(id) ? "is abbreviated, and may come to mean another blob"
                                              : "is no full id of a blob";
  throw Error(fmt::format("{} {}", in_quotes(id), what),
              fmt::format("git rev-parse {}", shell_quote(id)));
}

// Takes what stands before `end` off `rest`, or a text in quotes, however long that is.
std::string take_text(std::string_view& rest, std::size_t end) {
  if (!rest.starts_with('"')) {
    std::string text(trim_blanks(rest.substr(0, end)));
    rest.remove_prefix(std::min(end, rest.size()));
    return text;
  }
  std::optional<std::string> text = take_quoted(rest);
  if (!text)
    throw Error(fmt::format("the quotes of {} are not closed, or hold no text", in_quotes(rest)));
  return *std::move(text);
}

// Where the reason begins in `text`, with the blanks before it; npos if it does not.
std::size_t find_reason(std::string_view text) {
  for (std::size_t at = text.find('#'); at != text.npos; at = text.find('#', at + 1)) {
    if (at == 0 || kBlankCharacters.find(text[at - 1]) == kBlankCharacters.npos) continue;
    return text.find_last_not_of(kBlankCharacters, at - 1) + 1;
  }
  return text.npos;
}

// Where `:12` or `:12-14` begins at the end of a text; npos if it does not.
std::size_t find_line_numbers(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == text.npos) return colon;
  const std::string_view numbers = text.substr(colon + 1);
  const std::string_view first = numbers.substr(0, numbers.find('-'));
  const auto is_number = [](std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
  };
  const bool is_one = first.size() == numbers.size();
  return is_number(first) && (is_one || is_number(numbers.substr(first.size() + 1))) ? colon
                                                                                     : text.npos;
}

// "12-14"; nothing if there can be no such lines.
std::optional<LineRange> read_line_numbers(std::string_view text) {
  LineRange lines;
  const char* const end = text.data() + text.size();
  const auto [after_first, error] = std::from_chars(text.data(), end, lines.first);
  if (error != std::errc{}) return {};
  lines.last = lines.first;
  if (after_first != end && std::from_chars(after_first + 1, end, lines.last).ec != std::errc{}) {
    return {};
  }
  return lines.first >= 1 && lines.first <= lines.last ? std::optional(lines) : std::nullopt;
}

// Takes the path, the lines and the heading off `rest`.
void take_place(std::string_view& rest, Review& review) {
  const bool is_quoted = rest.starts_with('"');
  const std::size_t end = std::min(find_reason(rest), rest.find('#'));
  const std::string_view plain = rest.substr(0, end);
  review.translation = take_text(rest, std::min(find_line_numbers(plain), end));
  if (review.translation.empty()) throw Error("it names no translation");
  if (is_quoted ? rest.starts_with(':') : find_line_numbers(plain) != plain.npos) {
    const std::size_t lines_end = std::min(rest.find_first_of("# \t"), rest.size());
    const std::string_view numbers = rest.substr(1, lines_end - 1);
    if (find_line_numbers(rest.substr(0, lines_end)) == 0)
      review.lines = read_line_numbers(numbers);
    if (!review.lines) throw Error(fmt::format("there are no lines {}", in_quotes(numbers)));
    rest.remove_prefix(lines_end);
  }
  if (rest.starts_with('#')) {
    rest.remove_prefix(1);
    review.heading = take_text(rest, find_reason(rest));
    if (review.heading.empty()) throw Error("it names no heading behind '#'");
  }
}

Review read_review(std::string_view line) {
  Review review;
  std::string_view rest = line;
  const std::size_t blob_end = std::min(rest.find_first_of(kBlankCharacters), rest.size());
  review.source = read_blob(rest.substr(0, blob_end));
  rest.remove_prefix(skip_all(rest, blob_end, kBlankCharacters));
  if (rest.empty() || rest[0] == '#') throw Error("it names no translation");
  take_place(rest, review);
  const std::size_t sign = skip_all(rest, 0, kBlankCharacters);
  const std::string_view reason = rest.substr(sign);
  if (!reason.empty() && (sign == 0 || reason[0] != '#')) {
    throw Error(
        fmt::format("{} is no place in {}", in_quotes(reason), in_quotes(review.translation)));
  }
  if (!reason.empty()) review.reason = trim_blanks(reason.substr(1));
  if (review.reason.empty()) {
    throw Error(fmt::format("the review of {} has no reason", in_quotes(review.translation)),
                "write why behind the path: ' # REASON'");
  }
  return review;
}

bool is_comment(std::string_view line) { return line.empty() || line[0] == '#'; }

std::string write_text(std::string_view text, bool needs_quotes) {
  const std::string quoted = quote_path(text);
  return needs_quotes && quoted == text ? '"' + quoted + '"' : quoted;
}

bool has_blank_end(std::string_view text) { return trim_blanks(text) != text; }

// The line of a review, without its end.
std::string write_review(const Review& review) {
  const std::string& path = review.translation;
  const bool path_has_sign = path.find_first_of("#:") != path.npos;
  std::string line = fmt::format("{}  {}", review.source.hex(),
                                 write_text(path, path_has_sign || has_blank_end(path)));
  if (review.lines) {
    line += fmt::format(":{}", review.lines->first);
    if (review.lines->last != review.lines->first) line += fmt::format("-{}", review.lines->last);
  }
  const std::string& heading = review.heading;
  if (!heading.empty()) {
    line += '#' + write_text(heading, heading.find('#') != heading.npos || has_blank_end(heading));
  }
  return line + "  # " + review.reason;
}

void require_writable(const Review& review) {
  if (review.translation.empty()) throw Error("a review names no translation");
  const std::string page = in_quotes(review.translation);
  if (review.lines && (review.lines->first < 1 || review.lines->first > review.lines->last)) {
    throw Error(fmt::format("the review of {} has no lines {}-{}", page, review.lines->first,
                            review.lines->last));
  }
  if (review.reason.empty()) {
    throw Error(fmt::format("the review of {} has no reason", page), "--reason TEXT");
  }
  if (printable(review.reason) != review.reason) {
    throw Error(
        fmt::format("the reason {} is not one line of readable text", in_quotes(review.reason)),
        "--reason TEXT");
  }
}

// What a review is of, in the order of the file: the whole page first, then lines, then headings.
// Lines are those of one version of the source.
auto place_of(const Review& review) {
  const LineRange lines = review.lines.value_or(LineRange{0, 0});
  return std::tuple(std::string_view(review.translation), !review.heading.empty(), lines.first,
                    lines.last, std::string_view(review.heading),
                    review.lines ? review.source : ObjectId());
}

bool says_the_same(const Review& a, const Review& b) {
  return place_of(a) == place_of(b) && a.source == b.source && a.reason == b.reason;
}

// A line of the file with its end, and the review that it is.
struct ReviewLine {
  std::string text;
  std::optional<Review> review;
};

std::vector<ReviewLine> split_lines(std::string_view text) {
  std::vector<ReviewLine> lines;
  const std::string_view marked = without_byte_order_mark(text);
  std::vector<Review> reviews = parse_reviews(text, std::string(kReviewsName));
  auto next = reviews.begin();
  for (std::string_view rest = marked; !rest.empty();) {
    const std::string_view start = rest;
    take_line(rest);
    ReviewLine line{std::string(start.substr(0, start.size() - rest.size())), {}};
    if (next != reviews.end() && next->line == lines.size() + 1) line.review = std::move(*next++);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string_view end_of(std::string_view line) {
  if (line.ends_with("\r\n")) return "\r\n";
  return line.ends_with('\n') ? "\n" : "";
}

// Puts the review to where it sorts.
void insert_line(std::vector<ReviewLine>& lines, const Review& review, std::string_view end) {
  const auto next = std::find_if(lines.begin(), lines.end(), [&](const ReviewLine& line) {
    return line.review && place_of(*line.review) > place_of(review);
  });
  // Behind the review before that: comments in between belong to what they stand above.
  auto at = next;
  while (at != lines.begin() && !(at - 1)->review) --at;
  if (at == lines.begin()) at = next;
  if (at != lines.begin() && end_of((at - 1)->text).empty()) (at - 1)->text += end;
  lines.insert(at, {write_review(review) + std::string(end), review});
}

// Makes `review` the only one of its place; false if there is none yet.
bool replace_line(std::vector<ReviewLine>& lines, const Review& review) {
  const auto is_of_place = [&](const ReviewLine& line) {
    return line.review && place_of(*line.review) == place_of(review);
  };
  auto kept = std::find_if(lines.begin(), lines.end(), [&](const ReviewLine& line) {
    return line.review && says_the_same(*line.review, review);
  });
  if (kept == lines.end()) {
    kept = std::find_if(lines.begin(), lines.end(), is_of_place);
    if (kept == lines.end()) return false;
    *kept = {write_review(review) + std::string(end_of(kept->text)), review};
  }
  std::size_t number = 0;
  const std::size_t kept_number = static_cast<std::size_t>(kept - lines.begin());
  std::erase_if(
      lines, [&](const ReviewLine& line) { return number++ != kept_number && is_of_place(line); });
  return true;
}

}  // namespace

std::vector<Review> parse_reviews(std::string_view text, const std::string& place) {
  std::vector<Review> reviews;
  text = without_byte_order_mark(text);
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = trim_blanks(take_line(text));
    if (is_comment(line)) continue;
    try {
      reviews.push_back(read_review(line));
      reviews.back().line = number;
    } catch (const Error& error) {
      throw Error(fmt::format("{} line {}: {}", in_quotes(place), number, error.what()),
                  error.hint());
    }
  }
  return reviews;
}

std::string add_reviews(std::string_view text, const std::vector<Review>& reviews) {
  std::vector<ReviewLine> lines = split_lines(text);
  const std::string end(!lines.empty() && lines[0].text.ends_with("\r\n") ? "\r\n" : "\n");
  for (const Review& review : reviews) {
    Review written = review;
    written.reason = trim_blanks(review.reason);
    require_writable(written);
    if (!replace_line(lines, written)) insert_line(lines, written, end);
  }
  std::string result(text.substr(0, text.size() - without_byte_order_mark(text).size()));
  for (const ReviewLine& line : lines) result += line.text;
  return result;
}

}  // namespace l10n_drift
