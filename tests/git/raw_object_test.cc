#include "git/raw_object.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

const std::string kTree(40, 'a');
const std::string kParent(40, 'b');
const std::string kOther(40, 'c');

// A commit with this line in the committer's place.
std::string commit_with(const std::string& committer_line, const std::string& message = "m\n") {
  return "tree " + kTree + "\nparent " + kParent + "\nauthor A <a@b> 5 +0100\n" + committer_line +
         "\n\n" + message;
}

TEST(ParseCommit, ReadsTreeParentsAndDate) {
  const auto commit =
      parse_commit("tree " + kTree + "\nparent " + kParent + "\nparent " + kOther +
                   "\nauthor A <a@b> 5 +0100\ncommitter C <c@d> 1602902652 -0730\n\nsubject\n");
  ASSERT_TRUE(commit);
  EXPECT_EQ(commit->tree, id_from_hex(kTree));
  EXPECT_EQ(commit->parents, (std::vector{id_from_hex(kParent), id_from_hex(kOther)}));
  EXPECT_EQ(commit->time, 1602902652);
  EXPECT_EQ(commit->offset_minutes, -(7 * 60 + 30));
}

TEST(ParseCommit, NeedsNoMoreThanATree) {
  for (const std::string rest : {"", "\n", "\n\nsubject", "\nauthor A <a@b> 5 +0100"}) {
    const auto commit = parse_commit("tree " + kTree + rest);
    ASSERT_TRUE(commit) << rest;
    EXPECT_TRUE(commit->parents.empty()) << rest;
    EXPECT_EQ(commit->time, 0) << rest;
  }
}

TEST(ParseCommit, ReadsWhateverDateTheCommittersLineHas) {
  struct Case {
    std::string line;
    std::int64_t time;
    int offset_minutes;
  };
  const std::vector<Case> cases = {
      {"committer C <c@d> 10 +0000", 10, 0},
      {"committer C <c@d> 10 -0000", 10, 0},
      {"committer C <c@d> 10 +0545", 10, 345},
      {"committer C <c@d> -10 +0100", -10, 60},
      {"committer C <c@d> 9223372036854775807 +0000", std::numeric_limits<std::int64_t>::max(), 0},
      {"committer C <c@d> 9223372036854775808 +0100", 0, 0},
      {"committer C> <c@d> 10 +0100", 10, 60},
      {"committer C <c>d> 10 +0100", 10, 60},
      {"committer <> 10 +0100", 10, 60},
      {"committer C <c@d>10 +0100", 10, 60},
      {"committer C <c@d>   10 +0100", 10, 60},
      {"committer C <c@d> 10", 10, 0},
      {"committer C <c@d> 10 0100", 10, 0},
      {"committer C <c@d> 10 +01", 10, 0},
      {"committer C <c@d> 10 UTC+01", 10, 0},
      {"committer C <c@d>", 0, 0},
      {"committer C <c@d> ", 0, 0},
      {"committer C <c@d> noon +0100", 0, 0},
      {"committer C 10 +0100", 0, 0},
      {"committer ", 0, 0},
      {"committers C <c@d> 10 +0100", 0, 0},
  };
  for (const Case& c : cases) {
    const auto commit = parse_commit(commit_with(c.line));
    ASSERT_TRUE(commit) << c.line;
    EXPECT_EQ(commit->time, c.time) << c.line;
    EXPECT_EQ(commit->offset_minutes, c.offset_minutes) << c.line;
  }
}

TEST(ParseCommit, LooksForTheCommitterInTheHeaderAlone) {
  const std::string message = "committer C <c@d> 10 +0100\n";
  EXPECT_EQ(parse_commit("tree " + kTree + "\nauthor A <a@b> 5 +0000\n\n" + message)->time, 0);
  const std::string tag =
      "mergetag object " + kOther + "\n type commit\n tagger C <c@d> 99 +0100\n";
  const std::string signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n parent x\n";
  const auto commit = parse_commit("tree " + kTree + "\n" + tag + signature + message + "\n");
  ASSERT_TRUE(commit);
  EXPECT_EQ(commit->time, 10) << "headers before the committer are passed over";
  const auto usual = parse_commit(commit_with("committer C <c@d> 10 +0100\n" + tag + signature));
  ASSERT_TRUE(usual);
  EXPECT_EQ(usual->time, 10) << "and so are those behind";
}

TEST(ParseCommit, RefusesWhatHasNoReadableTreeAndParents) {
  for (const std::string& bytes : std::vector<std::string>{
           "", "\n", "tree", "tree ", "tree " + kTree.substr(1), "tree " + kTree + "0\n",
           "tree\t" + kTree, "parent " + kParent, " tree " + kTree, "tree " + std::string(40, 'x'),
           "tree " + kTree + "\nparent \n",
           "tree " + kTree + "\nparent " + kParent.substr(1) + "\n",
           "tree " + kTree + "\nparent " + kParent + "\nparent " + std::string(40, '.'),
           std::string(100, '\0'), std::string(100, '\xFF')}) {
    EXPECT_FALSE(parse_commit(bytes)) << bytes;
  }
}

TEST(ParseCommit, CutAtAnyByteHasTheLinesThatAreWhole) {
  const std::string whole = commit_with("committer C <c@d> 1602902652 -0730");
  const std::size_t tree_end = whole.find('\n');
  const std::size_t parent_begin = whole.find("parent ") + std::string("parent ").size();
  const std::size_t parent_end = whole.find('\n', parent_begin);
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    const auto commit = parse_commit(whole.substr(0, size));
    const bool is_readable = size >= tree_end && (size < parent_begin || size >= parent_end);
    EXPECT_EQ(commit.has_value(), is_readable) << size;
    EXPECT_EQ(commit && !commit->parents.empty(), size >= parent_end) << size;
  }
}

TEST(CommitSubject, IsTheFirstParagraphAsGitPrintsIt) {
  const ScratchRepository scratch;
  const ObjectId tree = scratch.store("tree", "");
  for (const std::string message :
       {"one line\n", "no newline", "two\nlines\n\nbody\n", "\n\n  \nblank lines first\n", "", "\n",
        "\n\n", "  indented\n  twice\n", "blanks at the end \t \nof lines\t\n",
        "carriage\r\nreturns\r\n\r\nbody\r\n", "a\n \t\nblank line of blanks", "tab\tinside\n",
        "form\n\f\nfeed\n", "vertical\v\ntab\n", "\xED\x95\x9C\xEA\xB8\x80\n", "\xFF\xFE\n"}) {
    const std::string bytes = "tree " + tree.hex() +
                              "\nauthor A <a@b> 5 +0000\ncommitter C <c@d> 5 +0000\n"
                              "encoding UTF-8\n\n" +
                              message;
    const ObjectId id = scratch.store("commit", bytes);
    std::string expected = scratch.git({"log", "-1", "--format=%s", id.hex()});
    expected.pop_back();
    EXPECT_EQ(commit_subject(bytes), expected) << testing::PrintToString(message);
  }
}

TEST(CommitSubject, IsEmptyWithoutABody) {
  EXPECT_EQ(commit_subject(""), "");
  EXPECT_EQ(commit_subject("tree x\nauthor y"), "");
  EXPECT_EQ(commit_subject("tree x\nauthor y\n"), "");
}

// What git prints, with the one form of UTC that is ours: git since 2.45 writes "Z".
std::string with_offset(std::string date) {
  const std::string line_end = "Z\n";
  if (date.ends_with(line_end)) date.replace(date.size() - line_end.size(), 1, "+00:00");
  return date;
}

TEST(IsoDate, IsWhatGitPrints) {
  const ScratchRepository scratch;
  const ObjectId tree = scratch.store("tree", "");
  for (const std::string date :
       {"1602902652 -0700", "1602902652 +0545", "1602902652 +0000", "1602902652 -0000",
        "1602902652 -0030", "0 +0000", "0 +1400", "951782400 +0000", "951868799 +0000",
        "4102444800 +0900", "2147483648 +0000", "253402300799 +0000", "253402300800 +0000",
        "9223372036854775807 +0000", "99999999999999999999 +0100"}) {
    const std::string bytes =
        "tree " + tree.hex() + "\nauthor A <a@b> 5 +0000\ncommitter C <c@d> " + date + "\n\nm\n";
    const ObjectId id = scratch.store("commit", bytes);
    const auto commit = parse_commit(bytes);
    ASSERT_TRUE(commit) << date;
    EXPECT_EQ(iso_date(commit->time, commit->offset_minutes) + '\n',
              with_offset(scratch.git({"log", "-1", "--format=%cI", id.hex()})))
        << date;
  }
}

TEST(IsoDate, KnowsTheYearsBefore1970) {
  // Git takes no such date, but other programs write them.
  EXPECT_EQ(iso_date(-1, 0), "1969-12-31T23:59:59+00:00");
  EXPECT_EQ(iso_date(-1, 60), "1970-01-01T00:59:59+01:00");
  EXPECT_EQ(iso_date(-2208988800, -210), "1899-12-31T20:30:00-03:30");
}

TEST(IsoDate, BeyondAllCalendarsIsTheBeginningOfTime) {
  for (const std::int64_t time :
       {std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
    for (const int offset : {0, 840, -720}) {
      EXPECT_EQ(iso_date(time, offset), "1970-01-01T00:00:00+00:00") << time << ' ' << offset;
    }
  }
}

TEST(TreeEntry, HasTheKindThatItsModeSays) {
  const std::vector<std::pair<std::uint32_t, EntryKind>> cases = {
      {0100644, EntryKind::kFile},    {0100755, EntryKind::kFile},
      {0100664, EntryKind::kFile},    {0040000, EntryKind::kFolder},
      {0120000, EntryKind::kSymlink}, {0160000, EntryKind::kSubmodule}};
  for (const auto& [mode, kind] : cases) {
    EXPECT_EQ((TreeEntry{.mode = mode, .id = {}}.kind()), kind) << std::oct << mode;
  }
}

std::string entry_bytes(const std::string& mode, const std::string& name, char id_byte) {
  return mode + ' ' + name + '\0' + std::string(20, id_byte);
}

TEST(TreeCursor, ReadsOneEntryAfterTheOther) {
  const std::string bytes = entry_bytes("100644", "a b", '\0') +
                            entry_bytes("40000", "dir", '\x7F') +
                            entry_bytes("160000", "\xFF", ' ');
  TreeCursor cursor(bytes);
  ASSERT_TRUE(cursor.next());
  EXPECT_EQ(cursor.name(), "a b");
  EXPECT_EQ(cursor.entry().mode, 0100644u);
  EXPECT_TRUE(cursor.entry().id.is_zero());
  ASSERT_TRUE(cursor.next());
  EXPECT_EQ(cursor.name(), "dir");
  EXPECT_EQ(cursor.entry().kind(), EntryKind::kFolder);
  EXPECT_EQ(cursor.entry().id.bytes.back(), 0x7F);
  ASSERT_TRUE(cursor.next());
  EXPECT_EQ(cursor.name(), "\xFF");
  EXPECT_EQ(cursor.entry().id.bytes.front(), ' ');
  EXPECT_FALSE(cursor.next());
  EXPECT_FALSE(cursor.is_corrupt());
  EXPECT_FALSE(cursor.next()) << "the end is the end";
}

TEST(TreeCursor, CutAtAnyByteIsCorruptUnlessItIsBetweenEntries) {
  const std::string first = entry_bytes("100644", "file.md", 'x');
  const std::string whole = first + entry_bytes("40000", "folder", '\0');
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    // A copy of its own, so that a sanitizer notices any byte read behind it.
    const std::string bytes = whole.substr(0, size);
    const std::vector<char> exact(bytes.begin(), bytes.end());
    TreeCursor cursor(std::string_view(exact.data(), exact.size()));
    std::size_t entries = 0;
    while (cursor.next()) ++entries;
    EXPECT_EQ(entries, size == whole.size() ? 2u : size >= first.size() ? 1u : 0u) << size;
    const bool is_between = size == 0 || size == first.size() || size == whole.size();
    EXPECT_EQ(cursor.is_corrupt(), !is_between) << size;
    EXPECT_FALSE(cursor.next()) << size;
  }
}

TEST(TreeCursor, RefusesWhatIsNoTree) {
  for (const std::string& bytes :
       {entry_bytes("", "name", 'x'), entry_bytes("100648", "name", 'x'),
        entry_bytes("-100644", "name", 'x'), entry_bytes("0x1FF", "name", 'x'),
        entry_bytes("100644", "", 'x'), entry_bytes("00100644", "name", 'x'), std::string(64, '\0'),
        std::string(64, '7'), std::string(64, '\xFF'), std::string("100644 name")}) {
    TreeCursor cursor(bytes);
    EXPECT_FALSE(cursor.next()) << testing::PrintToString(bytes);
    EXPECT_TRUE(cursor.is_corrupt()) << testing::PrintToString(bytes);
  }
}

TEST(CompareEntryNames, SortsAsGitDoes) {
  // In order: '!' < '.' < '/' < '0' < 'b', and a folder's name counts with its '/'.
  const std::vector<std::pair<std::string, bool>> sorted = {
      {"A", false}, {"a", false},  {"a!", false}, {"a.b", false}, {"a", true},
      {"a0", true}, {"ab", false}, {"ab", true},  {"b", true},    {"\xC3\xA4", false}};
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    for (std::size_t j = 0; j < sorted.size(); ++j) {
      const int order =
          compare_entry_names(sorted[i].first, sorted[i].second, sorted[j].first, sorted[j].second);
      EXPECT_EQ(order < 0, i < j) << sorted[i].first << " and " << sorted[j].first;
      EXPECT_EQ(order == 0, i == j) << sorted[i].first << " and " << sorted[j].first;
    }
  }
}

}  // namespace
}  // namespace l10n_drift
