// The check before a merge
// ========================
//
// A report holds all translations of a branch against the base's sources. The check asks less and
// more: only of the pages that the branch changes, but of each what the branch makes of it. So the
// source that counts is not always the base's (branch_changes.cc):
//
//     base     M---s---o        s changes the source of a page that the branch has translated from
//               \               M: it may be left behind.
//     branch     S---t          S changes a source itself, and t its translation: it is the
//                               branch's source that t has to belong to.
//
// Pages of the first kind are judged as in a report against the base, those of the second kind as
// in one against the branch itself. Each is one walk for all of its pages. Their touches, and so
// their baselines, are the branch's either way.
//
// The same walk tells how each page stood before the branch (standings.cc), and from both follows
// whose drift it is (whose_drift.cc).

#include "l10n_drift/check.h"

#include <fmt/format.h>

#include <algorithm>
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
#include "analysis/source_stories.h"
#include "analysis/standings.h"
#include "analysis/whose_drift.h"
#include "judge/parallel_run.h"
#include "l10n_drift/error.h"
#include "plan/base_choice.h"
#include "plan/milestone_branches.h"
#include "plan/named_pages.h"
#include "plan/pages.h"
#include "plan/plan.h"
#include "plan/selection.h"
#include "plan/uncommitted.h"
#include "text/file_kind.h"

namespace l10n_drift {
namespace {

// What fails where nobody says. Who merges many pages at once goes through none of them: what
// others have changed meanwhile is for the table, and only what the branch takes away is its own.
FailOn default_fail_on(CheckScope scope, std::size_t pages) {
  if (scope == CheckScope::kChanged && pages > kMostPages) {
    return {.kinds = {FindingKind::kLost}, .statuses = {}};
  }
  FailOn fail_on{.kinds = {FindingKind::kLost, FindingKind::kForgotten, FindingKind::kLeftBehind,
                           FindingKind::kCopy, FindingKind::kOrphaned},
                 .statuses = {}};
  // Who asks for pages by name asks whether they are up to date.
  if (scope != CheckScope::kChanged) {
    fail_on.statuses = {Status::kOutdated, Status::kRenamed, Status::kDeleted};
  }
  return fail_on;
}

class BranchCheck {
 public:
  BranchCheck(const Repository& repository, const Plan& plan, const CheckRequest& request,
              const Destination& destination)
      : repository_(repository),
        plan_(plan),
        request_(request),
        changes_(repository.objects(), plan, destination),
        standings_(repository.objects(), plan, changes_),
        considered_(considered_pages(plan, changes_.pages(Side::kBase))) {}

  CheckReport run(const Progress& progress) {
    const std::vector<Page> chosen = choose_pages();
    fail_on_ = request_.fail_on.value_or(default_fail_on(request_.scope, chosen.size()));
    if (chosen.empty() && request_.scope == CheckScope::kAll) throw_nothing_to_check();
    CheckReport report;
    report.base = to_revision(plan_.base);
    report.branch = to_revision(plan_.branch);
    report.merge_bases = changes_.merge_bases();
    report.source_language = plan_.layout.source_language();
    report.languages = plan_.languages;
    report.scope = request_.scope;
    report.pages = chosen.size();
    report.is_bulk = is_milestone_or_many(chosen.size());
    report.with_texts = request_.with_texts;
    report.diff_options = plan_.diff_options;
    report.skipped = changes_.pages(Side::kBase).skipped;
    report.left_aside = plan_.left_aside;
    report.layout_notes = plan_.finding.reasons;
    for (const Side side : {Side::kBase, Side::kBranch}) {
      add_findings(side, pages_of(side, chosen), progress, report);
    }
    std::sort(
        report.findings.begin(), report.findings.end(),
        [](const Finding& a, const Finding& b) { return a.file.translation < b.file.translation; });
    add_source_stories(repository_.objects(), plan_, changes_, report.findings);
    add_notices(chosen, report);
    return report;
  }

  // Those of the run.
  const std::vector<Warning>& warnings() const { return warnings_; }

  const Pages& pages() const { return changes_.pages(Side::kBase); }

  // Whether there is any on either side.
  bool has_sources() const {
    return !changes_.pages(Side::kBase).sources.empty() ||
           !changes_.pages(Side::kBranch).sources.empty();
  }

 private:
  std::vector<Page> choose_pages() const {
    if (request_.scope == CheckScope::kNamed) return named_pages();
    std::vector<Page> chosen;
    for (const Page& page : considered_) {
      if (request_.scope == CheckScope::kAll || is_in_question(page)) chosen.push_back(page);
    }
    return chosen;
  }

  // Whether too much is asked for single findings: the branch is a milestone, by whatever name it
  // was asked for, or one like it.
  bool is_milestone_or_many(std::size_t pages) const {
    if (request_.scope != CheckScope::kChanged) return false;
    if (pages > kMostPages) return true;
    const MilestoneBranches milestones(repository_, plan_.config);
    const std::vector<Branch> branches = repository_.branches();
    return std::any_of(branches.begin(), branches.end(), [&](const Branch& branch) {
      return branch.commit == plan_.branch.commit && milestones.parse(branch.name);
    });
  }

  [[noreturn]] void throw_nothing_to_check() const {
    throw Error(fmt::format("no translation to check on '{}'", plan_.branch.ref),
                plan_.languages.empty() ? "there is no folder of any language"
                                        : "include and exclude in the configuration let none in");
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
    const auto sources = sources_before(side, translations);
    const Before before{changes_.before(), sources};
    std::vector<JudgedPair> judged = judge_pairs(
        repository_.objects(), {plan_, base, changes_.pages(side), translations, &before},
        request_.threads, progress);
    if (auto lost = warn_of_lost_objects(judged)) warnings_.push_back(*std::move(lost));
    standings_.complete(translations, before, judged, request_.threads);
    const std::vector<PageFacts> facts = find_facts(side, before, judged);
    for (std::size_t i = 0; i < judged.size(); ++i) {
      const FileReport& file = judged[i].file;
      if (const auto doubt = doubt_about(file)) not_compared_.push_back(notice_of(*doubt, file));
      if (auto finding = find(side, facts[i])) report.findings.push_back(*std::move(finding));
    }
  }

  std::vector<PageFacts> find_facts(Side side, const Before& before,
                                    const std::vector<JudgedPair>& judged) {
    std::vector<PageFacts> facts;
    for (const JudgedPair& pair : judged) {
      facts.push_back({.file = pair.file,
                       .is_new = standings_.is_new(pair),
                       .was_orphan = standings_.was_orphan(pair.file),
                       .is_source_there = side == Side::kBase && target_has_source(pair.file),
                       .doubtful = doubtful_places(pair),
                       .changed = standings_.compare(pair, before),
                       .min_severity = request_.min_severity});
    }
    const std::set<std::string> translated = translated_languages(facts);
    for (PageFacts& page : facts) {
      page.is_translators =
          translated.contains(page.file.language) || (page.changed && page.changed->has_words);
    }
    return facts;
  }

  // What a script changed claims nothing. But a translator's branch has pages with nothing but code
  // and links to be updated, too: of a language, most pages that it updates have got new words.
  static std::set<std::string> translated_languages(const std::vector<PageFacts>& facts) {
    std::map<std::string, std::pair<std::size_t, std::size_t>> updated;
    for (const PageFacts& page : facts) {
      if (!page.changed || page.changed->settled == 0) continue;
      auto& [with_words, all] = updated[page.file.language];
      with_words += page.changed->has_words ? 1 : 0;
      ++all;
    }
    std::set<std::string> languages;
    for (const auto& [language, counts] : updated) {
      if (2 * counts.first > counts.second) languages.insert(language);
    }
    return languages;
  }

  // What counted before the branch changed sources itself.
  std::map<std::string, TreeEntry> sources_before(Side side,
                                                  const std::vector<Page>& translations) const {
    std::map<std::string, TreeEntry> sources = changes_.pages(side).sources;
    if (side == Side::kBase) return sources;
    const auto& of_base = changes_.pages(Side::kBase).sources;
    for (const Page& page : translations) {
      if (!changes_.is_source_own(page.source)) continue;
      const auto former = of_base.find(page.source);
      if (former == of_base.end()) {
        sources.erase(page.source);
      } else {
        sources.insert_or_assign(page.source, former->second);
      }
    }
    return sources;
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

  std::optional<Finding> find(Side side, const PageFacts& facts) {
    auto owner = find_owner(facts);
    if (!owner) return {};
    const bool is_own = side == Side::kBranch && changes_.is_source_own(facts.file.source);
    const bool is_quiet =
        owner->kind == FindingKind::kWasBehind || owner->kind == FindingKind::kNotCompared;
    Finding finding = make_finding(*std::move(owner), side, facts.file);
    finding.is_new = facts.is_new;
    if (!is_own || !is_quiet || finding.fails) return finding;
    // Who changes a source and its translation beside it hears no more than who changes the source
    // alone.
    if (!facts.changed || has_own_places(*facts.changed)) left_.insert(finding.file.translation);
    return {};
  }

  static std::vector<bool> doubtful_places(const JudgedPair& pair) {
    std::vector<bool> doubtful;
    for (const OpenChange& change : pair.open) doubtful.push_back(change.may_be_shown);
    return doubtful;
  }

  static bool has_own_places(const BeforeAndAfter& changed) {
    return std::find(changed.origins.begin(), changed.origins.end(), PlaceOrigin::kOwnSource) !=
           changed.origins.end();
  }

  bool target_has_source(const FileReport& file) const {
    const Pages& target = changes_.target();
    return target.sources.contains(file.source) && !changes_.is_target_base();
  }

  Finding make_finding(DriftOwner owner, Side side, FileReport file) const {
    Finding finding;
    finding.kind = owner.kind;
    finding.places = std::move(owner.places);
    finding.fails = is_to_fail(finding, file);
    finding.level = level_of(finding, file);
    finding.side = side;
    if (file.status == Status::kRenamed) {
      finding.move_to = plan_.layout.translation_of(*file.renamed_to, file.language);
      finding.moved_on_base =
          is_on_base(finding.move_to.value_or("")) && !is_on_base(file.translation);
    }
    if (finding.kind == FindingKind::kNever) finding.nearest = nearest_source(file.source);
    finding.file = std::move(file);
    return finding;
  }

  bool is_to_fail(const Finding& finding, const FileReport& file) const {
    // Nobody misses the translation of a page that is withdrawn.
    if (file.draft == DraftChange::kWithdrawn) return false;
    const auto is_asked = [&](FindingKind kind) { return fail_on_.kinds.contains(kind); };
    return is_asked(finding.kind) || fail_on_.statuses.contains(file.status) ||
           std::any_of(finding.places.begin(), finding.places.end(), is_asked);
  }

  Level level_of(const Finding& finding, const FileReport& file) const {
    if (finding.fails) return Level::kError;
    // Of pages that are asked for by name, or of all, nobody asks how they were before.
    if (request_.scope != CheckScope::kChanged) return Level::kWarning;
    const bool is_note = finding.kind == FindingKind::kWasBehind ||
                         finding.kind == FindingKind::kNotCompared ||
                         file.draft == DraftChange::kWithdrawn;
    return is_note ? Level::kNote : Level::kWarning;
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
      auto left =
          find_left_behind(repository_.objects(), plan_, changes_, {request_.min_severity, left_});
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
  FailOn fail_on_;
  BranchChanges changes_;
  Standings standings_;
  std::vector<Warning> warnings_;
  std::vector<Notice> not_compared_;
  std::set<std::string> left_;  // Translations that the branch touched, and not for its own source.
  std::vector<Page> considered_;  // The translations that the globs let in.
};

// The branches that others merge into theirs to keep in step: the base, the one that the
// configuration calls so, and what is called like a trunk, here or at any remote.
std::vector<ObjectId> find_trunks(const Repository& repository, const Plan& plan) {
  std::vector<ObjectId> trunks = {plan.base.commit};
  std::vector<std::string> names(std::begin(kTrunkNames), std::end(kTrunkNames));
  for (const std::string& remote : repository.remotes()) {
    for (const char* const name : kTrunkNames) names.push_back(remote + '/' + name);
    names.push_back(remote + "/HEAD");
  }
  if (plan.config.base) names.push_back(*plan.config.base);
  for (const std::string& name : names) {
    const auto trunk = repository.find(name);
    if (trunk) trunks.push_back(trunk->commit);
  }
  return trunks;
}

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
  const ResolvedRevision target = request.target ? repository.resolve(*request.target) : plan.base;
  if (request.scope == CheckScope::kChanged) {
    // All pages, or those that are named, are looked at as they will be.
    plan.branch = find_pull_request(objects, target, plan.branch).value_or(plan.branch);
  }
  BranchCheck check(repository, plan, request, {target, find_trunks(repository, plan)});
  // What looks at nothing would let everything through. That nobody has translated the pages yet
  // is no fault of a branch.
  const Pages& pages = check.pages();
  if (!check.has_sources()) require_sources(plan, pages);
  require_selection(plan, pages, Untranslated::kAsked);
  for (Warning& warning : warn_of_translation_globs(plan, pages)) {
    warnings.push_back(std::move(warning));
  }
  CheckAnalysis analysis;
  analysis.report = check.run(progress);
  if (target.commit != plan.base.commit) analysis.report.target = to_revision(target);
  std::copy(check.warnings().begin(), check.warnings().end(), std::back_inserter(warnings));
  analysis.warnings = std::move(warnings);
  analysis.uncommitted = request.scope == CheckScope::kNamed
                             ? find_uncommitted_named(repository, plan, request.paths)
                             : find_uncommitted(repository, plan);
  analysis.statistics = objects.statistics();
  return analysis;
}

}  // namespace l10n_drift
