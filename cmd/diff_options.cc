#include "command_options.h"
#include "l10n_drift/error.h"

namespace l10n_drift {
namespace {

class DiffOptions : public CommandOptions {
 public:
  std::string name() const override { return "diff"; }
  std::string description() const override {
    return "show what changed in the sources of translations";
  }
  std::string arguments() const override { return "TRANSLATION..."; }
  std::vector<HelpRow> examples() const override {
    return {{"l10n-drift diff content/ko/docs/setup.md", "what is to be done?"},
            {"l10n-drift diff --stat content/ko/docs", "how much is it?"},
            {"l10n-drift diff --since v1.2 content/ko/docs/setup.md", "since the tag v1.2?"}};
  }

  void add_to(CLI::App& app, SharedValues&) override {
    app.add_option("TRANSLATION", command_.request.paths,
                   "path of a translation, or of a folder with several")
        ->type_name("");
    begin_group(app, kOutputGroup);
    app.add_flag("--stat", command_.stat, "one line instead of the diff");
    app.add_flag("--no-pager", no_pager_, "print it at once, at a terminal, too");
  }

  void finish(const SharedValues& shared, Options& options) override {
    if (command_.request.paths.empty()) {
      throw Error("diff needs the path of a translation", "l10n-drift diff --help");
    }
    DiffRequest& request = command_.request;
    shared.fill(request);
    request.since = shared.since;
    command_.paged = !no_pager_;
    options.command = command_;
  }

 private:
  DiffCommand command_;
  bool no_pager_ = false;
};

}  // namespace

std::unique_ptr<CommandOptions> make_diff_options() { return std::make_unique<DiffOptions>(); }

}  // namespace l10n_drift
