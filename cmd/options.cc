#include "options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "l10n_drift/error.h"
#include "l10n_drift/nearest.h"
#include "l10n_drift/version.h"

namespace l10n_drift {
namespace {

constexpr char kDescription[] =
    "Tells which translations of a documentation repository are out of date, by how much\n"
    "and since when, from git history alone.";
constexpr char kFooter[] =
    "Exit status: 0 done, 1 drift was found and --exit-code asked for it, 2 anything wrong.\n"
    "Manual: man l10n-drift";

template <typename Value>
struct Choice {
  const char* name;
  Value value;
};

constexpr Choice<Format> kFormats[] = {{"issue", Format::kIssue},
                                       {"text", Format::kText},
                                       {"json", Format::kJson},
                                       {"csv", Format::kCsv}};
constexpr Choice<IssueStyle> kStyles[] = {{"shortstat", IssueStyle::kShortstat},
                                          {"compact", IssueStyle::kCompact}};
constexpr Choice<Granularity> kGranularities[] = {{"block", Granularity::kBlock},
                                                  {"file", Granularity::kFile}};
constexpr Choice<Severity> kSeverities[] = {{"cosmetic", Severity::kCosmetic},
                                            {"minor", Severity::kMinor},
                                            {"substantive", Severity::kSubstantive}};
constexpr Choice<ColorWhen> kColors[] = {
    {"auto", ColorWhen::kAuto}, {"always", ColorWhen::kAlways}, {"never", ColorWhen::kNever}};

template <typename Value, std::size_t Size>
Value choose(const char* option, const std::string& name, const Choice<Value> (&choices)[Size]) {
  std::vector<const char*> names;
  for (const Choice<Value>& choice : choices) {
    if (name == choice.name) return choice.value;
    names.push_back(choice.name);
  }
  throw Error(fmt::format("{}: '{}' is none of {}", option, name, fmt::join(names, ", ")));
}

unsigned parse_number(const char* option, const std::string& text) {
  unsigned number = 0;
  const char* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  if (parsed.ec != std::errc{} || parsed.ptr != end) {
    throw Error(fmt::format("{}: '{}' is no number", option, text));
  }
  return number;
}

// CLI11's help, with both forms of the command line on top.
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_usage(const CLI::App* app, std::string) const override {
    const std::string report = "l10n-drift [report] [OPTIONS]\n";
    const std::string diff = "l10n-drift diff [OPTIONS] TRANSLATION\n";
    if (app->get_name() == "report") return "Usage: " + report;
    if (app->get_name() == "diff") return "Usage: " + diff;
    return "Usage: " + report + "       " + diff;
  }
};

// The command line as CLI11 fills it in. The options that a command shares with the program as a
// whole may stand before or behind the command's name, and so are bound to the same variables.
class CommandLine {
 public:
  CommandLine() : app_(kDescription, "l10n-drift") {
    app_.footer(kFooter);
    report_ = app_.add_subcommand("report", "report the outdated translations (the default)");
    diff_ = app_.add_subcommand("diff", "show what changed in the source of one translation");
    app_.require_subcommand(0, 1);
    for (CLI::App* app : {&app_, report_, diff_}) {
      // As with git, the last of several wins.
      app->option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
      app->formatter(std::make_shared<HelpFormatter>());
      app->get_formatter()->column_width(kHelpColumn);
      app->set_version_flag("--version", kVersion, "print the version");
      app->set_help_flag("-h,--help", "print this help");
      add_common_options(*app);
    }
    add_report_options(app_);
    add_report_options(*report_);
    add_diff_options();
  }

  Options parse(int argc, const char* const* argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::Success&) {
      options_.command = PrintCommand{requested_text()};
      return std::move(options_);
    } catch (const CLI::ExtrasError&) {
      throw_unexpected(app_.remaining(true).front());
    } catch (const CLI::ArgumentMismatch& error) {
      const std::string message = error.what();
      throw Error(fmt::format("{} needs a value", message.substr(0, message.find(':'))));
    } catch (const CLI::ParseError& error) {
      throw Error(error.what(), "l10n-drift --help");
    }
    finish();
    return std::move(options_);
  }

 private:
  static constexpr std::size_t kHelpColumn = 28;

  void add_common_options(CLI::App& app) {
    Request& request = options_.request;
    app.add_option("-C,--repo", request.repository, "repository, or a folder inside one [.]")
        ->type_name("PATH");
    app.add_option("--base", request.base, "revision with the newest sources [main, else master]")
        ->type_name("REV");
    app.add_option("--branch", request.branch,
                   "revision with the translations; auto: the newest\n"
                   "milestone of the language that is not merged [HEAD]")
        ->type_name("REV|auto");
    app.add_option("--since", request.since,
                   "hold all translations against the sources of a\n"
                   "revision; auto: the previous milestone")
        ->type_name("REV|auto");
    app.add_option("--source-lang", request.source_language, "language of the sources [en]")
        ->type_name("CODE");
    app.add_option("--granularity", granularity_,
                   "block: look into Markdown pages, for what is stale\n"
                   "within them; file: take each as a whole [block]")
        ->type_name("UNIT");
    app.add_option("--config", request.config_file, "configuration [.l10n-drift.json]")
        ->type_name("FILE");
    app.add_option("-o,--output", options_.output, "write to a file, whole or not at all")
        ->type_name("FILE");
    app.add_option("--color", color_, "auto, always or never [auto]")->type_name("WHEN");
    app.add_option("--threads", threads_, "threads [all cores]")->type_name("N");
    app.add_flag("--allow-shallow", request.allow_shallow,
                 "report what the history of a shallow clone tells");
    app.add_flag("--fetch-missing", request.fetch_missing,
                 "let git fetch what a partial clone lacks");
    app.add_flag("--stats", options_.stats, "tell on standard error what each phase takes");
    app.add_flag("-v,--verbose", verbose_, "say more on standard error");
    app.add_flag("-q,--quiet", quiet_, "say nothing but errors on standard error");
  }

  void add_report_options(CLI::App& app) {
    Request& request = options_.request;
    app.add_option(
           "--lang", languages_,
           "languages, repeatable or separated by commas; all\n[from the branch's name, else all]")
        ->type_name("CODE")
        ->take_all()
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_option("--include", request.include,
                   "only sources that match, from the root; repeatable")
        ->type_name("GLOB")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_option("--exclude", request.exclude, "no sources that match, from the root; repeatable")
        ->type_name("GLOB")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_flag("--untranslated", request.with_untranslated,
                 "list sources without a translation, too");
    app.add_option("--min-severity", min_severity_,
                   "leave out pages with less to translate: cosmetic,\n"
                   "minor or substantive [cosmetic]")
        ->type_name("SEVERITY");
    app.add_flag("--commits", request.with_commits, "list the commits that changed each source");
    app.add_option("--format", format_,
                   "issue, text, json or csv [issue for one language,\nelse text]")
        ->type_name("FORMAT");
    app.add_option("--style", style_, "of an issue: shortstat or compact [shortstat]")
        ->type_name("STYLE");
    app.add_flag("--details", details_, "in an issue, list what is stale within each page, folded");
    app.add_flag("--exit-code", exit_code_, "exit with 1 when anything is out of date");
  }

  void add_diff_options() {
    diff_->add_option("TRANSLATION", diff_command_.translation, "path of the translation")
        ->type_name("");
    diff_->add_flag("--stat", diff_command_.stat, "one line instead of the diff");
  }

  std::string requested_text() {
    for (CLI::App* app : {&app_, diff_, report_}) {
      if (app->get_version_ptr()->count() > 0) return fmt::format("l10n-drift {}\n", kVersion);
    }
    for (CLI::App* app : {diff_, report_}) {
      if (app->get_help_ptr()->count() > 0) return app->help("l10n-drift");
    }
    return app_.help();
  }

  [[noreturn]] void throw_unexpected(const std::string& argument) {
    const std::string help = diff_->parsed() ? "l10n-drift diff --help" : "l10n-drift --help";
    if (!argument.starts_with('-')) {
      throw Error(fmt::format("unexpected argument '{}'", argument), help);
    }
    const std::string name = argument.substr(0, argument.find('='));
    std::vector<std::string> names;
    for (const CLI::Option* option : active().get_options()) {
      names.push_back(option->get_name(false, false));
    }
    const auto nearest = nearest_name(name, names);
    throw Error(fmt::format("unknown option '{}'", name),
                nearest ? fmt::format("did you mean '{}'?", *nearest) : help);
  }

  CLI::App& active() { return diff_->parsed() ? *diff_ : app_; }

  void finish() {
    if (verbose_ && quiet_) throw Error("--quiet excludes --verbose");
    if (verbose_) options_.verbosity = Verbosity::kVerbose;
    if (quiet_) options_.verbosity = Verbosity::kQuiet;
    options_.color = choose("--color", color_, kColors);
    options_.request.granularity = choose("--granularity", granularity_, kGranularities);
    if (!threads_.empty()) options_.request.threads = parse_number("--threads", threads_);
    for (const std::string& value : languages_) split_languages(value);
    for (const std::vector<std::string>& globs :
         {options_.request.include, options_.request.exclude}) {
      if (std::count(globs.begin(), globs.end(), "") > 0) throw Error("a glob cannot be empty");
    }
    if (diff_->parsed()) {
      finish_diff();
    } else {
      finish_report();
    }
  }

  void split_languages(std::string_view value) {
    for (std::size_t begin = 0; begin <= value.size();) {
      const std::size_t end = std::min(value.find(',', begin), value.size());
      const std::string_view code = value.substr(begin, end - begin);
      if (code.empty()) throw Error(fmt::format("--lang: a language is missing in '{}'", value));
      options_.request.languages.emplace_back(code);
      begin = end + 1;
    }
  }

  void finish_report() {
    ReportCommand report;
    if (!format_.empty()) report.format = choose("--format", format_, kFormats);
    if (!style_.empty()) report.style = choose("--style", style_, kStyles);
    if (details_) report.details = IssueDetails::kStaleBlocks;
    if (report.format.value_or(Format::kIssue) != Format::kIssue) {
      if (report.style) throw Error("--style belongs to --format issue");
      if (details_) throw Error("--details belongs to --format issue");
    }
    if (!min_severity_.empty()) {
      options_.request.min_severity = choose("--min-severity", min_severity_, kSeverities);
    }
    check_granularity();
    report.exit_code = exit_code_;
    options_.command = report;
  }

  // Nothing is rated or listed in a page that is taken as a whole.
  void check_granularity() {
    if (options_.request.granularity == Granularity::kBlock) return;
    if (!min_severity_.empty()) throw Error("--min-severity needs --granularity block");
    if (details_) throw Error("--details needs --granularity block");
  }

  // Options of the report that stand before `diff` mean nothing to it.
  void finish_diff() {
    for (const char* const name :
         {"--lang", "--include", "--exclude", "--untranslated", "--min-severity", "--commits",
          "--format", "--style", "--details", "--exit-code"}) {
      if (app_.count(name) > 0) throw Error(fmt::format("{} does not go with diff", name));
    }
    if (diff_command_.translation.empty()) {
      throw Error("diff needs the path of a translation", "l10n-drift diff --help");
    }
    options_.command = diff_command_;
  }

  CLI::App app_;
  CLI::App* report_ = nullptr;
  CLI::App* diff_ = nullptr;
  Options options_;
  DiffCommand diff_command_;
  std::vector<std::string> languages_;
  std::string format_;
  std::string style_;
  std::string granularity_ = "block";
  std::string min_severity_;
  std::string color_ = "auto";
  std::string threads_;
  bool details_ = false;
  bool exit_code_ = false;
  bool verbose_ = false;
  bool quiet_ = false;
};

}  // namespace

Options parse_options(int argc, const char* const* argv) { return CommandLine().parse(argc, argv); }

}  // namespace l10n_drift
