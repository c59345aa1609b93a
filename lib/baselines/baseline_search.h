#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "baselines/found_baseline.h"
#include "baselines/lost_sources.h"
#include "baselines/recorded_commits.h"
#include "baselines/source_renames.h"
#include "baselines/touches.h"
#include "git/objects.h"
#include "git/unreadable_blob.h"
#include "plan/pairs.h"

namespace l10n_drift {

// Reasons for a history that a shallow clone does not tell.
inline constexpr char kTouchIsCut[] =
    "its last touch lies beyond the boundary of this shallow clone";
inline constexpr char kSourceIsCut[] =
    "the history of its source lies beyond the boundary of this shallow clone";
inline constexpr char kRecordIsCut[] =
    "the commit that it names lies beyond the boundary of this shallow clone";

struct PageHistory {
  std::optional<CommitStamp> last_touch;  // Nothing with `--since`.
  std::optional<FoundBaseline> baseline;
  bool source_is_new = false;              // As in PairFacts.
  std::optional<RecordedCommit> recorded;  // What somebody wrote down; without `--since`.
  std::string invalid_reason;              // Why that is no baseline.
  std::string unknown_reason;              // Where no baseline can be told,
  std::optional<UnreadableBlob> error;     // or where it takes a blob that cannot be read.
};

// Finds baselines out of touches, page by page as they come. See baseline_search.cc.
//
// Every page is settled once, at the latest by `finish`. Which call settles it depends on the
// order of the touches; what it is settled to does not.
class BaselineSearch {
 public:
  // All must outlive the object. Pages are known by their index in `pairs.translations`.
  BaselineSearch(const Objects& objects, const Pairs& pairs, SourceRenames& renames,
                 RecordedCommits& recorded);

  // These touches are of one commit, and their sources are known (`with_sources`). Reads no blob.
  void add(const CommitTouches& touches);

  // The same for those at a revision (`--since`), in place of all touches.
  void add_revision(const CommitTouches& touches);

  // Looks for what has got another name, or is new, among the pages that touches were added of. In
  // a partial clone, pages whose blobs are not there wait for the next time (Objects::want).
  void resolve();

  // Uses a time in which no touches come to look up what would else be left for the end. False if
  // there is nothing to do.
  bool look_ahead();

  // All touches are there. Reads no blob; `resolve` settles what is left.
  void finish();

  // The pages that were settled since the last call.
  std::vector<std::size_t> take_settled();

  const PageHistory& history(std::size_t page) const { return histories_[page]; }

 private:
  bool base_has_source(std::size_t page) const { return sources_.contains(pages_[page].source); }
  BaselineMethod method() const {
    return plan_.since ? BaselineMethod::kSince : BaselineMethod::kHistory;
  }

  void settle(std::size_t page) { settled_.push_back(page); }
  void settle(std::size_t page, FoundBaseline baseline);
  void settle_unknown(std::size_t page, const char* reason);
  void note_end(std::size_t page);
  void note(const PageTouch& touch);
  bool find_earlier_name(std::size_t page);
  void look_up_first_versions();
  void set_first_version(std::size_t page, const Touch& origin, Reach was_there);
  void note_recorded(const PageTouch& touch);
  void resolve_recorded();
  void resolve_recorded_lost();
  void settle_recorded(std::size_t page, RecordedSource found);
  void suggest_commits(const std::vector<std::size_t>& pages);

  const Objects& objects_;
  const Pairs& pairs_;
  const Plan& plan_;
  const ResolvedRevision& base_;
  const std::vector<Page>& pages_;
  const std::map<std::string, TreeEntry>& sources_;  // The base's.
  SourceRenames& renames_;
  RecordedCommits& recorded_;
  LostSources lost_;
  std::vector<PageHistory> histories_;
  std::vector<Touch> touches_;         // The last ones.
  std::size_t untouched_ = 0;          // Pages with a source, without a touch so far.
  std::vector<std::size_t> nameless_;  // Whose source has no known name in the touch.
  std::vector<std::size_t> late_;      // Whose source came later than the touch.
  std::vector<std::size_t> named_;     // Of which somebody wrote down a commit.
  std::size_t looked_up_ = 0;          // How many such there were before.
  std::vector<std::size_t> settled_;
};

}  // namespace l10n_drift
