#include <string>
#include <vector>

#include "command_options.h"
#include "option_values.h"

namespace l10n_drift {
namespace {

class PinsOptions : public CommandOptions {
 public:
  std::string name() const override { return "pins"; }
  std::string description() const override { return "list or set the commits that pages name"; }
  std::string arguments() const override { return "[PATH]..."; }
  std::vector<HelpRow> examples() const override {
    return {{"l10n-drift pins", "which pages lack one, or lag?"},
            {"l10n-drift pins --write content/ko/docs/setup.md", "set that of a page"},
            {"l10n-drift pins --check", "exit 1 if there is one to list"}};
  }

  std::vector<std::string> left_out() const override { return {"--since", "--granularity"}; }

  void add_to(CLI::App& app, SharedValues&) override {
    add_paths(app, command_.request.paths);
    add_language_option(app, languages_, "from the branch's name, else all");
    begin_group(app, kOutputGroup);
    app.add_flag("--check", command_.check, "exit 1 if there is one to list");
    app.add_flag("--write", write_, "set them in the work tree, of the named pages");
    app.add_flag("--all", all_, "with --write: of all pages");
    app.add_flag("--force", force_, "with --write: of changed pages, too");
  }

  void finish(const SharedValues& shared, Options& options) override {
    ReportRequest& request = command_.request;
    shared.fill(request);
    request.languages = split_lists("--lang", "a language", languages_);
    if (!write_ && all_) throw Error("--all belongs to --write");
    if (!write_ && force_) throw Error("--force belongs to --write");
    if (write_ && command_.check) throw Error("--check does not go with --write");
    if (all_ && !request.paths.empty()) throw Error("--all does not go with paths");
    if (write_ && !all_ && request.paths.empty()) {
      throw Error("--write without a path would change all pages",
                  "name pages or folders, or mean it: --write --all");
    }
    if (write_) command_.writing = force_ ? PinWriting::kForced : PinWriting::kClean;
    if (write_ && options.output) throw Error("--output does not go with --write");
    options.command = command_;
  }

 private:
  PinsCommand command_;
  std::vector<std::string> languages_;
  bool write_ = false;
  bool all_ = false;
  bool force_ = false;
};

}  // namespace

std::unique_ptr<CommandOptions> make_pins_options() { return std::make_unique<PinsOptions>(); }

}  // namespace l10n_drift
