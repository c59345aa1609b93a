#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

#include "command_options.h"
#include "option_values.h"

namespace l10n_drift {
namespace {

constexpr Choice<CheckFormat> kCheckFormats[] = {
    {"text", CheckFormat::kText}, {"json", CheckFormat::kJson}, {"github", CheckFormat::kGithub}};

// Adds what a word of `--fail-on` stands for.
void add_kind(const std::string& name, FailOn& fail_on) {
  std::vector<const char*> names;
  for (const FindingKind kind : kFindingKinds) {
    if (name == to_string(kind)) fail_on.kinds.insert(kind);
    names.push_back(to_string(kind));
  }
  for (const Status status : kFailingStatuses) {
    if (name == to_string(status)) fail_on.statuses.insert(status);
    names.push_back(to_string(status));
  }
  const bool is_known =
      std::any_of(names.begin(), names.end(), [&](const char* known) { return name == known; });
  if (is_known) return;
  throw Error(fmt::format("--fail-on: '{}' is none of {}", name, fmt::join(names, ", ")));
}

class CheckOptions : public CommandOptions {
 public:
  std::string name() const override { return "check"; }
  std::string description() const override {
    return "check translations before their branch is merged";
  }
  std::string arguments() const override { return "[TRANSLATION]..."; }
  std::vector<HelpRow> examples() const override {
    return {{"l10n-drift check --base origin/main", "does my branch leave something behind?"},
            {"l10n-drift check content/ko/docs", "is all well in this folder?"},
            {"l10n-drift check --all --lang ko", "and in all Korean pages?"}};
  }
  std::vector<std::string> left_out() const override { return {"--since"}; }

  void add_to(CLI::App& app, SharedValues&) override {
    add_choice_of_pages(app);
    begin_group(app, kHistoryGroup);
    app.add_option("--target", target_,
                   "the revision that the branch goes into, if its\n"
                   "sources are not the newest ones [the base]")
        ->type_name("REV");
    begin_group(app, kOutputGroup);
    app.add_flag("--texts", command_.request.with_texts, "show what each stale place was and is");
    app.add_option("--format", format_, "text, json or github [text]")->type_name("FORMAT");
    add_failures(app);
  }

  void finish(const SharedValues& shared, Options& options) override {
    CheckRequest& request = command_.request;
    shared.fill(request);
    request.languages = split_lists("--lang", "a language", languages_);
    if (!format_.empty()) command_.format = choose("--format", format_, kCheckFormats);
    finish_blocks();
    finish_scope();
    if (!target_.empty()) request.target = target_;
    if (!fail_on_.empty()) request.fail_on.emplace();
    for (const std::string& kind : split_lists("--fail-on", "a kind", fail_on_)) {
      add_kind(kind, *request.fail_on);
    }
    options.command = command_;
  }

 private:
  void add_choice_of_pages(CLI::App& app) {
    begin_group(app, kPagesGroup);
    app.add_option("TRANSLATION", command_.request.paths,
                   "look at these, or at all in a folder, changed or not")
        ->type_name("");
    app.add_flag("--all", all_, "look at all translations, changed or not");
    add_language_option(app, languages_, "all languages");
    app.add_option("--min-severity", min_severity_,
                   "leave out pages whose changes are smaller than this:\n"
                   "cosmetic, minor or substantive [minor]")
        ->type_name("SEVERITY");
  }

  void add_failures(CLI::App& app) {
    add_repeatable(app, "--fail-on", fail_on_,
                   "what to fail on, repeatable or separated by commas:\n"
                   "lost, forgotten, left_behind, copy and orphaned\n"
                   "[these]; was_behind, not_compared, never, unknown;\n"
                   "outdated, partially_updated, renamed, deleted\n"
                   "[of all and of named pages outdated, renamed and\n"
                   "deleted, too]")
        ->type_name("KIND");
  }

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
  std::string target_;
  std::string min_severity_;
  bool all_ = false;
};

}  // namespace

std::unique_ptr<CommandOptions> make_check_options() { return std::make_unique<CheckOptions>(); }

}  // namespace l10n_drift
