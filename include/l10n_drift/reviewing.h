#pragma once

#include <string>
#include <vector>

#include "l10n_drift/drift.h"
#include "l10n_drift/report.h"

namespace l10n_drift {

// Says in the list of reviews that somebody has looked at a page, and found nothing to translate.

struct ReviewRequest {
  Comparison comparison;
  // Translations, each alone or with the place that was reviewed, in lines of the source or by its
  // heading there: "content/ko/a.md:12-14", "content/ko/a.md#Install".
  std::vector<std::string> pages;
  std::string reason;
  bool force = false;  // Though a page is changed in the work tree.
};

// A page, or a place in it, with the version of its source that it was reviewed against.
struct ReviewedPage {
  std::string translation;
  std::string place;  // "lines 12-14", "under 'Install'"; empty for the whole page.
  std::string source;
  std::string source_blob;
  bool operator==(const ReviewedPage&) const = default;
};

struct ReviewWriting {
  std::string file;  // Of the list, in the work tree,
  std::string text;  // and what it shall say.
  bool is_changed = false;
  std::vector<ReviewedPage> pages;
  std::vector<Warning> warnings;
};

// What to write to say that the pages are reviewed up to the source at the base. Writes nothing.
// Throws Error for a page that there is not, or that has no source, or is changed in the work tree;
// for lines and headings that the source does not have; where there is no work tree; for a list
// that cannot be read; and for a reason that is empty or does not fit on a line.
ReviewWriting review_pages(const ReviewRequest& request);

// What was written, a line for each.
std::string render_reviews(const ReviewWriting& writing);

}  // namespace l10n_drift
