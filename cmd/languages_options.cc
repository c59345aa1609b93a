#include "command_options.h"
#include "option_values.h"

namespace l10n_drift {
namespace {

constexpr Choice<LanguagesFormat> kLanguagesFormats[] = {{"text", LanguagesFormat::kText},
                                                         {"json", LanguagesFormat::kJson}};

class LanguagesOptions : public CommandOptions {
 public:
  std::string name() const override { return "languages"; }
  std::string description() const override {
    return "list the languages, with folders and milestones";
  }
  std::vector<HelpRow> examples() const override {
    return {{"l10n-drift languages", "those of what is checked out"},
            {"l10n-drift languages --branch origin/main", "those of a branch"},
            {"l10n-drift languages -v", "and what only looks like one"}};
  }

  // There is nothing to compare. `--branch` has no `auto` here.
  std::vector<std::string> left_out() const override {
    return {"--branch", "--since", "--granularity", "--color", "--threads", "--allow-shallow"};
  }

  void add_to(CLI::App& app, SharedValues& shared) override {
    begin_group(app, kPagesGroup);
    add_language_option(app, languages_, "all");
    begin_group(app, kHistoryGroup);
    app.add_option("--branch", shared.comparison.branch, "revision with the translations [HEAD]")
        ->type_name("REV");
    begin_group(app, kOutputGroup);
    app.add_option("--format", format_, "text or json [text]")->type_name("FORMAT");
  }

  void finish(const SharedValues& shared, Options& options) override {
    if (shared.comparison.branch == "auto") {
      throw Error("--branch auto belongs to one language, and languages lists all",
                  "name a branch: --branch REV");
    }
    options.command =
        LanguagesCommand{{shared.comparison, split_lists("--lang", "a language", languages_)},
                         choose("--format", format_, kLanguagesFormats)};
  }

 private:
  std::vector<std::string> languages_;
  std::string format_ = "text";
};

}  // namespace

std::unique_ptr<CommandOptions> make_languages_options() {
  return std::make_unique<LanguagesOptions>();
}

}  // namespace l10n_drift
