#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "baselines/found_baseline.h"
#include "baselines/source_renames.h"
#include "baselines/touches.h"
#include "git/objects.h"
#include "l10n_drift/report.h"
#include "plan/pairs.h"

namespace l10n_drift {

// What a recorded commit leads to: one of the three.
struct RecordedSource {
  std::optional<FoundBaseline> baseline;
  std::string invalid_reason;  // Why it is no baseline.
  bool is_cut = false;         // The clone is too shallow to tell.
};

// The commits that people wrote down as those that translations were made from. See
// recorded_commits.cc. For one thread.
class RecordedCommits {
 public:
  // All must outlive the object. Pages are known by their index in `pairs.translations`.
  RecordedCommits(const Objects& objects, const Pairs& pairs, SourceRenames& renames);

  // Reads what the pages say of themselves. In a partial clone their blobs are there
  // (Objects::obtain_wanted).
  void read_pages();

  // The last touch of a page, whose message counts if the page says nothing itself.
  void hear(std::size_t page, const Touch& touch);

  // What is written down for the page; null if nothing is.
  const RecordedCommit* of(std::size_t page) const;

  // What this leads to, for those of `pages` that can be told of now: in a partial clone others may
  // wait for blobs, which are wanted now (Objects::want). All of them have a record.
  std::map<std::size_t, RecordedSource> resolve(const std::vector<std::size_t>& pages);

 private:
  struct Named {
    NamedCommit named;
    RecordedSource answer;  // If it is known without looking at the source.
    bool is_settled = false;
  };
  Named look_up(std::size_t page) const;
  std::optional<RecordedSource> find_source(std::size_t page, const ObjectId& commit);
  std::string place_words(std::size_t page) const;
  std::string stranger_words(std::size_t page, const ObjectId& commit) const;

  const Objects& objects_;
  const Pairs& pairs_;
  SourceRenames& renames_;
  std::vector<std::optional<RecordedCommit>> records_;
  std::vector<std::string> errors_;  // What is wrong with the record itself; else empty.
  ObjectId heard_;                   // The commit whose message was read last,
  std::string heard_value_;          // and what it names; empty for nothing.
};

// The source of a page that a version of its translation says it was made from, and the commit that
// it names; nothing if it says none, or none that there is.
struct NamedSource {
  ObjectId commit;
  SourceBeside source;
};
std::optional<NamedSource> named_source(const Objects& objects, std::string_view translation,
                                        const std::vector<std::string>& keys,
                                        const std::string& source);

}  // namespace l10n_drift
