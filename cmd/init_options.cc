#include "command_options.h"
#include "l10n_drift/error.h"

namespace l10n_drift {
namespace {

class InitOptions : public CommandOptions {
 public:
  std::string name() const override { return "init"; }
  std::string description() const override { return "write a configuration from what there is"; }
  std::vector<HelpRow> examples() const override {
    return {{"l10n-drift init", "what would it say?"},
            {"l10n-drift init -o .l10n-drift.json", "write it"},
            {"l10n-drift init --source-lang de", "where the sources are German"}};
  }

  // There is nothing to compare, and nothing configured.
  std::vector<std::string> left_out() const override {
    return {"--branch",  "--since",  "--granularity",  "--color",
            "--threads", "--config", "--allow-shallow"};
  }

  void add_to(CLI::App& app, SharedValues& shared) override {
    begin_group(app, kHistoryGroup);
    app.add_option("--branch", shared.comparison.branch, "revision with the translations [HEAD]")
        ->type_name("REV");
    begin_group(app, kOutputGroup);
    app.add_flag("--force", command_.force, "replace a file that is there");
  }

  void finish(const SharedValues& shared, Options& options) override {
    if (shared.comparison.branch == "auto") {
      throw Error("--branch auto belongs to one language, and init looks for all",
                  "name a branch: --branch REV");
    }
    command_.comparison = shared.comparison;
    options.command = command_;
  }

 private:
  InitCommand command_;
};

}  // namespace

std::unique_ptr<CommandOptions> make_init_options() { return std::make_unique<InitOptions>(); }

}  // namespace l10n_drift
