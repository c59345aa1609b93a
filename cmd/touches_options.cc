#include <string>
#include <vector>

#include "command_options.h"
#include "option_values.h"

namespace l10n_drift {
namespace {

class TouchesOptions : public CommandOptions {
 public:
  std::string name() const override { return "touches"; }
  std::string description() const override { return "suggest commits that do not count"; }
  std::string arguments() const override { return "[PATH]..."; }
  std::vector<HelpRow> examples() const override {
    return {{"l10n-drift touches --bulk", "commits that may not count"},
            {"l10n-drift touches --bulk=100 --lang ko", "of more than 100 Korean pages"},
            {"l10n-drift touches --bulk >> .l10n-drift-ignore-revs", "list them, then read them"}};
  }

  std::vector<std::string> left_out() const override {
    return {"--since", "--granularity", "--color", "--threads"};
  }

  void add_to(CLI::App& app, SharedValues&) override {
    add_paths(app, command_.request.paths);
    add_language_option(app, languages_, "all");
    begin_group(app, kOutputGroup);
    app.add_flag("--bulk{20}", bulk_,
                 "those that touch more than N translations, each\n"
                 "by a line or two [20]")
        ->type_name("N");
  }

  void finish(const SharedValues& shared, Options& options) override {
    shared.fill(command_.request);
    command_.request.languages = split_lists("--lang", "a language", languages_);
    if (command_.request.languages.empty()) command_.request.languages = {"all"};
    if (bulk_.empty()) {
      throw Error("touches needs --bulk", "l10n-drift touches --bulk");
    }
    command_.more_than = parse_number("--bulk", bulk_);
    options.command = command_;
  }

 private:
  TouchesCommand command_;
  std::vector<std::string> languages_;
  std::string bulk_;
};

}  // namespace

std::unique_ptr<CommandOptions> make_touches_options() {
  return std::make_unique<TouchesOptions>();
}

}  // namespace l10n_drift
