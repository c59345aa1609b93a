#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <vector>

#include "command_options.h"
#include "option_values.h"

namespace l10n_drift {
namespace {

constexpr Choice<CheckFormat> kCheckFormats[] = {
    {"text", CheckFormat::kText}, {"json", CheckFormat::kJson}, {"github", CheckFormat::kGithub}};

FindingKind choose_kind(const std::string& name) {
  std::vector<const char*> names;
  for (const FindingKind kind : kFindingKinds) {
    if (name == to_string(kind)) return kind;
    names.push_back(to_string(kind));
  }
  throw Error(fmt::format("--fail-on: '{}' is none of {}", name, fmt::join(names, ", ")));
}

class CheckOptions : public CommandOptions {
 public:
  std::string name() const override { return "check"; }
  std::string description() const override {
    return "check translations before their branch is merged";
  }
  std::string usage() const override { return "check [OPTIONS] [TRANSLATION]..."; }
  std::vector<std::string> left_out() const override { return {"--since"}; }

  void add_to(CLI::App& app, SharedValues&) override {
    app.add_option("TRANSLATION", command_.request.paths,
                   "look at these, or at all in a folder, changed or not")
        ->type_name("");
    app.add_flag("--all", all_, "look at all translations, changed or not");
    add_language_option(app, languages_, "all languages");
    add_repeatable(app, "--fail-on", fail_on_,
                   "what to fail on, repeatable or separated by commas:\n"
                   "outdated, partially_updated, renamed, deleted,\n"
                   "never, unknown [outdated,renamed,deleted]")
        ->type_name("KIND");
    app.add_option("--min-severity", min_severity_,
                   "leave out pages whose changes are smaller than this:\n"
                   "cosmetic, minor or substantive [minor]")
        ->type_name("SEVERITY");
    app.add_flag("--texts", command_.request.with_texts, "show what each stale place was and is");
    app.add_option("--format", format_, "text, json or github [text]")->type_name("FORMAT");
  }

  void finish(const SharedValues& shared, Options& options) override {
    CheckRequest& request = command_.request;
    request.comparison = shared.comparison;
    request.granularity = shared.granularity;
    request.allow_shallow = shared.allow_shallow;
    request.threads = shared.threads;
    request.languages = split_lists("--lang", "a language", languages_);
    if (!format_.empty()) command_.format = choose("--format", format_, kCheckFormats);
    finish_blocks();
    finish_scope();
    if (!fail_on_.empty()) request.fail_on.clear();
    for (const std::string& kind : split_lists("--fail-on", "a kind", fail_on_)) {
      request.fail_on.insert(choose_kind(kind));
    }
    options.command = command_;
  }

 private:
  void finish_blocks() {
    CheckRequest& request = command_.request;
    const bool takes_pages_as_wholes = request.granularity == Granularity::kFile;
    if (request.with_texts && takes_pages_as_wholes) {
      throw Error("--texts needs --granularity block");
    }
    if (min_severity_.empty()) return;
    if (takes_pages_as_wholes) throw Error("--min-severity needs --granularity block");
    request.min_severity = choose("--min-severity", min_severity_, kSeverities);
  }

  void finish_scope() {
    CheckRequest& request = command_.request;
    if (all_ && !request.paths.empty()) throw Error("--all does not go with paths");
    if (all_) request.scope = CheckScope::kAll;
    if (!request.paths.empty()) request.scope = CheckScope::kNamed;
  }

  CheckCommand command_;
  std::vector<std::string> languages_;
  std::vector<std::string> fail_on_;
  std::string format_;
  std::string min_severity_;
  bool all_ = false;
};

}  // namespace

std::unique_ptr<CommandOptions> make_check_options() { return std::make_unique<CheckOptions>(); }

}  // namespace l10n_drift
