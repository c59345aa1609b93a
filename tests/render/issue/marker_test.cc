#include "render/issue/marker.h"

#include <gtest/gtest.h>

#include <string>

#include "l10n_drift/version.h"
#include "support/error_text.h"

namespace l10n_drift {
namespace {

// What stands between the beginning and the end of the line.
std::string json_of(const IssueMarker& marker) {
  const std::string line = render_marker(marker);
  EXPECT_TRUE(line.starts_with(kMarkerBegin) && line.ends_with(kMarkerEnd)) << line;
  return line.substr(kMarkerBegin.size(), line.size() - kMarkerBegin.size() - kMarkerEnd.size());
}

IssueMarker read_back(const IssueMarker& marker) { return parse_marker(json_of(marker), "here"); }

IssueMarker small_marker() {
  return {.base = "main",
          .branch = "dev-1.29-ko.1",
          .language = "ko",
          .open_files = 2,
          .highest = {{'M', 3}},
          .files = {{.path = "content/ko/a.md", .labels = {"M1"}, .change = "0f92-8a81"}}};
}

TEST(IssueMarker, HasItsKeysInOneOrderAndEachFolderOnce) {
  IssueMarker marker = small_marker();
  marker.part = 2;
  marker.parts = 3;
  marker.left_out = 1;
  marker.files.push_back({.path = "content/ko/b.md", .labels = {"P1", "M3"}, .change = {}});
  marker.files.push_back({.path = "c.md", .labels = {"M2"}, .change = "1-2"});
  marker.files.push_back({.path = "d.md", .labels = {"M3"}, .change = {}, .done_on = "2026-11-30"});
  marker.all = {{"aaaaa", {"M1"}}, {"bbbbb", {"P1", "M3"}}, {"ccccc", {"M2"}}};
  marker.past = {{"_.123", {"D7"}}};
  marker.lines = "abcd";
  const std::string version = kVersion;
  EXPECT_EQ(json_of(marker),
            R"({"base":"main","branch":"dev-1.29-ko.1","language":"ko","version":")" + version +
                R"(","part":2,"parts":3,"files":2,"left_out":1,"highest":{"M":3},)"
                R"("ids":{"":{"c.md":"M2 1-2","d.md":"M3 done 2026-11-30"},)"
                R"("content/ko/":{"a.md":"M1 0f92-8a81","b.md":"P1 M3"}},)"
                R"("all":{"M":{"1":"aaaaacccccbbbbb"},"P":{"1":"bbbbb"}},)"
                R"("past":{"D":{"7":"_.123"}},"lines":"abcd"})");
}

TEST(IssueMarker, WhatThereIsNothingOfIsNotInIt) {
  const std::string json = json_of(small_marker());
  for (const char* const name : {"left_out", "all", "past", "lines", "elsewhere"}) {
    EXPECT_EQ(json.find(name), json.npos) << name;
  }
}

TEST(IssueMarker, IsReadBackAsItWasWritten) {
  IssueMarker marker = small_marker();
  marker.base = "--><b>\"@name\" #1 \\";
  marker.left_out = 4;
  marker.files.push_back(
      {.path = "content/ko/d.md", .labels = {"M3"}, .change = {}, .done_on = "2026-11-30"});
  marker.all = {{"aaaaa", {"M1"}}, {"bbbbb", {"M2", "P3"}}};
  marker.past = {{"_.123", {"M9", "D7"}}};
  marker.lines = "abcd";
  const IssueMarker read = read_back(marker);
  EXPECT_EQ(read.base, marker.base);
  EXPECT_EQ(read.branch, marker.branch);
  EXPECT_EQ(read.open_files, marker.open_files);
  EXPECT_EQ(read.left_out, marker.left_out);
  EXPECT_EQ(read.highest, marker.highest);
  EXPECT_EQ(read.files, marker.files);
  EXPECT_EQ(read.all, marker.all);
  EXPECT_EQ(read.past, marker.past);
  EXPECT_EQ(read.lines, marker.lines);
}

// Before there was "all", the entries of other parts stood in the first.
TEST(IssueMarker, ReadsTheFormerForm) {
  std::string json = json_of(small_marker());
  json.insert(json.size() - 1, R"(,"elsewhere":{"":{"d.md":"D1 3-4"}})");
  const std::vector<IssueFile> expected = {{.path = "d.md", .labels = {"D1"}, .change = "3-4"}};
  EXPECT_EQ(parse_marker(json, "here").elsewhere, expected);
}

TEST(IssueMarker, EntriesAreReadBackWhateverIsInThem) {
  const IssueFile files[] = {
      {.path = "a", .labels = {"M1"}, .change = "0-0"},
      {.path = "d/", .labels = {"M999999", "P1", "R12"}, .change = "0-0"},
      {.path = "a", .labels = {"M1"}, .change = {}},
      {.path = "a", .labels = {"M1"}, .change = "0-0", .note = IssueNote::kSourceChanged},
      {.path = "a", .labels = {"M1"}, .change = "0-0", .note = IssueNote::kStillBehind},
      {.path = "a", .labels = {"M1"}, .change = "0-0", .note = IssueNote::kWasDone},
      {.path = "a", .labels = {"M1"}, .change = "0-0", .moves_to = "b to c", .note = {}},
      {.path = "a", .labels = {"M1"}, .change = {}, .moves_to = "source done"},
      {.path = "x\"--><b>/@a \xED\x95\x9C", .labels = {"M1"}, .change = "0-0"},
  };
  for (const IssueFile& file : files) {
    IssueMarker marker = small_marker();
    marker.files = {file};
    ASSERT_EQ(read_back(marker).files.size(), 1u);
    EXPECT_EQ(read_back(marker).files.front(), file) << json_of(marker);
  }
}

// An older body lacks what the program did not know then, a newer one has more.
TEST(IssueMarker, BodiesOfOtherVersionsAreRead) {
  const std::string oldest =
      R"({"base":"main","branch":"b","language":"ko","part":1,"parts":1,"files":0,"highest":{},)"
      R"("ids":{})";
  EXPECT_EQ(parse_marker(oldest + '}', "here").left_out, 0u);
  EXPECT_TRUE(parse_marker(oldest + '}', "here").elsewhere.empty());
  EXPECT_EQ(parse_marker(oldest + R"(,"left_out":7})", "here").left_out, 7u);
  EXPECT_EQ(parse_marker(oldest + R"(,"colour":["red"]})", "here").language, "ko");
}

TEST(IssueMarker, SaysWhatIsSpoilt) {
  struct Case {
    const char* from;
    const char* to;
    const char* message;
  };
  const Case cases[] = {
      {"}}}", "}}", "it is no JSON object"},
      {"\"base\"", "\"bass\"", "it has no 'base'"},
      {"\"main\"", "1", "'base' is of the wrong type"},
      {"\"part\":1", "\"part\":1000000", "'part' is no number that we wrote"},
      {"\"part\":1", "\"part\":-1", "'part' is of the wrong type"},
      {"\"files\":2", "\"files\":2,\"left_out\":\"1\"", "'left_out' is of the wrong type"},
      {"\"M\":3", "\"Z\":3", "'highest' has an unknown letter"},
      {"\"M\":3", "\"M\":\"3\"", "'highest' is no number that we wrote"},
      {"{\"a.md\":\"M1 0f92-8a81\"}", "1", "'ids' has something that is no folder"},
      {"\"M1 0f92-8a81\"", "1", "'ids' has an entry that is no text"},
      {"M1 ", "", "it has a file without an id"},
      {"M1 ", "M01 ", "it has an entry that we did not write"},
      {"8a81", "8a81 done source", "it has an entry that we did not write"},
      {"8a81", "8a81 M2", "it has an entry that we did not write"},
      {"8a81", "8a81 whatever", "it has an entry that we did not write"},
  };
  for (const Case& c : cases) {
    std::string json = json_of(small_marker());
    const std::size_t at = json.find(c.from);
    ASSERT_NE(at, json.npos) << c.from << " in " << json;
    json.replace(at, std::string(c.from).size(), c.to);
    EXPECT_EQ(error_text([&] { parse_marker(json, "here"); }),
              std::string("here: the marker is spoilt: ") + c.message +
                  " | take the body from before that edit; GitHub keeps all versions")
        << json;
  }
}

TEST(IssueMarker, LabelsHaveALetterOfASectionAndANumberFromOne) {
  const char* const labels[] = {"M1", "P10", "R999999", "D2", "U3", "T4"};
  for (const char* label : labels) EXPECT_TRUE(is_label(label)) << label;
  const char* const others[] = {"", "M", "M0", "M01", "X1", "m1", "M1a", "M 1", "M1000000", "11"};
  for (const char* other : others) EXPECT_FALSE(is_label(other)) << other;
  EXPECT_EQ(label_number("M64"), 64u);
}

TEST(IssueMarker, AFileAddsNoMoreThanIsReservedForIt) {
  IssueMarker marker = small_marker();
  marker.files.clear();
  std::size_t length = render_marker(marker).size();
  for (const char* path : {"content/ko/a.md", "content/ko/b.md", "b.md", "content/--/\".md"}) {
    const IssueFile file = {.path = path, .labels = {"M1", "P2"}, .change = "0f92-8a81"};
    marker.files.push_back(file);
    const std::size_t longer = render_marker(marker).size();
    EXPECT_LE(longer - length, marker_entry_length(file)) << path;
    length = longer;
  }
}

}  // namespace
}  // namespace l10n_drift
