// Baselines
// =========
//
// The baseline of a translation is the version of its source that the translators had before them.
// Nobody writes it down. What history tells is when the translation was last touched; the tree of
// that commit holds the source as it was then:
//
//     base    S1-----S2-----S3      S: versions of content/en/a.md
//              |      |
//     branch   `--t1--`--t2         t: touches of content/ko/a.md
//
// The last touch is t2, its tree holds S2, the base has S3: the translation is out of date by the
// difference from S2 to S3. The obvious shortcuts are wrong: a comparison of dates fails since
// clocks and rebases lie; "the source's last commit before the touch" is not what the branch had.
//
// In the touch's tree the source is looked up under the name that goes with the translation's name
// of then, next under today's, and next as what a rename has made of it since. If there is nothing,
// and the source came to the base later, its first version there is taken: rather too old
// a baseline than a change that nobody sees.
//
// Where the base lacks the source, earlier touches are asked until one has a source in its tree.
// Only if none has, back to the first, is the translation a page of its own.
//
// The lookups cost one descent into the tree of each touch, shared by the pages that it touched.

#include "baseline.h"

#include <algorithm>
#include <set>
#include <utility>

namespace l10n_drift {
namespace {

std::string date_of(const Touch& touch) { return iso_date(touch.time, touch.offset_minutes); }

bool is_page(const std::optional<TreeEntry>& entry) {
  return entry && entry->kind() == EntryKind::kFile;
}

// Looks `paths` up in `tree`, whatever their order and however often one stands in them.
std::map<std::string_view, TreeEntry> find_pages(const Repository& repository, const ObjectId& tree,
                                                 const std::set<std::string_view>& paths) {
  const std::vector<std::string_view> sorted(paths.begin(), paths.end());
  const auto entries = repository.find_files(tree, sorted);
  std::map<std::string_view, TreeEntry> found;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (is_page(entries[i])) found.emplace(sorted[i], *entries[i]);
  }
  return found;
}

// Baselines by history, for all pages in one walk.
class HistoryBaselines {
 public:
  HistoryBaselines(const Repository& repository, const Plan& plan,
                   const std::vector<Page>& translations,
                   const std::map<std::string, TreeEntry>& sources, SourceRenames& renames)
      : repository_(repository),
        plan_(plan),
        pages_(translations),
        sources_(sources),
        renames_(renames),
        histories_(translations.size()),
        touches_(translations.size()) {}

  std::vector<PageHistory> run(const Progress& progress) {
    walk(progress);
    look_up_lost_sources();
    look_up_in_touches();
    look_up_renames();
    look_up_first_versions(progress);
    return std::move(histories_);
  }

 private:
  bool base_has_source(std::size_t i) const { return sources_.contains(pages_[i].source); }

  void walk(const Progress& progress) {
    std::vector<FollowedFile> files;
    files.reserve(pages_.size());
    for (const Page& page : pages_) files.push_back({page.path, page.entry});
    repository_.walk_touches(
        plan_.branch.commit, files, plan_.layout,
        [this](std::size_t i, const Touch& touch) { return visit(i, touch); }, progress);
  }

  Onward visit(std::size_t i, const Touch& touch) {
    if (!histories_[i].last_touch) {
      histories_[i].last_touch = CommitStamp{touch.commit.hex(), date_of(touch)};
      touches_[i] = touch;
    }
    if (base_has_source(i)) return Onward::kStop;
    lost_[i].push_back(touch);
    return Onward::kAllParents;
  }

  // The baselines of the pages whose source the base lacks: the newest touch that has a source in
  // its tree, under any name that the translation ever had.
  void look_up_lost_sources() {
    for (const auto& [i, touches] : lost_) {
      std::vector<std::string> names = {pages_[i].source};
      for (const Touch& touch : touches) names.push_back(plan_.layout.source_of(touch.path));
      std::vector<FoundBaseline> candidates;
      for (const Touch& touch : touches) {
        auto found = find_source(touch, names);
        if (!found) continue;
        candidates.push_back(*std::move(found));
        if (touch.on_one_line) break;
      }
      if (!candidates.empty()) histories_[i].baseline = newest_of(std::move(candidates));
    }
  }

  // The source in the tree of a touch: under the name that goes with that of the translation then,
  // else under the first of `names` that is there.
  std::optional<FoundBaseline> find_source(const Touch& touch,
                                           const std::vector<std::string>& names) const {
    const std::string then = plan_.layout.source_of(touch.path);
    std::set<std::string_view> paths(names.begin(), names.end());
    const auto found = find_pages(repository_, touch.tree, paths);
    if (found.empty()) return {};
    auto place = found.find(then);
    for (auto name = names.begin(); place == found.end(); ++name) place = found.find(*name);
    return baseline_at(touch, std::string(place->first), place->second.id);
  }

  // One that is an ancestor of no other; of several the one with the smallest id, for want of
  // anything better that is not a date.
  FoundBaseline newest_of(std::vector<FoundBaseline> candidates) const {
    std::sort(candidates.begin(), candidates.end(),
              [](const FoundBaseline& a, const FoundBaseline& b) { return a.commit < b.commit; });
    std::vector<AncestryQuery> queries;
    for (const FoundBaseline& older : candidates) {
      for (const FoundBaseline& newer : candidates) queries.push_back({older.commit, newer.commit});
    }
    const std::vector<bool> is_ancestor = repository_.find_ancestry(queries);
    const std::size_t size = candidates.size();
    const auto comes_before_another = [&](std::size_t i) {
      for (std::size_t k = 0; k < size; ++k) {
        if (is_ancestor[i * size + k] && candidates[i].commit != candidates[k].commit) return true;
      }
      return false;
    };
    std::size_t newest = 0;
    while (comes_before_another(newest)) ++newest;
    return candidates[newest];
  }

  static FoundBaseline baseline_at(const Touch& touch, std::string source, const ObjectId& blob) {
    return {.commit = touch.commit,
            .tree = touch.tree,
            .blob = blob,
            .source = std::move(source),
            .date = date_of(touch),
            .similarity = {},
            .method = BaselineMethod::kHistory};
  }

  // The pages that still lack a baseline, though the base has their source.
  std::vector<std::size_t> missing() const {
    std::vector<std::size_t> pages;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (base_has_source(i) && !histories_[i].baseline) pages.push_back(i);
    }
    return pages;
  }

  // One lookup for each touch, for all pages that it touched.
  void look_up_in_touches() {
    std::map<ObjectId, std::vector<std::size_t>> by_commit;
    for (const std::size_t i : missing()) by_commit[touches_[i].commit].push_back(i);
    for (const auto& [commit, pages] : by_commit) look_up_in_touch(pages);
  }

  void look_up_in_touch(const std::vector<std::size_t>& pages) {
    std::vector<std::string> then;
    std::set<std::string_view> paths;
    for (const std::size_t i : pages) then.push_back(plan_.layout.source_of(touches_[i].path));
    paths.insert(then.begin(), then.end());
    for (const std::size_t i : pages) paths.insert(pages_[i].source);
    const auto found = find_pages(repository_, touches_[pages.front()].tree, paths);
    for (std::size_t k = 0; k < pages.size(); ++k) {
      const std::size_t i = pages[k];
      auto place = found.find(then[k]);
      if (place == found.end()) place = found.find(pages_[i].source);
      if (place == found.end()) continue;
      histories_[i].baseline =
          baseline_at(touches_[i], std::string(place->first), place->second.id);
    }
  }

  void look_up_renames() {
    for (const std::size_t i : missing()) {
      const auto rename = renames_.earlier_name(touches_[i].tree, pages_[i].source);
      if (!rename) continue;
      const auto found = find_pages(repository_, touches_[i].tree, {rename->from});
      histories_[i].baseline = baseline_at(touches_[i], rename->from, found.at(rename->from).id);
      histories_[i].baseline->similarity = rename->similarity;
    }
  }

  // Follows what is left through the base's history, again in one walk, to where it came from.
  void look_up_first_versions(const Progress& progress) {
    const std::vector<std::size_t> pages = missing();
    if (pages.empty()) return;
    std::vector<FollowedFile> files;
    for (const std::size_t i : pages) {
      files.push_back({pages_[i].source, sources_.at(pages_[i].source)});
    }
    std::vector<Touch> origins(pages.size());
    repository_.walk_touches(
        plan_.base.commit, files, plan_.layout,
        [&](std::size_t k, const Touch& touch) {
          origins[k] = touch;
          return Onward::kFirstWithPath;
        },
        progress);
    std::vector<AncestryQuery> queries;
    for (std::size_t k = 0; k < pages.size(); ++k) {
      queries.push_back({origins[k].commit, touches_[pages[k]].commit});
    }
    const std::vector<bool> was_there = repository_.find_ancestry(queries);
    for (std::size_t k = 0; k < pages.size(); ++k) {
      set_first_version(pages[k], origins[k], was_there[k]);
    }
  }

  void set_first_version(std::size_t i, const Touch& origin, bool was_there) {
    if (was_there) {
      histories_[i].unknown_reason =
          "the commit that last changed it does not have the source, which existed before";
      return;
    }
    histories_[i].baseline = baseline_at(origin, pages_[i].source, origin.blob);
    histories_[i].baseline->method = BaselineMethod::kFirstVersion;
  }

  const Repository& repository_;
  const Plan& plan_;
  const std::vector<Page>& pages_;
  const std::map<std::string, TreeEntry>& sources_;
  SourceRenames& renames_;
  std::vector<PageHistory> histories_;
  std::vector<Touch> touches_;                      // The last ones.
  std::map<std::size_t, std::vector<Touch>> lost_;  // All touches of pages without a source.
};

// Baselines at one revision, without a look at the translations' history.
std::vector<PageHistory> baselines_at(const Repository& repository, const ResolvedRevision& since,
                                      const std::vector<Page>& translations,
                                      const std::map<std::string, TreeEntry>& sources,
                                      SourceRenames& renames) {
  const std::string date = repository.stamp(since.commit).date;
  std::set<std::string_view> paths;
  for (const Page& page : translations) paths.insert(page.source);
  const auto found = find_pages(repository, since.tree, paths);
  std::vector<PageHistory> histories(translations.size());
  for (std::size_t i = 0; i < translations.size(); ++i) {
    FoundBaseline baseline{.commit = since.commit,
                           .tree = since.tree,
                           .blob = {},
                           .source = translations[i].source,
                           .date = date,
                           .similarity = {},
                           .method = BaselineMethod::kSince};
    auto place = found.find(baseline.source);
    if (place != found.end()) {
      baseline.blob = place->second.id;
    } else if (!sources.contains(baseline.source)) {
      continue;
    } else if (const auto rename = renames.earlier_name(since.tree, baseline.source)) {
      baseline.source = rename->from;
      baseline.similarity = rename->similarity;
      baseline.blob = find_pages(repository, since.tree, {rename->from}).at(rename->from).id;
    } else {
      histories[i].source_is_new = true;
      continue;
    }
    histories[i].baseline = std::move(baseline);
  }
  return histories;
}

}  // namespace

Renames& SourceRenames::between(const ObjectId& tree) {
  const std::string& root = plan_.layout.source_root();
  const ObjectId key = repository_.find_folder(tree, root).value_or(ObjectId{});
  std::unique_ptr<Renames>& renames = by_source_tree_[key];
  if (!renames) {
    renames = repository_.renames(tree, plan_.base.tree, root, [this](std::string_view path) {
      return plan_.layout.match_source(path).has_value();
    });
  }
  return *renames;
}

std::optional<Rename> SourceRenames::earlier_name(const ObjectId& tree, const std::string& source) {
  return between(tree).find_old_name(source);
}

std::optional<Rename> SourceRenames::later_name(const ObjectId& tree, const std::string& source) {
  return between(tree).find_new_name(source);
}

std::vector<PageHistory> find_baselines(const Repository& repository, const Plan& plan,
                                        const std::vector<Page>& translations,
                                        const std::map<std::string, TreeEntry>& sources,
                                        SourceRenames& renames, const Progress& progress) {
  if (plan.since) return baselines_at(repository, *plan.since, translations, sources, renames);
  return HistoryBaselines(repository, plan, translations, sources, renames).run(progress);
}

}  // namespace l10n_drift
