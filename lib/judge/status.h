#pragma once

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

// The rule: the first status of design.md's list that holds.
Verdict judge(const PairFacts& facts);

}  // namespace l10n_drift
