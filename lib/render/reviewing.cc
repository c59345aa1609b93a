#include "l10n_drift/reviewing.h"

#include <fmt/format.h>

#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {

std::string render_reviews(const ReviewWriting& writing) {
  if (!writing.is_changed) return "the list of reviews says so already\n";
  std::string text;
  for (const ReviewedPage& page : writing.pages) {
    text += fmt::format("{}{} is reviewed up to {} of {}\n", quote_path(page.translation),
                        page.place.empty() ? "" : ", " + page.place + ",",
                        short_id(page.source_blob), quote_path(page.source));
  }
  return text;
}

}  // namespace l10n_drift
