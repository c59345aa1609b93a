// The check before a merge
// ========================
//
// A report holds all translations of a branch against the base's sources. The check asks less and
// more: only of the pages that the branch changes, but of each whether it will be up to date once
// the branch is merged. So the source that counts is not always the base's (branch_changes.cc):
//
//     base     M---s---o        s changes the source of a page that the branch has translated from
//               \               M: it will be out of date.
//     branch     S---t          S changes a source itself, and t its translation: it is the
//                               branch's source that t has to belong to.
//
// Pages of the first kind are judged as in a report against the base, those of the second kind as
// in one against the branch itself. Each is one walk for all of its pages. Their touches, and so
// their baselines, are the branch's either way.

#include "l10n_drift/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "analysis/branch_changes.h"
#include "analysis/left_behind.h"
#include "analysis/lost_objects_warning.h"
#include "analysis/pull_request.h"
#include "judge/parallel_run.h"
#include "l10n_drift/error.h"
#include "plan/named_pages.h"
#include "plan/pages.h"
#include "plan/plan.h"
#include "plan/warnings.h"
#include "text/file_kind.h"

namespace l10n_drift {
namespace {

class BranchCheck {
 public:
  BranchCheck(const Repository& repository, const Plan& plan, const CheckRequest& request)
      : repository_(repository),
        plan_(plan),
        request_(request),
        changes_(repository.objects(), plan),
        considered_(considered_pages(plan, changes_.pages(Side::kBase))) {}

  CheckReport run(const Progress& progress) {
    const std::vector<Page> chosen = choose_pages();
    if (chosen.empty() && request_.scope == CheckScope::kAll) throw_nothing_to_check();
    CheckReport report;
    report.base = to_revision(plan_.base);
    report.branch = to_revision(plan_.branch);
    report.merge_bases = changes_.merge_bases();
    report.source_language = plan_.layout.source_language();
    report.languages = plan_.languages;
    report.scope = request_.scope;
    report.pages = chosen.size();
    report.with_texts = request_.with_texts;
    report.diff_options = plan_.diff_options;
    report.skipped = changes_.pages(Side::kBase).skipped;
    report.left_aside = plan_.left_aside;
    for (const Side side : {Side::kBase, Side::kBranch}) {
      add_findings(side, pages_of(side, chosen), progress, report);
    }
    std::sort(
        report.findings.begin(), report.findings.end(),
        [](const Finding& a, const Finding& b) { return a.file.translation < b.file.translation; });
    add_notices(chosen, report);
    return report;
  }

  // Those of the run.
  const std::vector<Warning>& warnings() const { return warnings_; }

  const Pages& pages() const { return changes_.pages(Side::kBase); }

 private:
  std::vector<Page> choose_pages() const {
    if (request_.scope == CheckScope::kNamed) return named_pages();
    std::vector<Page> chosen;
    for (const Page& page : considered_) {
      if (request_.scope == CheckScope::kAll || is_in_question(page)) chosen.push_back(page);
    }
    return chosen;
  }

  [[noreturn]] void throw_nothing_to_check() const {
    throw Error(fmt::format("no translation to check on '{}'", plan_.branch.ref),
                "include and exclude in the configuration let none in");
  }

  std::vector<Page> named_pages() const {
    std::map<std::string, Page> chosen;
    for (const std::string& path : request_.paths) {
      for (const Page* const page : pages_below(repository_, plan_, considered_, path)) {
        chosen.emplace(page->path, *page);
      }
    }
    std::vector<Page> pages;
    for (auto& [path, page] : chosen) pages.push_back(std::move(page));
    return pages;
  }

  // A page that was only moved has the content that it had. But if there is no source where it is
  // now, it has been moved astray, or not along with its source.
  bool is_in_question(const Page& page) const {
    const PageChange change = changes_.change_of(page);
    if (change != PageChange::kMoved) return change == PageChange::kContent;
    const Pages& pages = changes_.pages(changes_.expected_source(page.source).side);
    return !pages.sources.contains(page.source) && !pages.linked_sources.contains(page.source);
  }

  std::vector<Page> pages_of(Side side, const std::vector<Page>& chosen) const {
    std::vector<Page> pages;
    std::copy_if(chosen.begin(), chosen.end(), std::back_inserter(pages), [&](const Page& page) {
      return changes_.expected_source(page.source).side == side;
    });
    return pages;
  }

  void add_findings(Side side, const std::vector<Page>& translations, const Progress& progress,
                    CheckReport& report) {
    if (translations.empty()) return;
    const ResolvedRevision& base = side == Side::kBase ? plan_.base : plan_.branch;
    std::vector<JudgedPair> judged =
        judge_pairs(repository_.objects(), {plan_, base, changes_.pages(side), translations},
                    request_.threads, progress);
    if (auto lost = warn_of_lost_objects(judged)) warnings_.push_back(*std::move(lost));
    for (JudgedPair& pair : judged) {
      if (const auto doubt = doubt_about(pair.file)) {
        not_compared_.push_back(notice_of(*doubt, pair.file));
      }
      const auto kind = kind_of(pair.file);
      if (!kind || is_below_severity(pair.file)) continue;
      report.findings.push_back(make_finding(*kind, side, std::move(pair.file)));
    }
  }

  // Of pages with findings people know that they have to look.
  static std::optional<NoticeKind> doubt_about(const FileReport& file) {
    if (file.status != Status::kInSync) return {};
    if (file.alignment == Alignment::kWeak) return NoticeKind::kNotCompared;
    const bool is_text = file_kind(file.translation) != FileKind::kBinary;
    return file.is_of_other_kind && is_text ? std::optional(NoticeKind::kOtherKind) : std::nullopt;
  }

  static Notice notice_of(NoticeKind kind, const FileReport& file) {
    Notice notice;
    notice.kind = kind;
    notice.source = file.source;
    notice.languages = {file.language};
    notice.translations = {file.translation};
    return notice;
  }

  bool is_below_severity(const FileReport& file) const {
    return file.severity && *file.severity < request_.min_severity;
  }

  static std::optional<FindingKind> kind_of(const FileReport& file) {
    switch (file.status) {
      case Status::kOutdated:
        return FindingKind::kOutdated;
      case Status::kPartiallyUpdated:
        return FindingKind::kPartiallyUpdated;
      case Status::kRenamed:
        return FindingKind::kRenamed;
      case Status::kDeleted:
        return FindingKind::kDeleted;
      case Status::kUnpaired:
        return FindingKind::kNever;
      case Status::kUnknown:
        return FindingKind::kUnknown;
      case Status::kInSync:
      case Status::kIgnored:
      case Status::kUntranslated:
        return {};
    }
    assert(false);
    return {};
  }

  Finding make_finding(FindingKind kind, Side side, FileReport file) const {
    Finding finding;
    finding.kind = kind;
    // Nobody misses the translation of a page that is withdrawn.
    finding.fails = request_.fail_on.contains(kind) && file.draft != DraftChange::kWithdrawn;
    finding.side = side;
    if (kind == FindingKind::kRenamed) {
      finding.move_to = plan_.layout.translation_of(*file.renamed_to, file.language);
      finding.moved_on_base =
          is_on_base(finding.move_to.value_or("")) && !is_on_base(file.translation);
    }
    if (kind == FindingKind::kNever) finding.nearest = nearest_source(file.source);
    finding.file = std::move(file);
    return finding;
  }

  bool is_on_base(const std::string& path) const {
    return repository_.objects().find_files(plan_.base.tree, {path}).front().has_value();
  }

  std::optional<std::string> nearest_source(const std::string& source) const {
    std::set<std::string> sources;
    for (const Side side : {Side::kBase, Side::kBranch}) {
      for (const auto& [path, entry] : changes_.pages(side).sources) sources.insert(path);
    }
    return nearest_path(source, {sources.begin(), sources.end()});
  }

  void add_notices(const std::vector<Page>& chosen, CheckReport& report) const {
    report.notices = notices_of_both_sides(chosen);
    if (request_.scope != CheckScope::kNamed) {
      auto left = find_left_behind(repository_.objects(), plan_, changes_, request_.min_severity);
      std::move(left.begin(), left.end(), std::back_inserter(report.notices));
    }
    report.notices.insert(report.notices.end(), not_compared_.begin(), not_compared_.end());
    const auto key = [](const Notice& notice) {
      return std::tie(notice.source, notice.kind, notice.translations);
    };
    std::sort(report.notices.begin(), report.notices.end(),
              [&](const Notice& a, const Notice& b) { return key(a) < key(b); });
  }

  std::vector<Notice> notices_of_both_sides(const std::vector<Page>& chosen) const {
    std::map<std::string, Notice> notices;
    for (const Page& page : chosen) {
      if (!changes_.expected_source(page.source).changed_on_both_sides) continue;
      if (plan_.ignore_reason(page.source)) continue;
      Notice& notice = notices[page.source];
      notice.kind = NoticeKind::kChangedOnBothSides;
      notice.source = page.source;
      notice.languages.push_back(page.language);
      notice.translations.push_back(page.path);
    }
    std::vector<Notice> list;
    for (auto& [source, notice] : notices) {
      std::sort(notice.languages.begin(), notice.languages.end());
      list.push_back(std::move(notice));
    }
    return list;
  }

  const Repository& repository_;
  const Plan& plan_;
  const CheckRequest& request_;
  BranchChanges changes_;
  std::vector<Warning> warnings_;
  std::vector<Notice> not_compared_;
  std::vector<Page> considered_;  // The translations that the globs let in.
};

}  // namespace

CheckAnalysis check_branch(const CheckRequest& request, const Progress& progress) {
  const PlanRequest wanted{.purpose = Purpose::kCheck,
                           .comparison = request.comparison,
                           .languages = request.languages,
                           .granularity = request.granularity,
                           .with_texts = request.with_texts,
                           .allow_shallow = request.allow_shallow};
  const Repository repository = open_for(wanted);
  const Objects& objects = repository.objects();
  auto [plan, warnings] = make_plan(repository, wanted);
  if (request.scope == CheckScope::kChanged) {
    // All pages, or those that are named, are looked at as they will be.
    plan.branch = find_pull_request(objects, plan.base, plan.branch).value_or(plan.branch);
  }
  BranchCheck check(repository, plan, request);
  // What looks at nothing would let everything through.
  if (const auto empty = warn_of_empty_selection(plan, check.pages())) {
    throw Error(empty->message, empty->hint);
  }
  CheckAnalysis analysis;
  analysis.report = check.run(progress);
  std::copy(check.warnings().begin(), check.warnings().end(), std::back_inserter(warnings));
  analysis.warnings = std::move(warnings);
  analysis.statistics = objects.statistics();
  return analysis;
}

}  // namespace l10n_drift
