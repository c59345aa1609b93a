#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "command_options.h"
#include "option_values.h"
#include "text/web_address.h"

namespace l10n_drift {
namespace {

constexpr Choice<Format> kReportFormats[] = {{"issue", Format::kIssue},
                                             {"text", Format::kText},
                                             {"json", Format::kJson},
                                             {"csv", Format::kCsv}};
constexpr Choice<IssueStyle> kStyles[] = {{"shortstat", IssueStyle::kShortstat},
                                          {"compact", IssueStyle::kCompact}};

class ReportOptions : public CommandOptions {
 public:
  std::string name() const override { return "report"; }
  std::string description() const override {
    return "report the outdated translations (the default)";
  }
  std::string arguments() const override { return "[PATH]..."; }
  std::vector<HelpRow> examples() const override {
    return {{"l10n-drift --lang ko", "an issue: what is there to do?"},
            {"l10n-drift --lang ko --format text", "the same as a table"},
            {"l10n-drift --lang all --format csv", "a spreadsheet of all languages"}};
  }

  void add_to(CLI::App& app, SharedValues&) override {
    add_choice_of_pages(app);
    add_forms(app);
    app.add_flag("--exit-code", command_.exit_code, "exit with 1 when anything is out of date");
    add_issue_options(app);
  }

  void finish(const SharedValues& shared, Options& options) override {
    ReportRequest& request = command_.request;
    shared.fill(request);
    request.since = shared.since;
    request.languages = split_lists("--lang", "a language", languages_);
    check_globs(request.include);
    check_globs(request.exclude);
    if (!format_.empty()) command_.format = choose("--format", format_, kReportFormats);
    if (!style_.empty()) command_.style = choose("--style", style_, kStyles);
    check_texts();
    if (details_) command_.details = IssueDetails::kStaleBlocks;
    read_links();
    options.output_dir = output_dir_;
    if (!max_chars_.empty()) command_.max_chars = parse_max_chars();
    check_format();
    check_output(options);
    if (!min_severity_.empty()) {
      request.contents.min_severity = choose("--min-severity", min_severity_, kSeverities);
    }
    check_granularity();
    options.command = command_;
  }

 private:
  // Which pages are reported.
  void add_choice_of_pages(CLI::App& app) {
    ReportRequest& request = command_.request;
    begin_group(app, kPagesGroup);
    // A word where the command's name can be left out is more likely a mistake than a path.
    if (app.get_name() == name()) add_paths(app, request.paths);
    add_language_option(app, languages_, "from the branch's name, else all");
    add_repeatable(app, "--include", request.include,
                   "only sources whose path matches, as in .gitignore;\n"
                   "repeatable")
        ->type_name("GLOB");
    add_repeatable(app, "--exclude", request.exclude, "no sources whose path matches; repeatable")
        ->type_name("GLOB");
    app.add_flag("--untranslated", request.contents.with_untranslated,
                 "list sources without a translation, too");
    app.add_option("--min-severity", min_severity_,
                   "leave out pages whose changes are smaller than this:\n"
                   "cosmetic, minor or substantive [cosmetic]")
        ->type_name("SEVERITY");
  }

  // What is said of them, and how.
  void add_forms(CLI::App& app) {
    ReportContents& contents = command_.request.contents;
    begin_group(app, kOutputGroup);
    app.add_flag("--commits", contents.with_commits, "list the commits that changed each source");
    app.add_option("--format", format_,
                   "issue, text, json or csv [issue for one language,\nelse text]")
        ->type_name("FORMAT");
    app.add_flag("--texts", contents.with_texts,
                 "in text and JSON, show what each stale place was\n"
                 "and is");
  }

  void add_issue_options(CLI::App& app) {
    begin_group(app, kIssueGroup);
    app.add_option("--style", style_, "shortstat or compact [shortstat]")->type_name("STYLE");
    app.add_flag("--details", details_,
                 "list the places to translate in each page, folded,\n"
                 "with what each was and is");
    app.add_flag("--quick", command_.quick,
                 "list quick tasks above all others: minor and\n"
                 "cosmetic changes, and copies");
    app.add_option("--links", links_,
                   "link to the pages of this repository, or to none\n"
                   "[the base's remote, else origin, if it is on GitHub]")
        ->type_name("URL|none");
    add_repeatable(app, "--previous", command_.previous,
                   "the body of the issue as it is now: ids, ticks and\n"
                   "what people wrote stay; once for each of its parts")
        ->type_name("FILE");
    app.add_option("--max-chars", max_chars_, "most characters in a part [65536]")->type_name("N");
    app.add_option("--output-dir", output_dir_,
                   "write it to 1.md in this folder, and what is too\n"
                   "much for one part to 2.md, ...")
        ->type_name("DIR");
  }

  // Options that only an issue has.
  void check_format() const {
    if (command_.format.value_or(Format::kIssue) == Format::kIssue) return;
    if (command_.style) throw Error("--style belongs to --format issue");
    if (details_) throw Error("--details belongs to --format issue");
    if (command_.quick) throw Error("--quick belongs to --format issue");
    if (links_) throw Error("--links belongs to --format issue");
    if (!command_.previous.empty()) throw Error("--previous belongs to --format issue");
    if (command_.max_chars) throw Error("--max-chars belongs to --format issue");
    if (output_dir_) throw Error("--output-dir belongs to --format issue");
  }

  // An issue has the texts with its details.
  void check_texts() {
    bool& with_texts = command_.request.contents.with_texts;
    const bool has_place = command_.format == Format::kText || command_.format == Format::kJson;
    if (with_texts && !has_place) {
      throw Error("--texts belongs to --format text or json",
                  command_.format == Format::kCsv ? "" : "in an issue, --details shows them");
    }
    with_texts = with_texts || details_;
  }

  void read_links() {
    ReportContents& contents = command_.request.contents;
    contents.with_links = command_.format.value_or(Format::kIssue) == Format::kIssue;
    if (!links_) return;
    command_.links_asked = true;
    if (*links_ == "none") {
      contents.with_links = false;
      return;
    }
    contents.web_address = repository_page(*links_);
    // What was given is not shown: there may be a password in it.
    if (!contents.web_address) {
      throw Error("--links: that is no address of a repository's pages",
                  "--links https://github.com/OWNER/NAME");
    }
  }

  static void check_output(const Options& options) {
    if (!options.output_dir) return;
    if (options.output) throw Error("--output-dir excludes --output");
    if (options.output_dir->empty()) throw Error("--output-dir: the name of a folder is missing");
  }

  std::size_t parse_max_chars() const {
    const unsigned number = parse_number("--max-chars", max_chars_);
    if (number == 0) throw Error("--max-chars: nothing fits into 0 characters");
    return number;
  }

  // Nothing is rated or listed in a page that is taken as a whole.
  void check_granularity() const {
    if (command_.request.granularity == Granularity::kBlock) return;
    if (!min_severity_.empty()) throw Error("--min-severity needs --granularity block");
    if (details_) throw Error("--details needs --granularity block");
    if (command_.quick) throw Error("--quick needs --granularity block");
    if (command_.request.contents.with_texts) {
      throw Error("--texts needs --granularity block");
    }
  }

  ReportCommand command_;
  std::vector<std::string> languages_;
  std::string format_;
  std::string style_;
  std::string min_severity_;
  std::optional<std::string> links_;
  std::string max_chars_;
  std::optional<std::string> output_dir_;
  bool details_ = false;
};

}  // namespace

std::unique_ptr<CommandOptions> make_report_options() { return std::make_unique<ReportOptions>(); }

}  // namespace l10n_drift
