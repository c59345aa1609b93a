#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "baselines/baseline_search.h"
#include "baselines/source_renames.h"
#include "baselines/source_steps.h"
#include "baselines/source_successors.h"
#include "detection/open_change.h"
#include "detection/shown_source.h"
#include "git/objects.h"
#include "judge/status.h"
#include "judge/text_places.h"
#include "l10n_drift/report.h"
#include "plan/pairs.h"

namespace l10n_drift {

// What was open in a translation at a commit before the branch.
struct Standing {
  bool is_known = false;  // The page was there, and could be looked into.
  Alignment alignment = Alignment::kGood;
  std::vector<OpenChange> open = {};  // By the sources of Pairs::before.
  // Whether the page has got other words since, and not only other code, numbers and links;
  // believed where nobody has compared.
  bool has_new_words = true;
};

// A pair with its status, and the two blobs that its drift lies between.
struct JudgedPair {
  FileReport file;  // But for what has to be read from blobs or from the source's history.
  std::optional<ObjectId> baseline;
  std::optional<ObjectId> source;  // At the base: under its new name, if it was renamed.
  // What the baseline is without the commits that came right after it and do not count.
  std::optional<ObjectId> held_against = {};
  // The stretches from the baseline to the source whose changes count; empty if all do.
  std::vector<std::pair<ObjectId, ObjectId>> stretches = {};
  std::vector<UnshownLines> unshown;  // Of that source: what the last touch left open.
  // Where the text of the baseline may be, if not in that source.
  std::vector<TextCandidate> text_candidates = {};
  // What is open, in the order of `file.stale`; in a check, how the page stood at each commit of
  // Pairs::before.
  std::vector<OpenChange> open = {};
  std::vector<Standing> before = {};
  bool lacks_objects = false;  // It is unknown, as a blob cannot be read.
};

// Gathers the facts about pairs, for the rule in status.h to judge.
class PairJudge {
 public:
  // All must outlive the object.
  PairJudge(const Objects& objects, const Pairs& pairs, SourceRenames& renames,
            const SourceSuccessors& successors, const StepsOfSources& steps);

  // `history` is that of `page`. Where the base lacks the source, looks for its new name: the
  // source was followed through history (SourceSuccessors::follow). Nothing if that takes blobs
  // that are not there: they are wanted now (Objects::want).
  std::optional<JudgedPair> judge(const Page& page, const PageHistory& history);

 private:
  bool judge(const Page& page, const PageHistory& history, JudgedPair& judged);
  FoundBaseline without_ignored(const std::string& source, FoundBaseline baseline,
                                JudgedPair& judged) const;
  // The new name of a source that the base lacks.
  struct NewName {
    std::string path;
    std::optional<int> similarity;  // To the baseline; nothing if it is not measured.
  };

  std::optional<NewName> find_new_name(const FoundBaseline& baseline,
                                       const std::string& language) const;
  std::optional<Successor> find_successor(const FoundBaseline& baseline, FileReport& file);
  void want_texts(const FoundBaseline& baseline);
  std::vector<TextCandidate> text_candidates(const FileReport& file, const FoundBaseline& baseline);
  std::vector<TextCandidate> find_text_candidates(const FoundBaseline& baseline);
  const std::vector<TextCandidate>& changed_in(const Removal& removal);
  void describe_same_content(const ObjectId& source, FileReport& file);
  Successor describe_successor(const std::optional<NewName>& name, FileReport& file) const;
  bool is_translated(const std::string& language, const std::string& source) const;
  std::optional<NewName> find_similar(const FoundBaseline& baseline);
  std::optional<NewName> find_same_blob(const FoundBaseline& baseline,
                                        const std::string& language) const;

  const Objects& objects_;
  const Pairs& pairs_;
  const Plan& plan_;
  const ResolvedRevision& base_;
  const Pages& pages_;
  SourceRenames& renames_;
  const SourceSuccessors& successors_;
  const StepsOfSources& steps_;
  std::set<std::pair<std::string, std::string>> translated_;
  std::map<ObjectId, std::vector<std::string>> by_blob_;
  std::map<ObjectId, std::vector<TextCandidate>> changed_in_;  // By the commits of removals.
  std::string base_date_;
};

}  // namespace l10n_drift
