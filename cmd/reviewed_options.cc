#include <string>

#include "command_options.h"
#include "option_values.h"

namespace l10n_drift {
namespace {

class ReviewedOptions : public CommandOptions {
 public:
  std::string name() const override { return "reviewed"; }
  std::string description() const override { return "say that a page was read and is right"; }
  std::string arguments() const override { return "PAGE..."; }
  std::vector<HelpRow> examples() const override {
    return {
        {"l10n-drift reviewed content/ko/a.md --reason 'Wording'", "the whole page"},
        {"l10n-drift reviewed content/ko/a.md:12 --reason 'Wording'", "by a line of its source"},
        {"l10n-drift reviewed 'content/ko/a.md#Use' --reason 'Moot'", "by a heading of it"}};
  }

  std::vector<std::string> left_out() const override {
    return {"--since", "--granularity", "--color", "--threads", "--allow-shallow", "--output"};
  }

  void add_to(CLI::App& app, SharedValues&) override {
    app.add_option("PAGE", command_.request.pages,
                   "translations; PAGE:LINES and PAGE#HEADING are\n"
                   "places, by the lines and headings of the source")
        ->type_name("");
    begin_group(app, kOutputGroup);
    app.add_option("--reason", command_.request.reason, "why there is nothing to do")
        ->type_name("TEXT");
    app.add_flag("--force", command_.request.force, "of pages that are changed, too");
  }

  void finish(const SharedValues& shared, Options& options) override {
    command_.request.comparison = shared.comparison;
    if (command_.request.pages.empty()) {
      throw Error("which pages were reviewed?", "l10n-drift reviewed PAGE... --reason TEXT");
    }
    if (command_.request.reason.empty()) {
      throw Error("a review needs a reason, for those who come after", "--reason TEXT");
    }
    options.command = command_;
  }

 private:
  ReviewedCommand command_;
};

}  // namespace

std::unique_ptr<CommandOptions> make_reviewed_options() {
  return std::make_unique<ReviewedOptions>();
}

}  // namespace l10n_drift
