#include "analysis/left_behind.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "detection/draft_change.h"
#include "detection/severity.h"
#include "detection/source_change.h"
#include "judge/page_cache.h"
#include "markdown/page_kind.h"

namespace l10n_drift {
namespace {

class LeftBehind {
 public:
  LeftBehind(const Objects& objects, const Plan& plan, const BranchChanges& changes,
             const LeftBehindChoice& choice)
      : objects_(objects), plan_(plan), changes_(changes), choice_(choice), parsed_(objects) {}

  std::vector<Notice> find() {
    std::vector<Notice> notices;
    for (const auto& [source, pages] : untouched_pages()) {
      if (plan_.ignore_reason(source) || changes_.are_sources_equal(source)) continue;
      if (!changes_.is_source_own(source)) continue;
      auto notice = describe(source);
      if (notice) notices.push_back(with_pages(*std::move(notice), pages));
    }
    return notices;
  }

 private:
  // The translations that were left, by their sources.
  std::map<std::string, std::vector<const Page*>> untouched_pages() const {
    std::map<std::string, std::vector<const Page*>> pages;
    for (const Page& page : changes_.pages(Side::kBranch).translations) {
      if (!plan_.considers(page.source)) continue;
      const bool is_left =
          changes_.change_of(page) != PageChange::kContent || choice_.touched.contains(page.path);
      if (!is_left) continue;
      pages[page.source].push_back(&page);
    }
    return pages;
  }

  static Notice with_pages(Notice notice, const std::vector<const Page*>& pages) {
    std::set<std::string> languages;
    for (const Page* const page : pages) {
      languages.insert(page->language);
      notice.translations.push_back(page->path);
    }
    notice.languages.assign(languages.begin(), languages.end());
    return notice;
  }

  // What the branch did to a source; nothing if that asks for nothing.
  std::optional<Notice> describe(const std::string& source) {
    const auto before = find(changes_.before().front(), source);
    const auto after = find(changes_.pages(Side::kBranch), source);
    Notice notice;
    notice.source = source;
    if (after) {
      // A page that was moved along with its source has a source under a new name.
      const auto former = before ? before : find_former(source);
      notice.kind = NoticeKind::kSourceChanged;
      if (!former || !is_worth_telling(source, *former, *after, notice)) return {};
      return notice;
    }
    // What became a link is not gone, but nobody can tell what it is now.
    if (!before || changes_.pages(Side::kBranch).linked_sources.contains(source)) return {};
    obtain_candidates(source);
    auto rename = renames().find_new_name(source);
    notice.kind = rename ? NoticeKind::kSourceRenamed : NoticeKind::kSourceDeleted;
    if (rename) notice.renamed_to = std::move(rename->to);
    return notice;
  }

  static std::optional<ObjectId> find(const Pages& pages, const std::string& source) {
    const auto found = pages.sources.find(source);
    if (found == pages.sources.end()) return {};
    return found->second.id;
  }

  std::optional<ObjectId> find_former(const std::string& source) {
    obtain_candidates(source);
    const auto rename = renames().find_old_name(source);
    return rename ? find(changes_.before().front(), rename->from) : std::nullopt;
  }

  // Tells the notice, too, what became of a draft.
  bool is_worth_telling(const std::string& source, const ObjectId& before, const ObjectId& after,
                        Notice& notice) {
    if (before == after) return false;
    const auto kind = page_kind(source);
    if (!kind || plan_.granularity == Granularity::kFile) return true;
    objects_.require({before, after});
    const SharedPage old_page = parsed_.get({before, *kind});
    const SharedPage new_page = parsed_.get({after, *kind}, old_page);
    if (!old_page || !new_page) return true;
    const SourceChange change = compare_sources(old_page, new_page);
    notice.draft = draft_change(*old_page, *new_page);
    return std::max(severity_of(change.diff.changes, old_page->blocks, new_page->blocks, grammar_),
                    severity_of(notice.draft)) >= choice_.min_severity;
  }

  // The blobs that have to be compared for another name of the source.
  void obtain_candidates(const std::string& source) {
    if (!renames().can_find(source)) objects_.obtain_wanted();
  }

  Renames& renames() {
    if (!renames_) {
      renames_ = objects_.renames(
          changes_.commits_before().front().tree, plan_.branch.tree, plan_.layout.source_root(),
          [this](std::string_view path) { return plan_.layout.is_source(path); });
    }
    return *renames_;
  }

  const Objects& objects_;
  const Plan& plan_;
  const Grammar grammar_{plan_.layout.source_language()};
  const BranchChanges& changes_;
  const LeftBehindChoice& choice_;
  PageCache parsed_;
  std::unique_ptr<Renames> renames_;
};

}  // namespace

std::vector<Notice> find_left_behind(const Objects& objects, const Plan& plan,
                                     const BranchChanges& changes, const LeftBehindChoice& choice) {
  return LeftBehind(objects, plan, changes, choice).find();
}

}  // namespace l10n_drift
