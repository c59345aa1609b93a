#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "l10n_drift/report.h"
#include "values/object_id.h"

namespace l10n_drift {

// What becomes of a source that the base lacks.
enum class Successor {
  kNone,          // It lives on nowhere.
  kUntranslated,  // It lives on under a name that nobody has translated.
  kTranslated,    // Its new name has a translation already.
};

// The facts about one translation that decide its status: blobs and names, no repository.
struct PairFacts {
  std::optional<std::string> ignore_reason;
  ObjectId translation;
  std::optional<ObjectId> source;    // At the base.
  std::optional<ObjectId> baseline;  // The newest that is known.
  bool source_is_link = false;       // The base has a symlink or a submodule in the source's place.
  bool touch_is_cut = false;         // A shallow clone does not have the last touch,
  bool source_is_cut = false;        // or not the touches at which there was a source.
  bool record_is_invalid = false;    // Somebody wrote down a baseline that is none.
  // Why there is no baseline, where the base has the source: a source that is newer than what the
  // translation is held against (`--since`) leaves nothing to do; else nobody can tell.
  bool source_is_new = false;
  Successor successor = Successor::kNone;
};

struct Verdict {
  Status status = Status::kUnknown;
  bool same_content = false;  // In sync because the translation is byte for byte the source.
  bool verbatim = false;
  bool operator==(const Verdict&) const = default;
};

// The rule: the first status of design.md's list that holds. It takes the last touch's word for it.
Verdict decide_status(const PairFacts& facts);

// ---- What looking into both pages, block by block, adds to the rule ----

// Whether it is worth it to look into a pair: both are pages that blocks can be made of
// (markdown/page_kind.h), and so is the source of the baseline, and it is outdated, or in sync by
// history alone. A copy of the newest source has nothing to hide, and where there is a baseline by
// another method there are no touches to follow.
bool can_be_looked_into(const FileReport& pair);

// Whether it would be worth it if the pair were of such a kind.
bool is_of_other_kind(const FileReport& pair);

// The status of a pair that was looked into, by the number of changes that its touches left open.
Status status_with_open_changes(Status status, std::size_t open_changes);

}  // namespace l10n_drift
