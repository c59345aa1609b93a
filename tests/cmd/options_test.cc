#include "options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "l10n_drift/version.h"
#include "support/error_text.h"

namespace l10n_drift {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;
using Arguments = std::vector<std::string>;

Options parse(const Arguments& arguments) {
  std::vector<const char*> argv = {"l10n-drift"};
  for (const std::string& argument : arguments) argv.push_back(argument.c_str());
  return parse_options(static_cast<int>(argv.size()), argv.data());
}

std::string error(const Arguments& arguments) {
  return error_text([&] { parse(arguments); });
}

ReportCommand report_of(const Options& options) { return std::get<ReportCommand>(options.command); }
ReportRequest request_of(const Options& options) { return report_of(options).request; }
ReportRequest requested(const Arguments& arguments) { return request_of(parse(arguments)); }
DiffCommand diff_of(const Options& options) { return std::get<DiffCommand>(options.command); }

std::string printed(const Arguments& arguments) {
  return std::get<PrintCommand>(parse(arguments).command).text;
}

std::string join(const Arguments& arguments) {
  std::string text;
  for (const std::string& argument : arguments) text += argument + ' ';
  return text;
}

TEST(ParseOptions, WithoutArgumentsEverythingHasItsDefault) {
  for (const Arguments& arguments : {Arguments{}, Arguments{"report"}}) {
    const Options options = parse(arguments);
    EXPECT_EQ(request_of(options).comparison.repository, ".");
    EXPECT_FALSE(request_of(options).comparison.base);
    EXPECT_FALSE(request_of(options).comparison.branch);
    EXPECT_FALSE(request_of(options).since);
    EXPECT_FALSE(request_of(options).comparison.source_language);
    EXPECT_FALSE(request_of(options).comparison.config_file);
    EXPECT_THAT(request_of(options).languages, IsEmpty());
    EXPECT_THAT(request_of(options).include, IsEmpty());
    EXPECT_THAT(request_of(options).exclude, IsEmpty());
    EXPECT_FALSE(request_of(options).contents.with_untranslated);
    EXPECT_FALSE(request_of(options).contents.with_commits);
    EXPECT_EQ(request_of(options).threads, 0u);
    EXPECT_FALSE(options.output);
    EXPECT_EQ(options.color, ColorWhen::kAuto);
    EXPECT_EQ(options.verbosity, Verbosity::kNormal);
    EXPECT_FALSE(options.stats);
    EXPECT_FALSE(request_of(options).allow_shallow);
    EXPECT_FALSE(request_of(options).comparison.fetch_missing);
    EXPECT_FALSE(report_of(options).format);
    EXPECT_FALSE(report_of(options).style);
    EXPECT_EQ(request_of(options).granularity, Granularity::kBlock);
    EXPECT_EQ(request_of(options).contents.min_severity, Severity::kCosmetic);
    EXPECT_EQ(report_of(options).details, IssueDetails::kNone);
    EXPECT_THAT(report_of(options).previous, IsEmpty());
    EXPECT_FALSE(report_of(options).max_chars);
    EXPECT_FALSE(options.output_dir);
    EXPECT_FALSE(report_of(options).exit_code);
  }
}

template <typename Request>
void expect_common_values(const Options& options, const Request& request,
                          const std::string& where) {
  EXPECT_EQ(request.comparison.repository, "r") << where;
  EXPECT_EQ(request.comparison.base, "b") << where;
  EXPECT_EQ(request.comparison.branch, "auto") << where;
  EXPECT_EQ(request.since, "s") << where;
  EXPECT_EQ(request.comparison.source_language, "de") << where;
  EXPECT_EQ(request.granularity, Granularity::kFile) << where;
  EXPECT_EQ(request.comparison.config_file, "c") << where;
  EXPECT_EQ(options.output, "o") << where;
  EXPECT_EQ(options.color, ColorWhen::kNever) << where;
  EXPECT_EQ(request.threads, 3u) << where;
  EXPECT_EQ(options.verbosity, Verbosity::kVerbose) << where;
  EXPECT_TRUE(options.stats) << where;
  EXPECT_TRUE(request.allow_shallow) << where;
  EXPECT_TRUE(request.comparison.fetch_missing) << where;
}

TEST(ParseOptions, CommonOptionsMayStandBeforeOrBehindTheCommand) {
  const Arguments common = {"--repo",          "r",         "--base",        "b",
                            "--branch",        "auto",      "--since",       "s",
                            "--source-lang",   "de",        "--config",      "c",
                            "--output",        "o",         "--color",       "never",
                            "--threads",       "3",         "--stats",       "--allow-shallow",
                            "--fetch-missing", "--verbose", "--granularity", "file"};
  const auto with = [&](const Arguments& before, const Arguments& after) {
    Arguments all = before;
    all.insert(all.end(), common.begin(), common.end());
    all.insert(all.end(), after.begin(), after.end());
    return all;
  };
  const auto expect_report = [&](const Arguments& arguments, const std::string& where) {
    const Options options = parse(arguments);
    expect_common_values(options, report_of(options).request, where);
  };
  const auto expect_diff = [&](const Arguments& arguments, const std::string& where) {
    const Options options = parse(arguments);
    expect_common_values(options, diff_of(options).request, where);
  };
  expect_report(common, "alone");
  expect_report(with({"report"}, {}), "behind report");
  expect_report(with({}, {"report"}), "before report");
  expect_diff(with({"diff"}, {"x"}), "between diff and its path");
  expect_diff(with({"diff", "x"}, {}), "behind the path");
  expect_diff(with({}, {"diff", "x"}), "before diff");
}

TEST(ParseOptions, ReportOptionsMayStandBeforeOrBehindTheCommand) {
  const Arguments values = {
      "--lang",         "ko,ja", "--lang",       "zh",      "--include",      "a",
      "--include",      "b",     "--exclude",    "c",       "--untranslated", "--commits",
      "--format",       "issue", "--style",      "compact", "--exit-code",    "--details",
      "--min-severity", "minor", "--previous",   "1.md",    "--previous",     "2.md",
      "--max-chars",    "5000",  "--output-dir", "d"};
  Arguments behind = {"report"};
  behind.insert(behind.end(), values.begin(), values.end());
  Arguments before = values;
  before.push_back("report");
  for (const Arguments& arguments : {values, behind, before}) {
    const Options options = parse(arguments);
    EXPECT_THAT(request_of(options).languages, ElementsAre("ko", "ja", "zh")) << join(arguments);
    EXPECT_THAT(request_of(options).include, ElementsAre("a", "b")) << join(arguments);
    EXPECT_THAT(request_of(options).exclude, ElementsAre("c")) << join(arguments);
    EXPECT_TRUE(request_of(options).contents.with_untranslated) << join(arguments);
    EXPECT_TRUE(request_of(options).contents.with_commits) << join(arguments);
    EXPECT_EQ(report_of(options).format, Format::kIssue) << join(arguments);
    EXPECT_EQ(report_of(options).style, IssueStyle::kCompact) << join(arguments);
    EXPECT_EQ(report_of(options).details, IssueDetails::kStaleBlocks) << join(arguments);
    EXPECT_EQ(request_of(options).contents.min_severity, Severity::kMinor) << join(arguments);
    EXPECT_THAT(report_of(options).previous, ElementsAre("1.md", "2.md")) << join(arguments);
    EXPECT_EQ(report_of(options).max_chars, 5000u) << join(arguments);
    EXPECT_EQ(options.output_dir, "d") << join(arguments);
    EXPECT_TRUE(report_of(options).exit_code) << join(arguments);
  }
}

TEST(ParseOptions, TextsComeWithDetailsAndWithTheOption) {
  EXPECT_FALSE(requested({}).contents.with_texts);
  EXPECT_TRUE(requested({"--details"}).contents.with_texts);
  EXPECT_TRUE(requested({"--texts", "--format", "text"}).contents.with_texts);
  EXPECT_TRUE(requested({"--format=json", "report", "--texts"}).contents.with_texts);
}

TEST(ParseOptions, ShortFormsAndEqualSignsMeanTheSame) {
  EXPECT_EQ(requested({"-C", "r"}).comparison.repository, "r");
  EXPECT_EQ(requested({"-Cr"}).comparison.repository, "r");
  EXPECT_EQ(parse({"-o", "f"}).output, "f");
  EXPECT_EQ(requested({"--base=b"}).comparison.base, "b");
  EXPECT_EQ(parse({"-q"}).verbosity, Verbosity::kQuiet);
  EXPECT_EQ(parse({"-v"}).verbosity, Verbosity::kVerbose);
}

TEST(ParseOptions, AGlobMayBeginAsOptionsDo) {
  EXPECT_THAT(requested({"--exclude=-x"}).exclude, ElementsAre("-x"));
  EXPECT_THAT(requested({"--include", "!*.md", "--include", "a,b"}).include,
              ElementsAre("!*.md", "a,b"));
}

TEST(ParseOptions, KnowsEveryGranularityAndSeverity) {
  EXPECT_EQ(requested({"--granularity", "block"}).granularity, Granularity::kBlock);
  EXPECT_EQ(requested({"--granularity", "file"}).granularity, Granularity::kFile);
  EXPECT_EQ(requested({"--min-severity", "cosmetic"}).contents.min_severity, Severity::kCosmetic);
  EXPECT_EQ(requested({"--min-severity", "minor"}).contents.min_severity, Severity::kMinor);
  EXPECT_EQ(requested({"--min-severity", "substantive"}).contents.min_severity,
            Severity::kSubstantive);
}

TEST(ParseOptions, KnowsEveryFormatAndColor) {
  EXPECT_EQ(report_of(parse({"--format", "text"})).format, Format::kText);
  EXPECT_EQ(report_of(parse({"--format", "json"})).format, Format::kJson);
  EXPECT_EQ(report_of(parse({"--format", "csv"})).format, Format::kCsv);
  EXPECT_EQ(report_of(parse({"--style", "shortstat"})).style, IssueStyle::kShortstat);
  EXPECT_EQ(parse({"--color", "always"}).color, ColorWhen::kAlways);
  EXPECT_EQ(parse({"--color", "auto"}).color, ColorWhen::kAuto);
}

TEST(ParseOptions, LinksAreOfIssuesAlone) {
  EXPECT_TRUE(requested({}).contents.with_links);
  EXPECT_TRUE(requested({"--format", "issue"}).contents.with_links);
  EXPECT_FALSE(requested({}).contents.web_address);
  EXPECT_FALSE(requested({"--format", "text"}).contents.with_links);
  EXPECT_FALSE(requested({"--links", "none"}).contents.with_links);
  const Options asked = parse({"--links", "https://user@git.example.org/o/r.git"});
  EXPECT_TRUE(request_of(asked).contents.with_links);
  EXPECT_EQ(request_of(asked).contents.web_address, "https://git.example.org/o/r");
}

TEST(ParseOptions, DiffTakesPathsAndStat) {
  EXPECT_THAT(diff_of(parse({"diff", "content/ko/x.md"})).request.paths,
              ElementsAre("content/ko/x.md"));
  EXPECT_THAT(diff_of(parse({"diff", "a", "--stat", "b"})).request.paths, ElementsAre("a", "b"));
  EXPECT_FALSE(diff_of(parse({"diff", "x"})).stat);
  EXPECT_TRUE(diff_of(parse({"diff", "--stat", "x"})).stat);
  EXPECT_TRUE(diff_of(parse({"diff", "x", "--stat"})).stat);
  EXPECT_THAT(diff_of(parse({"diff", "--", "-x"})).request.paths, ElementsAre("-x"));
}

TEST(ParseOptions, LanguagesHasAFormatOfItsOwn) {
  const auto format = [](const Arguments& arguments) {
    return std::get<LanguagesCommand>(parse(arguments).command).format;
  };
  EXPECT_EQ(format({"languages"}), LanguagesFormat::kText);
  EXPECT_EQ(format({"languages", "--format", "json"}), LanguagesFormat::kJson);
  EXPECT_EQ(format({"--format", "json", "languages"}), LanguagesFormat::kJson);
  EXPECT_EQ(format({"--format", "json", "languages", "--format", "text"}), LanguagesFormat::kText);
  const auto languages =
      std::get<LanguagesCommand>(parse({"-C", "r", "languages", "--branch", "b"}).command);
  EXPECT_EQ(languages.request.comparison.repository, "r");
  EXPECT_EQ(languages.request.comparison.branch, "b");
  EXPECT_EQ(
      std::get<LanguagesCommand>(parse({"--lang", "ko", "languages"}).command).request.languages,
      std::vector<std::string>{"ko"});
}

TEST(ParseOptions, HelpAndVersionArePrintedInsteadOfAnythingElse) {
  EXPECT_EQ(printed({"--version"}), std::string("l10n-drift ") + kVersion + '\n');
  for (const Arguments& arguments :
       {Arguments{"--help"}, Arguments{"--help", "-q"}, Arguments{"help"}}) {
    EXPECT_THAT(printed(arguments),
                AllOf(HasSubstr("Usage: l10n-drift"), HasSubstr("  --base"), HasSubstr("  diff")))
        << join(arguments);
  }
  for (const Arguments& arguments : {Arguments{"-h"}, Arguments{"-h", "-q"}}) {
    EXPECT_THAT(printed(arguments), AllOf(HasSubstr("Usage: l10n-drift"),
                                          Not(HasSubstr("  --base")), HasSubstr("  diff")))
        << join(arguments);
  }
  for (const Arguments& arguments : {Arguments{"diff", "-h"}, Arguments{"-h", "diff", "x"}}) {
    EXPECT_THAT(printed(arguments), AllOf(HasSubstr("l10n-drift diff"), HasSubstr("--stat")))
        << join(arguments);
  }
  EXPECT_THAT(printed({"diff", "--help"}),
              AllOf(HasSubstr("l10n-drift diff"), HasSubstr("--stat")));
}

TEST(ParseOptions, EachMistakeHasItsOwnMessage) {
  struct Case {
    Arguments arguments;
    std::string message;
    std::string hint;  // A part of it.
  };
  const std::vector<Case> cases = {
      {{"--bse", "x"}, "unknown option '--bse'", "did you mean '--base'?"},
      {{"--bse=x"}, "unknown option '--bse'", "did you mean '--base'?"},
      {{"diff", "--sta", "x"}, "unknown option '--sta'", "did you mean '--stat'?"},
      {{"--completely-different"}, "unknown option '--completely-different'", "--help"},
      {{"rport"}, "unexpected argument 'rport'", "did you mean 'l10n-drift report'?"},
      {{"dif"}, "unexpected argument 'dif'", "did you mean 'l10n-drift diff'?"},
      {{"chekc", "-q"}, "unexpected argument 'chekc'", "did you mean 'l10n-drift check'?"},
      {{"lanugages"}, "unexpected argument 'lanugages'", "did you mean 'l10n-drift languages'?"},
      {{"content/ko/a.md"}, "unexpected argument", "l10n-drift status content/ko/a.md tells"},
      {{"a b.md"}, "unexpected argument", "l10n-drift diff 'a b.md' what"},
      {{R"(content\ko)"}, "unexpected argument", R"(l10n-drift status 'content\ko')"},
      {{"ko"}, "unexpected argument 'ko'", "for a language: --lang ko"},
      {{"pt-BR"}, "unexpected argument 'pt-BR'", "for a language: --lang pt-BR"},
      {{"fil"}, "unexpected argument 'fil'", "for a language: --lang fil"},
      {{"everything"}, "unexpected argument 'everything'", "l10n-drift --help"},
      {{"help", "dif"}, "there is no command 'dif'", "did you mean 'diff'?"},
      {{"help", "me-please"}, "there is no command 'me-please'", "l10n-drift --help"},
      {{"help", "diff", "x"}, "unexpected argument 'x'", ""},
      {{"status", "--sort", "name"}, "--sort: 'name' is none of path, age, size, severity", ""},
      {{"status", "--sort", "age", "--format", "json"}, "--sort belongs to --format text", ""},
      {{"diff"}, "diff needs the path of a translation", "diff --help"},
      {{"--base"}, "--base needs a value", ""},
      {{"--format", "xml"}, "--format: 'xml' is none of issue, text, json, csv", ""},
      {{"--style", "long"}, "--style: 'long' is none of shortstat, compact", ""},
      {{"--color", "blue"}, "--color: 'blue' is none of auto, always, never", ""},
      {{"--lang", ""}, "--lang: a language is missing in ''", ""},
      {{"--lang", "ko,"}, "--lang: a language is missing in 'ko,'", ""},
      {{"--lang", "ko,,ja"}, "--lang: a language is missing in 'ko,,ja'", ""},
      {{"-v", "-q"}, "--quiet excludes --verbose", ""},
      {{"--style", "compact", "--format", "json"}, "--style belongs to --format issue", ""},
      {{"--details", "--format", "text"}, "--details belongs to --format issue", ""},
      {{"--links", "none", "--format", "text"}, "--links belongs to --format issue", ""},
      {{"--links", ""}, "--links: that is no address of a repository's pages", "--links https"},
      {{"--links", "git@x.org:o/r"}, "--links: that is no address of a repository's pages", ""},
      {{"--links", "none", "diff", "x"}, "--links does not go with diff", ""},
      {{"--granularity", "line"}, "--granularity: 'line' is none of block, file", ""},
      {{"diff", "--granularity", "", "x"}, "--granularity: '' is none of block, file", ""},
      {{"--min-severity", "great"},
       "--min-severity: 'great' is none of cosmetic, minor, subst",
       ""},
      {{"--min-severity", "minor", "--granularity", "file"},
       "--min-severity needs --granularity block",
       ""},
      {{"--details", "--granularity", "file"}, "--details needs --granularity block", ""},
      {{"--texts"},
       "--texts belongs to --format text or json",
       "in an issue, --details shows them"},
      {{"--texts", "--format", "issue", "--details"},
       "--texts belongs to --format text or json",
       "in an issue, --details shows them"},
      {{"--texts", "--format", "csv"}, "--texts belongs to --format text or json", ""},
      {{"--texts", "--format", "json", "--granularity", "file"},
       "--texts needs --granularity block",
       ""},
      {{"check", "--texts", "--granularity", "file"}, "--texts needs --granularity block", ""},
      {{"diff", "--texts", "x"}, "unknown option '--texts'", "l10n-drift diff --help"},
      {{"--details", "diff", "x"}, "--details does not go with diff", ""},
      {{"--min-severity", "minor", "diff", "x"}, "--min-severity does not go with diff", ""},
      {{"--previous", "x", "--format", "json"}, "--previous belongs to --format issue", ""},
      {{"--max-chars", "9", "--format", "csv"}, "--max-chars belongs to --format issue", ""},
      {{"--output-dir", "x", "--format", "text"}, "--output-dir belongs to --format issue", ""},
      {{"--output-dir", "x", "-o", "y"}, "--output-dir excludes --output", ""},
      {{"--output-dir", ""}, "--output-dir: the name of a folder is missing", ""},
      {{"--max-chars", "many"}, "--max-chars: 'many' is no number", ""},
      {{"--max-chars", "0"}, "--max-chars: nothing fits into 0 characters", ""},
      {{"--previous", "x", "diff", "x"}, "--previous does not go with diff", ""},
      {{"--lang", "ko", "diff", "x"}, "--lang does not go with diff", ""},
      {{"--exit-code", "diff", "x"}, "--exit-code does not go with diff", ""},
      {{"--commits", "diff", "x"}, "--commits does not go with diff", ""},
      {{"--commits", "languages"}, "--commits does not go with languages", ""},
      {{"--threads", "2", "languages"}, "--threads does not go with languages", ""},
      {{"languages", "--thread"}, "unknown option '--thread'", "languages --help"},
      {{"languages", "x"}, "unexpected argument 'x'", "languages --help"},
      {{"init", "x"}, "unexpected argument 'x'", "init --help"},
      {{"init", "--forse"}, "unknown option '--forse'", "did you mean '--force'?"},
      {{"init", "--config", "x"}, "unknown option '--config'", "init --help"},
      {{"--force", "init"},
       "--force belongs to init, and stands in front",
       "l10n-drift init --force"},
      {{"--stat", "diff", "x"}, "--stat belongs to diff, and stands in front", "diff --stat"},
      {{"--config", "x", "init"}, "--config does not go with init", ""},
      {{"init", "--branch", "auto"}, "--branch auto belongs to one language", "--branch REV"},
      {{"languages", "--format", "csv"}, "--format: 'csv' is none of text, json", ""},
      {{"--format", "csv", "languages"}, "--format: 'csv' is none of text, json", ""},
      {{"languages", "--branch", "auto"}, "--branch auto belongs to one language", "--branch REV"},
  };
  for (const Case& c : cases) {
    EXPECT_THAT(error(c.arguments), AllOf(StartsWith(c.message), HasSubstr(c.hint)))
        << join(c.arguments);
  }
}

TEST(ParseOptions, TheLastOfSeveralValuesCounts) {
  EXPECT_EQ(requested({"--base", "a", "--base", "b"}).comparison.base, "b");
}

TEST(ParseOptions, NumbersThatAreNoneAndOptionsOfOthersAreErrors) {
  for (const Arguments& arguments : {Arguments{"--threads", "many"}, Arguments{"--threads", "-1"},
                                     Arguments{"diff", "--lang", "ko", "x"}}) {
    EXPECT_NE(error(arguments), "no error") << join(arguments);
  }
}

}  // namespace
}  // namespace l10n_drift
