#include "l10n_drift/reviewing.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "git/repository.h"
#include "judge/page_cache.h"
#include "l10n_drift/error.h"
#include "markdown/page_kind.h"
#include "plan/config_file.h"
#include "plan/named_pages.h"
#include "plan/pages.h"
#include "plan/plan.h"
#include "plan/selection.h"
#include "plan/uncommitted.h"
#include "site/reviews.h"
#include "text/nearest.h"
#include "text/path_text.h"

namespace l10n_drift {
namespace {

// A page as it is named on the command line, with its place. It is written as in the list.
Review parse_page(const std::string& named) {
  const std::string line = fmt::format("{:0>{}}  {}  # x\n", "", ObjectId::kHexSize, named);
  try {
    auto parsed = parse_reviews(line, named);
    if (parsed.size() == 1) return std::move(parsed.front());
  } catch (const Error&) {
    // Then it is the path of a page, or none.
  }
  Review review;
  review.translation = named;
  return review;
}

std::string place_words(const Review& review) {
  if (review.lines) {
    return review.lines->first == review.lines->last
               ? fmt::format("line {}", review.lines->first)
               : fmt::format("lines {}-{}", review.lines->first, review.lines->last);
  }
  return review.heading.empty() ? "" : "under " + in_quotes(review.heading);
}

class Reviewing {
 public:
  Reviewing(const Repository& repository, const Plan& plan, const ReviewRequest& request)
      : repository_(repository),
        plan_(plan),
        request_(request),
        all_(list_pages(repository.objects(), plan)),
        pages_(considered_pages(plan, all_)),
        cache_(repository.objects()) {
    require_sources(plan, all_);
  }

  Review review(Review named) {
    const Page& page = page_at(named.translation);
    const auto source = all_.sources.find(page.source);
    if (source == all_.sources.end()) {
      throw Error(fmt::format("there is no source {} of {} to review it against",
                              in_quotes(page.source), in_quotes(page.path)));
    }
    if (!request_.force) {
      require_committed(repository_, plan_, page.path, "say that it is reviewed as it is");
    }
    named.translation = page.path;
    named.source = source->second.id;
    named.reason = request_.reason;
    require_place(named, page.source);
    pages_reviewed_.push_back({page.path, place_words(named), page.source, named.source.hex()});
    return named;
  }

  std::vector<ReviewedPage> take_pages() { return std::move(pages_reviewed_); }

 private:
  // A folder is no page: whoever has read them all can name them all.
  const Page& page_at(const std::string& named) const {
    const auto below = pages_below(repository_, plan_, pages_, named);
    const std::vector<std::string> paths = possible_paths(repository_, named);
    if (std::find(paths.begin(), paths.end(), below.front()->path) != paths.end()) {
      return *below.front();
    }
    throw Error(
        fmt::format("{} is a folder, and each page is to be reviewed by itself", in_quotes(named)),
        fmt::format("name its pages, as {}", in_quotes(below.front()->path)));
  }

  // A place that the source does not have would close nothing, for ever.
  void require_place(const Review& review, const std::string& path) {
    if (!review.lines && review.heading.empty()) return;
    const auto kind = page_kind(path);
    const SharedPage source = kind ? cache_.get({review.source, *kind}) : nullptr;
    if (!source) {
      throw Error(
          fmt::format("{} is not looked into, and has no places to review", in_quotes(path)),
          "review it as a whole: " + in_quotes(review.translation));
    }
    const auto lines =
        static_cast<std::size_t>(std::count(source->text.begin(), source->text.end(), '\n') +
                                 (source->text.ends_with('\n') ? 0 : 1));
    if (review.lines && review.lines->last > lines) {
      throw Error(fmt::format("{} has {} lines at {}, and no line {}", in_quotes(path), lines,
                              in_quotes(plan_.base.ref), review.lines->last),
                  "lines are those of the source, as l10n-drift status has them");
    }
    if (!review.heading.empty()) require_heading(*source, review.heading, path);
  }

  void require_heading(const ParsedPage& source, const std::string& heading,
                       const std::string& path) const {
    std::vector<std::string> headings;
    for (std::size_t i = 0; i < source.blocks.size(); ++i) {
      if (source.blocks[i].kind == BlockKind::kHeading) headings.push_back(source.blocks[i].text);
    }
    if (std::find(headings.begin(), headings.end(), heading) != headings.end()) return;
    const auto nearest = nearest_name(heading, headings);
    throw Error(fmt::format("{} has no heading {} at {}", in_quotes(path), in_quotes(heading),
                            in_quotes(plan_.base.ref)),
                nearest ? fmt::format("did you mean {}?", in_quotes(*nearest)) : "");
  }

  const Repository& repository_;
  const Plan& plan_;
  const ReviewRequest& request_;
  Pages all_;
  std::vector<Page> pages_;
  PageCache cache_;
  std::vector<ReviewedPage> pages_reviewed_;
};

}  // namespace

ReviewWriting review_pages(const ReviewRequest& request) {
  std::vector<Review> named;
  PlanRequest wanted{
      .purpose = Purpose::kReport, .comparison = request.comparison, .allow_shallow = true};
  for (const std::string& page : request.pages) {
    named.push_back(parse_page(page));
    wanted.named.push_back(named.back().translation);
  }
  const Repository repository = open_for(wanted);
  const auto work_tree = repository.work_tree();
  if (!work_tree) {
    throw Error("there is no work tree to write to", "clone the repository without --bare");
  }
  auto [plan, warnings] = make_plan(repository, wanted);
  Reviewing reviewing(repository, plan, request);
  for (Review& review : named) review = reviewing.review(std::move(review));

  ReviewWriting writing{.file = *work_tree + std::string(kReviewsName),
                        .text = {},
                        .is_changed = false,
                        .pages = reviewing.take_pages(),
                        .warnings = std::move(warnings)};
  const std::string before =
      read_text_file(writing.file, in_quotes(kReviewsName)).value_or(std::string());
  writing.text = add_reviews(before, named);
  writing.is_changed = writing.text != before;
  return writing;
}

}  // namespace l10n_drift
