#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "l10n_drift/stale.h"
#include "values/object_id.h"

// The list of translations that somebody has read against a version of their source, and found
// right. One line a review, in the branch of the translations:
//
//     <blob of the source>  <translation>  # <reason>
//     <blob of the source>  <translation>:12-14  # <reason>
//     <blob of the source>  <translation>#<heading>  # <reason>
//
// The blob is unabbreviated, as `git rev-parse REV:PATH` prints it. Behind the path, lines (`:12`
// is one of them), a heading, or both in this order, say which part was reviewed; they are those of
// that version of the source. `#` behind a blank begins the reason, which is not empty and goes to
// the end of the line.
//
// A path or a heading may stand in double quotes with C's escapes, as git quotes paths; it has to
// if it has a `"` at its front, a blank at its front or end, or ` #`, and a path also if it has a
// `#` or ends like lines do. Blanks within them mean what they are; how many stand between the
// three parts does not matter.
//
// Blank lines, and lines that begin with `#`, are comments. Lines end in LF or CRLF.

namespace l10n_drift {

// The file's name, at the root of a tree.
inline constexpr std::string_view kReviewsName = ".l10n-drift-reviewed";

struct Review {
  ObjectId source;                 // The blob.
  std::string translation;         // Its path.
  std::optional<LineRange> lines;  // Nothing: not by lines.
  std::string heading;             // Empty: not by a heading. With neither, the whole page.
  std::string reason;              // On one line, without blanks at its ends.
  std::size_t line = 0;            // Where it stands in the file, 1-based.
  bool operator==(const Review&) const = default;
};

// Reads a list of reviews, in the file's order. Two may be of the same page, as after a merge;
// whether there are such pages and blobs is not asked.
//
// Throws Error for a line that is none of the above. `place` is what errors call the file.
std::vector<Review> parse_reviews(std::string_view text, const std::string& place);

// The list with these reviews in it, so that each page, or place in a page, has one review. A line
// that says the same stays as it is; one of the same place with another blob or reason is replaced
// where it stands, and further ones of that place are taken out. The same lines of another version
// of the source are another place. A new line goes to where its path sorts, behind the review
// before it, so that branches which review different pages merge, and ends as the first line of the
// text does. Everything else stays, byte for byte; a last line that does not end is ended only if a
// line comes behind it. Of two of `reviews` of the same place, the later one counts. `line` is not
// looked at.
//
// Throws Error if the text is no list of reviews, and if a path is empty, the lines are none, or a
// reason is empty or has anything that does not show on one line.
std::string add_reviews(std::string_view text, const std::vector<Review>& reviews);

}  // namespace l10n_drift
