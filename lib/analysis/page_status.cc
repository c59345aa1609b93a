#include "analysis/page_status.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/report.h"
#include "analysis/source_ends.h"
#include "git/repository.h"
#include "plan/plan.h"
#include "values/object_id.h"

namespace l10n_drift {
namespace {

std::optional<LastTouch> last_touch(const Objects& objects, const FileReport& file) {
  ObjectId commit;
  if (!file.last_touch || !commit.parse_hex(file.last_touch->commit)) return {};
  const SourceCommit described = objects.describe(commit);
  return LastTouch{described.commit, described.date, objects.author(commit), described.subject};
}

bool is_on_base(const Objects& objects, const Plan& plan, const std::string& path) {
  return objects.find_files(plan.base.tree, {path}).front().has_value();
}

}  // namespace

PageStatus describe_page(const Objects& objects, const Plan& plan, FileReport file) {
  PageStatus page;
  page.last_touch = last_touch(objects, file);
  if (file.status == Status::kRenamed) {
    page.move_to = plan.layout.translation_of(*file.renamed_to, file.language);
    page.moved_on_base =
        is_on_base(objects, plan, *page.move_to) && !is_on_base(objects, plan, file.translation);
  }
  page.file = std::move(file);
  return page;
}

PageStatusAnalysis describe_pages(ReportRequest request, const Progress& progress) {
  ReportContents& contents = request.contents;
  contents.with_texts = request.granularity == Granularity::kBlock;
  contents.with_untranslated = true;
  contents.with_commits = !request.allow_shallow;
  contents.with_links = false;
  const Repository repository = open_for_report(request);
  auto [analysis, plan] = make_report(repository, request, progress);
  Report& report = analysis.report;
  PageStatusAnalysis answer;
  answer.report = {.base = report.base,
                   .branch = report.branch,
                   .since = report.since,
                   .source_language = report.source_language,
                   .diff_options = report.diff_options,
                   .pages = {}};
  SourceEnds ends(repository.objects(), plan, plan.base);
  for (FileReport& file : report.files) {
    PageStatus page = describe_page(repository.objects(), plan, std::move(file));
    const bool is_gone = has_lost_source(page.file) && !is_misplaced(page.file);
    if (is_gone) page.source_gone_in = ends.find(page.file);
    answer.report.pages.push_back(std::move(page));
  }
  answer.warnings = std::move(analysis.warnings);
  answer.statistics = repository.objects().statistics();
  return answer;
}

}  // namespace l10n_drift
