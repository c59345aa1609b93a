#include <string>
#include <vector>

#include "command_options.h"
#include "option_values.h"

namespace l10n_drift {
namespace {

constexpr Choice<StatusFormat> kStatusFormats[] = {{"text", StatusFormat::kText},
                                                   {"json", StatusFormat::kJson}};
constexpr Choice<TableOrder> kOrders[] = {{"path", TableOrder::kPath},
                                          {"age", TableOrder::kAge},
                                          {"size", TableOrder::kSize},
                                          {"severity", TableOrder::kSeverity}};

class StatusOptions : public CommandOptions {
 public:
  std::string name() const override { return "status"; }
  std::string description() const override { return "tell the state of pages, and why"; }
  std::string arguments() const override { return "[PATH]..."; }
  std::vector<HelpRow> examples() const override {
    return {{"l10n-drift status --lang ko", "a table: what is there to do?"},
            {"l10n-drift status --lang ko --sort age", "what has waited the longest?"},
            {"l10n-drift status content/ko/docs/setup.md", "what is the matter with this page?"}};
  }

  void add_to(CLI::App& app, SharedValues&) override {
    begin_group(app, kPagesGroup);
    add_paths(app, command_.request.paths);
    add_language_option(app, languages_, "from the branch's name, else all");
    begin_group(app, kOutputGroup);
    app.add_option("--sort", sort_,
                   "a table by path, age, size or severity, of the\n"
                   "named pages, too [path]")
        ->type_name("ORDER");
    app.add_option("--format", format_, "text or json [text]")->type_name("FORMAT");
  }

  void finish(const SharedValues& shared, Options& options) override {
    ReportRequest& request = command_.request;
    shared.fill(request);
    request.since = shared.since;
    request.languages = split_lists("--lang", "a language", languages_);
    if (!format_.empty()) command_.format = choose("--format", format_, kStatusFormats);
    if (!sort_.empty()) command_.order = choose("--sort", sort_, kOrders);
    command_.is_table = request.paths.empty() || !sort_.empty();
    if (!sort_.empty() && command_.format != StatusFormat::kText) {
      throw Error("--sort belongs to --format text");
    }
    options.command = command_;
  }

 private:
  StatusCommand command_;
  std::vector<std::string> languages_;
  std::string format_;
  std::string sort_;
};

}  // namespace

std::unique_ptr<CommandOptions> make_status_options() { return std::make_unique<StatusOptions>(); }

}  // namespace l10n_drift
