#include "judge/status.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace l10n_drift {

void PrintTo(const Verdict& verdict, std::ostream* stream) {
  *stream << to_string(verdict.status) << (verdict.same_content ? ", same content" : "")
          << (verdict.verbatim ? ", verbatim" : "");
}

namespace {

// Four blobs that differ.
ObjectId blob(std::uint8_t number) {
  ObjectId id;
  id.bytes[0] = number;
  return id;
}
const ObjectId kTranslated = blob(1);
const ObjectId kOld = blob(2);
const ObjectId kNew = blob(3);

struct StatusCase {
  std::string row;
  PairFacts facts;
  Verdict verdict;
};

Verdict only(Status status) { return {.status = status, .same_content = false, .verbatim = false}; }

template <typename Change>
PairFacts with(Change change) {
  PairFacts facts;
  facts.translation = kTranslated;
  change(facts);
  return facts;
}

const Verdict kSameContent = {.status = Status::kInSync, .same_content = true, .verbatim = false};
const Verdict kVerbatim = {.status = Status::kOutdated, .same_content = false, .verbatim = true};

// The rows of "Status of a pair" in docs/design.md, and at each border between two of them a case
// that both rows would take: the first that holds wins. First those that hold whatever the base
// has.
std::vector<StatusCase> first_cases() {
  return {
      {"0: ignored, whatever else", with([](PairFacts& f) {
         f.ignore_reason = "on purpose";
         f.source = f.translation;
       }),
       only(Status::kIgnored)},
      {"0: ignored for an empty reason, too", with([](PairFacts& f) {
         f.ignore_reason = "";
         f.source = kNew;
         f.baseline = kOld;
       }),
       only(Status::kIgnored)},
      {"0: ignored where the base lacks the source",
       with([](PairFacts& f) { f.ignore_reason = "x"; }), only(Status::kIgnored)},
      {"a shallow clone without the last touch, whatever else", with([](PairFacts& f) {
         f.source = f.baseline = f.translation;
         f.source_is_link = true;
         f.touch_is_cut = true;
       }),
       only(Status::kUnknown)},
      {"0 before that", with([](PairFacts& f) {
         f.ignore_reason = "on purpose";
         f.touch_is_cut = true;
       }),
       only(Status::kIgnored)},
  };
}

std::vector<StatusCase> cases_with_source() {
  return {
      {"1: byte for byte the source", with([](PairFacts& f) { f.source = f.translation; }),
       kSameContent},
      {"1 before 3: and its baseline is the source's blob",
       with([](PairFacts& f) { f.source = f.baseline = f.translation; }), kSameContent},
      {"1 before 4: and history says that it is outdated", with([](PairFacts& f) {
         f.source = f.translation;
         f.baseline = kOld;
       }),
       kSameContent},
      {"2: no baseline", with([](PairFacts& f) { f.source = kNew; }), only(Status::kUnknown)},
      {"with --since: the source is newer than the revision", with([](PairFacts& f) {
         f.source = kNew;
         f.source_is_new = true;
       }),
       only(Status::kInSync)},
      {"3: the baseline is the source", with([](PairFacts& f) { f.source = f.baseline = kNew; }),
       only(Status::kInSync)},
      {"4: the source has changed", with([](PairFacts& f) {
         f.source = kNew;
         f.baseline = kOld;
       }),
       only(Status::kOutdated)},
      {"4: and the translation is byte for byte the baseline's source", with([](PairFacts& f) {
         f.source = kNew;
         f.baseline = f.translation;
       }),
       kVerbatim},
      {"4 before 6: a source that is there is not renamed", with([](PairFacts& f) {
         f.source = kNew;
         f.baseline = kOld;
         f.successor = Successor::kUntranslated;
       }),
       only(Status::kOutdated)},
  };
}

std::vector<StatusCase> cases_without_source() {
  return {
      {"a shallow clone without the touches that had a source",
       with([](PairFacts& f) { f.source_is_cut = true; }), only(Status::kUnknown)},
      {"5: it never had a source", with([](PairFacts&) {}), only(Status::kUnpaired)},
      {"5 before 6: nor can the source that it never had be renamed",
       with([](PairFacts& f) { f.successor = Successor::kUntranslated; }), only(Status::kUnpaired)},
      {"6: the source has a new name", with([](PairFacts& f) {
         f.baseline = kOld;
         f.successor = Successor::kUntranslated;
       }),
       only(Status::kRenamed)},
      {"7: the new name is translated already", with([](PairFacts& f) {
         f.baseline = kOld;
         f.successor = Successor::kTranslated;
       }),
       only(Status::kDeleted)},
      {"7: the source is gone", with([](PairFacts& f) { f.baseline = kOld; }),
       only(Status::kDeleted)},
      {"7: a copy of a source that is gone", with([](PairFacts& f) { f.baseline = f.translation; }),
       only(Status::kDeleted)},
  };
}

TEST(DecideStatus, TheFirstRowThatHoldsIsTheStatus) {
  for (const auto& cases : {first_cases(), cases_with_source(), cases_without_source()}) {
    for (const StatusCase& c : cases) EXPECT_EQ(decide_status(c.facts), c.verdict) << c.row;
  }
}

// A pair of Markdown pages with a baseline and a source.
FileReport markdown_pair(Status status, BaselineMethod method) {
  FileReport pair;
  pair.source = "content/en/a.md";
  pair.translation = "content/ko/a.md";
  pair.status = status;
  pair.baseline = Baseline{"1", "2", {}, method};
  pair.source_blob = "3";
  return pair;
}

TEST(LookingIntoAPair, IsForWhatIsOutdatedOrInSyncByHistoryAlone) {
  struct Case {
    Status status;
    BaselineMethod method;
    bool is_worth_it;
  };
  const std::vector<Case> cases = {
      {Status::kOutdated, BaselineMethod::kHistory, true},
      {Status::kOutdated, BaselineMethod::kSince, true},
      {Status::kOutdated, BaselineMethod::kFirstVersion, true},
      {Status::kInSync, BaselineMethod::kHistory, true},
      {Status::kInSync, BaselineMethod::kContent, false},
      {Status::kInSync, BaselineMethod::kSince, false},
      {Status::kInSync, BaselineMethod::kFirstVersion, false},
      {Status::kPartiallyUpdated, BaselineMethod::kHistory, false},
      {Status::kRenamed, BaselineMethod::kHistory, false},
      {Status::kDeleted, BaselineMethod::kHistory, false},
      {Status::kUnpaired, BaselineMethod::kHistory, false},
      {Status::kUnknown, BaselineMethod::kHistory, false},
      {Status::kIgnored, BaselineMethod::kHistory, false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(can_be_looked_into(markdown_pair(c.status, c.method)), c.is_worth_it)
        << to_string(c.status) << " by " << to_string(c.method);
  }
}

TEST(LookingIntoAPair, TakesTwoPagesOfKnownKindsABaselineAndASource) {
  const FileReport whole = markdown_pair(Status::kOutdated, BaselineMethod::kHistory);
  FileReport pair = whole;
  pair.source = "content/en/a.rst";
  EXPECT_FALSE(can_be_looked_into(pair));
  pair = whole;
  pair.translation = "content/ko/a.rst";
  EXPECT_FALSE(can_be_looked_into(pair));
  EXPECT_TRUE(is_of_other_kind(pair));
  pair = whole;
  pair.renamed_from = "content/en/a.rst";
  EXPECT_FALSE(can_be_looked_into(pair)) << "the baseline is of another kind";
  EXPECT_TRUE(is_of_other_kind(pair));
  pair = whole;
  pair.baseline.reset();
  EXPECT_FALSE(can_be_looked_into(pair));
  EXPECT_FALSE(is_of_other_kind(pair));
  pair = whole;
  pair.source_blob.clear();
  EXPECT_FALSE(can_be_looked_into(pair));
  pair = whole;
  pair.source = "README.markdown";
  EXPECT_TRUE(can_be_looked_into(pair));
  EXPECT_FALSE(is_of_other_kind(pair));
  pair.source = "content/en/a.mdx";
  EXPECT_TRUE(can_be_looked_into(pair));
  pair.translation = "content/ko/a.html";
  EXPECT_TRUE(can_be_looked_into(pair));
}

TEST(LookingIntoAPair, MakesOneInSyncPartiallyUpdatedAndChangesNoOther) {
  EXPECT_EQ(status_with_open_changes(Status::kInSync, 1), Status::kPartiallyUpdated);
  EXPECT_EQ(status_with_open_changes(Status::kInSync, 0), Status::kInSync);
  EXPECT_EQ(status_with_open_changes(Status::kOutdated, 3), Status::kOutdated);
}

}  // namespace
}  // namespace l10n_drift
