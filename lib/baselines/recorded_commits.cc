// Recorded baselines
// ==================
//
// Some teams write down which version of the source a translation was made from: a commit, in its
// front matter (`default_lang_commit` of OpenTelemetry and Helm, `l10n.sourceCommit` of MDN), in
// a comment at its head, or in the message of the commit that brings it up to date, as the
// translators of the Linux kernel do. That is worth more than what history tells, and wins over it:
// whoever rebased, squashed or mended a typo since has not changed it.
//
// But a name that leads nowhere is no baseline. The commit has to exist, the base has to have it in
// its history, as nobody else could look it up, and it has to have the source. Where it does not,
// the page has an invalid baseline, and the report says which commit would be right by what history
// tells. History is not put in its place in silence: somebody meant something.
//
// Messages name commits of all kinds, of other repositories, too. So one that names a commit which
// is not here records nothing.
//
// Names are looked up when all are known: whether the base has them takes one search for all.

#include "baselines/recorded_commits.h"

#include <fmt/format.h>

#include <utility>

#include "git/unreadable_blob.h"
#include "markdown/commit_record.h"
#include "plan/pages.h"
#include "text/file_kind.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

constexpr char kComment[] = "comment";
constexpr char kMessage[] = "message";

// Fewer digits name too many objects for a record that is to last.
constexpr std::size_t kMinDigits = 7;

bool is_hex_name(std::string_view value) {
  return value.size() >= kMinDigits && value.size() <= ObjectId::kHexSize &&
         value.find_first_not_of("0123456789abcdefABCDEF") == value.npos;
}

FoundBaseline baseline_of(const Objects& objects, const ObjectId& commit, std::string source,
                          const ObjectId& blob, std::optional<int> similarity) {
  const RawCommit raw = objects.read_commit(commit);
  return {.commit = commit,
          .tree = raw.tree,
          .blob = blob,
          .source = std::move(source),
          .date = iso_date(raw.time, raw.offset_minutes),
          .similarity = similarity,
          .method = BaselineMethod::kRecorded};
}

std::optional<ObjectId> file_at(const Objects& objects, const ObjectId& tree,
                                const std::string& path) {
  const auto found = look_up_pages(objects, tree, {path});
  const auto place = found.find(path);
  return place == found.end() ? std::nullopt : std::optional(place->second.id);
}

}  // namespace

RecordedCommits::RecordedCommits(const Objects& objects, const Pairs& pairs, SourceRenames& renames)
    : objects_(objects),
      pairs_(pairs),
      renames_(renames),
      records_(pairs.translations.size()),
      errors_(pairs.translations.size()) {}

void RecordedCommits::read_pages() {
  const auto phase = objects_.measure(Phase::kBaselines);
  for (std::size_t page = 0; page < records_.size(); ++page) {
    const Page& translation = pairs_.translations[page];
    if (file_kind(translation.path) == FileKind::kBinary) continue;
    std::string text;
    try {
      text = objects_.read_blob(translation.entry.id);
    } catch (const UnreadableBlob&) {
      continue;  // Whoever needs it to judge the page says so.
    }
    auto found = read_commit_record(text, pairs_.plan.config.baseline_keys);
    if (!found) continue;
    const std::string where = found->key.empty() ? kComment : found->key;
    records_[page] = RecordedCommit{std::move(found->value), where, {}};
    errors_[page] = std::move(found->error);
  }
}

void RecordedCommits::hear(std::size_t page, const Touch& touch) {
  if (!pairs_.plan.with_records || records_[page]) return;
  if (heard_ != touch.commit) {
    heard_ = touch.commit;
    heard_value_ = commit_in_message(objects_.message(touch.commit)).value_or("");
    if (objects_.find_commit(heard_value_).search != CommitSearch::kFound) heard_value_.clear();
  }
  if (!heard_value_.empty()) records_[page] = RecordedCommit{heard_value_, kMessage, {}};
}

const RecordedCommit* RecordedCommits::of(std::size_t page) const {
  const auto& record = records_[page];
  return record ? &*record : nullptr;
}

std::map<std::size_t, RecordedSource> RecordedCommits::resolve(
    const std::vector<std::size_t>& pages) {
  std::map<std::size_t, RecordedSource> resolved;
  std::vector<std::pair<std::size_t, ObjectId>> to_find;
  std::vector<AncestryQuery> queries;
  for (const std::size_t page : pages) {
    Named found = look_up(page);
    if (found.is_settled) {
      resolved.emplace(page, std::move(found.answer));
      continue;
    }
    to_find.emplace_back(page, found.named.commit);
    queries.push_back({found.named.commit, pairs_.base.commit});
  }
  const std::vector<Reach> is_in_base = objects_.find_ancestry(queries);
  for (std::size_t i = 0; i < to_find.size(); ++i) {
    const auto& [page, commit] = to_find[i];
    RecordedSource answer;
    if (is_in_base[i] == Reach::kUnknown) {
      answer.is_cut = true;
    } else if (is_in_base[i] == Reach::kNo) {
      answer.invalid_reason = stranger_words(page, commit);
    } else if (auto source = find_source(page, commit)) {
      answer = *std::move(source);
    } else {
      continue;
    }
    resolved.emplace(page, std::move(answer));
  }
  return resolved;
}

RecordedCommits::Named RecordedCommits::look_up(std::size_t page) const {
  const auto invalid = [](std::string reason) {
    return Named{{}, {{}, std::move(reason), false}, true};
  };
  const std::string& value = records_[page]->value;
  if (!errors_[page].empty()) {
    return invalid("its front matter " + errors_[page]);
  }
  if (!is_hex_name(value)) {
    return invalid(fmt::format("{}, which is no commit's name", place_words(page)));
  }
  const NamedCommit named = objects_.find_commit(value);
  switch (named.search) {
    case CommitSearch::kFound:
      return {named, {}, false};
    case CommitSearch::kAmbiguous:
      return invalid(fmt::format("{}, which more than one object is named", place_words(page)));
    case CommitSearch::kNoCommit:
      return invalid(fmt::format("{}, which is no commit", place_words(page)));
    case CommitSearch::kMissing:
      break;
  }
  if (objects_.is_shallow()) return {named, {{}, {}, true}, true};
  return invalid(fmt::format("{}, and there is no such commit", place_words(page)));
}

// Nothing as long as blobs are not there that tell its earlier name.
std::optional<RecordedSource> RecordedCommits::find_source(std::size_t page,
                                                           const ObjectId& commit) {
  const std::string& source = pairs_.translations[page].source;
  const ObjectId tree = objects_.read_commit(commit).tree;
  if (const auto blob = file_at(objects_, tree, source)) {
    return RecordedSource{baseline_of(objects_, commit, source, *blob, {}), {}, false};
  }
  if (pairs_.pages.sources.contains(source)) {
    if (!renames_.can_find(tree, source)) return {};
    if (const auto rename = renames_.earlier_name(tree, source)) {
      const auto blob = file_at(objects_, tree, rename->from);
      if (blob) {
        return RecordedSource{
            baseline_of(objects_, commit, rename->from, *blob, rename->similarity), {}, false};
      }
    }
  }
  return RecordedSource{{},
                        fmt::format("{}, which is older than the first version of {}",
                                    place_words(page), printable(source)),
                        false};
}

// Of a commit that the base does not have.
std::string RecordedCommits::stranger_words(std::size_t page, const ObjectId& commit) const {
  const std::string& base = pairs_.base.ref;
  const ResolvedRevision& branch = pairs_.plan.branch;
  const AncestryQuery query{.ancestor = commit, .descendant = branch.commit};
  if (objects_.find_ancestry({query}).front() == Reach::kYes) {
    return fmt::format("{}, which {} has in its history, and {} does not", place_words(page),
                       printable(branch.ref), printable(base));
  }
  return fmt::format("{}, which is not in the history of {}: it is a fork's own, or was rebased",
                     place_words(page), printable(base));
}

std::string RecordedCommits::place_words(std::size_t page) const {
  const RecordedCommit& record = *records_[page];
  const std::string value = in_quotes(record.value);
  if (record.where == kComment) return fmt::format("its comment names {}", value);
  if (record.where == kMessage) return fmt::format("its last commit's message names {}", value);
  return fmt::format("its {} is {}", record.where, value);
}

std::optional<NamedSource> named_source(const Objects& objects, std::string_view translation,
                                        const std::vector<std::string>& keys,
                                        const std::string& source) {
  const auto record = read_commit_record(translation, keys);
  if (!record || !record->error.empty() || !is_hex_name(record->value)) return {};
  const NamedCommit named = objects.find_commit(record->value);
  if (named.search != CommitSearch::kFound) return {};
  const auto blob = file_at(objects, objects.read_commit(named.commit).tree, source);
  if (!blob) return {};
  return NamedSource{named.commit, {source, *blob}};
}

}  // namespace l10n_drift
